"""detect_language: script first, then the score of a sample under langdetect's profiles.

A whole article says no more than its longest lines; names, codes and credits say nothing, and are answered "und".
"""

from __future__ import annotations

import re
from collections import Counter
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
#: Where Chinese, Japanese and Korean characters lie; and their kinds (_Kinds).
_EAST, _ASIAN = r"[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00010000-\U0010ffff]", "GKSTHgksth"
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
    if re.search(_EAST, sample):
        kinds = Counter(sample.translate(_kinds()))
        letters, asian = (sum(n for kind, n in kinds.items() if test(kind)) for test in (str.isupper, _ASIAN.__contains__))
        if asian * 2 > letters and letters >= 4:
            return _east_asian(kinds)
    if _is_name(sample) or not compiled(r"\p{L}").search(sample):
        return UNDETERMINED
    return _by_profiles(sample)


def _sample(text: str) -> str:
    """The longest lines, up to SAMPLE characters: captions, debris and titles are short."""
    if len(text) <= SAMPLE:
        return text
    spans = (m.span() for m in compiled(r"[^\n]++").finditer(text))
    lines = nlargest(4, ((min(end - start, SAMPLE), -start) for start, end in spans))
    return "\n".join(text[-start : -start + length] for length, start in lines)[:SAMPLE]


def _east_asian(kinds: Counter[str]) -> Language:
    hangul, kana, simplified, traditional, either = (kinds[kind] + kinds[kind.lower()] for kind in "GKSTH")
    han = simplified + traditional + either
    if hangul > kana + han:
        return Language("ko", 0.99)
    if kana * 20 > han:
        return Language("ja", 0.98)
    if simplified == traditional:
        return Language("zh", 0.9)
    codes = ("zh-Hans", "zh-Hant") if simplified > traditional else ("zh-Hant", "zh-Hans")
    confidence = 0.5 + 0.49 * abs(simplified - traditional) / (simplified + traditional)
    return Language(codes[0], round(confidence, 3), ((codes[1], round(1 - confidence, 3)),))


class _Kinds(dict[int, str]):
    """Code point -> G for Hangul, K for kana, S and T for Chinese characters of simplified or traditional text alone, H for
    others, L for letters of other scripts; small if it is no letter.
    """

    def __missing__(self, character: int) -> str:
        c = chr(character)
        if compiled(r"\p{Han}").match(c):
            kind = "H" if _has(c, "gb2312") == _has(c, "big5") else "S" if _has(c, "gb2312") else "T"
        else:
            kind = "G" if compiled(r"\p{Hangul}").match(c) else "K" if compiled(r"[\p{Hiragana}\p{Katakana}]").match(c) else "L"
        kind = kind if compiled(r"\p{L}").match(c) else kind.lower()
        if character <= 0xFFFF:  # few texts have others, and there are many
            self[character] = kind
        return kind


_kinds = cache(_Kinds)


def _has(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _is_name(sample: str) -> bool:
    """Up to three words, all with a capital and a small letter: a person or a place, in any language of Latin script."""
    words = sample.split(maxsplit=3)
    return len(words) <= 3 and all(w[0].isupper() and not w.isupper() for w in words)


def _by_profiles(sample: str) -> Language:
    if "[" in sample or "http" in sample:
        sample = compiled(r"https?://\S++|\[\w++\]").sub(" ", sample)
    best, *others = scores(sample)
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
