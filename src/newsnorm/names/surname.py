"""Words that stand alone and are nearly the surname of somebody in the text: `Blari` in an article on Tony Blair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.lexicon import flags, fold

from .difference import ENDINGS, difference, sounds

if TYPE_CHECKING:
    from .forms import Form, Found
    from .judge import Judge

#: A shorter word is too near to too many names.
SHORTEST = 5


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
    near: dict[str, list[str]] = {}
    for surname in surnames:
        for key in _keys(surname):
            near.setdefault(key, []).append(surname)
    for word, at in found.words.items():
        bare = word[:-2] if word.endswith(("'s", "’s")) else word
        v = fold(bare)
        if len(v) < SHORTEST or not v.isalpha() or bare.isupper() or judge.standing[v] > 1 or flags(v) or v in surnames:
            continue
        candidates = dict.fromkeys(s for key in _keys(v) for s in near.get(key, ()))
        fits = [(s, d) for s in candidates if (d := difference(v, s, last=True)) and v != s + "s" and judge.standing[s] >= 2]
        if len(fits) != 1 or len(surnames[fits[0][0]]) != 1 or (len(v) == SHORTEST and fits[0][1].kind == "ending"):
            continue
        if bare.casefold() in text:
            continue  # a word after all: the text has it in lower case
        yield Slip(at[0], bare, surnames[fits[0][0]][0], fits[0][1].kind)


def _keys(part: str) -> set[str]:
    """What two parts share that differ by one slip, an ending or the romanization."""
    keys = {part, part[:-1], "~" + sounds(part), *(part[:i] + part[i + 1 :] for i in range(min(len(part), 24)))}
    return keys | {part[: -len(ending)] for ending in ENDINGS if part.endswith(ending)}
