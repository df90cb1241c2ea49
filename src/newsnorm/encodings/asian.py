"""Whether Chinese, Japanese and Korean text is what it seems: any two bytes are some character in some Asian code page.

Language profiles know too little of these scripts to tell them apart. What does: the characters that news is written
with, which national standards put into their first level, and the few that every Chinese or Japanese sentence has.
"""

from __future__ import annotations

from functools import cache

from ..patterns import compiled

ASIAN = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"
#: The most frequent characters of Chinese, simplified and traditional: a fifth of any text (general knowledge, CC0).
_CHINESE = frozenset(
    "的一是不了在人有我他这個们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    "這来們國說時會對過發後裡還點麼開學經動進種長兩問無實現將與報新日月市公司政府成本方"
)
#: Those that Japanese children learn first (general knowledge, CC0).
_JAPANESE = frozenset(
    "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車"
    "何南万毎白天母火右読友左休父雨会的同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心"
    "界教文元重近考画海売知道集別物使品計死特私始朝運終台広住真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写"
    "字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢"
)
#: Shares that true text reaches; shorter runs say too little and must be all of the first level.
_LEVEL, _FREQUENT_SHARE, _FEW = 0.8, 0.08, 8


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
    return len(han) >= _FEW and sum(c in _CHINESE for c in han) >= _FREQUENT_SHARE * len(han)


def asian_cost(characters: list[str]) -> float:
    """Nats for the Asian characters of one word (encodings/likelihood.py): about 8 each in right text, 25 in wrong text."""
    kind = "ja" if any("\u3040" <= c <= "\u30ff" for c in characters) else "ko" if any("\uac00" <= c <= "\ud7a3" for c in characters) else "zh"
    return sum(_cost(c, kind) for c in characters)


@cache
def _cost(character: str, kind: str) -> float:
    if "\u3040" <= character <= "\u30ff":
        return 7.0
    if "\uac00" <= character <= "\ud7a3":
        return 8.0 if _is_common(character, "euc_kr", 0xB0, 0xC8) else 20.0
    if "\uff61" <= character <= "\uffdc" or kind == "ko":  # halfwidth forms; Chinese characters in modern Korean
        return 25.0
    if kind == "ja":
        return 8.0 if character in _JAPANESE else 14.0 if _is_common(character, "euc_jp", 0xB0, 0xCF) else 25.0
    if character in _CHINESE:
        return 6.0
    return 13.0 if _is_common(character, "gb2312", 0xB0, 0xD7) or _is_common(character, "big5", 0xA4, 0xC6) else 28.0


def _share(characters: list[str], codec: str, first: int, last: int) -> float:
    return sum(_is_common(c, codec, first, last) for c in characters) / len(characters)


@cache
def _is_common(character: str, codec: str, first: int, last: int) -> bool:
    try:
        return first <= character.encode(codec)[0] <= last
    except UnicodeEncodeError:
        return False
