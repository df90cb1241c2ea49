"""Full names whose first part, damaged, is a word: `Rece Tayyip Erdoğan` beside Recep Tayyip Erdoğan."""

from __future__ import annotations

from collections.abc import Mapping

from newsnorm.lexicon import COMMON, flags, fold
from newsnorm.patterns import compiled

from .difference import likeness
from .forms import Form, Mention

#: Parts of the whole name at least: two that follow the word say whose name it is.
PARTS = 3
#: Characters of the word at most.
_LONGEST = 24


def find_heads(forms: Mapping[str, Form], text: str) -> list[Form]:
    """The names that a capitalised word before the rest of somebody's name makes, if it is like the first part; each can only be a variant."""
    alike: dict[tuple[str, ...], set[str]] = {}
    for form in forms.values():
        if form.strong and len(form.parts) >= PARTS:
            alike.setdefault(form.parts[1:], set()).update(likeness(form.parts[0]))
    variants: dict[tuple[str, ...], Form] = {}
    for rest, keys in alike.items():
        tail = forms.get("".join(rest))
        for m in tail.mentions if tail and tail.parts == rest else ():
            before = compiled(r"(?<![\w'’-])\p{Lu}\p{Ll}++(?=[ \xa0]\Z)").search(text, max(0, m.start - _LONGEST), m.start)
            if before and flags(word := fold(before.group())) & COMMON and not keys.isdisjoint(likeness(word)):
                parts = (word, *rest)
                variant = variants.setdefault(parts, Form(parts))
                variant.mentions.append(Mention(before.start(), m.end, text[before.start() : m.end].replace("\xa0", " ")))
    return list(variants.values())
