"""detect_language: script first, then the score of a sample under langdetect's profiles.

A whole article says no more than its longest lines; names, codes and credits say nothing, and are answered "und".
"""

from __future__ import annotations

from functools import cache
from heapq import nlargest
from math import exp
from typing import NamedTuple

from ..errors import InputError
from ..patterns import compiled
from .profiles import SCALE, scores

#: Characters that are looked at; from this length on answers no longer change.
SAMPLE = 600
#: In nats: how far the best language must be ahead of the second.
MARGIN = 5.0
#: Confidence by margin, fitted on news sentences: 1 / (1 + exp(-STEEPNESS x nats)).
STEEPNESS = 0.2
_NAMES = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}


class Language(NamedTuple):
    """code: BCP 47, "und" if unsure; confidence: 0 to 1; alternatives: other codes with their confidence, best first."""

    code: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()


UNDETERMINED = Language("und", 0.0)


def detect_language(text: str) -> Language:
    """The language of a text: BCP 47 code, confidence and alternatives. The code is "und" for text that does not show one.

    Raises InputError if ``text`` is not a str.
    """
    if not isinstance(text, str):
        raise InputError(f"detect_language takes a str, not {type(text).__name__}")
    sample = _sample(text)
    letters = compiled(r"\p{L}").findall(sample)
    asian = len(compiled(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]").findall(sample))
    if asian * 2 > len(letters) and len(letters) >= 4:
        return _east_asian(sample)
    if not letters or _is_name(sample):
        return UNDETERMINED
    return _by_profiles(sample)


def _sample(text: str) -> str:
    """The longest lines, up to SAMPLE characters: captions, debris and titles are short."""
    if len(text) <= SAMPLE:
        return text
    spans = (m.span() for m in compiled(r"[^\n]++").finditer(text))
    lines = nlargest(4, ((min(end - start, SAMPLE), -start) for start, end in spans))
    return "\n".join(text[-start : -start + length] for length, start in lines)[:SAMPLE]


def _east_asian(sample: str) -> Language:
    hangul = len(compiled(r"\p{Hangul}").findall(sample))
    kana = len(compiled(r"[\p{Hiragana}\p{Katakana}]").findall(sample))
    han = compiled(r"\p{Han}").findall(sample)
    if hangul > kana + len(han):
        return Language("ko", 0.99)
    if kana * 20 > len(han):
        return Language("ja", 0.98)
    simplified = sum(_only_in(c, "gb2312", "big5") for c in han)
    traditional = sum(_only_in(c, "big5", "gb2312") for c in han)
    if simplified == traditional:
        return Language("zh", 0.9)
    codes = ("zh-Hans", "zh-Hant") if simplified > traditional else ("zh-Hant", "zh-Hans")
    confidence = 0.5 + 0.49 * abs(simplified - traditional) / (simplified + traditional)
    return Language(codes[0], round(confidence, 3), ((codes[1], round(1 - confidence, 3)),))


@cache
def _only_in(character: str, here: str, there: str) -> bool:
    return _has(character, here) and not _has(character, there)


def _has(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _is_name(sample: str) -> bool:
    """Up to three words, all with a capital and a small letter: a person or a place, in any language of Latin script."""
    words = sample.split()
    return len(words) <= 3 and all(w[0].isupper() and not w.isupper() for w in words)


def _by_profiles(sample: str) -> Language:
    text = compiled(r"https?://\S++|\S++@\S++|\[\w++\]").sub(" ", sample)
    best, *others = scores(text)
    if not best[0]:
        return UNDETERMINED
    sure = [
        (_NAMES.get(code, code), _confidence((points - others[0][0] if points == best[0] else points - best[0]) / SCALE))
        for points, code in (best, *others[:3])
    ]
    (code, confidence), *alternatives = sure
    if best[0] - others[0][0] < MARGIN * SCALE:
        return Language("und", confidence, tuple(sure))
    return Language(code, confidence, tuple(a for a in alternatives if a[1] >= 0.001))


def _confidence(margin: float) -> float:
    return round(1 / (1 + exp(-STEEPNESS * min(margin, 100.0))), 3) if margin > -100 else 0.0
