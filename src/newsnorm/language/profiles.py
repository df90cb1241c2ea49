"""langdetect's n-gram profiles as one sparse table, and the exact score of a text under each language.

langdetect itself draws n-grams at random until one language has won, seven times; the sum over all n-grams is what those
draws estimate (naive Bayes with its smoothing, .5 in 10,000). The sum needs no dice, orders nothing and is faster. Scores
are whole numbers, so any order of adding gives the same answer on any machine.

Source of the profiles: the package langdetect (Nakatani Shuyo, Michal Danilák; Apache-2.0).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from json import loads
from math import log
from operator import add
from threading import Lock
from typing import NamedTuple

#: Whole numbers are this many to a nat.
SCALE = 1024
_FLOOR = 0.5 / 10_000
_lock = Lock()


#: Bits of one language's score in a row of the table: they hold the sum over 400,000 n-grams.
FIELD = 32


class Table(dict[str, int]):
    """n-gram -> what it adds to the score of every language, in one whole number with a field of FIELD bits for each.

    So one addition adds to all of them. 0 for an n-gram that no language has.
    """

    def __missing__(self, ngram: str) -> int:
        return 0


class Profiles(NamedTuple):
    """The codes of the languages, sorted, and the table."""

    codes: tuple[str, ...]
    table: Table


def profiles() -> Profiles:
    """The profiles, read once; safe to call from many threads at a time."""
    with _lock:
        return _read()


@cache
def _read() -> Profiles:
    folder = files("langdetect") / "profiles"
    found = sorted((p.name, p) for p in folder.iterdir() if p.is_file() and not p.name.startswith((".", "__")))
    table = Table()
    for number, (_, path) in enumerate(found):
        profile = loads(path.read_text(encoding="utf-8"))
        totals = profile["n_words"]
        for ngram, count in profile["freq"].items():
            if 1 <= len(ngram) <= 3:
                bonus = round(SCALE * log(count / totals[len(ngram) - 1] / _FLOOR + 1))
                table[ngram] = table.get(ngram, 0) + (bonus << FIELD * number)
    return Profiles(tuple(name for name, _ in found), table)


def scores(text: str) -> list[tuple[int, str]]:
    """(score in SCALE-ths of a nat over the floor, code) of every language, best first; ties in order of the code.

    ``text`` is a sample of at most 100,000 characters.
    """
    codes, table = profiles()
    bonus = table.__getitem__
    letters = f" {normalized(text)} "
    total = sum(map(bonus, letters.replace(" ", "")))
    # Windows with a space inside are n-grams of no language, so the words need not be looked at one by one.
    total += sum(map(bonus, map(add, letters, letters[1:]))) + sum(map(bonus, map("".join, zip(letters, letters[1:], letters[2:], strict=False))))
    points = [total >> FIELD * number & (1 << FIELD) - 1 for number in range(len(codes))]
    return sorted(zip(points, codes, strict=True), key=lambda pair: (-pair[0], pair[1]))


def best_of(total: int) -> int:
    """The score of the best language in a sum of rows of the table, in SCALE-ths of a nat."""
    best = 0
    while total:
        best = max(best, total & (1 << FIELD) - 1)
        total >>= FIELD
    return best


def normalized(text: str) -> str:
    """The words of a text as langdetect reads their letters, with one space between.

    langdetect leaves out words that begin with two capitals, and with them every headline in capitals: they become small.
    """
    from langdetect.utils.ngram import NGram

    words = "".join(map(_normal, NGram.normalize_vi(text))).split()
    return " ".join(word.replace("İ", "i").lower() if word[:2].isupper() else word for word in words)


@cache
def _normal(character: str) -> str:
    from langdetect.utils.ngram import NGram

    # Romanian is written with comma below; the profiles have the cedilla of older code pages.
    return str(NGram.normalize({"ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"}.get(character, character)))
