"""The words that names are made of, and the capitalised words that are no names: data/names/lexicon.txt.

The table is made by tools/make_names.py. The words that begin with the same two letters, or three where these are many, are a
chunk of it, which is searched as it is: a dict of all would take 50 times as long to read.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise

from .patterns import compiled

GIVEN_F = 1
"""A woman's given name."""
GIVEN_M = 2
"""A man's given name; a part with both flags is either's."""
GIVEN = 4
"""A given name; every part with GIVEN_F or GIVEN_M has it too."""
SURNAME = 8
PLACE = 16
"""A country, territory, capital or big city, or who or what comes from there: France, French, Pariser."""
CALENDAR = 32
"""A month or a weekday."""
ORGANISATION = 64
"""A word in the names of bodies: Ministry, Universidad, Партия."""
COMMON = 128
"""An everyday word of some language, so that its capital proves nothing."""
RARE = 256
"""A given name or surname of one long list alone. A slip of the pen may well look like it."""
FUNCTION = 512
"""A word that joins the parts of a name, or that translation puts into names: de, un, of. No evidence of a name, though some are surnames."""

#: The marks that are left out; those that voice a kana are letters of their own.
_MARKS = r"[^\p{ccc=0}\u3099\u309a]++"
_LETTERS = (("ø", "o"), ("ł", "l"), ("đ", "d"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"), ("ð", "d"), ("ı", "i"), ("'", ""), ("’", ""), ("ʼ", ""))


def fold(part: str) -> str:
    """A part of a name as it is compared: lower case, without accents and apostrophes, with ss for ß, o for ø and the like.

    Latin, Greek and Cyrillic letters keep their script; Korean syllables come apart into letters.
    """
    if part.isascii():
        return part.lower().replace("'", "")
    folded: str = compiled(_MARKS).sub("", unicodedata.normalize("NFKD", part)).casefold()
    for letter, plain in _LETTERS:
        folded = folded.replace(letter, plain)
    return folded


@lru_cache(1 << 16)
def flags(part: str) -> int:
    """What is known of a folded part: a sum of the flags of this module, 0 for nothing."""
    if not part.isalpha():
        return 0
    index, table = _table()
    head = part[:3] if part[:3] in index else part[:2]
    if head not in index:
        return 0
    start, end = index[head]
    at = table.find(b"\n%b\n" % part[len(head) :].encode("utf-8"), start, end)
    if at < 0:
        return 0
    group = table.rindex(b"\t", start, at) + 1
    return int(table[group : table.index(b"\n", group)], 16)


def attested(part: str) -> bool:
    """Whether a folded part is known as a given name or a surname. Function words (de, la, un) never are."""
    found = flags(part)
    return bool(found & (GIVEN | SURNAME)) and not found & FUNCTION


def is_place(phrase: str) -> bool:
    """Whether one or several words, in any style, name a place or what comes from there: `New York`, `são paulo`, `French`."""
    words = fold(phrase).replace("-", " ").split()
    return bool(flags(words[0]) & PLACE) if len(words) == 1 else " ".join(words) in _phrases()


@cache
def _phrases() -> frozenset[str]:
    return frozenset(_chunk("=").splitlines())


def _chunk(head: str) -> str:
    """A chunk: groups, each of a tab, its flags in hex, and on lines of their own the words without the head."""
    index, table = _table()
    return table[slice(*index[head])].decode("utf-8")


@cache
def _table() -> tuple[dict[str, tuple[int, int]], bytes]:
    """Head -> where its chunk begins and ends, and the file. It begins with comments and a line of heads and sizes, up to an empty line."""
    table = (files("newsnorm.data") / "names" / "lexicon.txt").read_bytes()
    top = table[: table.index(b"\n\n")]
    fields = top.decode("utf-8").rpartition("\n")[2].split(" ")
    ends = list(accumulate(map(int, fields[1::2]), initial=len(top) + 2))
    return dict(zip(fields[::2], pairwise(ends), strict=True)), table
