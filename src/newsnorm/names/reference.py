"""Whether a text that names a person again does so as one names whom the reader knows: the evidence that no spelling gives.

News introduces everybody: by a role, an age, a clause behind a comma. From the second time on it says the surname, or `Mr` and the name.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from newsnorm.lexicon import fold
from newsnorm.patterns import compiled

from .forms import Form, Found
from .words import parts_of

#: So many times the surname stands alone between the two, or in the whole text, if it is clear whose it is.
BETWEEN, ANYWHERE = 2, 4


class Reference:
    """Asks one text. ``honorifics`` are the titles that go with a name that was said before: Mr, Mrs."""

    def __init__(self, text: str, found: Found, honorifics: tuple[str, ...]) -> None:
        self._text, self._found = text, found
        self._honorifics = frozenset(map(fold, honorifics))

    def goes_back(self, variant: Form, anchor: Form) -> bool:
        """Whether each mention of the variant can only mean the anchor, that was named before.

        It stands behind an honorific, or the anchor's surname stands alone so often that the text can but have one person of that name;
        and nothing introduces it: `Georg Orwell, 34`, `Georg Orwell (left)`.
        """
        ends = anchor.parts[1:] if variant.parts[1:] == anchor.parts[1:] else anchor.parts[-1:]
        for m in variant.mentions:
            if m.start < anchor.start or compiled(r"['’]?s?[ \xa0]?[,(–—]").match(self._text, m.end, m.end + 4):
                return False
            before = compiled(r"([^\W\d_]++)\.?[ \xa0]$").search(self._text, max(0, m.start - 16), m.start)
            if not (before and fold(before[1]) in self._honorifics) and not self._is_meant(ends, anchor.start, m.start):
                return False
        return True

    def _is_meant(self, surname: tuple[str, ...], start: int, end: int) -> bool:
        """Whether the surname stands alone between two mentions, or anywhere, often enough; never, if three or more full names have it."""
        if self._bearers.get(surname[-1], 0) > 2:
            return False
        alone = [self._bare.get(surname[i:], []) for i in range(len(surname))]
        return sum(bisect_left(at, end) - bisect_left(at, start) for at in alone) >= BETWEEN or sum(map(len, alone)) >= ANYWHERE

    @cached_property
    def _bearers(self) -> dict[str, int]:
        """Last part of a full name -> the people who have it."""
        n: dict[str, int] = {}
        for form in self._found.forms.values():
            if form.strong:
                n[form.parts[-1]] = n.get(form.parts[-1], 0) + 1
        return n

    @cached_property
    def _bare(self) -> dict[tuple[str, ...], list[int]]:
        """Surname, maybe with its particle -> where it stands alone, in order."""
        places: dict[tuple[str, ...], list[int]] = {}
        for word, at in self._found.words.items():
            places.setdefault(parts_of(word[:-2] if word.endswith(("'s", "’s")) else word), []).extend(at)
        for form in self._found.forms.values():
            if not form.strong:
                places.setdefault(form.parts, []).extend(m.start for m in form.mentions)
        for at in places.values():
            at.sort()
        return places
