"""langdetect's n-gram profiles as one sparse table, and the exact score of a text under each language.

langdetect itself draws n-grams at random until one language has won, seven times; the sum over all n-grams is what those
draws estimate (naive Bayes with its smoothing, .5 in 10,000). The sum needs no dice, orders nothing and is faster. Scores
are whole numbers, so any order of adding gives the same answer on any machine.

Source of the profiles: the package langdetect (Nakatani Shuyo, Michal Danilák; Apache-2.0).
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from json import loads
from math import log
from struct import Struct
from threading import Lock
from typing import NamedTuple

#: Whole numbers are this many to a nat.
SCALE = 1024
#: Bits of one language's score in a row of the table: they hold the sum over 400,000 n-grams.
FIELD = 32
#: Words that are remembered, and the code points of those: text is made of few words, and each row takes a quarter of a kilobyte.
_WORDS, _LONGEST = 8_192, 32
#: Windows of three letters that are remembered.
_WINDOWS = 16_384
_FLOOR = 0.5 / 10_000
_lock = Lock()


class Table(dict[str, int]):
    """n-gram -> what it adds to the score of every language, in one whole number with a field of FIELD bits for each.

    So one addition adds to all of them. 0 for an n-gram that no language has.
    """

    def __missing__(self, ngram: str) -> int:
        return 0


class Profiles(NamedTuple):
    """The codes of the languages, by their number; the table; the numbers in order of the codes."""

    codes: tuple[str, ...]
    table: Table
    by_code: tuple[int, ...]


def profiles() -> Profiles:
    """The profiles, read once; safe to call from many threads at a time."""
    if not _read.cache_info().currsize:
        with _lock:
            return _read()
    return _read()


@cache
def _read() -> Profiles:
    folder = files("langdetect") / "profiles"
    texts = {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir() if p.is_file() and not p.name.startswith((".", "__"))}
    # a row takes room up to its last language: those with the most n-grams come first, which saves a third
    codes = sorted(texts, key=lambda code: (-len(texts[code]), code))
    table = Table()
    for number, code in enumerate(codes):
        profile = loads(texts.pop(code))
        totals = profile["n_words"]
        for ngram, count in profile["freq"].items():
            if 1 <= len(ngram) <= 3:
                bonus = round(SCALE * log(count / totals[len(ngram) - 1] / _FLOOR + 1))
                table[ngram] = table.get(ngram, 0) + (bonus << FIELD * number)
    return Profiles(tuple(codes), table, tuple(sorted(range(len(codes)), key=codes.__getitem__)))


def scores(text: str) -> list[tuple[int, str]]:
    """(score in SCALE-ths of a nat over the floor, code) of every language, best first; ties in order of the code.

    ``text`` is a sample of at most 100,000 characters.
    """
    # no n-gram reaches over white space, so words are looked at one by one; most of them were seen before
    words = text.split()
    points = fields(sum(map(_remembered if max(map(len, words), default=0) <= _LONGEST else known, words)))
    codes, _, by_code = profiles()
    return [(points[i], codes[i]) for i in sorted(by_code, key=points.__getitem__, reverse=True)]


def fields(total: int) -> tuple[int, ...]:
    """The score of each language, in SCALE-ths of a nat, in a sum of rows of the table."""
    row = _row()
    return row.unpack(total.to_bytes(row.size, "little"))


@cache
def _row() -> Struct:
    return Struct(f"<{len(profiles().codes)}I")


def known(word: str) -> int:
    """What all languages know of the n-grams of a word, or of words with white space between: a sum of rows of the table."""
    return _remembered(word) if len(word) <= _LONGEST else _known(word)


def _known(text: str) -> int:
    letters = f"  {normalized(text)} "
    return 0 if len(letters) == 3 else sum(map(_ends().__getitem__, map("".join, zip(letters, letters[1:], letters[2:], strict=False))))


class _Ends(dict[str, int]):
    """Three letters -> what their last one, last two and all three are known for: a third of the additions, and those seen last at hand."""

    def __missing__(self, letters: str) -> int:
        table = profiles().table
        known = table[letters] + table[letters[1:]] + table[letters[2:]]
        if len(self) >= _WINDOWS:
            self.clear()
        self[letters] = known
        return known


_ends = cache(_Ends)
_remembered = lru_cache(_WORDS)(_known)


def normalized(text: str) -> str:
    """The words of a text as langdetect reads their letters, with one space between.

    langdetect leaves out words that begin with two capitals, and with them every headline in capitals: they become small.
    """
    letters = _letters()
    if not text.isascii():
        text = letters.vietnamese(text)
    words = text.translate(letters).split()
    return " ".join([word.replace("İ", "i").lower() if word[:2].isupper() else word for word in words])


class _Letters(dict[int, str]):
    """Code point -> what langdetect reads for it."""

    def __init__(self) -> None:
        from langdetect.utils.ngram import NGram

        self._read, self.vietnamese = NGram.normalize, NGram.normalize_vi

    def __missing__(self, character: int) -> str:
        # Romanian is written with comma below; the profiles have the cedilla of older code pages.
        letter = chr(character)
        read = str(self._read({"ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"}.get(letter, letter)))
        if character <= 0xFFFF:
            self[character] = read
        return read


_letters = cache(_Letters)
