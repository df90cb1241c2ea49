"""Each spelling of a full name in a text: its mentions, and what says that it is a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsnorm.lexicon import COMMON, GIVEN, PLACE, RARE, SURNAME, attested, flags, fold
from newsnorm.people import KnownPerson, known_heads, name_parts

from .korean import is_korean
from .misspelt import misspellings, misspelt_heads
from .words import PARTICLES, Span, is_month, parts_of, runs, spans, word_before

if TYPE_CHECKING:
    from newsnorm.view import View


#: Particles that join the parts of people's names and of little else.
_LINKS = frozenset("abu ag al bin bint ben ibn ould ter van von".split())


#: What the names of places begin with: Santa Catarina.
_SAINTS = frozenset("saint sainte saints san sankt sant santa santo sao st ste los las el la fort mount port new".split())


class Mention(NamedTuple):
    """One place where a person is named in full: the span and what stands there, a no-break space as a space."""

    start: int
    end: int
    surface: str


@dataclass(slots=True)
class Form:
    """One spelling of a name; hyphens, spaces, case and accents do not count.

    parts     folded parts of the first mention
    mentions  in the order of the text
    known     the person of the gazetteer, or of the caller
    titles    folded titles and roles that stand before a mention
    strong    it is a person for sure
    elsewhere the form in the source text, where the text itself has none
    """

    parts: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    known: KnownPerson | None = None
    titles: set[str] = field(default_factory=set)
    strong: bool = False
    elsewhere: str = ""

    @property
    def key(self) -> str:
        """The parts joined: what all styles of one spelling share."""
        return "".join(self.parts)

    @property
    def start(self) -> int:
        """Where it stands first."""
        return self.mentions[0].start if self.mentions else -1


@dataclass(slots=True)
class Found:
    """The forms of a text by key, what is near to one of them inside a longer run, and its other capitalised words with their offsets."""

    forms: dict[str, Form]
    variants: list[Form]
    words: dict[str, list[int]]


def find_forms(view: View, known: Mapping[str, KnownPerson]) -> Found:
    """All possible full names of the text, with the evidence for each."""
    titles, dates = _folded(view.primary_language, "titles"), _folded(view.primary_language, "before_months")
    speech = tuple(view.data("names").get("speech", ()))
    heads = _heads(view.known)
    forms: dict[str, Form] = {}
    words: dict[str, list[int]] = {}
    seen: dict[tuple[str, bool], list[Span]] = {}
    for offset, run in runs(view.text):
        if " " not in run:
            words.setdefault(run, []).append(offset)
            continue
        dated = bool(dates) and is_month(run) and word_before(view.text, offset) in dates
        if (found := seen.get((run, dated))) is None:
            found = seen[run, dated] = _spans(run, spans(run, titles, heads, dates, dated=dated), known, heads)
        for span in found:
            surface = run[span.start : span.end]
            if len(span.parts) == 1 or (" " not in surface):
                words.setdefault(surface, []).append(offset + span.start)
                continue
            if (form := forms.get(key := "".join(span.parts))) is None:
                form = forms[key] = Form(span.parts)
            form.mentions.append(Mention(offset + span.start, offset + span.end, surface))
            if span.title:
                form.titles.add(span.title)
    for key, form in forms.items():
        form.known = known.get(key)
        form.strong = _is_person(form, view.text, titles, speech)
    variants = _inner(forms)
    return Found(forms, variants, words)


@lru_cache(8)
def _heads(known: tuple[KnownPerson, ...]) -> frozenset[str]:
    return known_heads(known) | misspelt_heads()


def _inner(forms: dict[str, Form]) -> list[Form]:
    """Looks for the people inside longer runs of capitals (`First Choice Ann Lund`): their mentions go to them.

    What is but near to a person's name there is given back, as a form that can only be a variant.
    """
    whole = {form.parts for form in forms.values() if form.strong}
    theirs = {part for parts in whole for part in parts}
    near: set[tuple[int, int, str]] = set()
    variants: dict[tuple[str, ...], Form] = {}
    for name, form in list(forms.items()):
        if len(form.parts) < 3 or form.known or theirs.isdisjoint(form.parts) or (form.strong and not flags(form.parts[0]) & COMMON):
            continue
        near = near or {key for parts in whole for key in keys(parts)}
        if not form.strong and any(key in near for key in keys(form.parts)):
            continue  # rather the whole of somebody's name, damaged
        tokens = _tokens(form.mentions[0].surface)
        windows = [(i, j) for size in range(len(tokens) - 1, 1, -1) for i, j in ((i, i + size) for i in range(len(tokens) - size + 1))]
        for i, j in windows:
            parts = tuple(p for t in tokens[i:j] for p in t[2])
            if parts in whole:
                forms["".join(parts)].mentions = sorted([*forms["".join(parts)].mentions, *_cut(form, i, j)])
                del forms[name]
                break
            if any(key in near for key in keys(parts)):
                variants.setdefault(parts, Form(parts)).mentions.extend(_cut(form, i, j))
                break
    return list(variants.values())


def _tokens(surface: str) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(m.start(), m.end(), parts_of(m.group())) for m in re.compile(r"[^ ]++").finditer(surface)]


def _cut(form: Form, i: int, j: int) -> list[Mention]:
    found = []
    for m in form.mentions:
        tokens = _tokens(m.surface)
        if j <= len(tokens):
            start, end = m.start + tokens[i][0], m.start + tokens[j - 1][1]
            found.append(Mention(start, end, m.surface[tokens[i][0] : tokens[j - 1][1]]))
    return found


def keys(parts: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """What a form shares with those that differ from it in one part."""
    for i in range(len(parts)):
        yield len(parts), i, " ".join(parts[:i] + parts[i + 1 :])


def _spans(run: str, possible: Iterable[Span], known: Mapping[str, KnownPerson], heads: frozenset[str]) -> list[Span]:
    """The names in a run; one that only contains the name of a known person is that name."""
    found = []
    for span in possible:
        if heads.isdisjoint(span.parts) or "".join(span.parts) in known:
            found.append(span)
        else:
            found.append(_known_within(run, span, known) or span)
    return found


def _known_within(run: str, span: Span, known: Mapping[str, KnownPerson]) -> Span | None:
    tokens = _tokens(run[span.start : span.end])
    for size in range(len(tokens) - 1, 1, -1):
        for i in range(len(tokens) - size + 1):
            parts = tuple(p for _, _, parts in tokens[i : i + size] for p in parts)
            person = known.get("".join(parts))
            if person or "".join(parts) in misspellings():
                if person and any(key in _near_known(person) for key in keys(span.parts)):
                    return None  # rather the whole of the name, damaged
                return Span(span.start + tokens[i][0], span.start + tokens[i + size - 1][1], parts, "" if i else span.title)
    return None


@lru_cache(1 << 12)
def _near_known(person: KnownPerson) -> frozenset[tuple[int, int, str]]:
    return frozenset(key for form in (person.name, *person.aliases) for key in keys(name_parts(form)))


@cache
def _folded(language: str, key: str) -> frozenset[str]:
    """A list of words of the language's section on names, folded."""
    from newsnorm.data import language_data

    words: list[str] = language_data(language).get("names", {}).get(key, [])
    return frozenset(map(fold, words))


