"""Joins a quotation mark to its quotation: `“We put up with this. ” We left` becomes `with this.” We left`.

Where the damage comes from: a tokeniser or a translator sets the mark apart.

Left alone on purpose: marks whose side the line does not tell. Marks are paired line by line: straight ones by parity, in a line with an
even number of them where no mark contradicts it, and only in a text with two such marks (one alone is also a slip of careful
writers); curly ones by their shape, and „ with “ wherever they are a pair. Straight marks of German and Russian, French, which sets its marks
apart, inches, marks that are spoken of, and the thin gap between a single and a double mark are left.
"""

import re
from collections.abc import Iterator

from newsnorm.blocks import lines
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

#: Languages in which “ closes.
_LOW = ("de", "ru")
#: What a text says that shows the marks themselves; and what stands between two that are shown.
_ABOUT = r"(?i)\b(?:quotation marks?|quote marks?|Anführungsz|Gänsefü|кавыч|comillas|aspas|virgolette)|따옴표"
_SHOWN = r"(?i)(?:and|or|und|oder|и|или|y|o|e|ou|와|과)"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    torn = "„ " in text or "“ " in text or " ”" in text or (" “" in text and "„" in text)
    if torn and compiled(_ABOUT).search(text):
        torn = False
    if torn:
        yield from _pairs(text, "„", "“", '"')
    if view.primary_language in _LOW:
        return
    if text.startswith('" ') or re.search(r'"(?:(?<= ")(?:[\s.,;:!?)]|\Z)|(?<=[\n(\[—]") )', text):
        straight = [p for start, end in lines(text) for p in _straight(text, start, end)]
        if len(straight) > 1:
            yield from straight
    if torn:
        yield from _pairs(text, "“", "”", particles=view.primary_language == "ko")


def _straight(text: str, start: int, end: int) -> Iterator[Proposal]:
    if text.find(' "', start, end) < 0 and text.find('" ', start, end) < 0:
        return
    at = [m.start() for m in compiled('"').finditer(text, start, end)]
    if len(at) % 2 or compiled(r'\d ?"(?! ?[,.])|""|\'\'').search(text, start, end):
        return
    found = []
    for i, k in enumerate(at):
        left = text[k - 1] if k > start else " "
        right = text[k + 1] if k + 1 < end else " "
        if i % 2 == 0:
            if left not in " ([—–-'/" or right == "\n":
                return
            if right == " ":
                found.append(Proposal(k + 1, k + 2, ""))
        else:
            if right.isalnum():
                return
            if left == " ":
                found.append(Proposal(k - 1, k, ""))
    apart = len({p.start for p in found}) == len(found)
    if apart and all(text[p.start - 1 : p.start] != " " and text[p.end : p.end + 1] != " " for p in found):
        yield from found


def _pairs(text: str, opens: str, closes: str, no: str = "", *, particles: bool = False) -> Iterator[Proposal]:
    """The torn marks of pairs; no pair has ``no`` inside. With ``particles`` any word may follow the closing mark."""
    for m in compiled(rf"{opens}(?P<open>[ ])?(?P<inside>[^„“”\n{no}]{{2,2000}}+){closes}").finditer(text):
        inside, at = m["inside"], m.end("inside")
        if m["open"] and inside[0].isalpha():
            if compiled(_SHOWN).fullmatch(inside.strip()):
                continue
            yield Proposal(m.start("open"), m.end("open"), "")
        if inside[-1] != " " or inside[-2] in " ’'…‚“‘":
            continue
        if inside[-2].isdigit() and compiled(rf"[^„“”\n]{{0,2000}}+{closes}").match(text, m.end()):
            continue  # inches: “a 24 ” screen”
        if particles or at + 1 == len(text) or text[at + 1] in " \n,.;:!?)":
            yield Proposal(at - 1, at, "")


RULE = Rule(
    "typography.torn-quote",
    find,
    reason="quotation mark torn from its quotation",
    confidence=0.95,
    languages=("en", "es", "pt", "it", "de", "ru", "ko"),
    examples=(
        Example("“We put up with this. ” We left.", "“We put up with this.” We left."),
        Example("She praised “ a rigorous plan” and left.", "She praised “a rigorous plan” and left."),
        Example('The club " Magic Harbour " is shut.', 'The club "Magic Harbour" is shut.'),
        Example('"They are here, " Dahl said. "And we go, " Lund said.', '"They are here," Dahl said. "And we go," Lund said.'),
        Example.clean('"It is late, he said. \n\n"We go," said Lund.'),
        Example.clean("“He said ‘no, no!’ ” Lund told us."),
        Example.clean('The line is 12 " long and 3 " wide.'),
        Example.clean('Jon "the Whirlwind " Dahl was there.'),
        Example("Er sagte: „ Das ist so. “ Und ging.", "Er sagte: „Das ist so.“ Und ging.", "de"),
        Example("시장은 “ 고맙다 ”고 말했다.", "시장은 “고맙다”고 말했다.", "ko"),
        Example.clean("Er sagte: „Das ist so.“ “ Und ging.", "de"),
        Example.clean("Die Zeichen „ und “ stehen unten und oben.", "de"),
        Example.clean("Use “ to open a quotation and ” to close it: those are quotation marks."),
        Example.clean("„Das Brett ist 12 “ lang“, sagte er.", "de"),
        Example.clean('Er nahm das Brett (12 " lang) und ging " langsam " heim.', "de"),
        Example.clean("시장은 “고맙다” 라고 말했다.", "ko"),
        Example.clean('Il a dit " oui " et " non ".', "fr"),
    ),
)
