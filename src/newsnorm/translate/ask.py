"""Asking an engine: whatever it does, what comes back is a list of hypotheses for each sentence, or a TranslationError."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Thread
from typing import TypeVar

from ..errors import NewsnormError, TranslationError
from .engine import Hypothesis, Translator
from .engines import engine_name

#: Characters of a batch, about 2,000 tokens; an engine with ``batch_characters`` says its own. Seconds that a batch may take.
BATCH, SECONDS = 6000, 600
T = TypeVar("T")


def ask(engine: Translator, sentences: Sequence[str], source: str, target: str, n_best: int) -> list[list[Hypothesis]]:
    """Hypotheses for each sentence, asked for in batches of like length. Raises TranslationError."""
    limit = getattr(engine, "batch_characters", BATCH)
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), i))
    out: list[list[Hypothesis]] = [[] for _ in sentences]
    batch: list[int] = []
    size = 0
    for i in order:
        if batch and size + len(sentences[i]) > limit:
            _fill(out, batch, engine, sentences, source, target, n_best)
            batch, size = [], 0
        batch.append(i)
        size += len(sentences[i])
    if batch:
        _fill(out, batch, engine, sentences, source, target, n_best)
    return out


def _fill(out: list[list[Hypothesis]], batch: list[int], engine: Translator, sentences: Sequence[str], source: str, target: str, n_best: int) -> None:
    given = [sentences[i] for i in batch]
    found = asked(engine, lambda: engine.translate_batch(given, source, target, n_best))
    if not isinstance(found, (list, tuple)) or len(found) != len(given):
        count = len(found) if isinstance(found, (list, tuple)) else type(found).__name__
        raise TranslationError(f"engine {engine_name(engine)} gave {count} answers for {len(given)} sentences; an engine must give one list for each")
    for i, hypotheses in zip(batch, found, strict=True):
        out[i] = _checked(engine, hypotheses)[: max(1, n_best)]


def _checked(engine: Translator, hypotheses: object) -> list[Hypothesis]:
    """Hypotheses, each on one line and of whole characters."""
    if not isinstance(hypotheses, (list, tuple)):
        raise TranslationError(f"engine {engine_name(engine)} gave {type(hypotheses).__name__} for a sentence; it must give a list of Hypothesis")
    out = []
    for h in hypotheses:
        text, score, flags = getattr(h, "text", None), getattr(h, "score", None), getattr(h, "flags", ())
        if not isinstance(text, str):
            raise TranslationError(f"engine {engine_name(engine)} gave {h!r:.80} as a translation; it must give Hypothesis(text, score, flags)")
        number = float(score) if isinstance(score, (int, float)) and score == score else None
        line = " ".join(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
        out.append(Hypothesis(line, number, tuple(map(str, flags)) if isinstance(flags, (list, tuple)) else ()))
    return out


def asked(engine: Translator, question: Callable[[], T]) -> T:
    """The engine's answer. Raises TranslationError if it fails, or does not answer in time."""
    answer: list[T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            answer.append(question())
        except BaseException as error:
            failure.append(error)

    worker = Thread(target=run, daemon=True, name="newsnorm-translate")
    worker.start()
    worker.join(SECONDS)
    if failure:
        error = failure[0]
        if isinstance(error, NewsnormError) or not isinstance(error, Exception):
            raise error
        raise TranslationError(f"engine {engine_name(engine)} failed ({type(error).__name__}: {error}); see its own documentation, or try another") from error
    if not answer:
        raise TranslationError(f"engine {engine_name(engine)} did not answer within {SECONDS} seconds; try another, or shorter texts")
    return answer[0]
