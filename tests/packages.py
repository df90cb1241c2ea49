"""The test model, packages made from it, and sentences of its phrasebook."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "fixtures" / "models"
PHRASEBOOK = MODELS / "phrasebook-es-en.argosmodel"
TOP = "translate-es_en-0_1"


def phrasebook():
    """tools/phrasebook/generate.py."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from phrasebook import generate
    finally:
        sys.path.remove(str(ROOT / "tools"))
    return generate


def contents() -> dict[str, bytes]:
    """The files of the test model by name, without the top folder."""
    with zipfile.ZipFile(PHRASEBOOK) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def metadata(**changes) -> bytes:
    """Its metadata with changes; None takes a key out."""
    found = json.loads(contents()["metadata.json"]) | changes
    return json.dumps({key: value for key, value in found.items() if value is not None}).encode()


def zipped(files: Mapping[str, bytes] | list[tuple[zipfile.ZipInfo | str, bytes]], path: Path) -> Path:
    """A zip of the files, with the names as they are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(name, data)
    return path


def package(path: Path, changes: Mapping[str, bytes | None] | None = None, top: str = TOP) -> Path:
    """The test model with some files changed, added or (None) taken out, as a package file."""
    files = {**contents(), **(changes or {})}
    return zipped({f"{top}/{name}": data for name, data in files.items() if data is not None}, path)


def unpacked(folder: Path, changes: Mapping[str, bytes | None] | None = None) -> Path:
    """The test model as a folder, as argostranslate unpacks it."""
    for name, data in {**contents(), **(changes or {})}.items():
        if data is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    return folder


def truncated(path: Path) -> Path:
    """Half of the package file."""
    data = PHRASEBOOK.read_bytes()
    return written(path, data[: len(data) // 2])


def written(path: Path, data: bytes) -> Path:
    """The path, after the bytes were written there."""
    path.write_bytes(data)
    return path
