"""How much a text reads like a language: the measure by which repairs of its encoding are judged.

The mean bonus of its pairs of letters under the best of langdetect's languages (language/profiles.py), in nats a pair,
less what symbols cost that no word has. Wrongly decoded text has letters side by side that no language has.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from operator import add

from .language.profiles import SCALE, best_of, normalized, profiles
from .patterns import compiled

#: Nats a character that a text of nothing but symbols would lose.
SYMBOLS = 3.0
#: What the profiles know too little of to measure it: cjk.py tells whether it is right.
ASIAN = 3.0
#: Kana in a row come about by no accident.
KANA = 0.3
_ODD = frozenset({"So", "Sc", "Sm", "Sk", "No", "Cc", "Cn", "Co", "Po", "Pi", "Pf", "Mn"})


def fluency(text: str) -> float:
    """Nats a pair of letters; about 3 for a sentence of any known language, under 1 for one in the wrong encoding."""
    asian = len(compiled(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]").findall(text))
    visible = len(text) - text.count(" ")
    if asian * 2 > visible:
        kana = len(compiled(r"[\p{Hiragana}\p{Katakana}]").findall(text))
        return (ASIAN * asian + KANA * kana) / visible
    bonus = profiles().table.__getitem__
    letters = f" {normalized(text)} "
    pairs = sum(map(bonus, map(add, letters, letters[1:])))
    odd = sum(map(_is_odd, text))
    return best_of(pairs) / SCALE / max(1, len(letters) - 1) - SYMBOLS * odd / max(1, visible)


@cache
def _is_odd(character: str) -> bool:
    return character > "\x7f" and unicodedata.category(character) in _ODD
