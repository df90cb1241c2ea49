"""The people of a text: who they are, where they are mentioned, and which spellings should read as another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from newsnorm.patterns import compiled
from newsnorm.people import KnownPerson, are_different, lookup, name_parts
from newsnorm.rule import Proposal

from .aliases import find_aliases
from .forms import Form, Mention, find_forms
from .heads import find_heads
from .hyphen import find_lost_hyphens
from .judge import Judge, Verdict, is_made_of_names
from .missing import find_missing
from .near import near_pairs
from .source import source_anchors
from .surname import find_slips
from .translated import find_damaged
from .uncased import find_uncased
from .well_known import find_well_known, restyled

if TYPE_CHECKING:
    from newsnorm.blocks import Caption
    from newsnorm.view import View


#: Confidence of a correction that nothing but the spelling speaks for: a flag.
UNSURE = 0.7


@dataclass(frozen=True, slots=True)
class Named:
    """All mentions of one name key, the form most fit to stand for them, and who it is if known."""

    form: str
    mentions: tuple[Mention, ...]
    known: KnownPerson | None
    parts: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The spellings, in the order of their first mention."""
        return tuple(dict.fromkeys(m.surface for m in self.mentions))

    @property
    def gender(self) -> str | None:
        """ "f", "m", or None if nobody knows."""
        return self.known.gender if self.known else None


