"""Code pages: the names we give them, and a line of one read again in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial, reduce
from operator import and_
from typing import NamedTuple

from ..patterns import compiled
from ..rule import Needs
from .asian import ASIAN, looks_right
from .memory import Memory

#: (in what the text was read, in what it was written), by Python's names of codecs.
Pair = tuple[str, str]

#: windows-1252 and its like with no hole: ftfy's codecs, which read the bytes that are left open as C1, as browsers do.
_SLOPPY = "sloppy-windows-"
_OTHER = ("sloppy-windows-1251", "koi8-r", "cp866", "sloppy-windows-1253", "sloppy-windows-1255", "sloppy-windows-1256")
_ASIAN = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
_SCRIPTS = frozenset((*_OTHER, *_ASIAN))
#: Scripts other than Latin; Latin in another Latin code page.
SCRIPT_PAIRS: tuple[Pair, ...] = tuple(
    (read, written)
    for read in ("sloppy-windows-1252", "latin-1", "sloppy-windows-1251", "koi8-r", "mac-roman")
    for written in (*_OTHER, *_ASIAN)
    if read != written
)
_WESTERN = ("sloppy-windows-1252", "mac-roman", "cp850", "cp437")
_CENTRAL = ("sloppy-windows-1250", "iso8859-2", "sloppy-windows-1254", "sloppy-windows-1257", "cp852")
LATIN_PAIRS: tuple[Pair, ...] = tuple(
    (read, written)
    for read in ("sloppy-windows-1252", "latin-1", "mac-roman", "cp850", "cp437")
    for written in (*_WESTERN, *(_CENTRAL if read in ("sloppy-windows-1252", "latin-1") else ()))
    if read != written
)
#: The languages of each page. Icelandic, which the profiles lack, has letters that windows-1254 took for Turkish ones.
_WEST = frozenset(["af", "ca", "cy", "da", "de", "en", "es", "fi", "fr", "id", "it", "nl", "no", "pt", "sq", "sv", "sw", "tl"])
_CENTER = frozenset(["cs", "de", "en", "hr", "hu", "pl", "ro", "sk", "sl", "sq"])
_LANGUAGES = {
    "sloppy-windows-1250": _CENTER,
    "iso8859-2": _CENTER,
    "cp852": _CENTER,
    "sloppy-windows-1254": frozenset(["tr"]),
    "sloppy-windows-1257": frozenset(["et", "lt", "lv"]),
}
#: Letters of Turkish; text with as many others is Icelandic or Faroese, whose þ, ð and ý are right.
_TURKISH, _TURKISH_LETTERS = "sloppy-windows-1254", frozenset("ÇçĞğİıÖöŞşÜüÂâÎîÛû")
#: Central European pages differ in few letters: what seems to be one read as the other is only a suspicion.
CENTRAL_EUROPEAN_PAIRS: tuple[Pair, ...] = (("sloppy-windows-1250", "iso8859-2"), ("iso8859-2", "sloppy-windows-1250"))
_NUMBER = {pair: number for number, pair in enumerate((*LATIN_PAIRS, *CENTRAL_EUROPEAN_PAIRS))}
_PAIRS, _ALL = len(_NUMBER), (1 << len(_NUMBER)) - 1
#: All bits of what tells() gives: what a text without a character above ASCII tells.
TELLS = (1 << 2 * _PAIRS + 1) - 1
_FROM_LATIN_1 = sum(1 << number for pair, number in _NUMBER.items() if pair[0] == "latin-1")

_LATIN = r"[\p{Latin}--[iI]]"  # many write Ukrainian with a Latin i
_ALPHABET = r"[\p{Cyrillic}\p{Greek}\p{Hebrew}\p{Arabic}]"
#: What no language has: letters of two alphabets in a word, Chinese between Latin letters, halfwidth kana or boxes in a word.
_IMPOSSIBLE = (
    rf"\p{{Latin}}[\u0591-\u05c7\u064b-\u0652\uff61-\uffdc]|[\uff61-\uffdc]\p{{Latin}}|{_LATIN}{_ALPHABET}|{_ALPHABET}{_LATIN}|"
    r"\p{Ll}[\p{Han}\p{Hangul}]{1,2}\p{Ll}|\p{L}[\u2500-\u259f]|[\u2500-\u259f]\p{L}"
)
#: Accents without a letter, boxes, and C1.
_LONE = r"[\x80-\x9f\ufffd\u2500-\u259f˘˝¨¸˙˚˛ˇ´ⁿ]"
_C1 = frozenset(map(chr, range(0x80, 0xA0)))
#: Nats against pages that hardly any news was written in.
_RARE = {"sloppy-windows-1257": 6.0, "cp852": 4.0, "cp437": 2.0}
#: Characters that are no letters, and that a Latin letter may well have been.
_MARKS = frozenset("’‘“”«»„–—…¿¡\xa0°º‚•€£")
#: Signs that a line may be of another script: four characters in a row of those that code pages have above ASCII (Latin words
#: have three at most); a small Cyrillic letter before a capital (KOI8-R and windows-1251 have each other's case), five capitals,
#: a symbol in a word. One set to look for, then what stands around: nearly all right text is done with the set.
_ABOVE = r"\x80-\u024f\u02c6-\u02dd\u2013-\u2044\u20ac\u2122\u2202-\u22ff\u25ca\uf8ff\ufb01\ufb02"
_SIGNS = r"¤¦§©¬®°±¶\xad"
_BEHIND = rf"(?<=[\u0430-\u045f].)|(?<=[\u0410-\u042f]{{5}})|(?<=[\u0410-\u042f][{_SIGNS}])"
_CYRILLIC = rf"(?<=[\u0410-\u045f].)(?:{_BEHIND})|(?<=[{_SIGNS}])(?=[\u0400-\u045f])"  # a word's first letter is done with one look


class Reading(NamedTuple):
    """A line as it would be in another code page. changed: characters that differ; doubtful: nats to be taken off its gain."""

    text: str
    changed: int
    doubtful: float = 0.0


class _Version(NamedTuple):
    """A word in another code page. foreign: letters above ASCII that are not Turkish."""

    text: str
    changed: int
    doubtful: float
    foreign: int


def languages_of(codec: str) -> frozenset[str]:
    """The languages (by langdetect's codes) that are written in a Latin code page."""
    return _LANGUAGES.get(codec, _WEST)


def label(codec: str) -> str:
    """The name of a codec as the WHATWG Encoding Standard has it, for people to read."""
    if codec.startswith(_SLOPPY):
        return codec.removeprefix("sloppy-")
    known = {"latin-1": "iso-8859-1", "mac-roman": "macintosh", "cp866": "ibm866", "cp932": "shift_jis", "cp949": "euc-kr"}
    return known.get(codec, codec.replace("iso8859", "iso-8859").replace("_", "-"))


def another_script() -> Needs:
    """What a line holds that could have been written in another script; nearly no right line does."""
    around = rf"(?:(?<=[{_ABOVE}])(?=[{_ABOVE}]{{3}})|(?<=[\u0400-\u042f{_SIGNS}])(?:{_CYRILLIC}))"
    return Needs(rf"{_ABOVE}\u0400-\u042f", around)


def may_be_another_script(line: str) -> bool:
    """Whether a line could have been written in another script."""
    return _another_script().search(line) is not None


@cache
def _another_script() -> re.Pattern[str]:
    return another_script().pattern()


def readings(line: str, pairs: Iterable[Pair], *, latin: bool = True) -> Iterator[tuple[Pair, Reading]]:
    """The line as it would be if it was written in one code page and read in the other, for each pair that it can have been."""
    words = line.split(" ")
    can = possible(tells(line)) if latin else 0
    for pair in pairs:
        if pair[1] in _SCRIPTS:
            reading = _in_another_script(line, pair)
        elif can >> _NUMBER[pair] & 1:
            reading = _in_latin(words, pair)
        else:
            continue
        if reading is not None:
            yield pair, reading


def tells(text: str) -> int:
    """What the characters of a text tell of the pairs of Latin pages in which it can have been read; two texts tell what both do."""
    return reduce(and_, map(_tells().__getitem__, set(text)), TELLS)


def possible(tells: int) -> int:
    """The pairs, one bit each."""
    # what holds no C1 was as well read in windows-1252 as in Latin-1
    return tells & ~(tells >> _PAIRS) & (_ALL & ~_FROM_LATIN_1 if tells >> 2 * _PAIRS else _ALL)


class _Tells(dict[str, int]):
    """Character -> the pairs that it can have been read in, one bit each; above them those that do not change it; above them if it is no C1."""

    def __missing__(self, character: str) -> int:
        return TELLS & ~_ALL


@cache
def _tells() -> _Tells:
    tells = _Tells({chr(c): TELLS for c in range(0x80)})
    for character in frozenset[str]().union(*(_encodable(read) for read, _ in _NUMBER)):
        can = same = 0
        for pair, number in _NUMBER.items():
            changes, impossible = _changes(pair)
            can |= (character in _encodable(pair[0]) and character not in impossible) << number
            same |= (character not in changes) << number
        tells[character] = can | same << _PAIRS | (character not in _C1) << 2 * _PAIRS
    return tells


def _in_another_script(line: str, pair: Pair) -> Reading | None:
    try:
        text = line.encode(pair[0]).decode(pair[1])
    except UnicodeError:
        return None
    if text == line or compiled(_IMPOSSIBLE).search(text) or not looks_right(text) or _is_foreign_body(text):
        return None
    return Reading(text, sum(c > "\x7f" for c in line))


def _is_foreign_body(text: str) -> bool:
    """Whether a few Asian characters stand behind Latin letters in a line that is mostly Latin."""
    if not compiled(rf"\p{{Latin}}{ASIAN}").search(text):
        return False
    return len(compiled(ASIAN).findall(text)) * 2 < len(compiled(r"\p{Latin}").findall(text))


def _in_latin(words: list[str], pair: Pair) -> Reading | None:
    text, changed, doubtful, foreign = [], 0, _RARE.get(pair[1], 0.0), 0
    for version in map(_versions(pair).__getitem__, words):
        text.append(version.text)
        changed += version.changed
        doubtful += version.doubtful
        foreign += version.foreign
    return None if pair[1] == _TURKISH and foreign >= changed else Reading(" ".join(text), changed, doubtful)


@cache
def _versions(pair: Pair) -> Memory[_Version]:
    return Memory(partial(_read_again, pair), 1_024)


def _read_again(pair: Pair, word: str) -> _Version:
    text = word.translate(_table(pair))
    changed, doubtful, foreign = 0, 0.0, 0
    for i, (a, b) in enumerate(zip(word, text, strict=True)):
        foreign += b > "\x7f" and b.isalpha() and b not in _TURKISH_LETTERS
        if a == b:
            continue
        changed += 1
        if not b.isalpha():
            doubtful += _doubt_of_mark(text, i) if a.isalpha() else -12.0 if a <= "\x9f" else 14.0
        elif not (text[i + 1 : i + 2].isalpha() or (i and text[i - 1].isalpha())):
            doubtful += 6.0 if a.isalpha() else 15.0  # a symbol by itself (5 €) as a letter by itself
        elif not a.isalpha():
            doubtful += 4.0 if a in "’”»“" and not word[i + 1 : i + 2].isalpha() else 0.0
        elif a.isupper() and b.islower() and not (i and text[i - 1].isalpha()):
            doubtful += 6.0  # a capital at a word's beginning is right more often than not
    return _Version(text, changed, doubtful, foreign)


def _doubt_of_mark(text: str, i: int) -> float:
    """Nats against a mark where a letter stood: few letters that end a word are none."""
    before, after = text[i - 1 : i].isalpha(), text[i + 1 : i + 2]
    if after.isdigit():
        return 0.0
    if not before and after.isupper():
        return 4.0
    return 8.0 if before and after.isalpha() else 20.0


@cache
def _changes(pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that the pair changes, and those that no line holds that was read so: they would become an accent without
    its letter, or a letter would become what is none."""
    table = _table(pair)
    changed = frozenset(map(chr, table))
    lone = compiled(_LONE)
    bad = {chr(a) for a, b in table.items() if lone.search(b) or (chr(a).isalpha() and not b.isalpha() and b not in _MARKS)}
    stay = {c for c in _encodable(pair[0]) if c not in changed and lone.match(c)}
    return changed, frozenset(bad | stay)


@cache
def _table(pair: Pair) -> dict[int, str]:
    import ftfy.bad_codecs  # noqa: F401  registers the sloppy- codecs

    def character(byte: int, codec: str) -> str:
        return bytes([byte]).decode(codec, "replace")

    changes = ((character(b, pair[0]), character(b, pair[1])) for b in range(0x80, 0x100))
    return {ord(read): written for read, written in changes if read not in (written, "\ufffd")}


@cache
def _encodable(codec: str) -> frozenset[str]:
    """The characters above ASCII that the code page has."""
    import ftfy.bad_codecs  # noqa: F401  registers the sloppy- codecs

    return frozenset(bytes(range(0x80, 0x100)).decode(codec, "ignore"))
