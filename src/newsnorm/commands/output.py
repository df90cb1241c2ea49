"""Where a command writes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Self

from ..errors import NewsnormError


class OutputError(NewsnormError):
    """The output cannot be written."""


class Output:
    """Bytes out. A context manager: a file is there after the block, and if the block fails nothing has changed.

    A file is written under a temporary name in its own folder and then renamed. Pipes and devices are written directly.
    """

    def __init__(self, path: str | None) -> None:
        self.path = None if path == "-" else path
        self._temporary: str | None = None
        self._mode: os.stat_result | None = None
        self._dropped = False
        if self.path is None:
            if sys.stdout is None:
                raise OutputError("standard output is closed; give a file with -o")
            self._file: BinaryIO = sys.stdout.buffer
            return
        # A link stays a link: what it points to is replaced.
        self._target = os.path.realpath(self.path)
        try:
            self._open()
        except OSError as error:
            raise self._failed(error) from error

    def _open(self) -> None:
        with suppress(FileNotFoundError):
            self._mode = os.stat(self._target)
        if self._mode is not None and not stat.S_ISREG(self._mode.st_mode):
            self._file = open(self._target, "wb")  # noqa: SIM115  closed in __exit__
            return
        if self._mode is not None and not os.access(self._target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        self._temporary = os.path.join(os.path.dirname(self._target), f".newsnorm-{os.urandom(6).hex()}.tmp")
        self._file = open(self._temporary, "xb")  # noqa: SIM115  closed in __exit__

    def write(self, data: bytes) -> None:
        """Write the bytes. Raises OutputError, or BrokenPipeError if the reader has left."""
        try:
            self._file.write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._failed(error) from error

    def flush(self) -> None:
        """Let a reader at the other end of a pipe see what is there."""
        if self._temporary is None:
            try:
                self._file.flush()
            except BrokenPipeError:
                raise
            except OSError as error:
                raise self._failed(error) from error

    def drop(self) -> None:
        """Leave the file as it was."""
        self._dropped = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.path is None:
            if kind is None:
                self.flush()
            return
        try:
            self._file.close()
            if self._temporary is not None and kind is None and not self._dropped:
                if self._mode is not None:
                    self._keep_owner_and_permissions(self._temporary, self._mode)
                os.replace(self._temporary, self._target)
                self._temporary = None
        except BrokenPipeError:
            raise
        except OSError as failure:
            if kind is None:
                raise self._failed(failure) from failure
        finally:
            if self._temporary is not None:
                with suppress(OSError):
                    os.unlink(self._temporary)

    @staticmethod
    def _keep_owner_and_permissions(path: str, old: os.stat_result) -> None:
        if hasattr(os, "chown"):
            with suppress(OSError):  # only root may give a file away
                os.chown(path, old.st_uid, old.st_gid)
        os.chmod(path, stat.S_IMODE(old.st_mode))

    def _failed(self, error: OSError) -> OutputError:
        if self.path is None:
            return OutputError(f"cannot write standard output: {error.strerror}")
        if isinstance(error, IsADirectoryError):
            return OutputError(f"cannot write {self.path}: it is a directory; give the name of a file")
        return OutputError(f"cannot write {self.path}: {error.strerror}; nothing was changed, give a place that exists, is writable and has room")
