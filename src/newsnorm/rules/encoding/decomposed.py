r"""Composes a letter and its marks, if Unicode has them as one character: `e\u0301` -> `é`, `и\u0306` -> `й`, `\u1112\u1161\u11ab` -> `한`.

Where the damage comes from: file names of macOS, texts of PDFs, Vietnamese that was written in windows-1258. The letter
looks the same, and a word search does not find it. Both forms are canonically equivalent (Unicode Standard Annex 15), so
nothing is lost.

Left alone on purpose: letters with marks that have no single character; all scripts but Latin, Greek, Cyrillic and
Hangul, whose marks are right as they stand; everything else that normal forms change. Fewer than four in a text are only
flagged: on some keyboards single letters come so, and right texts hold them.
"""

from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

_LETTERS = r"[\p{Latin}\p{Greek}\p{Cyrillic}]\p{Mn}{1,4}+(?!\p{Mn})"
_HANGUL = r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?+"
#: From this number on they come from a program, not from a keyboard.
_SEVERAL = 4


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if is_normalized("NFC", text):  # the cheapest look at a text
        return
    found = []
    for m in compiled(f"{_LETTERS}|{_HANGUL}").finditer(text):
        after = normalize("NFC", m[0])
        if len(after) == 1 and normalize("NFD", after) == normalize("NFD", m[0]):
            found.append((m.start(), m.end(), after))
    for start, end, after in found:
        yield Proposal(start, end, after, confidence=None if len(found) >= _SEVERAL else 0.6)


RULE = Rule(
    "encoding.decomposed",
    find,
    reason="letter and mark apart",
    confidence=0.99,
    needs=Needs(r"\u0300-\u036f\u1100-\u11ff"),
    examples=(
        Example("Jose\u0301 Garci\u0301a cafe\u0301 Me\u0301xico", "José García café México", "es"),
        Example("Мои\u0306 че\u0308рныи\u0306 чаи\u0306", "Мой чёрный чай", "ru"),
        Example("Tiê\u0301ng Viê\u0323t, ngươ\u0300i Ha\u0300 Nô\u0323i", "Tiếng Việt, người Hà Nội", "vi"),
        Example("\u1112\u1161\u11ab\u1100\u1173\u11af \u1112\u1161\u11ab\u1100\u116e\u11a8", "한글 한국", "ko"),
        Example.flag("Ora puo\u0300 tornare.", "o\u0300", "it"),
        Example.clean("José García vivió en México y en São Paulo.", "es"),
        Example.clean("за\u0301мок и замо\u0301к, [ɑ\u0303] [ɔ\u0303] [ɛ\u0303]", "ru"),
        Example.clean("की सड़क पर ज़मीन", "hi"),
        Example.clean("שָׁלוֹם عُمَر", "he"),
        Example.clean("Å is the sign U+212B here, ﬁ a ligature, ㎞ a unit, ｗｉｄｅ a width."),
    ),
)
