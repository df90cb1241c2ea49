"""Full names whose first part, damaged, is a word: `Rece Tayyip Erdoğan` beside Recep Tayyip Erdoğan."""

from __future__ import annotations

from collections.abc import Mapping

from newsnorm.lexicon import COMMON, flags, fold
from newsnorm.patterns import compiled

from .difference import difference
from .forms import Form, Mention

#: Parts of the whole name at least: two that follow the word say whose name it is.
PARTS = 3
#: Characters of the word at most.
_LONGEST = 24


def find_heads(forms: Mapping[str, Form], text: str) -> list[Form]:
    """The names that a capitalised word before the rest of somebody's name makes, if it is near the first part; each can only be a variant."""
    variants: dict[tuple[str, ...], Form] = {}
    for anchor in forms.values():
        rest = forms.get("".join(anchor.parts[1:])) if anchor.strong and len(anchor.parts) >= PARTS else None
        for m in rest.mentions if rest and rest.parts == anchor.parts[1:] else ():
            before = compiled(r"(?<![\w'’-])\p{Lu}\p{Ll}+(?=[ \xa0]\Z)").search(text, max(0, m.start - _LONGEST), m.start)
            if before and flags(word := fold(before.group())) & COMMON and difference(word, anchor.parts[0], last=False):
                parts = (word, *anchor.parts[1:])
                form = variants.setdefault(parts, Form(parts))
                form.mentions.append(Mention(before.start(), m.end, text[before.start() : m.end].replace("\xa0", " ")))
    return list(variants.values())
