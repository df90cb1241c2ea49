"""How unlikely a text is, in nats: the one measure by which every repair of an encoding is judged.

A text costs what its letters cost under the best of langdetect's languages (language/profiles.py): for each letter the
price of three unknown n-grams, less what its letter, pair and triple are known for. A character that is no letter counts as a
letter that no language has, since in text that was decoded wrongly it stands for one. So a repair is a gain if
``cost(text) - cost(repaired) > 0``.

Everything is reckoned word by word and words are remembered, so judging fifty versions of a line costs little more than one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ..language.profiles import FIELD, SCALE, fields, known, normalized, profiles
from ..patterns import compiled
from .asian import ASIAN, asian_cost
from .memory import LONGEST, Memory

#: Nats: a letter of which nothing is known; a mark where such marks stand, and before a word; a word's end; two capitals before small letters;
#: a capital in a word; two alphabets in a word; C1; no character at all.
LETTER, MARK, OPENING, END, CAPITALS, TURN, MIXED, C1, NONE = 30.0, 20.0, 14.0, 10.0, 20.0, 6.0, 12.0, 8.0, 40.0
#: A character that no language knows, for all that is no letter.
_UNKNOWN = "\ua9c0"
#: Apostrophes behind what Romance languages elide and before what English contracts are what they seem, and squares of measures;
#: all others could be a letter.
_ELIDED = r"(?<!\p{L})(?:[dlcsnjmtDLCSNJMT]|[Qq]u|[uU]n|(?:[dn]?[Ee]|[AaDd]a|[Ss]u|[Qq]ue|[Cc]o)l?l|[Qq]uest|[Pp]o)"
_VOWEL = r"[aeiouhAEIOUHàâéèêëîïôùûœÀÂÉÈÊ]\p{L}{2}"
_STUCK = r"[^\p{L}\p{M}\x00-\x7f]|\xa0"
_ELISION = (
    rf"(?<={_ELIDED})’(?={_VOWEL})|(?<=\p{{L}})’(?=(?:s|t|re|ve|ll|d|m)(?!\p{{L}}))"
    r"|(?<=(?<!\p{L})[kcdm]?m)[²³](?!\p{L})|[£€¥](?=[0-9])|(?<=[0-9])[€°%]|°(?=[CF](?!\p{L}))"
)
_OPENING = r"(?<!\p{L})[“„‘«‚¿¡](?=\p{L})"
_IN_PLACE = r"(?<=\p{L})[…”»](?!\p{L})|(?<!\p{L})[–—](?!\p{L})"
_TURN = r"\p{Ll}(?=[\p{Lu}&&[^A-Z]])|\p{Lu}[\p{Ll}&&[^a-z]](?=\p{Lu})"
_ALPHABET = r"[\p{Cyrillic}\p{Greek}\p{Hebrew}\p{Arabic}]"
_MIXED = rf"\p{{Latin}}(?={_ALPHABET})|{_ALPHABET}(?=\p{{Latin}})"


class Total(NamedTuple):
    """What all languages know of some words, packed as in language/profiles.py, and their price before that."""

    known: int
    price: float


NOTHING = Total(0, 0.0)
_KNOWN, _PRICE = itemgetter(0), itemgetter(1)


def cost(text: str, rest: Total = NOTHING) -> float:
    """Nats; lower is likelier. Meant for one line: its words, and the ``rest`` of it, are taken for words of one language."""
    return cost_of(words(text), rest)


def cost_of(words: Sequence[str], rest: Total = NOTHING) -> float:
    """The same for the words of a line."""
    total = total_cost(words, rest)
    return total.price - best_of(total.known)


def total_cost(words: Sequence[str], rest: Total = NOTHING) -> Total:
    """The cost of words together."""
    costs = list(map(_remembered.__getitem__, words))
    return Total(rest.known + sum(map(_KNOWN, costs)), rest.price + sum(map(_PRICE, costs)))


def words(text: str) -> list[str]:
    """Runs without ASCII white space: no character of a code page above ASCII may part them."""
    plain = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")  # a tenth of the time that a pattern takes
    return list(filter(None, plain.split(" ")))


def best_of(known: int) -> float:
    """What the best language knows, in nats."""
    return max(fields(known)) / SCALE


def best_language(text: str, rest: Total = NOTHING) -> int:
    """The number of the language that knows most of the text and the rest of its line."""
    points = fields(total_cost(words(text), rest).known)
    return max(profiles().by_code, key=points.__getitem__)


def language_name(language: int) -> str:
    """The code of the language with this number, as langdetect has it."""
    return profiles().codes[language]


def knows(language: int, letter: str) -> bool:
    """Whether the language has the letter."""
    return bool(profiles().table[normalized(letter)] >> FIELD * language & (1 << FIELD) - 1)


def _word_cost(word: str) -> Total:
    price = 0.0
    if not word.isascii():
        if asian := compiled(ASIAN).findall(word):
            word = compiled(ASIAN).sub(" ", word)
            price += asian_cost(asian)
        price += TURN * len(compiled(_TURN).findall(word)) + MIXED * len(compiled(_MIXED).findall(word))
        for c in word:
            if c > "\x7f" and (c <= "\x9f" or unicodedata.category(c) in ("Cn", "Co", "Cs")):
                price += C1 if c <= "\x9f" else NONE
        word = compiled(_ELISION).sub("'", word)
        word, opening = compiled(_OPENING).subn(" ", word)
        price += OPENING * opening
        word, marks = compiled(_IN_PLACE).subn(" ", word)
        price += MARK * marks
        if word[:2].isupper() and not word.isupper():
            price += CAPITALS
        word = compiled(_STUCK).sub(_UNKNOWN, word)
    letters = normalized(word)
    if not letters:
        return Total(0, price + LETTER)
    gaps = letters.count(" ")
    return Total(known(word), price + LETTER * (len(letters) - gaps) + END * (gaps + 1))


#: Lines without a space: few of them are kept, for they take room.
_long = lru_cache(64)(_word_cost)
_remembered = Memory(lambda word: _word_cost(word) if len(word) <= LONGEST else _long(word), 16_384)
