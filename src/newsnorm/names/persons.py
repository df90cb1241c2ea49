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
    together: dict[object, list[Named]] = {}
    for named in view.cast.named:
        together.setdefault(named.known.name if named.known else (named.form,), []).append(named)
    return tuple(_person(view.body_start, several, corrected, women, men) for several in together.values())


def _person(body: int, several: list[Named], corrected: Mapping[str, Mapping[str, None]], women: frozenset[str], men: frozenset[str]) -> Person:
    """One person of the names that are theirs; the most used form stands for them, then the first."""
    form = max(several, key=lambda n: len(n.mentions)).form
    variants = dict.fromkeys(spelling for n in several for spelling in corrected.get(n.form, ()))
    variants |= dict.fromkeys(surface for n in several for surface in n.surfaces)
    variants.pop(form, None)
    mentions = sorted((m.start - body, m.end - body) for n in several for m in n.mentions if m.start >= body)
    gender = next((g for g in (_gender(n, women, men) for n in several) if g[0]), (None, None))
    return Person(form, tuple(variants), *gender, tuple(mentions))


def _gender(named: Named, women: frozenset[str], men: frozenset[str]) -> tuple[str | None, str | None]:
    """The gender and what says so."""
    if named.gender:
        return named.gender, "known"
    female, male = bool(named.titles & women), bool(named.titles & men)
    if female != male:
        return "f" if female else "m", "title"
    given = flags(named.parts[0]) & (GIVEN_F | GIVEN_M) if named.parts and not female else 0
    return {GIVEN_F: ("f", "given name"), GIVEN_M: ("m", "given name")}.get(given, (None, None))
