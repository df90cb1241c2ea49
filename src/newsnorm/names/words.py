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
from newsnorm.lexicon import CALENDAR, COMMON, GIVEN, ORGANISATION, RARE, SURNAME, attested, flags, fold

from .chinese import is_surname

#: Words of a name at most, particles counted: Luiz Inácio Lula da Silva.
LONGEST = 6
PARTICLES = words("particles")
_APOSTROPHE, _HYPHEN = "'’ʼ", "‐‑-"  # a hyphen stands last in a set of a pattern
_INNER = re.compile(r"[.‐‑-]")
_LETTER = r"[^\W\d_]"
_LAST_WORD = re.compile(rf"(?<![\w-])({_LETTER}+(?:-{_LETTER}+)*)\.?[ \xa0]$")


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
    upper = _upper()
    word = rf"{_LETTER}++(?:[{_APOSTROPHE}{_HYPHEN}]{_LETTER}++)*+"
    irish = rf"[{_APOSTROPHE}]{_LETTER}++(?:[{_HYPHEN}]{_LETTER}++)*+"
    initials = rf"\.(?:[{_HYPHEN}]?{upper}\.)*+"
    particle = rf"(?:{'|'.join(sorted(PARTICLES, key=lambda p: (-len(p), p)))})"
    article = rf"(?:a[ldnrstz]|el|ul|ash)(?:[{_HYPHEN}]{_LETTER}|{upper}){_LETTER}++"
    rest = rf"(?:{word}|{irish}|{initials})"
    bare_initial = rf"(?= {upper}{_LETTER})"
    more = rf"(?: (?:{particle} ){{0,3}}+(?:{upper}(?:{rest}|{bare_initial})|{article}))"
    # the set stands first, so that the search skips to it, and what must not stand before it is looked at from behind
    return re.compile(rf"{upper}(?<![\w@#/_.&{_APOSTROPHE}{_HYPHEN}]{upper}){rest}{more}*+(?![@\w])")


def runs(text: str) -> Iterator[tuple[int, str]]:
    """(offset, run) for each run of capitalised words, from left to right; a no-break space is a space there."""
    for m in _run().finditer(text.replace("\xa0", " ")):
        yield m.start(), m.group()


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
    whole = parts[0] if len(parts) == 1 else "".join(parts)
    return _Token(parts, whole, possessive, _capitals(token), flags(whole), attested(whole))


def word_before(text: str, at: int) -> str:
    """The folded word that stands right before the offset, maybe with a full stop, or nothing."""
    found = _LAST_WORD.search(text, max(0, at - 30), at)
    return fold(found[1]) if found else ""


def is_month(run: str) -> bool:
    """Whether the run begins with a month or weekday that is somebody's name too: `June Paul Lund`."""
    first = _read(run.partition(" ")[0])
    return first.attested and bool(first.flags & CALENDAR)


def spans(run: str, titles: frozenset[str], heads: frozenset[str] = frozenset(), dates: frozenset[str] = frozenset(), *, dated: bool = False) -> list[Span]:
    """The possible names in a run, and single words: what is left between titles, months, organisations and common words.

    titles  folded titles and roles of the text's language
    heads   first parts of the names of known people: `Marine`, though it is a word
    dates   folded words behind which a month is no name: `In June Paul Lund left`
    dated   whether such a word stands before the run

    A common word that is somebody's name too (`But`, `Star`, `Model`) is left out where a given name stands behind it, and a title that is
    a surname (`King`) is one at the end of a run that begins with a given name.
    """
    found: list[Span] = []
    open_: list[tuple[int, int, tuple[str, ...]]] = []
    title = ""
    at = 0
    for token in run.split(" "):
        parts, whole, possessive, capitals, kind, is_name = _read(token)
        dated, is_name = whole in dates, is_name and not (dated and kind & CALENDAR)
        start, end, at = at, at + len(token) - possessive, at + len(token) + 1
        if kind and ((open_ and whole in PARTICLES) or whole in heads):
            kind = 0
        if capitals or kind & ORGANISATION:
            open_, title = [], ""  # what is called after a person is no mention of it
            continue
        is_title = whole in titles and not (open_ and run[at:].rstrip(".") in _SUFFIXES and _is_surname_of(open_[0][2][0], whole))
        if splits := is_title or (kind & (CALENDAR | COMMON) and not is_name and (kind & CALENDAR or (not open_ and len(parts) == 1))):
            _close(open_, title, found)
            open_, title = [], whole if whole in titles else ""
        else:
            open_.append((start, end, parts))
        if possessive and not splits:
            _close(open_, title, found)
            open_, title = [], ""
    _close(open_, title, found)
    return found


def _close(tokens: list[tuple[int, int, tuple[str, ...]]], title: str, found: list[Span]) -> None:
    if not tokens or len(tokens) > 2 * LONGEST:
        return
    first, last = 0, len(tokens)
    while last > first and _is_particle(*tokens[last - 1]):
        last -= 1
    while last - first > 2 and len(parts := tokens[first][2]) == 1 and _is_only_common(parts[0]):
        first += 1
    if 1 <= last - first <= LONGEST:
        tokens = tokens[first:last]
        parts = tokens[0][2] if len(tokens) == 1 else tuple([p for _, _, parts in tokens for p in parts])
        found.append(Span(tokens[0][0], tokens[-1][1], parts, title))


def _is_particle(start: int, end: int, parts: tuple[str, ...]) -> bool:
    return end - start <= 3 and len(parts) == 1 and parts[0] in PARTICLES


def _is_surname_of(given: str, title: str) -> bool:
    """Whether the title is a surname behind the given name: `Stephen King`."""
    return bool(flags(given) & GIVEN) and flags(title) & (SURNAME | RARE) == SURNAME


def _is_only_common(part: str) -> bool:
    """Whether the word is common, and no given name, particle or Chinese surname."""
    return flags(part) & (COMMON | GIVEN) == COMMON and part not in PARTICLES and not is_surname(part)


_NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())
#: What may follow a name at the end of a run.
_SUFFIXES = frozenset(["", "Jr", "Sr", "II", "III", "IV"])


def _capitals(token: str) -> bool:
    """Whether the word is all capitals: an acronym, or a headline's."""
    return token.isupper() and len(token) > 1 and "." not in token and token not in _NUMERALS
