"""Words that stand alone and are nearly the surname of somebody in the text: `Blari` in an article on Tony Blair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.lexicon import flags, fold

from .difference import difference, likeness

if TYPE_CHECKING:
    from .forms import Form, Found
    from .judge import Judge

#: A shorter word is too near to too many names.
SHORTEST = 5
#: Surnames that a word is compared with at most.
FEW = 16


class Slip(NamedTuple):
    """A word at an offset, and the person of whose surname it is a damaged form."""

    start: int
    word: str
    anchor: Form
    kind: str


def find_slips(found: Found, judge: Judge, text: str) -> Iterator[Slip]:
    """The words that can only be a damaged surname: used once, no word and no name, near to one person's surname alone."""
    surnames: dict[str, list[Form]] = {}
    for form in found.forms.values():
        if form.strong and len(form.parts[-1]) >= SHORTEST - 1:
            surnames.setdefault(form.parts[-1], []).append(form)
    if not surnames:
        return
    near = _Near(surnames)
    for word, at in found.words.items():
        if len(at) > 1 or len(word) < SHORTEST:
            continue
        bare = word[:-2] if word.endswith(("'s", "’s")) else word
        v = fold(bare)
        if len(v) < SHORTEST or not v.isalpha() or bare.isupper() or v in surnames or flags(v):
            continue
        fits = [(s, d) for s in near.to(v) if (d := difference(v, s, last=True)) and v != s + "s" and judge.standing[s] >= 2]
        if len(fits) != 1 or len(surnames[fits[0][0]]) != 1 or (len(v) == SHORTEST and fits[0][1].kind == "ending"):
            continue
        if judge.standing[v] > 1 or bare.casefold() in text:
            continue  # the text has it elsewhere, or in lower case: a word after all
        yield Slip(at[0], bare, surnames[fits[0][0]][0], fits[0][1].kind)


class _Near:
    """Finds the surnames that may differ from a word by one slip behind the first letter, an ending or the romanization."""

    def __init__(self, surnames: Iterable[str]) -> None:
        self._by_initial: dict[str, list[str]] = {}
        for surname in surnames:
            self._by_initial.setdefault(surname[0], []).append(surname)
        self._by_key: dict[str, dict[str, list[str]]] = {}

    def to(self, word: str) -> list[str]:
        """Those near to the word; all of its initial, if they are few."""
        alike = self._by_initial.get(word[0], [])
        if len(alike) <= FEW:
            return [s for s in alike if -3 <= len(word) - len(s) <= 3]
        if word[0] not in self._by_key:
            table = self._by_key[word[0]] = {}
            for surname in alike:
                for key in likeness(surname):
                    table.setdefault(key, []).append(surname)
        return list(dict.fromkeys(s for key in likeness(word) for s in self._by_key[word[0]].get(key, ())[:FEW]))
