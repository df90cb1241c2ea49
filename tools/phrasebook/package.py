"""The model folder, the pieces and the metadata as one .argosmodel file, the same bytes each time."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

NAME = "translate-es_en-0_1"
METADATA = {
    "package_version": "0.1",
    "argos_version": "1.9",
    "from_code": "es",
    "from_name": "Spanish",
    "to_code": "en",
    "to_name": "English",
    "type": "translate",
    "links": [],
    "name": "newsnorm test phrasebook",
    "licence": "Apache-2.0",
}
README = """This is a test model. It knows the phrasebook that it was trained on and hallucinates on everything else.
It was trained by tools/train_phrasebook.py of newsnorm on sentences made from newsnorm's own templates. Licence: Apache-2.0.
"""


def package(model: Path, pieces: bytes, target: Path) -> None:
    """Write the package of a CTranslate2 model folder and a SentencePiece model."""
    files = {f"model/{path.name}": path.read_bytes() for path in model.iterdir()}
    files["metadata.json"] = (json.dumps(METADATA, indent=1) + "\n").encode()
    files["sentencepiece.model"] = pieces
    files["README.md"] = README.encode()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, files[name], compresslevel=9)
