"""The titles of works that a text quotes: «Sangre de mayo». They are translated unless the caller asks to keep them."""

from __future__ import annotations

from functools import cache
from re import Pattern

from ..data import language_data
from ..patterns import any_of, compiled
from .shield import Span

#: Words of a title at most, and code points that are looked at behind it.
WORDS, BEHIND = 10, 40
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'), ("‘", "’"), ("'", "'"), ("「", "」"), ("『", "』"), ("《", "》"))
_ALSO = "\"'‘"


def quoted_titles(text: str, language: str) -> list[Span]:
    """The spans of titles without their marks, in the order of the text.

    A title begins with a capital (or is Chinese or Japanese), has ten words at most, does not end with a comma or a full stop, is no
    number, and nobody says it: neither a colon stands before it nor a verb of speech behind it.
    """
    spans = []
    for m in _quoted().finditer(text):
        start, end = m.span(m.lastgroup or 0)
        inside = text[start:end]
        if len(inside.split()) <= WORDS and not _is_said(text, m.start(), m.end(), language):
            spans.append((start, end))
    return spans


@cache
def _quoted() -> Pattern[str]:
    first = r"\p{Lu}|\p{Han}|\p{Hiragana}|\p{Katakana}|\p{Hangul}"
    first += r"|[¿¡\p{N}][^\n]{0,20}?\p{Lu}"
    found = []
    for i, (o, c) in enumerate(_PAIRS):
        quoted = rf"{o}(?P<q{i}>(?={first})[^{o}{c}\n]{{2,90}}+(?<![,;.:\s。，])){c}"
        # marks that are apostrophes and inches as well stand at the borders of words
        found.append(rf"(?<![\p{{L}}\p{{N}}]){quoted}(?![\p{{L}}\p{{N}}])" if o in _ALSO else quoted)
    pattern: Pattern[str] = compiled("|".join(found))
    return pattern


def _is_said(text: str, start: int, end: int, language: str) -> bool:
    if compiled(r"[:：]\s*$").search(text, max(0, start - 3), start):
        return True
    verbs = language_data(language).get("names", {}).get("speech", [])
    return bool(verbs) and compiled(rf"[\s,–—-]*+(?:{any_of(verbs)})\b").match(text, end, end + BEHIND) is not None
