"""Known people in scripts without capitals: there a name is found by its exact form in the gazetteer alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from newsnorm.people import KnownPerson, gazetteer

from .forms import Form, Mention

_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0fff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNCASED_RUN = re.compile(f"{_UNCASED.pattern}++")
#: Scripts that set words apart: there a name is a whole word.
_SPACED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff]")


def find_uncased(text: str, known: tuple[KnownPerson, ...]) -> list[Form]:
    """The people of the gazetteer and of the caller whose name stands in the text as it is written there, longest first."""
    if not _UNCASED.search(text):
        return []
    heads = _heads(known)
    forms: dict[str, Form] = {}
    end = 0
    for at in _places(text, heads):
        if at < end:
            continue
        for name, person in heads[text[at : at + 2]]:
            if text.startswith(name, at) and _is_whole(text, at, at + len(name)):
                end = at + len(name)
                forms.setdefault(name, Form((name,), known=person, strong=True)).mentions.append(Mention(at, end, name))
                break
    return list(forms.values())


def _places(text: str, heads: Mapping[str, object]) -> Iterator[int]:
    for run in _UNCASED_RUN.finditer(text):
        for at in range(*run.span()):
            if text[at : at + 2] in heads:
                yield at


def _is_whole(text: str, start: int, end: int) -> bool:
    if not _SPACED.match(text, start):
        return True
    return not (start and text[start - 1].isalpha()) and not (end < len(text) and text[end].isalpha())


@lru_cache(maxsize=4)
def _heads(known: tuple[KnownPerson, ...]) -> dict[str, list[tuple[str, KnownPerson]]]:
    """The first two characters of a form -> the forms that begin with them and who they are, longest first."""
    heads: dict[str, list[tuple[str, KnownPerson]]] = {}
    for person in (*known, *gazetteer().persons()):
        for form in (person.name, *person.aliases):
            if len(form) > 1 and _UNCASED.match(form):
                heads.setdefault(form[:2], []).append((form, person))
    for forms in heads.values():
        forms.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return heads
