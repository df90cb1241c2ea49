"""Pairs of forms that differ in one part only, found through what they share, in linear time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from .difference import likeness
from .forms import Form, keys

#: Forms that share all parts but one are all compared if they are this few; if more, those that are alike in the part.
FEW = 12
#: A form that is alike to more than this many of them is rather one of a list of names than a damaged one.
MOST = 2


def near_pairs(forms: Iterable[Form], rank: Callable[[Form], tuple[object, ...]]) -> Iterator[tuple[Form, Form, int]]:
    """(one, other, index of the part in which they differ), each pair once, the higher rank second."""
    forms = list(forms)
    # Two that differ in one part have another in common.
    bearers = Counter(part for form in forms for part in set(form.parts))
    forms = [form for form in forms if any(bearers[part] > 1 for part in form.parts)]
    # One of the two must be a person for sure: what no such name shares is of no use.
    shared: dict[tuple[int, int, str], list[Form]] = {key: [] for form in forms if form.strong for key in keys(form.parts)}
    for form in forms:
        for key in keys(form.parts):
            if key in shared:
                shared[key].append(form)
    for (_, i, _), alike in shared.items():
        if len(alike) > 1:
            alike.sort(key=rank, reverse=True)
            pairs = _all(alike) if len(alike) <= FEW else _like(alike, i)
            yield from ((one, other, i) for one, other in pairs)


def _all(forms: list[Form]) -> Iterator[tuple[Form, Form]]:
    for k, other in enumerate(forms):
        for one in forms[k + 1 :]:
            yield one, other


def _like(forms: list[Form], at: int) -> Iterator[tuple[Form, Form]]:
    by_key: dict[str, list[Form]] = {}
    for form in forms:
        found: dict[int, Form] = {}
        for key in likeness(form.parts[at]):
            others = by_key.setdefault(key, [])
            found.update((id(other), other) for other in others[: MOST + 1])
            others.append(form)
        if len(found) <= MOST:
            yield from ((form, other) for other in found.values())
