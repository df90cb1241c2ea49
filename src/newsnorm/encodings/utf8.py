"""UTF-8 that was read as a code page: `CafÃ©`, `РџСЂРёРІРµС‚`, `тАЬ`.

Each character of UTF-8 above ASCII is a sequence of two to four bytes, so in text that was read as a code page it is a
sequence of two to four characters of certain kinds. Text has hardly any such sequence by accident, and a character that comes of
one by accident hardly ever fits its neighbours. So sequences are decoded one by one, wherever they stand, and a line may hold
whole words beside them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from ..patterns import compiled
from .likelihood import best_language, cost, knows
from .scripts import belongs, script

#: In what UTF-8 is read by mistake, the likelier first.
READ = (
    "sloppy-windows-1252",
    "latin-1",
    "sloppy-windows-1251",
    "sloppy-windows-1250",
    "sloppy-windows-1254",
    "sloppy-windows-1253",
    "sloppy-windows-1257",
    "iso8859-2",
    "koi8-r",
    "mac-roman",
    "cp437",
    "cp850",
)
#: Their alphabets, where it is not Latin: no letter of it stands beside a sequence by right.
_ALPHABET = {"sloppy-windows-1251": "Cyrillic", "koi8-r": "Cyrillic", "sloppy-windows-1253": "Greek"}
#: The share of a line's characters above ASCII that its sequences have, if it is UTF-8 that was read wrongly.
_MOSTLY = 0.7
#: Marks that may stand behind a capital at the end of a word: `NESTLÉ®`, `VOCÊ…`.
_ENDS = "™®©…”¡¿´¨°"


class Decoded(NamedTuple):
    """A line with its sequences decoded. length: characters won; refused: sequences left alone; strong: with a letter in them;
    won: the characters; odd: whether what stood for each of them stands in no word."""

    text: str
    length: int
    refused: int
    strong: int
    won: str
    odd: bool


@cache
def sequence(codec: str, *, spaces: bool = False) -> re.Pattern[str]:
    """A UTF-8 sequence as it looks in the code page; with ``spaces`` a space may stand for the byte A0."""

    def characters(first: int, last: int) -> str:
        import ftfy.bad_codecs  # noqa: F401  registers the sloppy- codecs

        text = "".join(bytes([b]).decode(codec, "ignore") for b in range(first, last + 1))
        return "".join(rf"\U{ord(c):08x}" for c in text)

    tail = f"[{characters(0x80, 0xBF)}{' ' if spaces else ''}]"
    two, three, four = characters(0xC2, 0xDF), characters(0xE0, 0xEF), characters(0xF0, 0xF4)
    return re.compile(f"((?:[{two}]{tail}|[{three}]{tail}{{2}}|[{four}]{tail}{{3}}))")


def decode(line: str, codec: str, *, is_bad: bool, spaces: bool = False) -> Decoded | None:
    """The line with its UTF-8 sequences decoded where what comes of them fits; None if there are none.

    is_bad: whether the line is known to be mojibake, so that less is asked of each sequence.
    """
    parts = sequence(codec, spaces=spaces).split(line)
    if len(parts) == 1:
        return None
    read = [characters_of(p, codec) if i % 2 else p for i, p in enumerate(parts)]
    out, won, refused, strong, odd = list(parts), "", 0, 0, True
    for i in range(1, len(parts), 2):
        before, after = parts[i - 1][-1:], parts[i + 1][:1]
        left = before or (read[i - 2][-1:] if i > 1 else "")
        right = after or (read[i + 2][:1] if i + 2 < len(read) else "")
        if read[i] == parts[i]:
            continue
        if _beside_own_letters(codec, before, after) or not _fits(parts[i], read[i], left, right, is_bad):
            refused += 1
            continue
        out[i] = read[i]
        won += read[i]
        odd = odd and _is_odd(parts[i], before, after)
        beside_a_letter = read[i] in "¿¡«»" and (before.isalpha() or after.isalpha())
        strong += beside_a_letter or any(c.isalpha() for c in parts[i] + read[i])
    if len(won) >= 6 and refused * 3 <= len(won):  # so many cannot be an accident: the odd ones among them are none either
        for i in range(1, len(parts), 2):
            rare = any(unicodedata.category(c) in ("Cn", "Co", "Cs") for c in read[i])
            if not rare and not _beside_own_letters(codec, parts[i - 1][-1:], parts[i + 1][:1]):
                won += read[i] if out[i] != read[i] else ""
                out[i] = read[i]
    text = "".join(out)
    return Decoded(text, len(won), refused, strong, won, odd) if text != line else None


def is_convincing(line: str, decoded: Decoded, *, is_bad: bool) -> bool:
    """Whether so few sequences as these are no accident."""
    if not decoded.strong or (decoded.refused > decoded.length and not is_bad):
        return False
    if is_bad or decoded.length >= 3:
        return True
    if _is_lonely(line, decoded.text):
        return False
    language = best_language(decoded.text)
    return decoded.odd or all(knows(language, c) for c in decoded.won if c.isalpha())


def is_mostly_utf8(line: str) -> bool:
    """Whether most of a line's characters above ASCII are parts of sequences: no business of code pages."""
    high = sum(c > "\x7f" for c in line)
    return any(sum(map(len, sequence(codec).findall(line))) >= _MOSTLY * high for codec in READ)


