"""Reads an .argosmodel file, a zip, without trusting it: everything is checked before a byte is unpacked."""

from __future__ import annotations

import os
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ...errors import ModelError
from .package import WANTED

#: Bytes unpacked, entries, and how many times larger than the file the whole may become. Models hardly shrink: real ones are near 1.3.
LARGEST, MOST, RATIO = 8 << 30, 20_000, 50
#: Small files may shrink as they like.
_SMALL = 16 << 20
_CHUNK = 1 << 20
_GOOD = "get the package again from where it came from"


class Archive:
    """An open package file. ``entries`` maps the names that newsnorm reads, without the top folder, to their zip entries.

    What else may lie in a package (``stanza/``, ``spacy/``, ``minisbd/``: sentence splitters) is never unpacked or loaded.
    """

    def __init__(self, path: Path) -> None:
        """Raises ModelError for anything but a sound package."""
        self.path = path
        try:
            self._file: IO[bytes] = path.open("rb")
        except OSError as error:
            raise ModelError(f"cannot read {path}: {error.strerror}; give the path of an .argosmodel file") from error
        try:
            self._zip = zipfile.ZipFile(self._file)
            self.entries = self._checked(os.fstat(self._file.fileno()).st_size)
        except ModelError:
            self._file.close()
            raise
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RecursionError) as error:
            self._file.close()
            raise ModelError(f"{path}: not an .argosmodel file, or cut off ({error}); {_GOOD}") from error

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    def read(self, name: str) -> bytes:
        """The bytes of one of the entries."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The same, a piece at a time. Raises ModelError if they are damaged."""
        entry = self.entries[name]
        left = entry.file_size
        try:
            with self._zip.open(entry) as file:
                while chunk := file.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        break
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise ModelError(f"{self.path}: {name} in it is damaged ({error}); {_GOOD}") from error
        if left:
            raise ModelError(f"{self.path}: {name} in it does not have the size that it states; {_GOOD}")

    def _checked(self, size: int) -> dict[str, zipfile.ZipInfo]:
        entries = self._zip.infolist()
        if len(entries) > MOST:
            raise self._refused(f"it has {len(entries):,} entries, more than {MOST:,}")
        total = sum(entry.file_size for entry in entries)
        if total > LARGEST or (total > _SMALL and total > RATIO * size):
            raise self._refused(f"its {size:,} bytes would become {total:,}: it looks like a zip bomb")
        if sum(entry.compress_size for entry in entries) > size:
            raise self._refused("its entries overlap: it looks like a zip bomb")
        folded: set[str] = set()
        tops: set[str] = set()
        wanted: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            top, _, name = self._safe_name(entry).partition("/")
            tops.add(top)
            same = unicodedata.normalize("NFKC", entry.filename.rstrip("/")).casefold()
            if same in folded:
                raise self._refused(f"it has two entries named {entry.filename!r} (but for case)")
            folded.add(same)
            if not name and not entry.is_dir():
                raise self._refused(f"{entry.filename!r} lies beside its folder, not in it")
            if WANTED.fullmatch(name) and not entry.is_dir():
                wanted[name] = entry
        if len(tops) != 1:
            raise self._refused("it is empty" if not tops else f"it has {len(tops)} top folders: {', '.join(sorted(map(repr, tops))[:4])}")
        return wanted

    def _safe_name(self, entry: zipfile.ZipInfo) -> str:
        name = entry.filename
        parts = name.rstrip("/").split("/")
        if "\\" in entry.orig_filename or "\0" in entry.orig_filename or not name.isprintable() or len(name) > 250:
            raise self._refused(f"it has an entry with an unsafe name: {entry.orig_filename[:80]!r}")
        if name.startswith("/") or ":" in parts[0] or any(part in ("", ".", "..") or part[-1] in ". " for part in parts):
            raise self._refused(f"it has an entry that would leave its folder: {name!r}")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise self._refused(f"{name!r} in it is a link or a device")
        if entry.flag_bits & 0x1:
            raise self._refused(f"{name!r} in it is encrypted")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._refused(f"{name!r} in it is compressed in a way that zip files of models are not")
        return name

    def _refused(self, why: str) -> ModelError:
        return ModelError(f"{self.path}: refused, {why}; {_GOOD}")
