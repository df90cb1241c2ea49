"""Walks through a CTranslate2 model.bin without loading it: is it whole, and how long may a sentence be?

Source of the layout: CTranslate2's own writer, ctranslate2/specs/model_spec.py (binary version 6, the same since version 5).
"""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

_LAYOUTS = (5, 6)
_POSITIONS = "position_encodings/encodings"


def positions(file: BinaryIO) -> int | None:
    """The shortest table of positions: no more pieces can be read or written at once. None if the model has no table, or an older layout.

    Raises ValueError if the file is cut off or no model.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    version = _number(file, "<I")
    if not 1 <= version <= _LAYOUTS[-1]:
        raise ValueError(f"it has binary version {version}; newsnorm knows versions up to {_LAYOUTS[-1]}")
    if version not in _LAYOUTS:
        return None
    _text(file)
    _number(file, "<I")  # revision of the specification
    found: int | None = None
    for _ in range(_number(file, "<I")):
        name = _text(file)
        shape = [_number(file, "<I") for _ in range(_number(file, "<B"))]
        _number(file, "<B")  # type of the numbers
        data = _number(file, "<I")
        if file.tell() + data > size:
            raise ValueError(f"it is cut off in {name[:60]!r}")
        file.seek(data, os.SEEK_CUR)
        if name.endswith(_POSITIONS) and shape:
            found = shape[0] if found is None else min(found, shape[0])
    for _ in range(_number(file, "<I")):  # aliases
        name, of = _text(file), _text(file)
        if not name or not of:
            raise ValueError("it has an alias without a name")
    return found


def _number(file: BinaryIO, kind: str) -> int:
    data = file.read(struct.calcsize(kind))
    if len(data) < struct.calcsize(kind):
        raise ValueError("it is cut off")
    return int(struct.unpack(kind, data)[0])


def _text(file: BinaryIO) -> str:
    length = _number(file, "<H")
    data = file.read(length)
    if len(data) < length:
        raise ValueError("it is cut off")
    return data.rstrip(b"\0").decode("utf-8")
