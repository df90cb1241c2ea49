r"""Removes invisible characters that a page left in words: soft hyphens (`re\xadopened`) and zero-width spaces (`an\u200bother`).

Where the damage comes from: pages mark where a long word or address may be broken, and machine translations of pages put
`\u200b\u200b` before words. Nobody sees them, and no search finds the word.

Left alone on purpose: soft hyphens at the end of a line or before a space, where a hyphen was visible; what stands beside
a script that needs it (Thai, Khmer, Lao, Burmese, Chinese, Japanese, Persian) or in a text of one, but for the inside of
Latin, Greek and Cyrillic words; joiners (U+200C, U+200D); halves of mojibake. A single one in a text is only flagged.
"""

from collections.abc import Iterator
from functools import lru_cache

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule, pieces
from newsnorm.view import View

#: Break opportunities; then what is no part of a word in these scripts: word joiners, operators, a Mongolian mark.
_INVISIBLE = "\xad\u200b\u2060\u2061\u2062\u2063\u2064\u180e"
#: What parts a word from its reading, where the mark U+FFFA stands between the two.
_ANNOTATION = "\ufff9\ufffb"
_LETTER = r"[\p{Latin}\p{Greek}\p{Cyrillic}--[ªº]]"
#: What hyphenates stands also at a word's beginning, and zero-width spaces anywhere but beside signs that they take apart.
_BEGINNING = rf"(?<![^\s\"“'‘(—–-])\xad++(?={_LETTER})"
_BESIDE = rf"(?:{_LETTER}|\d|[\s.,:;!?%\"'’“”()—–-])"
_OUTSIDE = rf"(?<={_BESIDE}|\A)\u200b++(?={_BESIDE}|\Z)"
_OTHER_SCRIPT = r"[^\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}\p{Inherited}]"
#: Below it a single character is flagged: it may be an author's own, and it breaks one word at most.
_SEVERAL = 2


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if not any(c in text for c in _INVISIBLE + _ANNOTATION):
        return
    inside = _INVISIBLE if "\ufffa" in text else _INVISIBLE + _ANNOTATION
    pattern = rf"(?<={_LETTER}\p{{Mn}}?)[{inside}]++(?={_LETTER})"
    if not compiled(_OTHER_SCRIPT).search(text):
        pattern += f"|{_BEGINNING}|{_OUTSIDE}"
    hyphens = not _has_mojibake(text)
    found = [m.span() for m in compiled(pattern).finditer(text) if "\xad" not in m[0] or (hyphens and not _is_half(text, *m.span()))]
    several = sum(end - start for start, end in found) >= _SEVERAL
    for start, end in found:
        yield Proposal(start, end, "", confidence=None if several else 0.6)


def _has_mojibake(text: str) -> bool:
    """Whether soft hyphens are bytes of text that was read as a code page: whoever deletes them makes that final."""
    if "\xad" not in text:
        return False
    from ftfy.badness import is_bad

    return any("\xad" in text[start:end] and is_bad(text[start:end]) for start, end in pieces(text))


def _is_half(text: str, start: int, end: int) -> bool:
    """Whether a soft hyphen stands twice, or is with the letters beside it one letter in UTF-8 (`Ã\\xad` = í)."""
    return "\xad\xad" in text[start:end] or _is_letter(text[max(0, start - 2) : start], text[end : end + 1])


@lru_cache(1000)
def _is_letter(before: str, behind: str) -> bool:
    for piece in () if before[-1:].isascii() else (f"{before}\xad", f"{before[-1]}\xad{behind}", f"{before[-1]}\xad"):
        for read in ("latin-1", "cp1252", "cp1250", "cp1251", "cp1254"):
            try:
                piece.encode(read).decode("utf-8")
            except UnicodeError:
                continue
            if not piece.startswith("ß") and not piece[0].isascii():
                return True
    return False


RULE = Rule(
    "encoding.zero-width",
    find,
    reason="invisible character in a word",
    confidence=0.98,
    needs=Needs(r"\xad\u200b\u2060-\u2064\u180e\ufff9\ufffb"),
    examples=(
        Example("The port re\xadopened in No\xadvember.", "The port reopened in November."),
        Example("An\u200bother port, \u200bthe last, and a \u200b\u200bthird.", "Another port, the last, and a third."),
        Example("Мост от\xadкрыли в по\xadнедельник.", "Мост открыли в понедельник.", "ru"),
        Example.flag("The port re\xadopened in November.", "\xad"),
        Example.clean("The min\xad\nister, the dis\xad trict and a 2\xad"),
        Example.clean("ภาษา\u200bไทย\u200bและ \u200bport", "th"),
        Example.clean("می\u200cخواهم \u200fשלום\u200e 👩\u200d🚒 @\u200bport #\u200bport", "fa"),
        Example.clean("Una se\xc3\xadal en la ca\xc3\xadda.", "es"),
    ),
)
