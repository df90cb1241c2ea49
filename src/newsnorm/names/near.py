"""Pairs of forms that differ in one part only, found through what they share, in linear time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .forms import Form, keys

#: Forms that share all parts but one are compared with this many of them at most, those with the most support.
MOST = 24


def near_pairs(forms: Iterable[Form], rank: Callable[[Form], tuple[object, ...]]) -> Iterator[tuple[Form, Form, int]]:
    """(one, other, index of the part in which they differ), each pair once, the higher rank second."""
    shared: dict[tuple[int, int, str], list[Form]] = {}
    for form in forms:
        for key in keys(form.parts):
            shared.setdefault(key, []).append(form)
    for (_, i, _), alike in shared.items():
        if len(alike) < 2:
            continue
        alike.sort(key=rank, reverse=True)
        for k, one in enumerate(alike[:MOST]):
            for other in alike[k + 1 :]:
                yield other, one, i
