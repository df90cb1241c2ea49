"""langdetect's n-gram profiles as one sparse table, and the exact score of a text under each language.

langdetect itself draws n-grams at random until one language has won, seven times; the sum over all n-grams is what those
draws estimate (naive Bayes with its smoothing, .5 in 10,000). The sum needs no dice, orders nothing and is faster. Scores
are whole numbers, so any order of adding gives the same answer on any machine.

Source of the profiles: the package langdetect (Nakatani Shuyo, Michal Danilák; Apache-2.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from json import loads
from math import log
from threading import Lock
from typing import NamedTuple

#: Whole numbers are this many to a nat.
SCALE = 1024
_FLOOR = 0.5 / 10_000
_lock = Lock()

#: n-gram -> what it adds to the score of every language: one whole number with a field of FIELD bits for each, so that
#: one addition adds to all of them. 32 bits hold the sum over 400,000 n-grams.
Table = dict[str, int]
FIELD = 32


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
    table: Table = {}
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
    total = sum(table.get(ngram, 0) for ngram in _ngrams(text))
    points = [total >> FIELD * number & (1 << FIELD) - 1 for number in range(len(codes))]
    return sorted(zip(points, codes, strict=True), key=lambda pair: (-pair[0], pair[1]))


def _ngrams(text: str) -> Iterator[str]:
    """The 1-grams inside each word, and its 2- and 3-grams with the borders, as langdetect counts them."""
    from langdetect.utils.ngram import NGram

    for word in "".join(map(_normal, NGram.normalize_vi(text))).split():
        # langdetect leaves out words that begin with two capitals, and with them every headline in capitals
        padded = f" {word.lower() if word[:2].isupper() else word} "
        yield from word
        for i in range(len(padded) - 1):
            yield padded[i : i + 2]
            if i:
                yield padded[i - 1 : i + 2]


@cache
def _normal(character: str) -> str:
    from langdetect.utils.ngram import NGram

    # Romanian is written with comma below; the profiles have the cedilla of older code pages.
    return str(NGram.normalize({"ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"}.get(character, character)))
