"""What a translation engine is: the protocol that ct2, argos, apertium and a caller's own object share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

#: Flags of a hypothesis that no good translation has: its end is missing, or the engine guessed. What comes with them is not taken.
CUT, UNSURE = "cut", "unsure"
#: The flag for characters that the engine has no sign for, and may have left out.
UNKNOWN_CHARACTERS = "unknown"


class Hypothesis(NamedTuple):
    """One translation of one sentence.

    text   the translation
    score  the engine's own score, higher is better, comparable within one sentence only; None if it has none
    flags  what the engine doubted: "unknown: word", "unknown" (characters), "split" (translated in parts); with "cut"
           (at its length limit) or "unsure" (it guessed) it is not taken, and the source sentence stays if there is no better
    """

    text: str
    score: float | None = None
    flags: tuple[str, ...] = ()


class Translator(Protocol):
    """Translates sentences. An object with these two methods is an engine.

    An engine may also have
      ``name``                       a short name for the record; the class name otherwise
      ``identity(source, target)``   one line that changes when its output may change (model checksum, settings): the
                                     key of the cache on disk; without it nothing is kept on disk
      ``shapes(source, target)``     the shapes of placeholders that it keeps, best first, each with one ``{}`` for
                                     the number, such as "XQ{}QX" or "⟦{}⟧"; empty if it keeps none
      ``names(sentences, source, target)``  for each sentence the spans (start, end) that it would spoil: they are shielded
      ``batch_characters``           characters that it takes at a time; 6,000 if it does not say
    """

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The language pairs that it can translate directly, (source, target) as BCP 47 primary subtags."""
        ...

    def translate_batch(self, sentences: Sequence[str], source: str, target: str, n_best: int = 1) -> list[list[Hypothesis]]:
        """Hypotheses for each sentence, best first, at least one and at most ``n_best``; as many lists as sentences.

        Raises TranslationError if the engine fails, ModelNotInstalledError if it has no such pair.
        """
        ...
