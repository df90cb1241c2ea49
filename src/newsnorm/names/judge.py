"""Whether two near forms of a text are one person, which of them is right, and how sure that is.

The safety device is the lexicon: a part that is somebody's name is never taken for a slip of another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from newsnorm.data import words
from newsnorm.lexicon import COMMON, GIVEN, RARE, SURNAME, attested, flags, fold
from newsnorm.people import are_different, name_parts

from . import chinese
from .corpus import denies, supports
from .difference import MISTAKABLE, UNMISTAKABLE, Difference, difference
from .forms import Form, Found, Mention, counted
from .korean import is_syllable
from .letters import reads_like_a_name
from .reference import Reference
from .source import source_names
from .words import PARTICLES, parts_of

if TYPE_CHECKING:
    from newsnorm.view import View

_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi jr sr junior senior".split())
_GENDERED = ("a", "o", "na", "ne", "ina", "ine", "ette", "ova", "eva", "aya")
_SENTENCE = re.compile(r"[.!?…。][\"'”’»)\]]*+\s|\n")
#: Parts of a name that belongs to one person alone: Ursula von der Leyen.
FULL = 4
#: Characters between two names in one sentence at most, and between two that stand side by side.
SENTENCE, BESIDE = 300, 8
#: What stands right before or behind another spelling, or anywhere near a namesake.
_OTHERWISE = r"(?:also|aka|a\.k\.a\.|n[ée]e|born|known as|called|spelled|spelt|written)"
_BEFORE = re.compile(rf"(?i)\b{_OTHERWISE}[ ,:]{{0,2}}[\"“”'‘’(]?$")
_AFTER = re.compile(rf"(?i)[\"”’),]{{0,2}} ?(?:\(?{_OTHERWISE} (?:as |by )?[\"“‘']?(?-i:[A-Z])|[(\[]sic\b)")
_NEAR = re.compile(
    r"(?i)\b(?:spell(?:ings?|ed|s)?|spelt|misspell(?:ed|ing)|misspelt|namesakes?|typos?|typing errors?|misprint(?:ed|s)?|(?:same|similar) name|no relation|"
    r"unrelated|render(?:s|ed|ing)|translat(?:es?|ed|ing|ions?)|(?:is|was) (?:what|how|as close))\b"
)
#: What says in the sentence that somebody wrote the name so, and no more.
_WROTE = re.compile(r"(?i)\b(?:wrote|writes|written|calls|called|says it|reads|misread|prints|printed)\b")
_WRITES = re.compile(r"(?i)\b(?:wrote|writes|writing|written|calls|called|reads?|misread|prints?|printed)(?: (?:as|him|her|it|them))?:? [\"“'‘]?$")
#: A person who is introduced with an indefinite article, or as the elder or younger, may be another one.
_INTRODUCED = re.compile(r",? (?:[JS]r\b|who is no|(?<=, )an? (?!spokes)\w)")
#: An age, or where somebody comes from.
_PRESENTED = re.compile(r"[,(] ?\d{1,2}[,)]|, aged \d|,? (?:of|from) [A-Z]")
#: A relative has the same surname, and maybe nearly the same first name.
_KIN = re.compile(
    r"(?i)\b(?:brother|sister|twin|father|mother|son|daughter|wife|husband|widow|cousin|uncle|aunt|nephew|niece|grand(?:father|mother|son|daughter)),?[ \xa0]$"
)
_OPENS, _CLOSES = '"“‘«„', '"”’»“'


@dataclass(frozen=True, slots=True)
class Verdict:
    """``variant`` should read as ``anchor``: the kind of the damage, and whether it is sure enough to edit."""

    variant: Form
    anchor: Form
    kind: str
    sure: bool
    cost: float


class Judge:
    """Weighs pairs of forms of one text."""

    def __init__(self, view: View, found: Found) -> None:
        self.text, self.found = view.text, found
        self.table, self.different = view.names, view.different
        self._view = view
        self.data: Mapping[str, Any] = view.data("names")
        self.declined: bool = self.data.get("declined", False)
        self.english = view.primary_language == "en"
        self.source = source_names(view.source, view.source_language) if view.source else None
        self._support: dict[int, int] = {}

    def support(self, form: Form) -> int:
        """How often the text has the form, equal lines counted once."""
        if (n := self._support.get(id(form))) is None:
            n = self._support[id(form)] = counted(form, self.text)
        return n

    def rank(self, form: Form) -> tuple[object, ...]:
        """Which of two forms rather stands for the other: the known one, the more used one, the first."""
        return form.known is not None, self.support(form), -form.start

    @cached_property
    def reference(self) -> Reference:
        """What tells a second mention of somebody from the first one of somebody else."""
        title = self._view.title
        return Reference(self.text, self.found, tuple(self.data.get("titles", ())), tuple(self.data.get("honorifics", ())), title[1] if title else 0)

    @cached_property
    def standing(self) -> Counter[str]:
        """How often each folded name part stands in the text, in names or alone."""
        n: Counter[str] = Counter()
        for form in self.found.forms.values():
            for part in form.parts:
                n[part] += len(form.mentions)
        for word, at in self.found.words.items():
            for part in parts_of(word[:-2] if word.endswith(("'s", "’s")) else word):
                n[part] += len(at)
        return n

    def verdict(self, one: Form, other: Form, at: int) -> Verdict | None:
        """What the two are to each other, in whichever direction holds."""
        return self._directed(one, other, at) or self._directed(other, one, at)

    def _directed(self, variant: Form, anchor: Form, at: int) -> Verdict | None:
        v, a = variant.parts[at], anchor.parts[at]
        backed = self.source is not None and self.source.speaks_for(a, v)
        if variant.known or not variant.mentions or not anchor.strong or (self.support(variant) > self.support(anchor) and not backed):
            return None
        if not v.isalpha() or v in _NUMERALS or a in _NUMERALS or v == a + "s" or (1 in (len(v), len(a)) and not _is_cut_syllable(variant, anchor, at)):
            return None
        last = at == len(anchor.parts) - 1
        found = difference(v, a, last=last)
        if found is None:
            return None
        if backed and not self.declined and (anchor.mentions or found.kind != "romanization") and not (found.kind == "romanization" and attested(v)):
            return Verdict(variant, anchor, found.kind, True, found.cost)  # the source knows but the one name
        if not anchor.mentions or (self.source and found.kind != "ending" and self.source.speaks_against(a, v)):
            return None
        if self.vetoed(variant, anchor, at, found):
            return None
        return Verdict(variant, anchor, found.kind, self._sure(variant, anchor, at, found), found.cost)

    def vetoed(self, variant: Form, anchor: Form, at: int, found: Difference) -> bool:
        """Whether anything speaks against the variant being a damaged form of the anchor."""
        v, a = variant.parts[at], anchor.parts[at]
        if denies(self.table, variant, anchor) or are_different(self.different, variant.parts, anchor.parts):
            return True
        if anchor.known:
            if _may_be_namesake(anchor, at, v, found):
                return True
        elif _is_name(anchor, at, v) and not (found.kind == "lost-letter" and 0 < at < len(anchor.parts) - 1):
            return True  # somebody's name
        elif flags(v) & COMMON and found.kind != "ending" and len(anchor.parts) < FULL and not (at and _is_korean(anchor)):
            return True  # a word
        elif attested(v) and not attested(a) and not _is_name(anchor, at, a):
            return True  # the right one is rather the one that is a name
        if self.declined and (found.kind not in ("slip", "romanization") or v[-2:] != a[-2:]):
            return True  # another case of the same name
        if self.standing[v] > len(variant.mentions):
            return True  # the text uses that spelling elsewhere
        if not at and (not anchor.known or found.kind != "lost-letter") and _gendered(v, a):
            return True
        if self.together(variant, anchor, near=anchor.known is not None or found.kind == "ending"):
            return True
        return self.said_to_differ(variant, introduced=not anchor.known or len(anchor.parts) == 2 or attested(v))

    def _sure(self, variant: Form, anchor: Form, at: int, found: Difference) -> bool:
        v, a = variant.parts[at], anchor.parts[at]
        support = self.support(anchor)
        if _is_anybodys(anchor, at, v, found.kind) and not self.reference.goes_back(variant, anchor):
            return False
        if anchor.known:
            return True
        mute = at > 0 and _is_korean(anchor) and not is_syllable(v) and not chinese.is_given(v)  # nobody's
        if (found.kind == "slip" and v[0] != a[0] and not mute) or (not at and self.may_be_relative(variant)):
            return False  # Baljit and Daljit Singh
        if found.kind != "ending" and variant.start > anchor.start and not mute and self.presented_again(variant, anchor):
            return False
        if found.kind == "ending" and v[len(a) :] in MISTAKABLE and not self.reference.goes_back(variant, anchor):
            return False
        if attested(a) or _is_name(anchor, at, a):
            return (len(v) >= 4 or found.kind == "ending" or _syllables(anchor)) and not self.may_be_unlisted(variant, anchor, at, found)
        if len(v) >= 3 and supports(self.table, variant, anchor):
            return True
        alone = self.standing[a] > len(anchor.mentions)  # the surname by itself, as news names a person from the second time on
        if found.kind == "ending" and v[len(a) :] in UNMISTAKABLE:
            return True
        if min(len(v), len(a)) < 4 or not (alone or found.kind == "ending" or support > self.support(variant)):
            return False  # either may be the slip
        return (
            len(anchor.parts) >= FULL
            or (found.kind == "ending" and alone and len(v) - len(a) >= 2 and support >= 2)
            or self.reference.goes_back(variant, anchor)
        )

    def together(self, variant: Form, anchor: Form, *, near: bool = False) -> bool:
        """Whether a mention of each stands in one sentence; with ``near``, side by side: `Ann Lund and Anne Lund`."""
        most = BESIDE if near else SENTENCE
        starts = [m.start for m in anchor.mentions]
        for m in variant.mentions:
            i = bisect_left(starts, m.start)
            for other in anchor.mentions[max(0, i - 1) : i + 1]:
                left, right = (other, m) if other.start < m.start else (m, other)
                if right.start - left.end < most and not _SENTENCE.search(self.text, left.end, right.start):
                    return True
        return False

    def said_to_differ(self, variant: Form, *, introduced: bool = True) -> bool:
        """Whether words beside the variant speak of spelling or of a namesake, or introduce it, or quotation marks enclose just the name."""
        for m in variant.mentions:
            if m.start and self.text[m.start - 1] in _OPENS and self.text[m.end : m.end + 1] in tuple(_CLOSES):
                return True
            if introduced and introduces(self.text, m.end):
                return True
            start, end = max(0, m.start - 40), m.end + 40
            if _BEFORE.search(self.text, start, m.start) or _AFTER.match(self.text, m.end, end) or _NEAR.search(self.text, start, end):
                return True
        return False

    def may_be_relative(self, variant: Form) -> bool:
        """Whether a word of kinship stands right before a mention: `his father Sergey Lavrov`."""
        return any(_KIN.search(self.text, max(0, m.start - 16), m.start) for m in variant.mentions)

    def may_be_unlisted(self, variant: Form, anchor: Form, at: int, found: Difference) -> bool:
        """Whether the variant, in no list, may yet be somebody's name: it reads like one, and the anchor's surname never stands alone."""
        if (
            len(anchor.parts) > 2
            or found.kind == "ending"
            or _syllables(anchor)
            or self.standing[anchor.parts[-1]] > len(anchor.mentions) + len(variant.mentions) * (not at)
        ):
            return False
        return reads_like_a_name(variant.parts[at], anchor.parts[at]) and not self.reference.goes_back(variant, anchor)

    def presented_again(self, variant: Form, anchor: Form) -> bool:
        """Whether an age, a town or a role tells who the variant is, though the anchor was named before."""
        return any(is_presented(self.text, m.end) for m in variant.mentions) or self.reference.presents(variant, anchor)

    def written(self, variant: Form) -> bool:
        """Whether right before the variant it is said that somebody writes the name so: `the invitation called him Vladmir Putin`."""
        return any(_WRITES.search(self.text, max(0, m.start - 24), m.start) for m in variant.mentions)

    def is_translation(self, start: int, end: int, anchor: Form) -> bool:
        """Whether a name that looks translated in part is so for sure: nothing there speaks of how it is written, and `White` is no surname there."""
        variant = Form(name_parts(self.text[start:end]), [Mention(start, end, self.text[start:end])])
        if self.said_to_differ(variant, introduced=False) or _WROTE.search(self.text, end, end + 40) or self.written(variant):
            return False
        last = variant.parts[-1]
        if last == anchor.parts[-1] or len(anchor.parts[-1]) < 4 or flags(last) & (SURNAME | RARE) != SURNAME:
            return True
        return bool(self.source and self.source.speaks_for(anchor.parts[-1], last)) or self.reference.goes_back(variant, anchor)


def introduces(text: str, end: int) -> bool:
    """Whether what stands behind a name introduces a person: `, a baker`, `Jr`."""
    return _INTRODUCED.match(text, end, end + 16) is not None


def is_presented(text: str, end: int) -> bool:
    """Whether what stands behind a name tells a reader who that is: an age, a town."""
    return _PRESENTED.match(text, end, end + 24) is not None


def _gendered(v: str, a: str) -> bool:
    """Whether the two may be the forms of one name for a woman and a man: Martin, Martina."""
    short, long = sorted((v, a), key=len)
    if long.startswith(short) and long[len(short) :] in _GENDERED:
        return True
    return len(v) == len(a) and v[:-1] == a[:-1] and v[-1] in "aeo" and a[-1] in "aeo"


def _is_cut_syllable(variant: Form, anchor: Form, at: int) -> bool:
    """Whether the part is the one letter that is left of a syllable, and no initial: `Moon Jae-n`."""
    return at > 0 and len(anchor.parts[at]) > 1 and _syllables(anchor) and not any("." in m.surface for m in variant.mentions)


def _syllables(form: Form) -> bool:
    """Whether the name is built of a few syllables, as Korean and Chinese ones are: then another syllable is another person."""
    parts = form.parts
    if len(parts) == 3:
        return parts[0] in _korean() and (is_syllable(parts[1]) or is_syllable(parts[2]))
    return len(parts) == 2 and chinese.is_surname(parts[0]) and chinese.is_given(parts[1])


def _is_korean(form: Form) -> bool:
    """Whether the name is a Korean surname and two syllables."""
    return len(form.parts) == 3 and form.parts[0] in _korean() and is_syllable(form.parts[1]) and is_syllable(form.parts[2])


def _may_be_namesake(anchor: Form, at: int, v: str, found: Difference) -> bool:
    """Whether somebody else than the known person may have the name with the part ``v``, a name in itself.

    Hardly anybody else is called Merkel, so `Angel Merkel` is a slip. But Helen Clarke is not Helen Clark, Andre Jackson not
    Andrew Jackson, and Kim Yong-chul not Kim Jong-chul.
    """
    if _syllables(anchor) and _is_name(anchor, at, v):
        return found.kind != "romanization" or v[0] != anchor.parts[at][0]
    common = len(anchor.parts) == 2 and not at and bool(flags(anchor.parts[1]) & (GIVEN | COMMON))
    if (flags(v) & RARE and not common) or not (_is_name(anchor, at, v) or (attested(v) and len(anchor.parts) == 2 and _syllables(anchor))):
        return False
    if found.kind == "slip":
        return True
    # a surname that is a given name or a word as well is many people's
    return common or (len(anchor.parts) == 2 and at == 1)


def _is_anybodys(anchor: Form, at: int, v: str, kind: str) -> bool:
    """Whether the part ``v`` is known as a name, be it in another place of names: then ``Georg Orwell`` may be a second person.

    Nobody else shares three parts of a name and the fourth but for an ending, or for a romanization that is a rare name. What is no
    syllable is no part of a Korean given name.
    A surname in the place of the given name is nobody's beside a known person of three parts, if it is short of a letter: `Basha al-Assad`.
    A known Korean's syllable in another romanization, `Lee Jae-myoung`, is the same one.
    """
    if _syllables(anchor):
        if anchor.known and kind == "romanization" and len(anchor.parts) == 3 and v[0] == anchor.parts[at][0]:
            return False
        if at:
            return _is_name(anchor, at, v) or (len(anchor.parts) == 2 and attested(v))
    elif not at and anchor.known and len(anchor.parts) > 2 and kind != "slip" and not flags(v) & GIVEN:
        return False
    return attested(v) and (len(anchor.parts) < FULL or not (kind == "ending" or (kind == "romanization" and flags(v) & RARE)))


def _is_name(form: Form, at: int, part: str) -> bool:
    """Whether the part is known as a name in that place of a name such as ``form``."""
    if _syllables(form):
        if len(form.parts) == 3:
            if not at:
                return part in _korean()
            return is_syllable(part) or (chinese.is_surname(form.parts[0]) and chinese.is_given(part))
        return chinese.is_given(part) if at else chinese.is_surname(part)
    if not attested(part):
        return False
    wanted = GIVEN if not at else SURNAME if at == len(form.parts) - 1 else GIVEN | SURNAME
    return bool(flags(part) & wanted)


def is_made_of_names(form: Form) -> bool:
    """Whether each part is a particle, or known as a name in its place."""
    return all(part in PARTICLES or _is_name(form, i, part) for i, part in enumerate(form.parts))


@cache
def _korean() -> frozenset[str]:
    return frozenset(map(fold, words("korean_surnames")))
