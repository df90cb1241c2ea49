"""Encodings that say what they are: a byte order mark, or the escape sequences of ISO-2022 and HZ."""

from __future__ import annotations

import codecs
import re

from .readings import Reading, strictly

#: Longest first: the mark of UTF-16LE begins that of UTF-32LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What leads into another character set, and the codecs that know it; the narrowest first, since it has the best-known name.
_ESCAPES = (
    (re.compile(rb"\x1b\$[@B]|\x1b\([IJ]|\x1b\$\([@BDOPQ]"), ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2", "iso2022_jp_2004")),
    (re.compile(rb"\x1b\$\)C"), ("iso2022_kr",)),
)
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")


def by_mark(data: bytes) -> Reading | None:
    """The text behind a byte order mark, if it is valid in what the mark says."""
    for mark, codec in _MARKS:
        if data.startswith(mark) and (text := strictly(data[len(mark) :], codec)) is not None:
            return Reading(text, codec, 1.0)
    return None


def by_escapes(data: bytes) -> Reading | None:
    """ISO-2022-JP, ISO-2022-KR and HZ: ASCII but for sequences that lead into another character set and out again."""
    for pattern, names in _ESCAPES if b"\x1b" in data else ():
        for codec in names if pattern.search(data) else ():
            if (text := strictly(data, codec)) is not None and not text.isascii():
                return Reading(text, codec, 0.99)
    # Braces behind a tilde are usual in code: it is HZ if what stands between them reads like Chinese.
    if data.isascii() and b"~{" in data and _HZ.search(data) and (text := strictly(data, "hz")) is not None:
        from .judge import is_chinese

        if is_chinese(text):
            return Reading(text, "hz", 0.97)
    return None
