"""detect_language: script first, then langdetect on a sample.

langdetect draws n-grams at random, races on its first use and reads its profiles in directory order. So newsnorm keeps a
factory of its own, filled once under a lock in sorted order, and seeds every detector: the same text gives the same
answer in any thread and process. A whole article costs it more than all of newsnorm's rules; a sample says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from heapq import nlargest
from importlib.resources import files
from threading import Lock
from typing import Any, NamedTuple

from ..errors import InputError
from ..patterns import compiled

#: Characters given to langdetect at most; from this length on its answers no longer change.
SAMPLE = 600
#: Below this many letters a text says too little.
FEWEST_LETTERS = 12
#: langdetect's probabilities are trial counts (n/7): anything under 6/7 is a split vote.
SUREST = 0.85
_NAMES = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}
_lock = Lock()


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
    if len(letters) < FEWEST_LETTERS:
        return UNDETERMINED
    # langdetect skips words in capitals, which leaves nothing of a headline in capitals.
    return _by_profiles(sample.lower() if sample.isupper() else sample)


def _sample(text: str) -> str:
    """The longest lines, up to SAMPLE characters: captions, debris and titles are short."""
    if len(text) <= SAMPLE:
        return text
    lines = nlargest(4, ((min(end - start, SAMPLE), -start) for start, end in _lines(text)))
    return "\n".join(text[-start : -start + length] for length, start in lines)[:SAMPLE]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


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


def _by_profiles(sample: str) -> Language:
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.seed = 0
    detector.append(sample)
    try:
        found = [(_NAMES.get(x.lang, x.lang), round(x.prob, 3)) for x in detector.get_probabilities()]
    except LangDetectException:  # not one n-gram that it knows
        return UNDETERMINED
    if not found:
        return UNDETERMINED
    (code, confidence), *others = found
    return Language(code, confidence, tuple(others)) if confidence >= SUREST else Language("und", confidence, tuple(found))


def _factory() -> Any:
    with _lock:
        return _loaded()


@cache
def _loaded() -> Any:
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    folder = files("langdetect") / "profiles"
    profiles = sorted((p for p in folder.iterdir() if p.is_file() and not p.name.startswith((".", "__"))), key=lambda p: p.name)
    factory.load_json_profile([p.read_text(encoding="utf-8") for p in profiles])
    factory.seed = 0
    return factory

