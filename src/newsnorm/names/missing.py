"""Damaged names whose right form stands in other documents of the corpus alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsnorm.lexicon import attested, flags
from newsnorm.people import KnownPerson, name_parts

from .difference import difference
from .forms import Form, Found, keys
from .judge import Judge, Verdict
from .table import NEAR

#: Documents that make such a name sure: NEAR if the damaged part is known as a name, else these.
SURE = 10
#: A shorter part is too near to too many names.
SHORTEST = 4


def find_missing(found: Found, judge: Judge, known: Mapping[str, KnownPerson]) -> Iterator[tuple[Verdict, str]]:
    """(verdict, spelling of the anchor) for each form that has no near one in the text, and exactly one in the table.

    The vetoes are those for two forms of a text. Sure is only what the text has once, near to a name of many documents.
    """
    if (table := judge.table) is None:
        return
    shared: dict[tuple[int, int, str], int] = {}
    for form in found.forms.values():
        for key in keys(form.parts):
            shared[key] = shared.get(key, 0) + 1
    for form in found.forms.values():
        if form.known or len(form.parts) < 2 or table.count(form.key) > 1 or any(shared[key] > 1 for key in keys(form.parts)):
            continue
        if len(fits := [fit for name in table.near(" ".join(form.parts)) if (fit := _fit(form, name, table.count(name), judge, known))]) == 1:
            yield fits[0]


def _fit(form: Form, name: str, documents: int, judge: Judge, known: Mapping[str, KnownPerson]) -> tuple[Verdict, str] | None:
    parts = name_parts(name)
    anchor = Form(parts, known=known.get("".join(parts)), strong=True)
    at = next(i for i, part in enumerate(parts) if part != form.parts[i])
    v, a = form.parts[at], parts[at]
    if len(v) < SHORTEST or len(a) < SHORTEST or not v.isalpha() or flags(v) or v == a + "s":
        return None  # a word, or somebody's name
    change = difference(v, a, last=at == len(parts) - 1)
    if change is None or judge.vetoed(form, anchor, at, change):
        return None
    sure = judge.support(form) == 1 and documents >= (NEAR if attested(a) else SURE)
    return Verdict(form, anchor, change.kind, sure, change.cost), name
