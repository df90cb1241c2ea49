"""Bytes to text: a mark, strict UTF-8, the declared charset, the bytes of UTF-16 and UTF-32, and detection, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..errors import DecodeError, InputError

if TYPE_CHECKING:
    from .readings import Reading

#: Bytes of C0 that no text has; a text has less than one in a hundred all the same.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\f\x1b\x08"))
_NO_TEXT = "this is no text ({}); give a text or HTML file, or convert it to one first"


class Decoded(NamedTuple):
    """text; the encoding it was read in, by the name of the WHATWG Encoding Standard in small letters; confidence, 0 to 1."""

    text: str
    encoding: str
    confidence: float


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of the bytes, with the encoding and how sure it is.

    declared  a charset from a header or meta element; used if the bytes are valid in it and do not clearly read better in
              another, ignored if it is unknown. Without one, the meta element of an HTML page counts.

    Confidence: 1 for ASCII and a byte order mark, .99 for escape sequences and UTF-8, .95 for a declared charset. Bytes that say
    nothing are detected, with the share of such cases that was right when it was measured; below .5 it is a guess.
    Encodings without a name in the standard, and windows-874 and x-mac-cyrillic, have Python's name.

    Raises DecodeError for bytes that are no text (a picture, an archive), InputError for anything but bytes.
    """
    return decode_and_tell(data, declared)[0]


def decode_and_tell(data: bytes, declared: str | None) -> tuple[Decoded, bool]:
    """What `decode` gives, and whether the encoding was detected: neither told by the bytes or the caller, nor plain UTF-8."""
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise InputError(f"decode takes bytes, not {type(data).__name__}")
    data = bytes(data)
    found = _told(data) or _declared(data, declared)
    detected = found is None
    if found is None:
        found = _detected(data)
    from .names import name_of

    return Decoded(found.text, name_of(found.codec, data, found.text), found.confidence), detected


def _told(data: bytes) -> Reading | None:
    """By a mark, by escape sequences, or by being valid UTF-8, which text in another encoding is not by accident."""
    from .marked import by_escapes, by_mark
    from .readings import Reading, strictly

    if data.startswith(b"%PDF-"):
        raise DecodeError(_NO_TEXT.format("it is a PDF"))
    if found := by_mark(data) or by_escapes(data):
        return found
    if b"\0" in data or (text := strictly(data, "utf-8")) is None:
        return None
    return Reading(text, "utf-8", 1.0 if text.isascii() else 0.99)


def _declared(data: bytes, declared: str | None) -> Reading | None:
    """In the charset that the caller or the page's own head declares."""
    from ..extract import declared_charset, is_html
    from .names import codecs_of
    from .objection import objection
    from .readings import Reading, strictly

    if not declared and b"<" in data[:1024] and is_html(data[:20_000].decode("latin-1")):
        declared = declared_charset(data)
    for codec in codecs_of(declared or ""):
        if (text := strictly(data, codec)) is not None and "\0" not in text:
            return None if not _controls(data) and objection(data, codec, text) else Reading(text, codec, 0.95)
    return None


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _detected(data: bytes) -> Reading:
    from .detection import detect
    from .readings import Reading, nearly_utf8, strictly
    from .wide import wide

    if (controls := _controls(data)) and (found := wide(data)) is not None:
        return found
    inner = data.strip(b"\0")  # a file may be padded with them
    if b"\0" in data and inner and inner.count(0) * 100 < len(inner) and (text := strictly(data, "utf-8")) is not None:
        return Reading(text, "utf-8", 0.9)
    found = None if controls * 100 > len(data) else nearly_utf8(data) or detect(data)
    if found is None or (controls and found.confidence < 0.5):
        raise DecodeError(_NO_TEXT.format("it has control bytes that no text has"))
    return found
