"""How a text reads: what the choice between encodings is made by, besides chardet's own opinion.

The measure itself is that of the rules that repair encodings (encodings/likelihood.py). It is called here and nowhere else in this
folder. What is added to it are traces of wrong encodings that a measure of letters does not see.
"""

from __future__ import annotations

import unicodedata

from ..encodings.asian import looks_right
from ..encodings.likelihood import cost
from ..patterns import compiled

_ASIAN = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"
#: Nats for each trace of a wrong encoding.
_TRACES = (
    (16.0, r"(?<=[\p{Ll},] )[\p{Lu}&&[^A-Z]](?![\p{L}.’'])"),  # a capital that stands alone within a sentence
    (8.0, rf"(?<![\p{{L}}\p{{M}}’'])[\p{{L}}--[A-Za-z]--{_ASIAN}](?![\p{{L}}.’'])"),  # any letter above ASCII that stands alone
    (25.0, r"(?:\A|\n|[.!?] )[^\p{L}\p{M}\x00-\x7f]\p{Ll}"),  # a sentence that begins with a mark and a small letter
    (5.0, r"(?:\A|\n|[.!?] )[\p{Ll}--[a-z]]"),  # one that begins with a small letter above ASCII
    (5.0, r"[¤¦¬ªˇ˘˙˛˝ﬁﬂ\uf8ff\ufe70-\ufefe\u2500-\u259f†‡∙√∞≤≥≈◊₧ƒ⌐]|(?<!\d)[¹²³¼½¾]"),  # what news does not have
    (25.0, r"[¹²³¼½¾](?=\p{L})"),
    (25.0, r"[\x80-\x84\x86-\x9f]"),
)
#: Nats for a guillemet at a word in a text that has no other half; for an Asian character that swallowed a letter of Latin text.
_HALF, _SWALLOWED = 10.0, 40.0


def nats(text: str) -> float:
    """How unlikely a text is; lower is likelier."""
    traces = sum(price * len(compiled(pattern).findall(text)) for price, pattern in _TRACES)
    return _cost(text) + traces + _HALF * _halves(text) + _SWALLOWED * _swallowed(text)


def _cost(text: str) -> float:
    """The measure, with Turkish capitals as Turks lower them: to Python the small letter of İ is two characters."""
    return cost(compiled(r"(?<=\p{Lu})İ|İ(?=\p{Lu})").sub("I", text) if "İ" in text else text)


def _halves(text: str) -> int:
    if ("«" in text) == ("»" in text):
        return 0
    return len(compiled(r"(?<=\p{L})»|«(?=\p{L})").findall(text))


def _swallowed(text: str) -> int:
    asian = len(compiled(_ASIAN).findall(text))
    if not asian or asian > len(compiled(r"\p{Latin}").findall(text)):
        return 0
    return len(compiled(rf"(?<=\p{{Latin}}){_ASIAN}|{_ASIAN}(?=\p{{Latin}})|(?<!{_ASIAN}){_ASIAN}(?!{_ASIAN})").findall(text))


def strangeness(text: str) -> float:
    """Nats for a character of the words that are not ASCII: 12 in Chinese and Japanese, 18 in another known language, 30 in a wrong encoding."""
    words = [word for word in text.split() if not word.isascii()]
    return _cost(" ".join(words)) / max(1, sum(map(len, words)))


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters, and they read like Chinese."""
    return bool(compiled(r"\p{Han}").search(text)) and looks_right(text)


def is_plausible(text: str) -> bool:
    """Whether this is written language: nearly no unassigned, private or control characters, letters of four scripts at most (Japanese has four)."""
    bad = sum(unicodedata.category(c) in ("Cn", "Co", "Cc") and c not in "\t\n\r\f" for c in text)
    return bad * 50 <= len(text) and len({unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha()}) <= 4
