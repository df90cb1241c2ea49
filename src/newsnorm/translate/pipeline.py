"""The way of a sentence: cache, shields, engine, verification, and what is tried when something is wrong.

A translation that passes is taken from the first of: the engine's hypotheses with the shields in its best shape, with
numbers shielded too, in its other shape, and without shields but with the names put back. Otherwise the source sentence
stays and is flagged: nothing is dropped and nothing invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .ask import ask, asked
from .cache import Cache, installation, key
from .engine import CUT, UNSURE, Hypothesis, Translator
from .names import keeps_letters
from .numbers import localised
from .repair import with_names
from .shield import Shielded, Span, codes, merged, numbers, placeholders, shield, unshield, usable
from .verify import NUMBERS, language_of, problems

#: Hypotheses asked for.
N_BEST = 4
#: Flags of a hypothesis with which it is not taken, as problems.
_REFUSED = {CUT: "its end is cut off", UNSURE: "the engine guessed"}


class Outcome(NamedTuple):
    """What became of a sentence. ``fallback``: how it was saved, "source" if it was not; ``problems``: what was wrong with the best translation."""

    text: str
    score: float | None = None
    fallback: str | None = None
    doubts: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class _Rung(NamedTuple):
    """One way to try: what the record calls it, the shape of placeholders (empty for none), and whether numbers have some too."""

    fallback: str | None
    shape: str
    numbers: bool = False


class Pipeline:
    """Translates sentences of one pair with one engine. ``mixed``: some may be in the target language already."""

    def __init__(self, engine: Translator, source: str, target: str, cache: Cache, *, mixed: bool = True) -> None:
        self.engine, self.source, self.target, self.cache = engine, source, target, cache
        self.mixed = mixed
        self.identity = _text_of(engine, "identity", source, target)
        shapes = getattr(engine, "shapes", None)
        found = asked(engine, lambda: shapes(source, target)) if callable(shapes) else ()
        self.shapes = tuple(s for s in found if isinstance(s, str) and s.count("{}") == 1 and len(s) > 2)[:2]

    def translate(self, sentences: Sequence[str], kept: Sequence[list[Span]]) -> list[Outcome]:
        """An outcome for each sentence. ``kept``: the spans in it that must not be translated. Each different sentence is translated once."""
        wanted = list(dict.fromkeys((s, tuple(k)) for s, k in zip(sentences, kept, strict=True)))
        keys = (
            {w: key(installation(), str(self.mixed), self.identity, self.source, self.target, *self.shapes, w[0], repr(w[1])) for w in wanted}
            if self.identity
            else {}
        )
        stored = self.cache.get(keys.values()) if keys else {}
        done: dict[tuple[str, tuple[Span, ...]], Outcome] = {}
        for w, k in keys.items():
            if (found := as_outcome(stored.get(k))) is not None:
                done[w] = found
        missing = [w for w in wanted if w not in done]
        if missing:
            fresh = dict(zip(missing, self._fresh(missing), strict=True))
            done |= fresh
            if keys:
                self.cache.put({keys[w]: list(outcome) for w, outcome in fresh.items()})
        return [done[s, tuple(k)] for s, k in zip(sentences, kept, strict=True)]

    def _fresh(self, wanted: list[tuple[str, tuple[Span, ...]]]) -> list[Outcome]:
        out: list[Outcome | None] = []
        wrong: dict[int, tuple[str, ...]] = {}
        spans = [merged([*k, *codes(s)]) for s, k in wanted]
        out += [self._as_it_is(s, k) for (s, _), k in zip(wanted, spans, strict=True)]
        for rung in self._rungs():
            left = [i for i, o in enumerate(out) if o is None and (not rung.shape or usable(rung.shape, wanted[i][0]))]
            if rung.numbers:
                left = [i for i in left if wrong.get(i, ("",))[0] == NUMBERS]
            if left:
                self._try(rung, left, wanted, spans, out, wrong)
        kept = (Outcome(s, None, "source", (), wrong.get(i, ("it could not be translated",))) for i, (s, _) in enumerate(wanted))
        return [o or k for o, k in zip(out, kept, strict=True)]

    def _rungs(self) -> Iterator[_Rung]:
        for n, shape in enumerate(self.shapes):
            yield _Rung("other shape" if n else None, shape)
            if not n:
                yield _Rung("numbers shielded", shape, numbers=True)
        yield _Rung("unshielded" if self.shapes else None, "")

    def _as_it_is(self, sentence: str, kept: list[Span]) -> Outcome | None:
        """A sentence of names and numbers only, or one that is in the target language already, stays."""
        free = shield(sentence, kept, "").text
        if not any(map(str.isalpha, free)):
            return Outcome(localised(sentence, self.source, self.target) if not kept else sentence)
        if self.mixed and len(free.split()) >= 6 and language_of(free) == self.target:
            return Outcome(sentence, None, "source", (f"it is in {self.target} already",))
        return None

    def _try(
        self,
        rung: _Rung,
        left: list[int],
        wanted: list[tuple[str, tuple[Span, ...]]],
        spans: list[list[Span]],
        out: list[Outcome | None],
        wrong: dict[int, tuple[str, ...]],
    ) -> None:
        """One rung for the sentences that are left: their outcomes go to ``out``, what was wrong with the first answer to ``wrong``."""
        sent = []
        for i in left:
            sentence = wanted[i][0]
            chosen = merged([*spans[i], *numbers(sentence)]) if rung.numbers else spans[i]
            sent.append(shield(sentence, chosen if rung.shape else [], rung.shape))
        answers = ask(self.engine, [s.text for s in sent], self.source, self.target, N_BEST)
        for i, shielded, hypotheses in zip(left, sent, answers, strict=True):
            source = wanted[i][0]
            names = [source[a:b] for a, b in spans[i]]
            free = len(shield(source, spans[i], "").text.split())
            for n, h in enumerate(hypotheses):
                text = self._restored(h.text, shielded, names)
                found = ["placeholders were lost"] if text is None else problems(source, text, self.source, self.target, free, names)
                found += [_REFUSED[f] for f in h.flags if f in _REFUSED]
                if text is not None and not found:
                    out[i] = Outcome(text, h.score, rung.fallback or (f"hypothesis {n + 1}" if n else None), _doubts(h, shielded))
                    break
                wrong.setdefault(i, tuple(found))

    def _restored(self, text: str, shielded: Shielded, names: list[str]) -> str | None:
        """The translation with what was kept back in it, and numbers as the language writes them; None if something is lost."""
        if not shielded.shape:
            return with_names(text, names)
        numbers_too = Shielded(shielded.text, tuple(localised(k, self.source, self.target) for k in shielded.kept), shielded.shape)
        return unshield(localised(text, self.source, self.target), numbers_too)


def _doubts(h: Hypothesis, shielded: Shielded) -> tuple[str, ...]:
    """The engine's doubts, but those about placeholders."""
    return tuple(f for f in h.flags if not (shielded.shape and placeholders(f, shielded.shape)))


def as_outcome(value: object) -> Outcome | None:
    """A stored outcome; None for what is none."""
    if not isinstance(value, list) or len(value) != 5 or not isinstance(value[0], str):
        return None
    return Outcome(value[0], value[1], value[2], tuple(value[3]), tuple(value[4]))


def _text_of(engine: Translator, method: str, source: str, target: str) -> str:
    found = getattr(engine, method, None)
    value = asked(engine, lambda: found(source, target)) if callable(found) else ""
    return value if isinstance(value, str) else ""


def names_of(engine: Translator, source: str, target: str, sentences: Sequence[str]) -> Iterable[list[Span]]:
    """The spans that the engine itself says it would spoil."""
    names = getattr(engine, "names", None)
    if not callable(names) or not keeps_letters(source, target):
        return [[] for _ in sentences]
    found = asked(engine, lambda: names(list(sentences), source, target))
    return [merged((max(0, a), min(len(s), b)) for a, b in spans) for s, spans in zip(sentences, found, strict=True)]
