"""The names in the text that was translated: the strongest evidence there is, for it was not translated."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsnorm.config import Config
from newsnorm.people import lookup

from .forms import Form, find_forms
from .words import parts_of

#: Languages that do not decline names: what stands there is the name itself.
_PLAIN = frozenset("ca da de en es fr gl id it ms nl no pt ro sv tr vi".split())


class SourceNames(NamedTuple):
    """The folded parts of all capitalised words of a source text, its people, and whether its language leaves names as they are."""

    parts: frozenset[str]
    people: tuple[tuple[tuple[str, ...], str], ...]
    plain: bool

    def speaks_for(self, anchor: str, variant: str) -> bool:
        """Whether the source has the one part and not the other."""
        return anchor in self.parts and variant not in self.parts

    def speaks_against(self, anchor: str, variant: str) -> bool:
        """Whether the source has the part that is thought to be wrong."""
        return self.plain and variant in self.parts and variant != anchor


@lru_cache(maxsize=4)
def source_names(text: str, language: str | None) -> SourceNames:
    """What the source text says of names."""
    from newsnorm.view import View

    found = find_forms(View(text, Config(), language=language or "und"), lookup(()))
    parts = {part for form in found.forms.values() for part in form.parts}
    parts |= {part for word in found.words for part in parts_of(word)}
    people = tuple((form.parts, form.mentions[0].surface) for form in found.forms.values() if form.strong)
    return SourceNames(frozenset(parts), people, (language or "").partition("-")[0] in _PLAIN)


def source_anchors(source: SourceNames, forms: dict[str, Form]) -> list[Form]:
    """The people of the source that the text does not have, as forms that a damaged one may stand for."""
    known = lookup(())
    missing = ((parts, surface) for parts, surface in source.people if "".join(parts) not in forms)
    return [Form(parts, known=known.get("".join(parts)), strong=True, elsewhere=surface) for parts, surface in missing]
