"""What the two neural engines share: a sentence made ready for a model, cut into parts that fit it, and its placeholders guarded."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from ..errors import TranslationError
from .engine import CUT, UNKNOWN_CHARACTERS, UNSURE, Hypothesis

#: Shapes of placeholders worth trying, "{}" for the number.
SHAPES = ("⟦{}⟧", "XQ{}QX", "[[{}]]", "__{}__", "@@{}@@")
#: Pieces that a model is given at once and may answer with; longer sentences are translated in parts.
LONGEST, LONGEST_OUTPUT = 200, 256
_PENALTY = 0.2
#: Placeholders are numbered from 0; those of other numbers than the source's are forbidden up to this one.
_NUMBERS = 16
_SYMBOL = re.compile(r"▁?⟦\d{1,3}⟧")
_ENDS = tuple('.;:!?…,)»”"')
#: Runs of pieces that must not come out.
Forbidden = tuple[tuple[str, ...], ...]


def ready(sentence: str) -> str:
    """The sentence with plain blanks: models have no pieces for tabs and no-break spaces. "▁" is SentencePiece's own blank."""
    try:
        sentence.encode()
    except UnicodeEncodeError as error:
        raise TranslationError(
            f"the sentence {sentence[:40]!r} has a lone surrogate at {error.start}, which no model can read; normalise the text first"
        ) from None
    return " ".join(sentence.replace("▁", "_").split())


