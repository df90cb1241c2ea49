"""What is wrong with a translation, as far as can be seen without knowing either language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..patterns import compiled

#: Length of a translation over that of its source, looked at from SHORT characters on. Scripts without spaces say more with less.
SHORTEST, LONGEST, SHORT = 0.4, 2.5, 20
#: What is wrong where a number is lost or new.
NUMBERS = "numbers differ"
_DENSE = frozenset(("zh", "ja", "ko"))
#: Words from which a translation that equals its source is no translation, and those of one run that is left untranslated.
COPIED, RESIDUE = 5, 5
#: Letters from which the language of a sentence is asked for, and how sure the answer must be.
TELLING, SURE = 60, 0.98
_LEAK = r"[⟦⟧\ue000-\uf8ff]|(?i:XQ\s?\d++\s?QX)|@@\d++@@|__\d++__|\{\d++\}|\[\[\d++\]\]|<x\b|(?<!\S)[*#@](?=\w)"
#: A number, its thousands with whatever stands between them. Decimals count by themselves, so that their mark does not matter.
_NUMBER = r"(?<!\d)\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))++|\d++"
_QUOTES = {"«": "»", "“": "”", "„": "“”", "「": "」", "『": "』"}


def problems(source: str, text: str, source_language: str, target: str, free: int, kept: Sequence[str] = ()) -> list[str]:
    """What is wrong with ``text`` as a translation of ``source``, worst first; empty if nothing is.

    free  words that could be translated
    kept  what must stay as it is: it is no sign that a part was not translated
    """
    found = []
    if not text.strip():
        return ["it is empty"]
    if _digits(source) != _digits(text):
        found.append(NUMBERS)
    if not _length_fits(source, text, source_language, target):
        found.append("its length does not fit")
    if repeats(text) and not repeats(source):
        found.append("it repeats itself")
    if Counter(compiled(_LEAK).findall(text)) - Counter(compiled(_LEAK).findall(source)):
        found.append("marks of the engine are left in it")
    if not _quotes_pair(text) and _quotes_pair(source):
        found.append("a quotation is not closed")
    if free >= COPIED and text.split() == source.split():
        found.append("it is the source")
    elif _residue(_without(source, kept), plain := _without(text, kept)):
        found.append("a part is not translated")
    elif (code := _language(plain)) and code != target and code == source_language:
        found.append(f"it reads as {code}")
    return found


def _without(text: str, kept: Sequence[str]) -> str:
    """The text with a full stop for each phrase that was kept: names of one word tell no language and make no run."""
    for phrase in sorted({k for k in kept if " " in k}, key=lambda k: (-len(k), k)):
        text = text.replace(phrase, ".")
    return text


def _digits(text: str) -> Counter[str]:
    """The numbers of a text, whatever their separators: languages differ in these."""
    return Counter("".join(c for c in n if c.isdigit()) for n in compiled(_NUMBER).findall(text))


def _length_fits(source: str, text: str, source_language: str, target: str) -> bool:
    if len(source) < SHORT:
        return len(text) <= len(source) * 6 + 40
    low, high = SHORTEST, LONGEST
    if source_language in _DENSE and target not in _DENSE:
        high *= 3.5
    elif target in _DENSE and source_language not in _DENSE:
        low /= 3.5
    return low <= len(text) / len(source) <= high


def repeats(text: str) -> bool:
    """Whether a word stands three times running, or a group of three words three times."""
    words = text.lower().split()
    if any(a == b == c for a, b, c in zip(words, words[1:], words[2:], strict=False)):
        return True
    return max(Counter(zip(words, words[1:], words[2:], strict=False)).values(), default=0) >= 3


def _quotes_pair(text: str) -> bool:
    """Whether quotation marks come in pairs."""
    if text.count('"') % 2:
        return False
    for opening, closings in _QUOTES.items():
        closing = sum(text.count(c) for c in closings) if opening != "“" else text.count("”")
        if opening == "„":
            if text.count("„") > closing:
                return False
        elif opening == "“" and "„" in text:
            continue
        elif text.count(opening) != closing:
            return False
    return True


def _residue(source: str, text: str) -> bool:
    """Whether a run of small-letter words of the source stands in the translation."""
    run = rf"(?<![\p{{L}}\p{{M}}])(?=((?:\p{{Ll}}[\p{{L}}\p{{M}}]*+ ){{{RESIDUE - 1}}}\p{{Ll}}[\p{{L}}\p{{M}}]*+)(?![\p{{L}}\p{{M}}]))"
    there = {m[1] for m in compiled(run).finditer(text)}
    return any(m[1] in there for m in compiled(run).finditer(source))


def _language(text: str) -> str | None:
    """The language of a text that is long enough to show it."""
    if sum(map(str.isalpha, text)) < TELLING:
        return None
    from ..language import detect_language

    found = detect_language(text)
    return found.code.partition("-")[0] if found.confidence >= SURE and found.code != "und" else None


def language_of(text: str) -> str | None:
    """The language of a sentence, if it is long enough to be sure of."""
    return _language(text)