def _is_person(form: Form, text: str, titles: frozenset[str], speech: tuple[str, ...]) -> bool:
    if form.known or form.titles:
        return True
    parts = form.parts
    named = [p for p in parts if p not in PARTICLES]
    if not named or any(flags(p) & PLACE and not attested(p) for p in named):
        return False
    if named[0] in _SAINTS:
        return False
    first, last = flags(named[0]), flags(named[-1])
    if last & PLACE and (first & COMMON or last & RARE or not last & SURNAME):
        return False  # South Australia, for all that there are Mr South and Mrs Australia
    if first & GIVEN and (not first & COMMON or last & SURNAME or not last):
        return True
    if is_korean(form.mentions[0].surface) or (_LINKS.intersection(parts[1:-1]) and not any(flags(p) & (COMMON | PLACE) for p in named)):
        return True
    if len(named[0]) == 1 and last & SURNAME:
        return True
    return bool(titles) and _spoken_of(form, text, titles, speech)


def _spoken_of(form: Form, text: str, titles: frozenset[str], speech: tuple[str, ...]) -> bool:
    """Whether a mention stands behind a title or role, or before an age or a verb of speech."""
    after = after_person(speech)
    for m in form.mentions[:5]:
        if after.match(text, m.end, m.end + 40):
            return True
        before = text[max(0, m.start - 24) : m.start].rstrip(" ,\xa0")
        if before and len(before) < min(24, m.start) and fold(before[max(before.rfind(" "), before.rfind("\n")) + 1 :].rstrip(".")) in titles:
            return True
    return False


@cache
def after_person(speech: tuple[str, ...]) -> re.Pattern[str]:
    """What stands right behind a person alone: an age, a verb of speech."""
    verbs = "|".join(re.escape(v) for v in sorted(speech, key=lambda v: (-len(v), v)))
    return re.compile(rf",? (?:(?:aged )?\d\d\b,|(?:{verbs})\b)" if verbs else "(?!)")


def counted(form: Form, text: str) -> int:
    """The mentions of a form; those in equal lines at equal places count once."""
    if len(form.mentions) < 2:
        return len(form.mentions)
    places = set()
    for m in form.mentions:
        start = text.rfind("\n", max(0, m.start - 400), m.start) + 1 or max(0, m.start - 400)
        end = text.find("\n", m.end, m.end + 400)
        line = text[start : end if end >= 0 else m.end + 400].lstrip()
        places.add((text.find(line, start) - m.start, line))
    return len(places)
