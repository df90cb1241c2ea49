"""The fast path: what text must hold before any repair of its encoding is tried. Nearly all right text holds none of it.

Each test is one scan for a set of characters, and a look at the neighbours of those that are found. tests/test_triggers.py proves
that the first lets nothing pass in which ftfy would find mojibake, and fails if ftfy changes what it looks for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, reduce
from itertools import filterfalse
from operator import and_

from ..language.profiles import FIELD, normalized, profiles
from ..rule import Needs
from .function_words import spoken
from .memory import Memory
from .pages import TELLS, another_script, may_be_another_script, possible, tells
from .utf8 import READ

#: Besides ftfy's own: letters and marks with which sequences begin or end in the code pages it knows.
_BEGINNINGS = "ŒœÂÃ°ØÙ×√≈‚²µ¹¼½¾€Ђ"
#: Signs that right text has beside its letters, and those that ftfy calls common; capitals with which sequences begin.
_MARKS, _COMMON, _LEADS = "“”„‘«»‹›¡¿©®™°•΄΅", "\xa0\xad·´–—―…’", "ВГРСДЕЖЗИЙКЛМНОПТУФХЦЧШЩЪЫЬЭЮЯΒ-Ϋ"
#: Of ftfy's categories, those without which none of its patterns can match.
_CATEGORIES = ("bad", "currency", "start_punctuation", "end_punctuation", "numeric", "law", "box", "upper_accented", "c1")


#: Letters of Central and Baltic Europe that stand for the second byte of a sequence.
_TAILS = "ĄąŁłĽľŚśŞşŤťŽžŹźŻżŠšØøŖŗÆæ"


def may_be_mojibake(text: str) -> bool:
    """Whether UTF-8 could have been read as something else here: a sign or capital beside another character above ASCII, or C1."""
    return not text.isascii() and _mojibake().search(text) is not None


@cache
def mojibake_needs() -> Needs:
    """What :func:`may_be_mojibake` looks for."""
    from ftfy.badness import MOJIBAKE_CATEGORIES

    signs = "".join(MOJIBAKE_CATEGORIES[name] for name in _CATEGORIES) + _BEGINNINGS + _signs()
    letters = MOJIBAKE_CATEGORIES["upper_accented"] + "\u00c0-\u00d6\u00d8-\u00de"
    capitals = letters + _LEADS
    latin = "\u00a1-\u024f\u02c6-\u02dd\u2010-\u2bff\uf8ff\ufb01\ufb02"
    # one set to look for, then what stands around: quotation marks, dashes and the like have right neighbours that are no ASCII
    marks = rf"(?<=[{_MARKS}])(?:(?<=[{capitals}].)|(?=[{latin}])|(?<=[{latin}].)(?=\w|[^\x00-\x7f]))"
    common = rf"(?<=[{_COMMON}])(?:(?<=[{capitals}].)|(?<=[–—])(?=[\u00a1-\u017e\u2020-\u2bff]))"
    # a capital before a small letter is a word's beginning, unless the letter is half of a sequence in Central Europe
    first = rf"(?<=[{letters}])(?<=[^ŒÂÃ])(?:(?<=[^\x00-\x7f].)|(?=[{signs}{_TAILS}]))"
    figures = "".join(MOJIBAKE_CATEGORIES[name] for name in ("currency", "numeric", "law"))
    measures = rf"(?<=[{figures}])(?:(?<=β€)|(?<=[{capitals}].)|(?=[{latin}])|(?<=[{latin}].))"
    # Cyrillic that stands for Latin letters: beside some, or two capitals that are hardly ever side by side
    cyrillic = (
        r"(?<=[ВГДЕЖ])(?:(?<=[A-Za-z].)|(?=[a-z])|(?=[ЂЃЉЊЌЋЏЁЎЈҐЄЇІ]))"
        r"|(?<=ц[Ёё])|(?<=бё)(?=[0-9])|(?<=[а-я][·÷°²©≈≤≥√∙])"
    )
    rest = rf"(?<=[^{_MARKS}{_COMMON}{capitals}{figures}Ёё]|[ŒÂÃ])(?:(?<=[\x80-\x9fŒœÃÂ])|(?=[^\x00-\x7f])|(?<=[^\x00-\x7f].))"
    return Needs(f"{signs}ВГДЕЖЁё", f"(?:{marks}|{common}|{first}|{measures}|{cyrillic}|{rest})")


@cache
def code_page_needs() -> Needs:
    """What a text holds that could have been written in another code page than it was read in."""
    script = another_script()
    around = rf"(?:(?<=[{script.characters}]){script.around}|(?<=[{_LETTERS}{_OTHER}]){_BESIDE})"
    return Needs(script.characters + _LETTERS + _OTHER, around)


@cache
def _mojibake() -> re.Pattern[str]:
    return mojibake_needs().pattern()


def _signs() -> str:
    """All characters that are no letters, of the code pages in which UTF-8 is read, for use in a set."""
    import ftfy.bad_codecs  # noqa: F401

    found = {c for codec in READ for c in bytes(range(0x80, 0x100)).decode(codec, "ignore") if not c.isalpha()}
    return "".join(rf"\U{ord(c):08x}" for c in sorted(found))


#: Bits that no language has; those of all languages; the first bit of what the characters tell.
OWN_SCRIPT, SILENT = 1 << 62, 1 << 63
_EVERY, _TELLS = OWN_SCRIPT - 1, 64
#: What a text without a character above ASCII tells: all bits, since negative numbers take thrice the time.
_NOTHING = TELLS << _TELLS | SILENT | OWN_SCRIPT | _EVERY
#: Code points in which a text shows its language by its function words.
_BEGINNING = 300
#: Letters, and signs that stand beside no letter, of Latin code pages; all other signs of those.
_LETTERS = (
    r"\x80-\x9f\u00a4\u00a6\u00a8\u00aa\u00ac\u00af\u00b1-\u00b6\u00b8-\u00ba\u00bc-\u00be\u00c0-\u017f\u0192\u02c6-\u02dd\u0218-\u021b"
    r"\u2020\u2021\u2044\u2202-\u22ff\u25ca\ufb01\ufb02"
)
_OTHER = r"\xa0-\xbf\u2013\u2014\u2018-\u201d\u201e\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
_BESIDE = f"(?:(?<=[{_LETTERS}])|(?<=[A-Za-z\u00c0-\u017f].))"
#: Signs that stand beside letters by right: quotation marks, dashes, signs of measure and of law.
_SIGNS = frozenset("‘’“”„‚«»‹›–—…·•¿¡°§€£¥©®™\xa0\xad")
_BEFORE_WORDS = frozenset("“„‘«‹¿¡‚")
#: Capitals that are words, or are named.
_ALONE = frozenset("ÀÁÂÄÅÉÈÊÍÎÓÒÔÖÕÚÜØİŐ")


def letters(text: str) -> int:
    """What tells whether a text was read in the wrong code page, one bit each, so that its lines tell what is in all of theirs.

    The languages that have all letters above ASCII beside the letters that they stand beside; OWN_SCRIPT, unless the text could have
    been written in another script; SILENT, if there is no such letter; above that what encodings/pages.py tells of its characters.
    """
    # nothing looks over a space; and most words with accents were seen before
    return reduce(and_, map(_remembered.__getitem__, filterfalse(str.isascii, text.split(" "))), _NOTHING)


def may_be_latin(letters: int) -> bool:
    """Whether a text can have been written in another Latin code page."""
    return possible(letters >> _TELLS) != 0


def is_odd(text: str, letters: int) -> bool:
    """Whether no one language has all the letters that the text holds, by what :func:`letters` tells of it."""
    if letters & SILENT:
        return False
    every = letters & _EVERY
    if every:
        words = text[:_BEGINNING].split()
        every = spoken(words[:-1] if len(text) > _BEGINNING else words, every)  # the last one may be cut
    # Vietnamese has the letters of many others, and more: it counts only where these stand
    return not every & ~_number("vi") and not (every and _vietnamese().search(text))


def _letters(word: str) -> int:
    around = _latin().findall(f" {word}")
    found = tells(word) << _TELLS | reduce(and_, map(_languages, around), _EVERY)
    return found | (not around) * SILENT | (not may_be_another_script(word)) * OWN_SCRIPT


_remembered = Memory(_letters, 16_384)


@cache
def _vietnamese() -> re.Pattern[str]:
    return re.compile("[\u01a1\u01b0\u0111\u1ea0-\u1ef9]")


@cache
def _number(code: str) -> int:
    return 1 << profiles().codes.index(code)


@cache
def _with_dashes() -> int:
    """English, which alone of the languages here sets dashes between words without a space."""
    return _number("en")


@cache
def _with_apostrophes() -> int:
    return sum(map(_number, ("ca", "cy", "en", "fr", "it", "nl", "sq", "tr", "uk")))


@cache
def _latin() -> re.Pattern[str]:
    """Finds (the character before and the character, the one behind it); nothing is behind the last one."""
    return Needs(_LETTERS + _OTHER, rf"{_BESIDE}(?<=(..))(?=(.?))").pattern()


@lru_cache(16_384)
def _languages(around: tuple[str, str]) -> int:
    """The languages, one bit each, in which a character may stand between its neighbours; all bits for signs that may stand there."""
    before, c, after = around[0][0], around[0][1], around[1] or " "
    if not c.isalpha():
        inside = before.isalpha() and after.isalpha()
        if c in _SIGNS:
            glued = before.isalpha() and (c in _BEFORE_WORDS or (c in "—–…" and after == " "))
            if inside and c in "–—’":
                return _with_dashes() if c in "–—" else _with_apostrophes()
            return 0 if glued or (inside and c not in "‘·\xad") else -1
        return 0 if (before.isalpha() and before not in "mM") or after.isalpha() or c <= "\x9f" else -1
    if before.isdigit() or after.isdigit():
        return 0
    if c.isupper() and (before.islower() or (not before.isalpha() and not after.isalpha() and c not in _ALONE)):
        return 0
    a, b = (x if x.isalpha() else " " for x in (before, after))
    return _known(a + c) | _known(c + b)


def _known(pair: str) -> int:
    letters = normalized(pair).lower() if not pair.islower() else normalized(pair)
    letters = (" " if pair[0] == " " else "") + letters + (" " if pair[-1] == " " else "")
    packed = profiles().table[letters] | profiles().table[letters.title()]
    return sum(1 << i for i in range(len(profiles().codes)) if packed >> FIELD * i & (1 << FIELD) - 1)
