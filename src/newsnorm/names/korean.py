"""Korean names in Latin letters: a surname and a given name of two syllables."""

from __future__ import annotations

from newsnorm.data import words


def is_korean(name: str) -> bool:
    """Whether the name has the shape of one: ``Choe Ryong-hae``."""
    surname, _, given = name.partition(" ")
    one, hyphen, other = given.casefold().partition("-")
    return bool(hyphen) and surname in words("korean_surnames") and is_syllable(one) and is_syllable(other)


def is_syllable(part: str) -> bool:
    """Whether a folded part is a Korean syllable."""
    return part in words("korean_syllables")