def gain(line: str, text: str) -> float:
    """Nats by which a repaired line is likelier."""
    return cost(line) - cost(text)


@lru_cache(4_096)
def characters_of(sequences: str, codec: str) -> str:
    """What a sequence stands for (a space in it for A0), or itself if it is none."""
    try:
        return sequences.replace(" ", bytes([0xA0]).decode(codec)).encode(codec).decode("utf-8")
    except UnicodeError:
        return sequences


def _beside_own_letters(codec: str, before: str, after: str) -> bool:
    alphabet = _ALPHABET.get(codec)
    return alphabet is not None and any(c.isalpha() and script(c) == alphabet for c in (before, after))


@lru_cache(4_096)
def _is_odd(sequences: str, before: str, after: str) -> bool:
    """Whether lines of a box, or letters of another alphabet, stand beside Latin letters."""
    if not any(c.isalpha() and script(c) == "Latin" for c in (before, after)):
        return False
    return any("\u2500" <= c <= "\u259f" or (c.isalpha() and script(c) != "Latin") for c in sequences)


@lru_cache(4_096)
def _fits(sequences: str, text: str, left: str, right: str, is_bad: bool) -> bool:
    """Whether characters that were won stand well between their neighbours."""
    around = f"{left or ' '}{text}{right or ' '}"
    if not all(belongs(around[i], around[i - 1], around[i + 1]) for i in range(1, len(text) + 1)):
        return False
    if sequences.isalpha() and not any(c.isalpha() or unicodedata.category(c)[0] == "M" for c in text) and not all(c in _intermediate() for c in text):
        return False
    if left.isupper() and text.islower() and right.isupper():
        return False
    if is_bad:
        return True
    if left.isupper() and text.islower() and not right.isalpha():
        return False
    return not (left.isupper() and sequences[-1] in _ENDS and not right.isalpha() and len(sequences) == 2)


def _is_lonely(line: str, text: str) -> bool:
    """Whether a letter was won that stands alone: in its word, and no word of the language; or in its alphabet."""
    for m in compiled(r"(?<!\p{L})\p{L}(?!\p{L})").finditer(text):
        if m[0] > "\x7f" and m[0] not in line and not compiled(r"[àáèéêìíòóôőаяиоуевксΗοητїіє]").fullmatch(m[0].lower()):
            return True
    return False


@cache
def _intermediate() -> frozenset[str]:
    """What text may hold that was read wrongly twice: any character of windows-1252."""
    import ftfy.bad_codecs  # noqa: F401

    return frozenset(bytes(range(0x80, 0x100)).decode("sloppy-windows-1252")) | frozenset(map(chr, range(0x80, 0x100)))
