"""Whether a text that names a person again does so as one names whom the reader knows: the evidence that no spelling gives.

News introduces everybody: by a role, an age, a clause behind a comma. From the second time on it says the surname, or `Mr` and the name.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from newsnorm.lexicon import fold
from newsnorm.patterns import compiled

from .forms import Form, Found, Mention
from .words import parts_of, word_before

#: So many times the surname stands alone between the two, or in the whole text, if it is clear whose it is.
BETWEEN, ANYWHERE = 2, 4


class Reference:
    """Asks one text.

    titles      titles and roles
    honorifics  those of them that go with a name that was said before: Mr, Mrs
    body        where the text begins, after its title
    """

    def __init__(self, text: str, found: Found, titles: tuple[str, ...], honorifics: tuple[str, ...], body: int) -> None:
        self._text, self._found, self._body = text, found, body
        self._honorifics = frozenset(map(fold, honorifics))
        self._roles = frozenset(map(fold, titles)) - self._honorifics
        self._first: dict[int, tuple[int, frozenset[str]]] = {}

    def goes_back(self, variant: Form, anchor: Form) -> bool:
        """Whether each mention of the variant can only mean the anchor, that was named before.

        It stands behind an honorific, or the anchor's surname stands alone so often that the text can but have one person of that name;
        and nothing introduces it: `Georg Orwell, 34`, `Georg Orwell (left)`.
        """
        ends = anchor.parts[1:] if variant.parts[1:] == anchor.parts[1:] else anchor.parts[-1:]
        for m in variant.mentions:
            if m.start < anchor.start or compiled(r"['’]?s?[ \xa0]?[,(–—]").match(self._text, m.end, m.end + 4):
                return False
            if self._word_before(m) not in self._honorifics and not self._is_meant(ends, anchor.start, m.start):
                return False
        return True

    def presents(self, variant: Form, anchor: Form) -> bool:
        """Whether a role stands before the variant that stands before no mention of the anchor, which the text has named before: `coach Danyel Lund`.

        What only the title names is not yet presented.
        """
        named, known_as = self._presented(anchor)
        roles = {role for m in variant.mentions if m.start > named and (role := self._word_before(m)) in self._roles}
        return not roles <= known_as

    def _presented(self, form: Form) -> tuple[int, frozenset[str]]:
        """Where the form stands first behind the title, and the words before its mentions."""
        if (found := self._first.get(id(form))) is None:
            named = min((m.start for m in form.mentions if m.start >= self._body), default=len(self._text))
            found = self._first[id(form)] = named, frozenset(map(self._word_before, form.mentions))
        return found

    def _word_before(self, mention: Mention) -> str:
        return word_before(self._text, mention.start)

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
