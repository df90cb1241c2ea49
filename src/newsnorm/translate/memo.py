"""Whole texts that were translated before: the sentences and their outcomes, so that neither splitter nor analyser nor engine is asked again."""

from __future__ import annotations

from collections.abc import Sequence

from .ask import asked
from .cache import Cache, installation, key
from .engine import Translator
from .pipeline import Outcome, as_outcome
from .sentences import Span

#: Raised when what is stored has another form.
_FORM = "1"


def text_key(text: str, people: tuple[str, ...], engine: Translator, hops: list[tuple[str, str]]) -> str | None:
    """The key of a text; None if the engine does not say what its output depends on."""
    identity = getattr(engine, "identity", None)
    if not callable(identity):
        return None
    identities = [asked(engine, lambda a=a, b=b: identity(a, b)) for a, b in hops]  # type: ignore[misc]
    if not all(isinstance(i, str) and i for i in identities):
        return None
    return key("text", _FORM, installation(), text, *people, "", *identities, *(code for hop in hops for code in hop))


def recalled(store: Cache, text: str, at: str | None) -> tuple[list[Span], list[Outcome]] | None:
    """The sentences of the text under that key and their outcomes; None if it is not there, or not whole."""
    value = store.get([at]).get(at) if at else None
    if not isinstance(value, list):
        return None
    units: list[Span] = []
    outcomes: list[Outcome] = []
    last = 0
    for row in value:
        if not isinstance(row, list) or len(row) != 7 or not all(isinstance(n, int) for n in row[:2]) or not last <= row[0] < row[1] <= len(text):
            return None
        if (outcome := as_outcome(row[2:])) is None:
            return None
        units.append((row[0], row[1]))
        outcomes.append(outcome)
        last = row[1]
    return units, outcomes


def remember(store: Cache, at: str | None, units: Sequence[Span], outcomes: Sequence[Outcome]) -> None:
    """Keep them."""
    if at:
        store.put({at: [[*unit, *outcome] for unit, outcome in zip(units, outcomes, strict=True)]})