@dataclass(frozen=True, slots=True)
class Correction:
    """A mention that should read ``after``; ``kind`` names the damage, only a sure one is edited, ``witness`` has the right spelling."""

    start: int
    end: int
    after: str
    kind: str
    sure: bool
    witness: str = "text"


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a document, in the order of their first mention, and what to correct in their names."""

    named: tuple[Named, ...] = ()
    corrections: tuple[Correction, ...] = ()


class Repeats:
    """The offsets that lie in a line that repeats a caption."""

    def __init__(self, captions: Iterable[Caption]) -> None:
        self._spans = [span for caption in captions for span in caption.repeats]

    def __contains__(self, at: int) -> bool:
        i = bisect_right(self._spans, at, key=itemgetter(0)) - 1
        return i >= 0 and at < self._spans[i][1]


def find_cast(view: View) -> Cast:
    """The people of the text. A line that repeats a caption does not count twice."""
    known = lookup(view.known)
    found = find_forms(view, known)
    uncased = find_uncased(view.text, view.known)
    named = {id(form): _named(form, view) for form in (*found.forms.values(), *uncased) if form.strong}
    corrections: list[Correction] = []
    if view.data("names"):
        judge = Judge(view, found)
        anchors = source_anchors(judge.source, found.forms) if judge.source else []
        named.update((id(form), Named(form.elsewhere, (), form.known)) for form in anchors)
        corrections.extend(_translated(view, [*found.forms.values(), *anchors], named, judge))
        for alias, best, sure in find_aliases(found.forms.values(), judge):
            corrections.extend(_corrected(alias, named[id(best)].form, "alias", sure=sure))
        variants = [*found.variants, *find_heads(found.forms, view.text)]
        verdicts = _best(near_pairs([*found.forms.values(), *variants, *anchors], judge.rank), judge)
        for verdict in (*verdicts, *find_lost_hyphens(found, judge)):
            if id(verdict.anchor) not in named:
                continue
            right = named[id(verdict.anchor)].form
            corrections.extend(_corrected(verdict.variant, right, verdict.kind, sure=verdict.sure))
            named.pop(id(verdict.variant), None)
        for verdict, right in find_missing(found, judge, known):
            corrections.extend(_corrected(verdict.variant, right, verdict.kind, sure=verdict.sure, witness="corpus"))
        for form, name in find_well_known(found, judge):
            for m in form.mentions:
                right = restyled(name, m.surface)
                corrections.append(Correction(m.start, m.end, right, "well-known", keeps_letters(m.surface, right), "gazetteer"))
        for slip in find_slips(found, judge, view.text):
            person = named.get(id(slip.anchor))
            if person and (surname := re.search(r"[^\s\-‐‑]+$", person.form)):
                corrections.append(Correction(slip.start, slip.start + len(slip.word), surname.group(), "surname", view.config.surnames == "repair"))
    return Cast(tuple(n for n in named.values() if n.mentions), tuple(_apart(sorted(corrections, key=lambda c: (c.start, -c.end)))))


def _corrected(variant: Form, right: str, kind: str, *, sure: bool, witness: str = "text") -> Iterator[Correction]:
    """A correction for each mention. None takes a name the letters of its language for sure: `Đoković` is better than Djokovic."""
    for m in variant.mentions:
        yield Correction(m.start, m.end, right, kind, sure and keeps_letters(m.surface, right), witness)


def keeps_letters(old: str, new: str) -> bool:
    """Whether the new name has all letters above ASCII of the old one."""
    return not Counter(c for c in old if c.isalpha() and not c.isascii()) - Counter(new)


def _apart(corrections: list[Correction]) -> Iterator[Correction]:
    """Those that do not overlap one before them."""
    last = 0
    for c in corrections:
        if c.start >= last:
            last = c.end
            yield c


def _translated(view: View, forms: Iterable[Form], named: dict[int, Named], judge: Judge) -> Iterator[Correction]:
    """Names with a part translated as a word; a form that is found to be one is no person of its own."""
    if not (translations := view.data("names.function-word").get("translations")):
        return
    forms = [form for form in forms if form.strong]
    sound = {m.surface for form in forms if form.known or (judge.support(form) > 1 and is_made_of_names(form)) for m in form.mentions}
    anchors = [(form, named[id(form)].form) for form in forms]
    first = {form.mentions[0][:2]: form for form in forms if form.mentions}
    for start, end, anchor in find_damaged(view.text, anchors, translations, sound):
        if are_different(view.different, name_parts(view.text[start:end]), anchor.parts):
            continue
        yield Correction(start, end, named[id(anchor)].form, "function-word", judge.is_translation(start, end, anchor))
        if itself := first.get((start, end)):
            named.pop(id(itself), None)


def _best(pairs: Iterable[tuple[Form, Form, int]], judge: Judge) -> list[Verdict]:
    """The best verdict for each variant; none if two anchors are equally good, or if the anchor is itself a variant."""
    verdicts: dict[int, list[Verdict]] = {}
    for one, other, at in pairs:
        if verdict := judge.verdict(one, other, at):
            verdicts.setdefault(id(verdict.variant), []).append(verdict)
    best = {}
    for key, several in verdicts.items():
        several.sort(key=lambda v: (v.anchor.known is None, v.cost, -judge.support(v.anchor)))
        if len(several) == 1 or several[0].anchor.known or several[0].cost < several[1].cost:
            best[key] = several[0]
    return [v for v in best.values() if id(v.anchor) not in best]


def _named(form: Form, view: View) -> Named:
    counts = dict.fromkeys(m.surface for m in form.mentions)
    if len(counts) == 1:
        return Named(form.mentions[0].surface, tuple(form.mentions), form.known, form.parts, frozenset(form.titles))
    repeats = Repeats(view.captions)
    fair = dict.fromkeys(counts, 0)
    for m in form.mentions:
        fair[m.surface] += m.start not in repeats
    first = {m.surface: -m.start for m in reversed(form.mentions)}
    attested = {form.known.name, *form.known.aliases} if form.known else set()

    in_corpus = view.names.spellings(form.key) if view.names else {}

    def fitness(surface: str) -> tuple[int, int, int, bool, int]:
        marks = sum(c in "-'’" or not c.isascii() for c in surface)
        return fair[surface], in_corpus.get(surface, 0), marks, surface in attested, first[surface]

    return Named(max(first, key=fitness), tuple(form.mentions), form.known, form.parts, frozenset(form.titles))


def proposals(view: View, *kinds: str) -> Iterator[Proposal]:
    """The corrections of these kinds, but for names that are part of a longer one (`Kim Il Sung University`) or of a title."""
    for c in view.cast.corrections:
        if c.kind in kinds and not names_something(view.text, c.end) and not is_in_title(view.text, c.start, c.end):
            yield Proposal(
                c.start, c.end, spaced_as(view.text[c.start : c.end], c.after), f"the {c.witness} spells the same name {c.after}", None if c.sure else UNSURE
            )


def spaced_as(old: str, new: str) -> str:
    """The new name with the no-break spaces of the old one, if it has as many words."""
    spaces = re.findall(r"[ \xa0]", old)
    if "\xa0" not in spaces or len(spaces) != new.count(" "):
        return new
    return "".join(word + space for word, space in zip(new.split(" "), [*spaces, ""], strict=True))


def names_something(text: str, end: int) -> bool:
    """Whether the name that ends here is part of a longer one: `Kim Il Sung University`."""
    return bool(compiled(r"[ \xa0](?=\p{Lu}\p{Ll})(?!(?>Jr|Sr)\b)").match(text, end))


def is_in_title(text: str, start: int, end: int) -> bool:
    """Whether the name is part of the title of a work in quotation marks: `"Sergey Lavrov: A Life"`."""
    before = compiled(r"(?<![^\s(\[])(?:[\"“„](?!\s)|«)([^“”\"«»„\n]{0,80})\Z").search(text, max(0, start - 82), start)
    behind = compiled(r"([^“”\"«»\n]{0,80})[\"”»“]").match(text, end, end + 81)
    if not before or not behind or behind[1][-1:] in (",", "."):
        return False
    words = [w for w in compiled(r"\p{L}++").findall(f"{before[1]} {behind[1]}") if len(w) > 3]
    return bool(words) and all(w[0].isupper() for w in words)


def names_in(view: View) -> list[str]:
    """The full name of each person of the text, in the spelling that is most fit to stand for the person."""
    return [_named(form, view).form for form in find_forms(view, lookup(view.known)).forms.values() if form.strong]
