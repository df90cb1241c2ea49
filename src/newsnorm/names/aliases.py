"""One person, two accepted spellings in one text: `Moammar Qaddafi` beside Muammar Gaddafi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from newsnorm.lexicon import attested

from .forms import Form
from .judge import Judge


def find_aliases(forms: Iterable[Form], judge: Judge) -> Iterator[tuple[Form, Form]]:
    """(alias, the form to read instead) for the forms of one known person that are spellings of each other.

    A longer or shorter name (`Vladimir Vladimirovich Putin`) and a nickname (`Joe`, Joseph) are no other spelling.
    """
    several: dict[str, list[Form]] = {}
    for form in forms:
        if form.known:
            several.setdefault(form.known.name, []).append(form)
    for alike in several.values():
        if len(alike) > 1:
            best = max(alike, key=judge.rank)
            yield from ((form, best) for form in alike if form is not best and _spells(form, best))


def _spells(one: Form, other: Form) -> bool:
    a, b = (form.mentions[0].surface.replace("\xa0", " ").casefold().split(" ") for form in (one, other))
    if len(a) != len(b):
        return False
    differ = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if all(attested(x) and attested(y) for x, y in differ) and a[-1] == b[-1]:
        return False
    return all(SequenceMatcher(None, x, y, autojunk=False).ratio() >= 0.6 and not _short(x, y) for x, y in differ)


def _short(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) >= 2 and long.startswith(short)
