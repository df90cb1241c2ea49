"""Words that stand alone and are nearly the surname of somebody in the text: `Blari` in an article on Tony Blair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.lexicon import GIVEN, GIVEN_F, GIVEN_M, RARE, SURNAME, attested, flags, fold
from newsnorm.people import are_different

from .difference import difference, likeness
from .forms import after_person
from .words import word_before

if TYPE_CHECKING:
    from .forms import Form, Found
    from .judge import Judge

#: A shorter word is too near to too many names; a word behind a title or before a verb of speech may be one letter shorter.
SHORTEST = 5
#: Surnames that a word is compared with at most.
FEW = 16
#: What stands before another spelling of what was just named.
_ANOTHER = re.compile(r"(?i)\b(?:or|aka|also|alias|called|spelled|spelt|n[ée]e)[ ,]{1,2}[\"“‘'(]?$")
_WORD = re.compile(r"[^\W\d_]+")


class Slip(NamedTuple):
    """A word at an offset, and the person of whose surname it is a damaged form."""

    start: int
    word: str
    anchor: Form
    kind: str


def find_slips(found: Found, judge: Judge, text: str) -> Iterator[Slip]:
    """The words that can only be a damaged surname: used once, no word and no name, near to one surname of the text's people alone."""
    surnames: dict[str, list[Form]] = {}
    for form in found.forms.values():
        if form.strong and len(form.parts[-1]) >= SHORTEST - 1:
            surnames.setdefault(form.parts[-1], []).append(form)
    if not surnames:
        return
    near = _Near(surnames)
    initials = {surname[0] for surname in surnames}
    initials |= {initial.upper() for initial in initials}
    slips: list[Slip] = []
    speech, titles = after_person(tuple(judge.data.get("speech", ()))), _folded(tuple(judge.data.get("titles", ())))
    for word, at in found.words.items():
        if len(at) > 1 or len(word) < SHORTEST - 1 or (word[0] not in initials and word[0].isascii()):
            continue
        bare = word[:-2] if word.endswith(("'s", "’s")) else word
        v = fold(bare)
        if len(v) < SHORTEST - 1 or v[0] not in initials or not v.isalpha() or bare.isupper() or v in surnames:
            continue
        alike = [(s, d.kind) for s in near.to(v) if (d := difference(v, s, last=True))]
        if not alike or not _is_unknown(v):
            continue
        end = at[0] + len(bare)
        person = word_before(text, at[0]) in titles or speech.match(text, end, end + 40) is not None
        fits = [(s, kind) for s, kind in alike if _may_be(v, s, kind, surnames[s], judge, person=person)]
        if len(fits) != 1 or judge.standing[v] > 1 or _ANOTHER.search(text, max(0, at[0] - 16), at[0]):
            continue
        surname, kind = fits[0]
        if not any(_somebody(v, anchor, judge) for anchor in surnames[surname]):
            slips.append(Slip(at[0], bare, surnames[surname][0], kind))
    # what the text has in lower case too is a word after all
    words = set(_WORD.findall(text)) if slips else set()
    yield from (slip for slip in slips if not words & {slip.word.casefold(), slip.word.casefold() + "s"})


@cache
def _folded(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, titles))


def _is_unknown(v: str) -> bool:
    """Whether the word is no word and nobody's name, but maybe of one long list alone."""
    found = flags(v)
    return not found or (bool(found & RARE) and not found & ~(RARE | GIVEN | GIVEN_F | GIVEN_M | SURNAME))


def _may_be(v: str, s: str, kind: str, anchors: list[Form], judge: Judge, *, person: bool) -> bool:
    """Whether the word may be the surname ``s``, damaged; ``person`` says that a person is meant by it for sure.

    The text must have the surname twice. Where a person is meant, the one full name is enough, if the surname is known as one.
    """
    if v in (s + "s", s[:-1] if s.endswith("s") else s):
        return False  # a plural, or what comes from there: Olympic, Olympics
    if judge.declined and (kind not in ("slip", "romanization") or v[-2:] != s[-2:]):
        return False  # another case of the same name
    known = attested(s) or any(form.known for form in anchors)
    if not person:
        return judge.standing[s] > 1 and len(v) > SHORTEST - (kind != "ending") and not flags(v) and (judge.english or kind not in ("ending", "lost-letter"))
    if kind == "ending":
        return judge.standing[s] > 1 and len(v) > SHORTEST and not flags(v)
    if len(v) < SHORTEST or flags(v):
        return judge.standing[s] > 1 and known and not flags(s) & RARE
    return judge.standing[s] > 1 or known


def _somebody(v: str, anchor: Form, judge: Judge) -> bool:
    """Whether the corpus or the caller knows the word as another's surname."""
    if judge.table is not None and judge.table.has_surname(v):
        return True
    return are_different(judge.different, (*anchor.parts[:-1], v), anchor.parts)


class _Near:
    """Finds the surnames that may differ from a word by one slip behind the first letter, an ending or the romanization."""

    def __init__(self, surnames: Iterable[str]) -> None:
        self._by_initial: dict[str, list[str]] = {}
        for surname in surnames:
            self._by_initial.setdefault(surname[0], []).append(surname)
        self._by_key: dict[str, dict[str, list[str]]] = {}

    def to(self, word: str) -> list[str]:
        """Those near to the word; all of its initial, if they are few."""
        alike = self._by_initial.get(word[0], [])
        if len(alike) <= FEW:
            return [s for s in alike if -3 <= len(word) - len(s) <= 3]
        if word[0] not in self._by_key:
            table = self._by_key[word[0]] = {}
            for surname in alike:
                for key in likeness(surname):
                    table.setdefault(key, []).append(surname)
        return list(dict.fromkeys(s for key in likeness(word) for s in self._by_key[word[0]].get(key, ())[:FEW]))
