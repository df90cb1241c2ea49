"""Repairs text of one code page that was read as another: `Ïðèâåò` (windows-1251 read as windows-1252) -> `Привет`.

Where the damage comes from: a page that declares nothing, or the wrong thing, in a script that is not Latin: Russian,
Greek, Hebrew, Arabic, Chinese, Japanese, Korean. Every pair of a reader's code page and a writer's is tried on the line.
The best result is taken if it reads far better (fluency.py) and no word of it mixes Latin letters with others.

Left alone on purpose: lines without a run of such characters; lines that are UTF-8 read as something else, which
encoding.mojibake repairs; everything that reads as well as it stands; Latin text in another Latin code page.
"""

from collections.abc import Iterator
from functools import cache
from re import Pattern

from newsnorm.cjk import looks_right
from newsnorm.fluency import fluency
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule, changed_words, pieces
from newsnorm.view import View

#: In what the damaged text was read, and in what it may have been written.
READ = ("sloppy-windows-1252", "latin-1", "sloppy-windows-1251", "koi8-r", "mac-roman")
WRITTEN = (
    "sloppy-windows-1251",
    "koi8-r",
    "cp866",
    "sloppy-windows-1253",
    "sloppy-windows-1255",
    "sloppy-windows-1256",
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
)
PAIRS = tuple((read, written) for read in READ for written in WRITTEN if read != written)
#: In nats a pair of letters: how much better the repaired line must read.
GAIN = 0.6
#: Four characters in a row of those that code pages have above ASCII: Latin words have three at most.
_RUN = r"[\x80-\u024f\u02c6-\u02dd\u2013-\u2044\u20ac\u2122\u2202-\u22ff\u25ca\uf8ff\ufb01\ufb02]{4}"
#: A small Cyrillic letter before a capital (KOI8-R and windows-1251 have each other's case), five capitals, a symbol in a word.
_CYRILLIC = r"[\u0430-\u045f][\u0400-\u042f]|[\u0410-\u042f]{5}|[\u0400-\u045f][¤¦§©¬®°±¶\xad]|[¤¦§©¬®°±¶\xad][\u0400-\u045f]"
#: Words of two scripts, which no language has: letters of an alphabet beside Latin ones, a Chinese character between two.
_ALPHABET = r"[\p{Cyrillic}\p{Greek}\p{Hebrew}\p{Arabic}]"
_MIXED = rf"\p{{Latin}}{_ALPHABET}|{_ALPHABET}\p{{Latin}}|\p{{Ll}}[\p{{Han}}\p{{Hangul}}]{{1,2}}\p{{Ll}}"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if not is_suspicious(text):
        return
    import ftfy.bad_codecs  # noqa: F401  registers the sloppy- codecs, which all below needs

    repaired: dict[tuple[int, int], str] = {}
    pairs: dict[tuple[str, str], None] = {}
    others = []
    for start, end in pieces(text):
        line = text[start:end]
        if line.isascii() or is_broken_utf8(line):
            continue
        found = best_repair(line, PAIRS, GAIN) if is_suspicious(line) else None
        if found is None:
            others.append((start, end))
        else:
            repaired[start, end], pair = found
            pairs[pair] = None
    # a page is written in one code page: what was sure in one line needs less proof in the next
    for start, end in others if pairs else ():
        if found := best_repair(text[start:end], tuple(pairs), 0.0):
            repaired[start, end] = found[0]
    for start, end in sorted(repaired):
        yield from changed_words(text[start:end], repaired[start, end], start)


def is_suspicious(text: str) -> bool:
    """Whether a text could be in the wrong code page at all; nearly all right text is not."""
    return not text.isascii() and bool(compiled(f"{_RUN}|{_CYRILLIC}").search(text))


def best_repair(line: str, pairs: tuple[tuple[str, str], ...], gain: float) -> tuple[str, tuple[str, str]] | None:
    """The line as it was written, and the pair of code pages, if it reads better by ``gain`` than it does as it stands."""
    best, found = fluency(line) + gain, None
    for read, written in pairs:
        try:
            candidate = line.encode(read).decode(written)
        except UnicodeError:
            continue
        if candidate == line or compiled(_MIXED).search(candidate) or not looks_right(candidate):
            continue
        if (score := fluency(candidate)) > best and not is_broken_utf8(candidate):
            best, found = score, (candidate, (read, written))
    return found


def is_broken_utf8(line: str) -> bool:
    """Whether most of the line's characters above ASCII are halves of UTF-8 sequences: mojibake, and no business of code pages."""
    for read in ("latin-1", "sloppy-windows-1252", "sloppy-windows-1251", "koi8-r", "mac-roman", "cp437", "cp850"):
        try:
            data = line.encode(read)
        except UnicodeEncodeError:
            continue
        high = sum(byte > 0x7F for byte in data)
        if sum(map(len, _utf8_sequence().findall(data))) >= 0.7 * high:
            return True
    return False


@cache
def _utf8_sequence() -> Pattern[bytes]:
    import re

    return re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


RULE = Rule(
    "encoding.code-page",
    find,
    reason="text of one code page read as another",
    confidence=0.98,
    examples=(
        Example("Ìèíèñòð òðàíñïîðòà îòêðûë íîâûé ìîñò", "Министр транспорта открыл новый мост", "ru"),
        Example("нЙОЙУФТ ФТБОУРПТФБ ПФЛТЩМ ОПЧЩК НПУФ", "Министр транспорта открыл новый мост", "ru"),
        Example("±èÀ±Á¾ ±âÀÚ´Â ¼­¿ï¿¡¼­ »õ ´Ù¸®¸¦ º¸¾Ò´Ù", "김윤종 기자는 서울에서 새 다리를 보았다", "ko"),
        Example.clean("Министр транспорта открыл новый мост; ЮНЕСКО и МакДональдс молчат", "ru"),
        Example.clean("« Où ça ? » … — l’été, à Nîmes, «—“¡¿", "fr"),
        Example.clean("Größe, Straßenöffnung, Äöü, ÄÖÜß", "de"),
        Example.clean("Người Việt ở Đà Nẵng ướt át", "vi"),
    ),
)
