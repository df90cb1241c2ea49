"""newsnorm.retranslate: a text in another language, paragraph for paragraph, with a record of every sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..document import Change, Document, Edit, Sentence, make_step
from ..errors import InputError
from ..patterns import compiled
from ..read import with_whole_characters
from .cache import Cache, folder
from .capitals import unknown
from .engine import UNKNOWN_CHARACTERS, Translator
from .engines import PIVOT, engine, engine_name, no_way, route
from .memo import recalled, remember, text_key
from .names import keeps_letters, known_names
from .pipeline import Outcome, Pipeline, names_of
from .sentences import Span, paragraphs, sentences
from .shield import merged
from .titles import quoted_titles

RULE, KEPT, DOUBTFUL, CACHE = "retranslate.paragraph", "retranslate.kept-source", "retranslate.doubtful", "retranslate.no-cache"
#: Share of a sentence's words that the engine may not know before the sentence is flagged, from this many words on.
UNKNOWN, WORDS = 0.34, 4


def retranslate(
    text: str,
    *,
    source: str | None = None,
    target: str = "en",
    translator: str | Translator | None = None,
    model: str | Path | None = None,
    cache: bool = True,
    people: tuple[str, ...] = (),
    keep_titles: bool = False,
    **settings: Any,
) -> Document:
    """The text in another language, offline, as a :class:`Document` with one edit for each paragraph.

    source      BCP 47 code of the text's language; None identifies it
    target      BCP 47 code of the language wanted
    translator  "ct2", "argos", "apertium", or an object with ``pairs`` and ``translate_batch``; None takes the first
                installed one that translates the pair
    model       path of a model package, for ct2 and argos
    cache       whether sentences are kept on disk and taken from there (``NEWSNORM_CACHE`` says where)
    people      names that must come through as they are, besides those that newsnorm finds
    keep_titles whether titles of works in quotation marks stay as they are (`«Sangre de mayo»`)
    settings    of ct2 and argos: threads, device, compute_type, beam_size, unsure

    Blank lines, line ends and the order of paragraphs stay. ``Document.sentences`` says for each sentence where it came
    from and how it was translated; ``Document.flags`` names those that were kept in the source language or are doubtful.

    Raises InputError if the language cannot be told or an argument cannot be used, ModelNotInstalledError if no engine
    has the pair, MissingExtraError or TranslationError if an engine is not installed or fails.
    """
    if not isinstance(text, str):
        raise InputError(f"retranslate takes a str, not {type(text).__name__}")
    text = with_whole_characters(text)
    target = _primary("target", target) or "en"
    spans = paragraphs(text)
    if not spans:
        return Document(original=text, text=text, language=target)
    source = _primary("source", source) or _identified(text)
    if source == target:
        return Document(original=text, text=text, language=target)
    chosen = engine(translator, model=model, source=source, target=target, **settings)
    if not (hops := route(chosen, source, target)):
        raise no_way(chosen, source, target)
    store = Cache(folder() if cache else None)
    at = text_key(text, (*people, "titles") if keep_titles else people, chosen, hops) if cache else None
    if (known := recalled(store, text, at)) is None:
        units = [(a + s, a + e) for a, b in spans for s, e in sentences(text[a:b], source)]
        known = units, _translated(text, units, chosen, hops, store, people, keep_titles)
        remember(store, at, *known)
    units, outcomes = known
    return _document(text, spans, units, outcomes, chosen, hops, store)


def _primary(name: str, code: str | None) -> str | None:
    from ..codes import language_code

    found = language_code(name, code)
    return None if found is None else found.partition("-")[0]


def _identified(text: str) -> str:
    from ..language import detect_language

    code = detect_language(text).code
    if code == "und":
        raise InputError('the text does not show its language; give it, such as source="es"')
    return code.partition("-")[0]


def _translated(
    text: str, units: list[Span], chosen: Translator, hops: list[tuple[str, str]], store: Cache, people: tuple[str, ...], keep_titles: bool
) -> list[Outcome]:
    """The outcome of each sentence after the last hop; one that was kept in the source language stays so."""
    known = known_names(text, people) if keeps_letters(*hops[0]) else []
    if keeps_letters(*hops[0]) and not callable(getattr(chosen, "names", None)):
        known = merged([*known, *unknown(text, hops[0][0])])
    if keep_titles:
        known = merged([*known, *quoted_titles(text, hops[0][0])])
    texts = sources = [" ".join(text[s:e].split()) for s, e in units]
    kept = [_inside(text, known, s, e) for s, e in units]
    outcomes: list[Outcome] = []
    for n, (a, b) in enumerate(hops):
        names = names_of(chosen, a, b, texts)
        spans = [merged([*k, *own]) for k, own in zip(kept, names, strict=True)]
        fresh = Pipeline(chosen, a, b, store, mixed=not n).translate(texts, spans)
        if n:
            fresh = [_after(s, first, second) for s, first, second in zip(sources, outcomes, fresh, strict=True)]
        outcomes = fresh
        if n + 1 < len(hops):
            shielded = [[t[x:y] for x, y in k] for t, k in zip(texts, spans, strict=True)]
            texts = [o.text for o in outcomes]
            kept = [_found(t, names) for t, names in zip(texts, shielded, strict=True)]
    return outcomes


def _inside(text: str, known: list[Span], start: int, end: int) -> list[Span]:
    """The known spans within a sentence, as offsets in the sentence with its white space made single blanks."""
    from bisect import bisect_left

    out = []
    for i in range(bisect_left(known, (start, start)), len(known)):
        a, b = known[i]
        if a >= end:
            break
        if b <= end:
            head = " ".join((text[start:a] + "x").split())[:-1]
            out.append((len(head), len(head) + len(" ".join(text[a:b].split()))))
    return out


def _found(text: str, names: list[str]) -> list[Span]:
    out, at = [], 0
    for name in names:
        if (i := text.find(name, at)) >= 0:
            out.append((i, i + len(name)))
            at = i + len(name)
    return out


def _after(source: str, first: Outcome, second: Outcome) -> Outcome:
    """Both hops as one outcome; where one failed, the source sentence."""
    if first.problems:
        return first
    if second.problems:
        return Outcome(source, None, "source", first.doubts + second.doubts, second.problems)
    doubts, problems = first.doubts + second.doubts, first.problems + second.problems
    return Outcome(second.text, second.score, second.fallback or first.fallback, doubts, problems)


def _document(
    text: str, spans: list[Span], units: list[Span], outcomes: list[Outcome], chosen: Translator, hops: list[tuple[str, str]], store: Cache
) -> Document:
    """One edit for each paragraph, one Sentence for each sentence, and the flags."""
    source, target = hops[0][0], hops[-1][1]
    name, model = engine_name(chosen), _model(chosen, hops)
    reason = f"translated from {source} to {target} by {name}" + (f" through {PIVOT}" if len(hops) > 1 else "")
    edits, found, flags = [], [], []
    shift = i = 0
    for a, b in spans:
        pieces: list[str] = []
        length = 0
        last: int | None = None
        while i < len(units) and units[i][0] < b:
            (s, e), o = units[i], outcomes[i]
            gap = "" if last is None else _gap(text, last, s, target)
            begin = a + shift + length + len(gap)
            pieces += [gap, o.text]
            length += len(gap) + len(o.text)
            kept = o.fallback == "source"
            found.append(Sentence(begin, begin + len(o.text), s, e, name, model, PIVOT if len(hops) > 1 else None, o.score, o.fallback, o.doubts + o.problems))
            if kept and o.problems:
                flags.append(Change(KEPT, s, e, text[s:e], text[s:e], 1.0, f"kept in {source}: {', '.join(o.problems)}"))
            elif not kept and (why := _doubtful(text[s:e], o)):
                flags.append(Change(DOUBTFUL, s, e, text[s:e], o.text, 0.5, why.format(name)))
            last = e
            i += 1
        after = "".join(pieces)
        edits.append(Edit(RULE, a, b, text[a:b], after, 1.0, reason))
        shift += len(after) - (b - a)
    if store.lost:
        flags.append(Change(CACHE, 0, 0, "", "", 1.0, store.lost))
    step = make_step(text, edits)
    return Document(original=text, text=step.apply(text), language=target, steps=(step,) if step.edits else (), flags=tuple(flags), sentences=tuple(found))


def _gap(text: str, end: int, start: int, target: str) -> str:
    """What stands between two sentences: a blank, in languages that have one there; nothing where a piece was cut within a word."""
    if target in ("zh", "ja"):
        return ""
    return " " if end < start or compiled(r"[.!?…。！？؟۔\"'”’»)\]」』]").match(text, end - 1) else ""


def _model(chosen: Translator, hops: list[tuple[str, str]]) -> str | None:
    identity = getattr(chosen, "identity", None)
    if not callable(identity):
        return None
    return " | ".join(str(identity(a, b)) for a, b in hops)


def _doubtful(source: str, outcome: Outcome) -> str | None:
    """Why a translation that was taken is doubtful; {} for the engine."""
    words = len(source.split())
    if UNKNOWN_CHARACTERS in outcome.doubts:
        return "it has characters that are unknown to {}"
    many = words >= WORDS and sum(d.startswith("unknown:") for d in outcome.doubts) > words * UNKNOWN
    return "many words are unknown to {}" if many else None
