"""Bytes read by a codec: strictly, up to a character that was cut at the end, or as what they nearly are."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from .names import sloppy

_HIGH = bytes(range(0x80, 0x100))
#: Bytes by which broken text is told from text in another encoding.
_SAMPLE = 100_000
#: Shares of them that belong to UTF-8 sequences: no text in another encoding has so many; some have so many, and read strangely.
_MANY, _FEW, _STRANGE = 0.9, 0.75, 22.0


class Reading(NamedTuple):
    """The text, Python's name of the codec, and how sure the encoding is, 0 to 1."""

    text: str
    codec: str
    confidence: float


def strictly(data: bytes, codec: str) -> str | None:
    """The text, or None if the bytes are not valid."""
    if codec.startswith("sloppy-"):
        import ftfy.bad_codecs  # noqa: F401  registers them
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None


def but_for_the_end(data: bytes, codec: str) -> str | None:
    """The text; a last character that was cut, as crawlers with a limit do, becomes U+FFFD. None if anything else is not valid."""
    if (text := strictly(data, codec)) is not None or (text := strictly(data, sloppy(codec))) is not None:
        return text
    for cut in range(1, min(4, len(data))):
        if data[-cut] < 0x80:  # what was cut is a lead byte and what follows it, and single bytes are never cut
            return None
        if (text := strictly(data[:-cut], codec)) is not None:
            return text + "\ufffd"
    return None


def nearly_utf8(data: bytes) -> Reading | None:
    """UTF-8 but for a cut end, or for a few bytes of windows-1252, as in pages that were put together from two sources."""
    from .judge import strangeness

    sample = data[:_SAMPLE]
    high = high_bytes(sample)
    valid = high - high_bytes(_sequences().sub(b"", sample))
    if valid < 4:  # one sequence comes about by accident
        return None
    if valid >= _MANY * (high - 3) and (text := but_for_the_end(data, "utf-8")) is not None:
        return Reading(text, "utf-8", 0.9)
    if valid < _FEW * high:
        return None
    import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252

    codecs.register_error("newsnorm.stray", _stray)
    if valid < _MANY * high and strangeness(sample[:2_000].decode("utf-8", "newsnorm.stray")) > _STRANGE:
        return None
    return Reading(data.decode("utf-8", "newsnorm.stray"), "utf-8", 0.45)


def high_bytes(data: bytes) -> int:
    """How many bytes are above ASCII."""
    return len(data) - len(data.translate(None, _HIGH))


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("sloppy-windows-1252"), error.end


@cache
def _sequences() -> re.Pattern[bytes]:
    return re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
