"""JSON in and out: nothing that stands in a record is lost or changed by being read."""

from __future__ import annotations

import codecs
import json
import os
from dataclasses import dataclass
from typing import Any

from ..errors import InputError

#: Stands in for a number while the rest is encoded. Random, so that no text holds it.
_PLACE = os.urandom(16).hex()
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a float would not give back as it was written: ``1.50``, ``1e400``, or one of more digits than a float holds."""

    written: str


def parsed(data: bytes) -> Any:
    """The JSON value. Raises InputError for what is none, and for an object with a key that stands in it twice."""
    try:
        return _DECODER.decode(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start + 1}); JSON must be UTF-8: convert it, or write the character as an escape") from None
    except json.JSONDecodeError as error:
        where = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        mend = "if each line is a record, give --input-format jsonl" if error.msg == "Extra data" and error.lineno > 1 else "correct it or take it out"
        raise InputError(f"invalid JSON ({error.msg} at {where}); {mend}") from None
    except InputError:
        raise
    except ValueError as error:
        raise InputError(f"JSON that cannot be read ({error}); correct it or take it out") from None
    except RecursionError:
        raise InputError("JSON nested too deep to be read; give a flat record") from None


def _number(written: str) -> float | Number:
    value = float(written)
    return value if repr(value) == written else Number(written)


def _integer(written: str) -> int | Number:
    return Number(written) if written == "-0" else int(written)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InputError(f"the key {json.dumps(twice)} stands twice in one object; take one out, or rename it")
    return found


_DECODER = json.JSONDecoder(parse_float=_number, parse_int=_integer, object_pairs_hook=_object)


def dumped(value: Any, indent: int | None = None) -> bytes:
    """JSON as UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes the JSON escape that it is."""
    numbers: list[str] = []

    def place(number: object) -> str:
        if not isinstance(number, Number):
            raise TypeError(f"{type(number).__name__} is no JSON value")
        numbers.append(number.written)
        return _PLACE

    text = json.dumps(value, ensure_ascii=False, indent=indent, default=place)
    if numbers:  # the encoder writes no number of any other type than its own: they are put into what it wrote
        first, *rest = text.split(f'"{_PLACE}"')
        text = first + "".join(number + part for number, part in zip(numbers, rest, strict=True))
    return text.encode("utf-8", "backslashreplace")


def is_utf_16(data: bytes) -> bool:
    """Whether JSON that begins with these bytes is in UTF-16, which Windows' tools like to write."""
    return data.startswith((*_UTF_16, b"{\0", b"[\0", b"\0{", b"\0["))


def json_format(data: bytes) -> str | None:
    """``jsonl`` or ``json`` for what is plainly records and no article; None for anything else."""
    if not data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith((b"{", b"[")):
        return None
    body = data.decode(json.detect_encoding(data), "replace").lstrip("\ufeff \t\r\n")
    line = _value(body.partition("\n")[0])
    if line and isinstance(line, dict):
        return "jsonl"
    value = _value(body)
    first = value[0] if value and isinstance(value, list) else value
    return "json" if isinstance(first, dict) and "text" in first else None


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
