"""The lock file of an installed package: what was installed, from where, and every file's checksum.

It lies in the package's own folder, so that a package and its lock file appear together, in one rename, and two installations at
once cannot lose each other's.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ...errors import ModelError

NAME = "newsnorm-lock.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Lock:
    """``sha256`` is of the package file, ``files`` maps names to the sha256 of each; ``origin`` is the file or URL it came from.

    ``probe`` maps shapes of placeholders to the part of them that the model kept, ``typical`` is the mean log probability of a piece
    in simple sentences, ``probed_with`` says which engine was asked.
    """

    sha256: str
    origin: str
    licence: str
    installed: str
    files: dict[str, str]
    probe: dict[str, float] = field(default_factory=dict)
    typical: float = 0.0
    probed_with: str = ""

    def difference(self, now: dict[str, str]) -> str:
        """What is not as it was installed, such as "model/model.bin was changed"; empty if all is. ``now`` is what Package.files says."""
        for name in sorted(self.files.keys() | now.keys()):
            before = self.files.get(name)
            if before != now.get(name):
                return f"{name} {'is missing' if name not in now else 'was added' if before is None else 'was changed'}"
        return ""

    def write(self, folder: Path) -> None:
        """Write it into the folder, whole or not at all. Raises OSError."""
        temporary = folder / f".{NAME}-{os.urandom(6).hex()}"
        try:
            temporary.write_text(json.dumps({"lock": _FORMAT, **asdict(self)}, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
            temporary.replace(folder / NAME)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()


def read_lock(folder: Path) -> Lock | None:
    """The lock of a package folder; None if it has none, because argostranslate installed it. Raises ModelError if it is damaged."""
    path = folder / NAME
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{path} cannot be read ({error}); install the package again") from error
    try:
        return _lock(found)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError(f"{path} is not a lock file of this version of newsnorm; install the package again") from error


def _lock(found: dict[str, Any]) -> Lock:
    if found.pop("lock") != _FORMAT:
        raise ValueError
    lock = Lock(**found)
    texts = (lock.sha256, lock.origin, lock.licence, lock.installed, lock.probed_with, *lock.files, *lock.files.values(), *lock.probe)
    if not all(isinstance(text, str) for text in texts) or not all(isinstance(rate, int | float) for rate in (lock.typical, *lock.probe.values())):
        raise TypeError
    return lock


def digest(chunks: Iterable[bytes]) -> str:
    """The sha256 of the bytes, in hexadecimal."""
    sha = hashlib.sha256()
    for chunk in chunks:
        sha.update(chunk)
    return sha.hexdigest()
