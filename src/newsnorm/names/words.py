"""Runs of capitalised words, and the names that may be in them.

Only scripts with case (Latin, Greek, Cyrillic, Armenian); a name in another script is found by its exact form alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from newsnorm.data import words
from newsnorm.lexicon import CALENDAR, COMMON, GIVEN, ORGANISATION, attested, flags, fold

from .chinese import is_surname

#: Words of a name at most, particles counted: Luiz Inácio Lula da Silva.
LONGEST = 6
PARTICLES = words("particles")
_APOSTROPHE, _HYPHEN = "'’ʼ", "‐‑-"  # a hyphen stands last in a set of a pattern
_INNER = re.compile(r"[.‐‑-]")
_LETTER = r"[^\W\d_]"


class Span(NamedTuple):
    """A possible name in a run: offsets in the run, folded parts, and the folded title or role that stands before it, if any."""

    start: int
    end: int
    parts: tuple[str, ...]
    title: str = ""


@cache
def _upper() -> str:
    """A set of the capital letters of the scripts with case, for a pattern."""
    capitals = [c for c in range(0x41, 0x2E00) if unicodedata.category(chr(c)) == "Lu"]
    ranges = []
    for _, group in groupby(enumerate(capitals), lambda pair: pair[1] - pair[0]):
        block = [c for _, c in group]
        ranges.append(f"{chr(block[0])}-{chr(block[-1])}" if len(block) > 1 else chr(block[0]))
    return f"[{''.join(ranges)}]"


@cache
def _run() -> re.Pattern[str]:
    word = rf"{_upper()}{_LETTER}++(?:[{_APOSTROPHE}{_HYPHEN}]{_LETTER}++)*+"
    irish = rf"{_upper()}[{_APOSTROPHE}]{_LETTER}++(?:[{_HYPHEN}]{_LETTER}++)*+"
    initials = rf"{_upper()}\.(?:[{_HYPHEN}]?{_upper()}\.)*+"
    particle = rf"(?:{'|'.join(sorted(PARTICLES, key=lambda p: (-len(p), p)))})"
    article = rf"(?:a[ldnrstz]|el|ul|ash)(?:[{_HYPHEN}]{_LETTER}|{_upper()}){_LETTER}++"
    first = rf"(?:{word}|{irish}|{initials})"
    bare_initial = rf"{_upper()}(?=[ \xa0]{_upper()}{_LETTER})"
    more = rf"(?:[ \xa0](?:{particle}[ \xa0]){{0,3}}+(?:{first}|{article}|{bare_initial}))"
    return re.compile(rf"(?<![\w@#/_.&{_APOSTROPHE}{_HYPHEN}]){first}{more}*+(?![@\w])")


def runs(text: str) -> Iterator[tuple[int, str]]:
    """(offset, run) for each run of capitalised words, from left to right; a no-break space is a space there."""
    for m in _run().finditer(text):
        yield m.start(), m.group().replace("\xa0", " ")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[^ ]++")


#: Words that are remembered: most of those with a capital that news has.
_WORDS = 1 << 13


@lru_cache(_WORDS)
def parts_of(token: str) -> tuple[str, ...]:
    """The folded parts of one word of a name: ``Jong-un`` is two."""
    if _HYPHEN[-1] in token or "." in token or "‐" in token or "‑" in token:
        return tuple(fold(part) for part in _INNER.split(token) if part)
    return (fold(token),)


class _Token(NamedTuple):
    """What a word of a run is, wherever it stands: ``possessive`` is the length of its 's, or 0."""

    parts: tuple[str, ...]
    whole: str
    possessive: int
    capitals: bool
    flags: int
    attested: bool


@lru_cache(_WORDS)
def _read(token: str) -> _Token:
    possessive = 2 if token[-2:-1] in ("'", "’", "ʼ") and token[-1] == "s" and len(token) > 3 else 0
    parts = parts_of(token[:-possessive] if possessive else token)
    whole = "".join(parts)
    return _Token(parts, whole, possessive, _capitals(token), flags(whole), attested(whole))


def spans(run: str, titles: frozenset[str], heads: frozenset[str] = frozenset()) -> list[Span]:
    """The possible names in a run, and single words: what is left between titles, months, organisations and common words.

    titles  folded titles and roles of the text's language
    heads   first parts of the names of known people: `Marine`, though it is a word

    A common word that is somebody's name too (`But`, `Star`, `Model`) is left out where a given name stands behind it.
    """
    found: list[Span] = []
    open_: list[tuple[int, int, tuple[str, ...]]] = []
    title = ""
    for m in _token().finditer(run):
        token = _read(m.group())
        start, end = m.start(), m.end() - token.possessive
        parts, whole = token.parts, token.whole
        kind = 0 if (whole in PARTICLES and open_) or whole in heads else token.flags
        if kind & ORGANISATION or token.capitals:
            open_, title = [], ""  # what is called after a person is no mention of it
            continue
        if splits := whole in titles or (kind & (CALENDAR | COMMON) and not token.attested and (kind & CALENDAR or (not open_ and len(parts) == 1))):
            _close(open_, title, found)
            open_, title = [], whole if whole in titles else ""
        else:
            open_.append((start, end, parts))
        if token.possessive and not splits:
            _close(open_, title, found)
            open_, title = [], ""
    _close(open_, title, found)
    return found


def _close(tokens: list[tuple[int, int, tuple[str, ...]]], title: str, found: list[Span]) -> None:
    if len(tokens) > 2 * LONGEST:
        return
    while tokens and tokens[-1][2][0] in PARTICLES and len(tokens[-1][2]) == 1 and tokens[-1][1] - tokens[-1][0] <= 3:
        tokens = tokens[:-1]
    while (
        len(tokens) > 2
        and len(tokens[0][2]) == 1
        and flags(tokens[0][2][0]) & (COMMON | GIVEN) == COMMON
        and tokens[0][2][0] not in PARTICLES
        and not is_surname(tokens[0][2][0])
    ):
        tokens = tokens[1:]
    if 1 <= len(tokens) <= LONGEST:
        found.append(Span(tokens[0][0], tokens[-1][1], tuple(p for _, _, parts in tokens for p in parts), title))


_NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())


def _capitals(token: str) -> bool:
    """Whether the word is all capitals: an acronym, or a headline's."""
    return token.isupper() and len(token) > 1 and "." not in token and token not in _NUMERALS
