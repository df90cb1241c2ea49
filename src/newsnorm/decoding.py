"""Bytes to text: byte order mark, declared charset, strict UTF-8, the NULs of UTF-16 and UTF-32, and a marked guess."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from .errors import DecodeError, InputError


class Decoded(NamedTuple):
    """text; the encoding it was read in (Python's codec name); confidence, 0 to 1."""

    text: str
    encoding: str
    confidence: float


#: Longest first: the mark of UTF-16-LE begins that of UTF-32-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What the web means by these labels (WHATWG Encoding Standard, section 4.2: the superset is what publishers write).
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
#: Codecs that Python has and no page is written in.
_PYTHON_ONLY = re.compile("escape|idna|punycode|undefined|utf-7|mbcs|oem|raw|palmos|charmap")
#: Bytes of C0 that no text has: what is left of them after NUL shows a binary file.
_BINARY = bytes(set(range(0x20)) - set(b"\t\n\r\f\x1b\x08"))


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of the bytes, with the encoding and how sure it is.

    declared  a charset from a header or meta element; used if the bytes are valid in it, ignored if it is unknown

    Text that is valid in nothing surer is read as windows-1252 with confidence .3. Raises DecodeError for bytes that are
    no text (a picture, an archive), InputError for anything but bytes.
    """
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise InputError(f"decode takes bytes, not {type(data).__name__}")
    data = bytes(data)
    for mark, name in _MARKS:
        if data.startswith(mark) and (text := _strictly(data[len(mark) :], name)) is not None:
            return Decoded(text, name, 1.0)
    if not data.isascii() and len(data) > 3 and (text := _strictly(data, "utf-8")) is not None and "\0" not in text:
        return Decoded(text, "utf-8", 0.99)  # whatever is declared: text in another encoding is not valid UTF-8 by accident
    if declared and (known := _known(declared)) and (text := _strictly(data, known)) is not None and "\0" not in text:
        return Decoded(text, known, 0.95)
    if b"\0" in data:
        return _by_nuls(data)
    if (text := _strictly(data, "utf-8")) is not None:
        return Decoded(text, "utf-8", 1.0 if text.isascii() else 0.99)
    if len(data.translate(None, _BINARY)) < len(data):
        raise DecodeError("this is no text (it has control bytes that no text has); give a text or HTML file")
    return Decoded(_windows_1252(data), "cp1252", 0.3)


def _known(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    name = _SUPERSETS.get(name, name)
    return name if codecs.lookup(name)._is_text_encoding and not _PYTHON_ONLY.search(name) else None


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _by_nuls(data: bytes) -> Decoded:
    """UTF-16 and UTF-32 without a mark: most of their bytes for Latin text, spaces and line ends are NUL, always in the same place."""
    head = data[:4096]
    share = [head[i::4].count(0) / max(1, len(head[i::4])) for i in range(4)]
    candidates = []
    if share[0] > 0.9 and share[1] > 0.9:
        candidates.append("utf-32-be")
    if share[3] > 0.9 and share[2] > 0.9:
        candidates.append("utf-32-le")
    odd, even = share[1] + share[3], share[0] + share[2]
    candidates += ["utf-16-le", "utf-16-be"] if odd > even else ["utf-16-be", "utf-16-le"]
    for name in candidates if max(odd, even) > 0.02 and odd != even else ():
        if (text := _strictly(data, name)) is not None and "\0" not in text and _is_plausible(text[:2_000]):
            return Decoded(text, name, 0.9)
    if (text := _strictly(data, "utf-8")) is not None and data.count(0) * 100 < len(data):
        return Decoded(text, "utf-8", 0.9)
    raise DecodeError("this is no text (it is full of NUL bytes and neither UTF-16 nor UTF-32); give a text or HTML file")


def _is_plausible(text: str) -> bool:
    """Whether this is written language: no unassigned or private characters, letters of four scripts at most (Japanese has four)."""
    if any(unicodedata.category(c) in ("Cn", "Co", "Cc") and c not in "\t\n\r\f" for c in text):
        return False
    return len({unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha()}) <= 4


def _windows_1252(data: bytes) -> str:
    """Every byte has a character: the five that windows-1252 leaves open are C1 controls, as browsers read them."""
    import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252

    return data.decode("sloppy-windows-1252")