def parts(pieces: list[str], longest: int) -> list[list[str]]:
    """The pieces in runs of at most ``longest``, cut after a mark, else before a word, else anywhere."""
    found = []
    begin = 0
    while len(pieces) - begin > longest:
        words = [k for k in range(begin + longest // 2, begin + longest + 1) if pieces[k].startswith("▁")]
        ends = [k for k in words if pieces[k - 1].endswith(_ENDS)]
        cut = ends[-1] if ends else words[-1] if words else begin + longest
        found.append(pieces[begin:cut])
        begin = cut
    return [*found, pieces[begin:]]


@contextmanager
def _failing() -> Iterator[None]:
    """CTranslate2's own errors as one that says what to do."""
    try:
        yield
    except (RuntimeError, ValueError, MemoryError, UnicodeError) as error:
        raise TranslationError(f"the model failed ({' '.join(str(error).split())[:200]}); `newsnorm models verify` says whether it is damaged") from error


class Decoder:
    """Searches of one loaded model: pieces to hypotheses."""

    def __init__(self, pieces: Any, translator: Any, *, beam_size: int, vocabulary: frozenset[str], prefix: str = "", longest: int | None = None) -> None:
        """``pieces`` is a SentencePieceProcessor, ``translator`` a ctranslate2.Translator with this target ``vocabulary``.

        ``longest`` is the length of the model's table of positions, if it has one.
        """
        self.pieces, self.translator, self.beam_size, self.prefix = pieces, translator, beam_size, prefix
        self._longest = min(LONGEST, longest - 2 if longest else LONGEST)
        self._output = min(LONGEST_OUTPUT, longest or LONGEST_OUTPUT)
        self._vocabulary = vocabulary
        #: The mean log probability of a piece below which the model is guessing; see models/probe.py.
        self.unsure = -math.inf
        self._symbols = sorted(piece for piece in vocabulary if _SYMBOL.fullmatch(piece))
        self._unknown = pieces.unk_id()

    def encoded(self, sentence: str) -> tuple[list[list[str]], tuple[str, ...]]:
        """The parts of a sentence that was made ready, and flags: "split" for several parts, "unknown" for characters that the model does not know."""
        found: list[str] = self.pieces.encode(sentence, out_type=str)
        unknown = self._unknown >= 0 and any(self.pieces.piece_to_id(piece) == self._unknown for piece in found)
        runs = parts(found, self._longest)
        return runs, (*(["split"] if len(runs) > 1 else []), *([UNKNOWN_CHARACTERS] if unknown else []))

    def forbidden(self, sentence: str) -> Forbidden:
        """The runs of pieces that a translation of the sentence must not have: placeholders that it does not have itself."""
        found = [(symbol,) for symbol in self._symbols if symbol.lstrip("▁") not in sentence]
        for shape in SHAPES:
            before, _, after = shape.partition("{}")
            if before not in sentence or (shape.format(0) in (s.lstrip("▁") for s in self._symbols)):
                continue
            here = {int(k) for k in re.findall(f"{re.escape(before)}([0-9]{{1,3}}){re.escape(after)}", sentence)}
            for k in range(_NUMBERS) if here else ():
                if k not in here:
                    run = tuple(self.pieces.encode(shape.format(k), out_type=str))
                    found += [run, (run[0].removeprefix("▁"), *run[1:])]
        return tuple(run for run in dict.fromkeys(found) if self._vocabulary.issuperset(run))

    def start(self, runs: Sequence[list[str]], forbidden: Forbidden, n_best: int, rows: int) -> list[Any]:
        """Give the model runs of pieces, ``rows`` at a time. The answers come later: see :meth:`hypotheses`. Raises TranslationError if the model fails."""
        return list(self._asked(runs, forbidden, n_best, rows, asynchronous=True))

    def hypotheses(self, answer: Any) -> list[Hypothesis]:
        """Those of a run that was started; waits for them. Raises TranslationError if the model fails."""
        with _failing():
            result = answer.result()
        return [self.hypothesis(*found) for found in zip(result.hypotheses, result.scores, strict=True)]

    def results(self, runs: Sequence[list[str]], forbidden: Forbidden, n_best: int, rows: int = 0) -> list[Any]:
        """CTranslate2's own results, with the end of each sentence still on it."""
        return list(self._asked(runs, forbidden, n_best, rows))

    def _asked(self, runs: Sequence[list[str]], forbidden: Forbidden, n_best: int, rows: int, *, asynchronous: bool = False) -> Any:
        with _failing():
            return self.translator.translate_batch(
                list(runs),
                target_prefix=[[self.prefix]] * len(runs) if self.prefix else None,
                max_batch_size=rows,
                asynchronous=asynchronous,
                beam_size=self.beam_size,
                num_hypotheses=max(1, min(n_best, self.beam_size)),
                length_penalty=_PENALTY,
                max_input_length=0,
                max_decoding_length=min(self._output, 3 * max(map(len, runs)) + 30),  # a loop need not run to the end
                disable_unk=True,
                suppress_sequences=[list(run) for run in forbidden] or None,
                return_end_token=True,
                return_scores=True,
                replace_unknowns=False,
            )

    def hypothesis(self, found: list[str], score: float) -> Hypothesis:
        """From the pieces of a result, with what is doubtful about it."""
        flags = (*([] if self._ended(found) else [CUT]), *([UNSURE] if mean(found, score) < self.unsure else []))
        return Hypothesis(self.decoded(found), rounded(score), flags)

    def decoded(self, found: list[str]) -> str:
        """The text of the pieces, without the end and without the model's prefix. "_" stays what it is."""
        kept = found[:-1] if self._ended(found) else found
        if self.prefix and kept[:1] == [self.prefix]:
            kept = kept[1:]
        return str(self.pieces.decode(kept)).strip()

    def _ended(self, found: list[str]) -> bool:
        return bool(found) and found[-1] == self.pieces.id_to_piece(self.pieces.eos_id())


def mean(found: Sequence[str], score: float) -> float:
    """The mean log probability of the pieces of a result, from CTranslate2's score, which is their sum over a power of their number."""
    length = max(1, len(found))
    return float(score * length**_PENALTY / length)


def rounded(score: float) -> float:
    """The score without the digits that change with what else was in the batch."""
    return round(float(score), 2)


def joined(found: Sequence[Sequence[Hypothesis]], flags: tuple[str, ...]) -> list[Hypothesis]:
    """The hypotheses of a sentence from those of its parts: the best of each, then the second of each, where there is one."""
    if len(found) == 1:
        return [h._replace(flags=(*flags, *h.flags)) for h in found[0]]
    out = []
    for k in range(max(map(len, found))):
        chosen = [hypotheses[min(k, len(hypotheses) - 1)] for hypotheses in found]
        marks = dict.fromkeys([*flags, *(flag for h in chosen for flag in h.flags)])
        out.append(Hypothesis(" ".join(h.text for h in chosen if h.text), rounded(sum(h.score or 0.0 for h in chosen)), tuple(marks)))
    return out
