"""One person, two accepted spellings in one text: `Moammar Qaddafi` beside Muammar Gaddafi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsnorm.lexicon import fold
from newsnorm.people import KnownPerson, are_different, name_key

from .corpus import denies
from .forms import Form
from .judge import Judge


def find_aliases(forms: Iterable[Form], judge: Judge) -> Iterator[tuple[Form, Form, bool]]:
    """(alias, the form to read instead, whether that is sure) for the forms of one known person that are spellings of each other.

    Only those that the gazetteer has as spellings; a longer name (`Vladimir Vladimirovich Putin`) and a nickname (`Joe`,
    Joseph) are none. Sure is what differs in one word, where the other has it as the gazetteer's name does, and stands in another sentence: two
    words may be two people, and of two other spellings the more used one need not be better. No relative, and none whom the corpus names as well.
    """
    several: dict[str, list[Form]] = {}
    for form in forms:
        if form.known and form.key in _spellings(form.known):
            several.setdefault(form.known.name, []).append(form)
    for alike in several.values():
        best = max(alike, key=lambda form: (judge.support(form), form.key == name_key(form.known.name if form.known else ""), -form.start))
        told = any(map(judge.said_to_differ, alike))
        for form in alike:
            if form is not best and not are_different(judge.different, form.parts, best.parts):
                one = _differs_in_one(_words(form), _words(best), fold(form.known.name if form.known else "").split())
                yield (
                    form,
                    best,
                    one and not told and not judge.together(form, best) and not judge.may_be_relative(form) and not denies(judge.table, form, best),
                )


def _differs_in_one(words: list[str], best: list[str], name: list[str]) -> bool:
    """Whether two forms of as many words differ in one, and there the best is as the name of the gazetteer."""
    if len(words) != len(best):
        return False
    differ = [i for i, (x, y) in enumerate(zip(words, best, strict=True)) if x != y]
    return len(differ) == 1 and (best == name or (len(name) == len(best) and best[differ[0]] == name[differ[0]]))


def _words(form: Form) -> list[str]:
    return [fold(word) for word in form.mentions[0].surface.split()]


@lru_cache(1 << 12)
def _spellings(person: KnownPerson) -> frozenset[str]:
    return frozenset(map(name_key, (person.name, *person.spellings)))
