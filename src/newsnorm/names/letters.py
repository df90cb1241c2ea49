"""How much a part of a name reads like one, by its letters: `Haldine` does, `Haldjne` does not.

The table is data/names/letters.txt, made by tools/make_names.py.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from math import log

#: Letters that stand before the one whose chance is asked for, at most.
CONTEXT = 3
#: What a letter more costs a name: 2.6 nats on the average.
LETTER = 2.6
#: A part that is so much less likely than the name it is near to is rather a slip. Of names that no list has and that are near to a listed one
#: half are above it, of slips 13%.
LIKELY = -1.0
#: A count to each context for what was never seen, spread over as many letters.
UNSEEN, LETTERS = 5, 28
_LEAST = 1e-6


def reads_like_a_name(part: str, near: str) -> bool:
    """Whether the folded part may as well be a name of its own as a slip in the name ``near``."""
    return _likelihood(part) - _likelihood(near) - LETTER * (len(near) - len(part)) > LIKELY


@lru_cache(1 << 12)
def _likelihood(part: str) -> float:
    """The logarithm of the chance of these letters in a name."""
    letters = "^" * CONTEXT + part + "$"
    return sum(log(max(_chance(letters[i - CONTEXT : i], letters[i]), _LEAST)) for i in range(CONTEXT, len(letters)))


def _chance(before: str, letter: str) -> float:
    """The chance of a letter behind these, from shorter contexts to longer ones."""
    chance = 1 / LETTERS
    for n in range(1, CONTEXT + 1):
        if counts := _counts(before[-n:]):
            total = sum(counts.values())
            chance = (counts.get(letter, 0) + UNSEEN * chance) / (total + UNSEEN)
    return chance


@lru_cache(1 << 10)
def _counts(context: str) -> dict[str, int]:
    """Letter -> how often it stands behind the context, to the nearest power of two."""
    table, line = _table(), f"\n{context} ".encode()
    if (at := table.find(line)) < 0:
        return {}
    row = table[at + len(line) : table.index(b"\n", at + 1)].decode()
    return {row[i]: 1 << int(row[i + 1], 36) for i in range(0, len(row), 2)}


@cache
def _table() -> bytes:
    """The file, searched as it is. A line: a context, a space, and letters, each with the logarithm of its count to the base of two in base 36."""
    return (files("newsnorm.data") / "names" / "letters.txt").read_bytes()
