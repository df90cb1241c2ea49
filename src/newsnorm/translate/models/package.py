"""A translation package, as a file or unpacked: what is in it, its checksum, and its parts for an engine."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import ModelError
from .binary import positions
from .lock import Lock, digest, read_lock
from .metadata import LARGEST, Metadata, read_metadata

if TYPE_CHECKING:
    from .archive import Archive

#: The names of files that are unpacked and read.
WANTED = re.compile(r"metadata\.json|sentencepiece\.model|bpe\.model|(?:README|LICEN[CS]E)(?:\.(?:md|txt))?|model/[A-Za-z0-9][\w.-]*")
METADATA, PIECES, WEIGHTS = "metadata.json", "sentencepiece.model", "model/model.bin"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """A package: ``path`` is its folder or its .argosmodel file; ``lock`` is there if newsnorm installed it."""

    path: Path
    metadata: Metadata
    lock: Lock | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """(source, target)."""
        return self.metadata.pair

    def files(self) -> dict[str, str]:
        """The sha256 of each file of the package, by its name, as it is or would be unpacked. Raises ModelError if one cannot be read."""
        if self.path.is_dir():
            return {name: digest(_chunks(self.path / name)) for name in self._names()}
        with self._archive() as archive:
            return {name: digest(archive.chunks(name)) for name in sorted(archive.entries)}

    def checksum(self) -> str:
        """The sha256 of what decides the output: the metadata, the pieces and the model, wherever they lie."""
        return checksum_of(self.files())

    def parts(self) -> dict[str, bytes]:
        """The files of a package file by name; empty for a folder, whose files engines read themselves."""
        if self.path.is_dir():
            return {}
        with self._archive() as archive:
            return {name: archive.read(name) for name in sorted(archive.entries)}

    def longest(self) -> int | None:
        """How many pieces the model can read or write at once, if it has a table of positions. Raises ModelError for a damaged model."""
        try:
            if self.path.is_dir():
                with (self.path / WEIGHTS).open("rb") as file:
                    return positions(file)
            with self._archive() as archive:
                return positions(io.BytesIO(archive.read(WEIGHTS)))
        except (OSError, ValueError) as error:
            raise ModelError(f"{self.path}: its {WEIGHTS} cannot be used ({error}); install the package again") from error

    def vocabulary(self) -> frozenset[str]:
        """The pieces that the model can answer with. Raises ModelError for a damaged file."""
        try:
            if self.path.is_dir():
                return _vocabulary({name: (self.path / name).read_bytes() for name in self._names() if _is_target(name)})
            with self._archive() as archive:
                return _vocabulary({name: archive.read(name) for name in archive.entries if _is_target(name)})
        except (OSError, ValueError, RecursionError) as error:
            raise ModelError(f"{self.path}: its vocabulary cannot be read ({error}); install the package again") from error

    def _archive(self) -> Archive:
        return _archive(self.path)

    def _names(self) -> list[str]:
        inner = [f"model/{path.name}" for path in (self.path / "model").iterdir() if path.is_file()]
        return sorted([*(path.name for path in self.path.iterdir() if WANTED.fullmatch(path.name)), *inner])


def _archive(path: Path) -> Archive:
    from .archive import Archive  # and with it zipfile, which an installed package does not need

    return Archive(path)


def _is_target(name: str) -> bool:
    return name.startswith("model/") and "vocabulary" in name and "source" not in name


def checksum_of(files: dict[str, str]) -> str:
    """One sha256 over the names and checksums of the files that an engine reads."""
    read = {name: sha for name, sha in files.items() if name in (METADATA, PIECES) or name.startswith("model/")}
    return hashlib.sha256("".join(f"{name}\0{sha}\n" for name, sha in sorted(read.items())).encode()).hexdigest()


def open_package(path: str | Path) -> Package:
    """The package at the path: an .argosmodel file, or the folder that one was unpacked into.

    Reads the metadata only. Raises ModelError if there is no sound package.
    """
    path = Path(path)
    if not path.is_dir():
        with _archive(path) as archive:
            require(set(archive.entries), str(path))
            if archive.entries[METADATA].file_size > LARGEST:
                raise ModelError(f"{path}: its metadata.json is larger than a megabyte; get the package again")
            return Package(path, read_metadata(archive.read(METADATA), str(path)))
    try:
        with (path / METADATA).open("rb") as file:
            data = file.read(LARGEST + 1)
        names = {METADATA, *(p.name for p in path.iterdir()), *(f"model/{p.name}" for p in (path / "model").iterdir())}
    except OSError as error:
        raise ModelError(f"{path} is not the folder of a translation package ({Path(error.filename or '').name} is missing); give another") from error
    require(names, str(path))
    return Package(path, read_metadata(data, str(path)), read_lock(path))


def _vocabulary(files: dict[str, bytes]) -> frozenset[str]:
    """From vocabulary files, JSON lists of today or lines of text of older models."""
    found: set[str] = set()
    for name, data in files.items():
        text = data.decode("utf-8")
        entries = json.loads(text) if name.endswith(".json") else text.split("\n")
        if not isinstance(entries, list):
            raise ValueError(f"{name} is not a list")
        found.update(entry for entry in entries if isinstance(entry, str))
    return frozenset(found)


def require(names: set[str], where: str) -> None:
    """Raises ModelError if a file is missing without which there is no translating."""
    if METADATA not in names:
        raise ModelError(f"{where}: it has no metadata.json, so it is not a translation package; give another")
    if PIECES not in names:
        if "bpe.model" in names:
            raise ModelError(f"{where}: its pieces are a bpe.model, which newsnorm does not read; get a package that has sentencepiece.model")
        raise ModelError(f"{where}: it has no sentencepiece.model; get the package again")
    if WEIGHTS not in names:
        raise ModelError(f"{where}: it has no model/model.bin; get the package again")
    if not any(name.startswith("model/") and "vocabulary" in name for name in names):
        raise ModelError(f"{where}: it has no vocabulary in model/; get the package again")


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise ModelError(f"cannot read {path}: {error.strerror}; install the package again") from error
