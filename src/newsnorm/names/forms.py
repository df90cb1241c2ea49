"""Each spelling of a full name in a text: its mentions, and what says that it is a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newsnorm.lexicon import COMMON, GIVEN, PLACE, SURNAME, attested, flags, fold
from newsnorm.people import KnownPerson

from .korean import is_korean
from .words import PARTICLES, Span, parts_of, runs, spans

if TYPE_CHECKING:
    from newsnorm.view import View


class Mention(NamedTuple):
    """One place where a person is named in full: the span and what stands there."""

    start: int
    end: int
    surface: str


@dataclass(slots=True)
class Form:
    """One spelling of a name; hyphens, spaces, case and accents do not count.

    parts     folded parts of the first mention
    mentions  in the order of the text
    known     the person of the gazetteer, or of the caller
    titled    a title or role stands before a mention
    strong    it is a person for sure
    """

    parts: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    known: KnownPerson | None = None
    titled: bool = False
    strong: bool = False

    @property
    def key(self) -> str:
        return "".join(self.parts)


@dataclass(slots=True)
class Found:
    """The forms of a text by key, and its other capitalised words with their offsets."""

    forms: dict[str, Form]
    words: dict[str, list[int]]
    titled_words: set[str]


def find_forms(view: View, known: Mapping[str, KnownPerson]) -> Found:
    """All possible full names of the text, with the evidence for each."""
    data = view.data("names")
    titles = _titles(view.primary_language)
    heads = _heads(known)
    forms: dict[str, Form] = {}
    words: dict[str, list[int]] = {}
    titled_words: set[str] = set()
    seen: dict[str, list[Span]] = {}
    for offset, run in runs(view.text):
        if " " not in run and "\xa0" not in run:
            words.setdefault(run, []).append(offset)
            continue
        if (found := seen.get(run)) is None:
            found = seen[run] = _spans(run, titles, known, heads)
        for span in found:
            surface = run[span.start : span.end]
            if len(span.parts) == 1 or (" " not in surface and "\xa0" not in surface):
                titled_words.add(surface)
                words.setdefault(surface, []).append(offset + span.start)
                continue
            form = forms.setdefault("".join(span.parts), Form(span.parts))
            form.mentions.append(Mention(offset + span.start, offset + span.end, surface))
            form.titled = form.titled or span.titled
    for key, form in forms.items():
        form.known = known.get(key)
        form.strong = _is_person(form, view.text, data)
    return Found(forms, words, titled_words)


def _spans(run: str, titles: frozenset[str], known: Mapping[str, KnownPerson], heads: frozenset[str]) -> list[Span]:
    """The names in a run; one that only contains the name of a known person is that name."""
    found = []
    for span in spans(run, titles):
        if "".join(span.parts) in known or not heads.intersection(span.parts):
            found.append(span)
        else:
            found.append(_known_within(run, span, known) or span)
    return found


def _known_within(run: str, span: Span, known: Mapping[str, KnownPerson]) -> Span | None:
    tokens = [(m.start(), m.end(), parts_of(m.group())) for m in re.compile(r"[^  ]++").finditer(run, span.start, span.end)]
    for size in range(len(tokens) - 1, 1, -1):
        for i in range(len(tokens) - size + 1):
            parts = tuple(p for _, _, parts in tokens[i : i + size] for p in parts)
            if "".join(parts) in known:
                return Span(tokens[i][0], tokens[i + size - 1][1], parts, span.titled and not i)
    return None


_HEADS: dict[int, frozenset[str]] = {}


def _heads(known: Mapping[str, KnownPerson]) -> frozenset[str]:
    return frozenset(parts_of(form.split()[0])[0] for person in known.values() for form in (person.name, *person.aliases) if form.split() and parts_of(form.split()[0]))


@cache
def _titles(language: str) -> frozenset[str]:
    from newsnorm.data import language_data

    words: list[str] = language_data(language).get("names", {}).get("titles", [])
    return frozenset(map(fold, words))


def _is_person(form: Form, text: str, data: Mapping[str, Any]) -> bool:
    if form.known or form.titled:
        return True
    parts = form.parts
    named = [p for p in parts if p not in PARTICLES]
    if not named or any(flags(p) & PLACE and not attested(p) for p in named):
        return False
    first, last = flags(named[0]), flags(named[-1])
    if first & GIVEN and (not first & COMMON or last & SURNAME or not last):
        return True
    if is_korean(form.mentions[0].surface):
        return True
    if len(named[0]) == 1 and last & SURNAME:
        return True
    return _spoken_of(form, text, data)


def _spoken_of(form: Form, text: str, data: Mapping[str, Any]) -> bool:
    """Whether a mention stands with a role, an age or a verb of speech."""
    if not data:
        return False
    before, after = _around(tuple(data.get("titles", ())), tuple(data.get("speech", ())))
    return any(after.match(text, m.end, m.end + 40) or before.search(text, max(0, m.start - 30), m.start) for m in form.mentions[:5])


@cache
def _around(titles: tuple[str, ...], speech: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    roles = "|".join(re.escape(t) for t in sorted(titles, key=lambda t: (-len(t), t)))
    verbs = "|".join(re.escape(v) for v in sorted(speech, key=lambda v: (-len(v), v)))
    before = re.compile(rf"(?i:\b(?:{roles}),? $)") if roles else re.compile("(?!)")
    after = re.compile(rf"(?:,? (?:{verbs})\b|, (?:aged )?\d\d\b,)" if verbs else "(?!)")
    return before, after


def counted(form: Form, text: str) -> int:
    """The mentions of a form; those in equal lines at equal places count once."""
    if len(form.mentions) == 1:
        return 1
    places = set()
    for m in form.mentions:
        start = text.rfind("\n", max(0, m.start - 400), m.start) + 1 or max(0, m.start - 400)
        end = text.find("\n", m.end, m.end + 400)
        places.add((m.start - start, text[start : end if end >= 0 else m.end + 400]))
    return len(places)


def surfaces(form: Form) -> Counter[str]:
    return Counter(m.surface for m in form.mentions)
