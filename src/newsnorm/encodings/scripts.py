"""Scripts of characters, and whether a character may stand where it stands."""

from __future__ import annotations

import unicodedata
from functools import cache

from ..language.profiles import normalized, profiles
from ..patterns import compiled

_SCRIPTS = ("Latin", "Cyrillic", "Greek", "Hebrew", "Arabic", "Devanagari", "Han", "Hiragana", "Katakana", "Hangul")
#: Scripts that are written side by side, and beside digits and Latin words without a space.
_ASIAN = frozenset(("Han", "Hiragana", "Katakana", "Hangul"))
#: Alphabets that the language profiles have whole.
_KNOWN = frozenset(("Cyrillic", "Greek", "Hebrew", "Arabic", "Devanagari"))
#: Letters of living Latin alphabets: not long s, IPA, or what is left of old orthographies.
_LATIN = r"[\u00c0-\u017e\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01e6-\u01ed\u0218-\u021b\u0259\u018f\u1e00-\u1ef9--\u0138\u0149]"


@cache
def script(character: str) -> str:
    """The script of a character, by its Unicode name; those of news first."""
    for name in _SCRIPTS:
        if compiled(rf"\p{{{name}}}").match(character):
            return name
    return unicodedata.name(character, "?").split()[0].title()


def belongs(character: str, before: str, after: str) -> bool:
    """Whether a character beyond ASCII may stand between these two; C1 may, for it may be half of another character."""
    if character <= "\x7f":
        return False
    if character <= "\xff":
        return True
    kind = unicodedata.category(character)
    if kind[0] == "L":
        return _is_letter_here(character, before, after)
    if kind in ("Mn", "Mc"):
        return is_known(character) or character in "\u200d\ufe0f\u0301"
    return kind not in ("Cn", "Co", "Cc", "Cs")


@cache
def is_known(character: str) -> bool:
    """Whether a language of the profiles has the character."""
    return bool(profiles().table[normalized(character)])


def _is_letter_here(character: str, before: str, after: str) -> bool:
    here = script(character)
    letters = [c for c in (before, after) if c.isalpha()]
    if here == "Latin" and character not in "ŒœŠšŽžŸƒˆ" and not compiled(_LATIN).match(character):
        return False
    if here in _KNOWN and not is_known(character) and not any(script(c) == here and is_known(c) for c in letters):
        return False
    if here in _ASIAN:
        return not letters or any(script(c) in _ASIAN for c in letters)
    return all(script(c) == here for c in letters)
