"""The people of a document: which capitalised words are a person for sure, and how each is spelt where.

A person is sure here in two ways only: the name is in the gazetteer (or named by the caller), or it has the shape of a
Korean name, a surname with a hyphenated given name. Everything else is left alone; a name that is merely similar to
another is no evidence at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from .document import Person
from .patterns import compiled
from .people import KnownPerson, gazetteer_heads, key_head, korean_surnames, lookup, name_key

if TYPE_CHECKING:
    from .blocks import Caption
    from .view import View

#: Words of a name at most, particles counted: Luiz Inácio Lula da Silva.
LONGEST_NAME = 5
_WORD = r"\p{Lu}\p{M}*+\p{Ll}[\p{L}\p{M}]*+(?:['’ʼ‐‑-]\p{L}[\p{L}\p{M}]*+)*+"
_PARTICLES = "(?:(?>al|bin|da|das|de|del|della|den|der|des|di|do|dos|du|e|el|ibn|la|le|ten|ter|van|von|y|zu)[  ]){0,3}+"
_WORDS = rf"(?<![\p{{L}}\p{{M}}\p{{N}}@#/_.'’‐‑-]){_WORD}(?:[  ]{_PARTICLES}{_WORD}){{1,7}}+"

#: A Korean syllable in Latin letters (of two at least), by the sounds that Revised Romanization, McCune-Reischauer and the press have for it:
#: `Jong-un`, `Jae-in`, `Geun-hye`, but not `All-Star`, `Pre-school` or `Anti-war`.
_INITIAL = "(?:kk|tt|pp|ss|jj|ch|sh|g|n|d|r|l|m|b|s|j|k|t|p|h|y|w)?"
_SYLLABLE = rf"(?=\p{{L}}{{2}}){_INITIAL}(?:yae|yeo|wae|yoo|woo|ae|ya|eo|ye|wa|oe|yo|wo|we|wi|yu|eu|ui|oo|ou|ee|a|e|o|u|i)(?:ng|ck|g|k|n|d|t|l|m|b|p|h)?"


class Mention(NamedTuple):
    """One place where a person is named in full: the span and what stands there."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Named:
    """All mentions of one name key, the form most fit to stand for them, and who it is if known."""

    form: str
    mentions: tuple[Mention, ...]
    known: KnownPerson | None

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The spellings, in the order of their first mention."""
        return tuple(dict.fromkeys(m.surface for m in self.mentions))

    @property
    def gender(self) -> str | None:
        """ "f", "m", or None if nobody knows."""
        return self.known.gender if self.known else None


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a document, in the order of their first mention."""

    named: tuple[Named, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """The same for the Document."""
        return tuple(Person(n.form, tuple(s for s in n.surfaces if s != n.form), n.gender) for n in self.named)


class Repeats:
    """The offsets that lie in a line that repeats a caption."""

    def __init__(self, captions: Iterable[Caption]) -> None:
        self._spans = [span for caption in captions for span in caption.repeats]

    def __contains__(self, at: int) -> bool:
        i = bisect_right(self._spans, at, key=itemgetter(0)) - 1
        return i >= 0 and at < self._spans[i][1]


def find_cast(view: View) -> Cast:
    """The sure people of the text. A line that repeats a caption does not count twice."""
    known = lookup(view.known)
    heads = gazetteer_heads() | {key_head(form) for person in view.known for form in (person.name, *person.aliases)} | _korean_heads()
    repeats = Repeats(view.captions)
    found: dict[str, list[Mention]] = {}
    for m in compiled(_WORDS).finditer(view.text):
        for mention in _names_in(m.group(), m.start(), known, heads):
            found.setdefault(name_key(mention.surface), []).append(mention)
    return Cast(tuple(_named(mentions, known.get(key), repeats) for key, mentions in found.items()))


def _names_in(run: str, offset: int, known: Mapping[str, KnownPerson], heads: frozenset[str]) -> Iterator[Mention]:
    """The people in a run of capitalised words, longest first, from left to right."""
    words = [(m.start(), m.end(), m.group()) for m in compiled(r"[^  ]++").finditer(run)]
    i = 0
    while i < len(words) - 1:
        longest = min(len(words), i + LONGEST_NAME) if key_head(words[i][2]) in heads else 0
        for j in range(longest, i + 1, -1):
            surface = run[words[i][0] : words[j - 1][1]]
            if name_key(surface) in known or _is_korean(words[i][2], [w[2] for w in words[i + 1 : j]]):
                yield Mention(offset + words[i][0], offset + words[j - 1][1], surface)
                i = j - 1
                break
        i += 1


def _is_korean(surname: str, given: list[str]) -> bool:
    return len(given) == 1 and surname in korean_surnames() and bool(compiled(rf"(?i){_SYLLABLE}-{_SYLLABLE}").fullmatch(given[0]))


@cache
def _korean_heads() -> frozenset[str]:
    return frozenset(map(key_head, korean_surnames()))


def _named(mentions: list[Mention], known: KnownPerson | None, repeats: Repeats) -> Named:
    counted = Counter(m.surface for m in mentions if m.start not in repeats)
    first = {m.surface: -m.start for m in reversed(mentions)}
    forms = {known.name, *known.aliases} if known else set()

    def fitness(surface: str) -> tuple[int, bool, int, int]:
        marks = sum(c in "-'’" or not c.isascii() for c in surface)
        return counted[surface], surface in forms, marks, first[surface]

    return Named(max(first, key=fitness), tuple(mentions), known)


def names_something(text: str, end: int) -> bool:
    """Whether the name that ends here is part of a longer one: `Kim Il Sung University`."""
    return bool(compiled(r"[  ](?=\p{Lu}\p{Ll})(?!(?>Jr|Sr)\b)").match(text, end))
