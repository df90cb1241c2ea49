"""Known people in scripts without capitals: there a name is found by its exact form in the gazetteer alone."""

from __future__ import annotations

import re
from functools import lru_cache

from newsnorm.people import KnownPerson, gazetteer

from .forms import Form, Mention

_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0fff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: Scripts that set words apart: there a name is a whole word.
_SPACED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff]")


def find_uncased(text: str, known: tuple[KnownPerson, ...]) -> list[Form]:
    """The people of the gazetteer and of the caller whose name stands in the text as it is written there, longest first."""
    if not _UNCASED.search(text):
        return []
    names, heads = _names(known)
    forms: dict[str, Form] = {}
    end = 0
    for m in _first(known).finditer(text):
        if (at := m.start()) < end:
            continue
        for length in heads.get(text[at : at + 2], ()):
            name = text[at : at + length]
            if (person := names.get(name)) is not None and _is_whole(text, at, at + len(name)):
                end = at + len(name)
                known_person = gazetteer().person(person) if isinstance(person, int) else person
                forms.setdefault(name, Form((name,), known=known_person, strong=True)).mentions.append(Mention(at, end, name))
                break
    return list(forms.values())


def _is_whole(text: str, start: int, end: int) -> bool:
    if not _SPACED.match(text, start):
        return True
    return not (start and text[start - 1].isalpha()) and not (end < len(text) and text[end].isalpha())


@lru_cache(maxsize=4)
def _first(known: tuple[KnownPerson, ...]) -> re.Pattern[str]:
    """Where a name may begin: its first character, which in scripts that set words apart is that of a word."""
    first = sorted({head[0] for head in _names(known)[1]})
    spaced, other = ("".join(c for c in first if bool(_SPACED.match(c)) is apart) for apart in (True, False))
    return re.compile("|".join(p for p in (spaced and rf"(?<![^\W\d_])[{spaced}]", other and f"[{other}]") if p) or "(?!)")


@lru_cache(maxsize=4)
def _names(known: tuple[KnownPerson, ...]) -> tuple[dict[str, KnownPerson | int], dict[str, list[int]]]:
    """Form -> who it is, or the row of the gazetteer; the first two characters of a form -> the lengths of those that begin with them, longest first."""
    names: dict[str, KnownPerson | int] = {}
    for person in known:
        names.update((form, person) for form in (person.name, *person.aliases) if len(form) > 1 and _UNCASED.match(form) and form not in names)
    for form, row in gazetteer().forms(_UNCASED):
        if len(form) > 1:
            names.setdefault(form, row)
    lengths: dict[str, set[int]] = {}
    for form in names:
        lengths.setdefault(form[:2], set()).add(len(form))
    return names, {head: sorted(found, reverse=True) for head, found in lengths.items()}
