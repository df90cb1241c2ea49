"""Much-mentioned people whom a text names in a misspelt form alone: `Kim Jon-un`, in an article on North Korea."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsnorm.lexicon import fold
from newsnorm.people import are_different, gazetteer, name_key, name_parts

from .corpus import denies
from .forms import Form, Found
from .judge import Judge
from .misspelt import misspellings

#: Characters before a name in which it is said who that is, in the same sentence: `the North Korean leader`.
_BEFORE = 60


def find_well_known(found: Found, judge: Judge) -> Iterator[tuple[Form, str]]:
    """(misspelt form, the person's name) where the text tells who is meant: anywhere, or right before the name if that is somebody else's too
    or the text also has the right one."""
    folded = ""
    for form in found.forms.values():
        if not (misspelt := misspellings().get(form.key)):
            continue
        person = gazetteer()[name_key(misspelt.name)]
        right = [other for other in found.forms.values() if other is not form and other.known == person]
        if (form.known and form.known != person) or judge.said_to_differ(form) or judge.written(form) or any(judge.together(form, other) for other in right):
            continue
        if are_different(judge.different, form.parts, name_parts(person.name)) or denies(judge.table, form, Form(name_parts(person.name), known=person)):
            continue
        if right or misspelt.shared:
            before = (re.split(r"[.!?]\s|\n", judge.text[max(0, m.start - _BEFORE) : m.start])[-1] for m in form.mentions)
            told = any(misspelt.context.search(fold(words)) for words in before)
        else:
            folded = folded or fold(judge.text)
            told = bool(misspelt.context.search(folded))
        if told:
            yield form, misspelt.name


def restyled(name: str, surface: str) -> str:
    """The name with the hyphens, spaces, capitals and right letters of the surface: Kim Jong Un for `Kim Jung Un`, Tayyip Erdoğan for `Tayyep Erdoğan`."""
    pieces, mine = (re.split(r"([ \xa0‐‑-])", text) for text in (name, surface))
    if len(pieces) != len(mine):
        return name
    pieces[1::2] = mine[1::2]
    pairs = [(old, old) if fold(old) == fold(new) else (new, old) for new, old in zip(pieces, mine, strict=True)]
    return "".join(new[0].upper() + new[1:] if old[:1].isupper() else new for new, old in pairs)
