"""JSON Lines that survive an interrupted run: records lie in ``FILE.part`` until all are there, then FILE appears at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from ..errors import InputError
from .json_text import dumped
from .output import Output, OutputError


class Journal:
    """Records by the number of their input. The first line of the part says which run it is of.

    Raises InputError if what lies there cannot be resumed, OutputError if nothing can be written.
    """

    def __init__(self, path: str, run: Mapping[str, Any], *, resume: bool) -> None:
        self._path, self._part = path, path + ".part"
        self._done: set[int] = set()
        self._dropped = False
        head = dumped({"run": dict(run)}) + b"\n"
        size = self._read(head) if resume and os.path.exists(self._part) else 0
        try:
            self._file = open(self._part, "r+b" if size else "wb")  # noqa: SIM115  closed in __exit__
            self._file.truncate(size)
            self._file.seek(size)
            if not size:
                self._write(head)
        except OSError as error:
            raise self._failed(error) from error

    def _read(self, head: bytes) -> int:
        """Remember the records that are there; the size of the lines that are whole."""
        size = 0
        try:
            with open(self._part, "rb") as file:
                for line in file:
                    if not line.endswith(b"\n"):
                        break  # the run was interrupted while it wrote this
                    if not size and line != head:
                        raise InputError(f"{self._part} is of another run (other inputs or settings); remove it, or run without --resume")
                    if size:
                        self._done.add(int(line.partition(b"\t")[0]))
                    size += len(line)
        except (OSError, ValueError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError(f"{self._part} cannot be resumed ({error}); remove it, or run without --resume") from error
        return size

    def has(self, number: int) -> bool:
        """Whether the record of this input is there already."""
        return number in self._done

    def drop_if_empty(self) -> None:
        """Leave the file as it was if there is no record to put into it."""
        self._dropped = not self._done

    def write(self, number: int, record: Mapping[str, Any]) -> None:
        """Keep a record."""
        try:
            self._write(b"%d\t" % number + dumped(record) + b"\n")
        except OSError as error:
            raise self._failed(error) from error
        self._done.add(number)

    def _write(self, line: bytes) -> None:
        self._file.write(line)
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError):
            self._file.close()
        if kind is not None:
            return
        if not self._dropped:
            with Output(self._path) as out, open(self._part, "rb") as part:
                next(part, None)
                for line in part:
                    out.write(line.partition(b"\t")[2])
        with suppress(OSError):
            os.unlink(self._part)

    def _failed(self, error: OSError) -> OutputError:
        return OutputError(f"cannot write {self._part}: {error.strerror}; what is there stays, go on with --resume when there is room")
