"""Whether Chinese, Japanese and Korean text is what it seems: any two bytes are some character in some Asian code page.

Language profiles know too little of these scripts to tell them apart. What does: the characters that news is written
with, which national standards put into their first level, and the few that every Chinese sentence has.
"""

from __future__ import annotations

from functools import cache

from .patterns import compiled

#: The most frequent characters of Chinese, simplified and traditional: a fifth of any text (general knowledge, CC0).
_FREQUENT = frozenset(
    "的一是不了在人有我他这個们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    "這来們國說時會對過發後裡還點麼開學經動進種長兩問無實現將與報新日月市公司政府成本方"
)
#: Shares that true text reaches; shorter runs say too little and must be all of the first level.
_LEVEL, _FREQUENT_SHARE, _FEW = 0.9, 0.08, 8


def looks_right(text: str) -> bool:
    """Whether the text's Chinese characters fit its other letters; True for a text without any."""
    if text.isascii():
        return True
    hangul = compiled(r"\p{Hangul}").findall(text)
    if hangul and _share(hangul, "euc_kr", 0xB0, 0xC8) < _LEVEL:
        return False
    if not (han := compiled(r"\p{Han}").findall(text)):
        return True
    if compiled(r"[\p{Hiragana}\p{Katakana}]").search(text):
        return _share(han, "euc_jp", 0xB0, 0xCF) >= _LEVEL
    if hangul:
        return _share(han, "euc_kr", 0xCA, 0xFD) >= _LEVEL
    if max(_share(han, "gb2312", 0xB0, 0xD7), _share(han, "big5", 0xA4, 0xC6)) < _LEVEL:
        return False
    return len(han) >= _FEW and sum(c in _FREQUENT for c in han) >= _FREQUENT_SHARE * len(han)


def _share(characters: list[str], codec: str, first: int, last: int) -> float:
    return sum(_is_common(c, codec, first, last) for c in characters) / len(characters)


@cache
def _is_common(character: str, codec: str, first: int, last: int) -> bool:
    try:
        return first <= character.encode(codec)[0] <= last
    except UnicodeEncodeError:
        return False
