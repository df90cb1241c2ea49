"""The people of a text as the Document shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsnorm.document import Person
from newsnorm.lexicon import GIVEN_F, GIVEN_M, flags, fold

from .cast import Named

if TYPE_CHECKING:
    from newsnorm.view import View


def persons(view: View, corrected: Mapping[str, Mapping[str, None]]) -> tuple[Person, ...]:
    """Everybody who is a person for sure, in the order of the first mention; offsets count from the body's beginning.

    corrected  a name -> the spellings that were edited to it
    """
    women, men = (frozenset(map(fold, view.data("names").get(of, ()))) for of in ("women", "men"))
    found = []
    for named in view.cast.named:
        variants = dict.fromkeys([*corrected.get(named.form, ()), *named.surfaces])
        variants.pop(named.form, None)
        mentions = tuple((m.start - view.body_start, m.end - view.body_start) for m in named.mentions if m.start >= view.body_start)
        found.append(Person(named.form, tuple(variants), *_gender(named, women, men), mentions))
    return tuple(found)


def _gender(named: Named, women: frozenset[str], men: frozenset[str]) -> tuple[str | None, str | None]:
    """The gender and what says so."""
    if named.gender:
        return named.gender, "known"
    female, male = bool(named.titles & women), bool(named.titles & men)
    if female != male:
        return "f" if female else "m", "title"
    given = flags(named.parts[0]) & (GIVEN_F | GIVEN_M) if named.parts and not female else 0
    return {GIVEN_F: ("f", "given name"), GIVEN_M: ("m", "given name")}.get(given, (None, None))
