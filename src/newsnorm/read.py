"""The first two stages: what the caller gave becomes text."""

from __future__ import annotations

from functools import lru_cache

from .document import Change
from .errors import InputError
from .patterns import compiled

#: The rule id of the flag that says that an encoding is a guess.
GUESS = "decode.guess"
_PLAIN, _HTML = "text/plain", ("text/html", "application/xhtml+xml")


def read(data: str | bytes, media_type: str | None) -> tuple[str, tuple[Change, ...]]:
    """The text, and a flag if its encoding is a guess.

    Raises InputError for data or a media type that newsnorm does not take, DecodeError for bytes that are no text.
    """
    kind, charset = _parse(media_type)
    notes: tuple[Change, ...] = ()
    if isinstance(data, (bytes, bytearray, memoryview)):
        from .decoding import decode
        from .extract import declared_charset, is_html

        data = bytes(data)
        if not charset and (kind in _HTML or (kind is None and is_html(data[:20_000].decode("latin-1")))):
            charset = declared_charset(data)
        text, encoding, confidence = decode(data, declared=charset)
        if confidence < 0.5:
            reason = f"the bytes are not UTF-8 and declare nothing; read as {encoding}, which is a guess: give the charset"
            notes = (Change(GUESS, 0, 0, "", "", confidence, reason),)
    elif isinstance(data, str):
        text = with_whole_characters(data)
    else:
        raise InputError(f"normalize takes str or bytes, not {type(data).__name__}")
    if kind in _HTML or (kind is None and "<" in text[:20_000]):
        from .extract import extract, is_html

        if kind in _HTML or is_html(text):
            text = extract(text)
    return text, notes


def with_whole_characters(text: str) -> str:
    """Surrogate pairs joined: two halves side by side are one character to every codec, and JSON cannot tell them from it."""
    if text.isascii() or not compiled("[\ud800-\udbff][\udc00-\udfff]").search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@lru_cache(64)
def _parse(media_type: str | None) -> tuple[str | None, str | None]:
    if media_type is None:
        return None, None
    kind, *parameters = (part.strip() for part in media_type.split(";"))
    if kind.lower() not in (_PLAIN, *_HTML):
        raise InputError(f"media_type {media_type!r} is not supported; give text/plain or text/html")
    named = {name.strip().lower(): value.strip().strip("\"'") for name, _, value in (p.partition("=") for p in parameters)}
    return kind.lower(), named.get("charset")
