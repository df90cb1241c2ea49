"""The first two stages: what the caller gave becomes text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from .document import Change
from .errors import InputError
from .patterns import compiled

#: The rule id of the flag that says that an encoding was detected, and the confidence below which that is a mere guess.
GUESS, SURE = "decode.guess", 0.5
_PLAIN, _HTML = "text/plain", ("text/html", "application/xhtml+xml")

#: One article of several: a text, bytes, or a mapping with "text".
Item = str | bytes | Mapping[str, Any]


def several(items: Iterable[Item], what: str) -> Iterable[Item]:
    """The items, if they are several. Raises InputError for one text, bytes or a mapping, whose parts nobody means, and for what has no items."""
    if isinstance(items, (str, bytes, bytearray, memoryview, Mapping)):
        raise InputError(f"{what} takes several texts, not one {type(items).__name__}; put it in a list: [item]")
    if not isinstance(items, Iterable) and not hasattr(items, "__getitem__"):
        raise InputError(f"{what} takes a list or another iterable of texts, not {type(items).__name__}; give such as a list")
    return items


def read(data: str | bytes, media_type: str | None) -> tuple[str, tuple[Change, ...]]:
    """The text, and a flag if its encoding was detected.

    Raises InputError for data or a media type that newsnorm does not take, DecodeError for bytes that are no text.
    """
    kind, charset = _parse(media_type)
    notes: tuple[Change, ...] = ()
    if isinstance(data, (bytes, bytearray, memoryview)):
        from .decoding import decode_and_tell
        from .extract import declared_charset, is_html

        data = bytes(data)
        if not charset and (kind in _HTML or (kind is None and is_html(data[:20_000].decode("latin-1")))):
            charset = declared_charset(data)
        (text, encoding, confidence), detected = decode_and_tell(data, charset)
        if detected:
            why = "the bytes declare no charset" if not charset else _objection(charset)
            how = "which was detected: give the charset if it is wrong" if confidence >= SURE else "which is a guess: give the charset"
            notes = (Change(GUESS, 0, 0, "", "", confidence, f"{why}; read as {encoding}, {how}"),)
    elif isinstance(data, str):
        text = with_whole_characters(data)
    else:
        raise InputError(f"normalize takes str or bytes, not {type(data).__name__}")
    if kind in _HTML or (kind is None and "<" in text[:20_000]):
        from .extract import extract, is_html

        if kind in _HTML or is_html(text):
            text = extract(text)
    return text, notes


def _objection(charset: str) -> str:
    from .decoding.names import codecs_of

    return f"the bytes do not read as the declared {charset}" if codecs_of(charset) else f"there is no charset {charset!r}, which is declared"


def with_whole_characters(text: str) -> str:
    """Surrogate pairs joined: two halves side by side are one character to every codec, and JSON cannot tell them from it."""
    if text.isascii():
        return text
    try:
        text.encode("utf-16-le")  # half the time that a pattern takes to find no half
    except UnicodeEncodeError:
        if compiled("[\ud800-\udbff][\udc00-\udfff]").search(text):
            return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return text


@lru_cache(64)
def _parse(media_type: str | None) -> tuple[str | None, str | None]:
    if media_type is None:
        return None, None
    kind, *parameters = (part.strip() for part in media_type.split(";"))
    if kind.lower() not in (_PLAIN, *_HTML):
        raise InputError(f"media_type {media_type!r} is not supported; give text/plain or text/html")
    named = {name.strip().lower(): value.strip().strip("\"'") for name, _, value in (p.partition("=") for p in parameters)}
    return kind.lower(), named.get("charset")
