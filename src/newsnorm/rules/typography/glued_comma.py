"""Puts back the space behind a comma: `two weeks,Varlund was shut` becomes `two weeks, Varlund was shut`.

Where the damage comes from: a scraper drops the line end or the element that stood between two words; a writer's slip. It is as frequent in careful
texts, so a single one is flagged; two or more in a text are edited.

Left alone on purpose: lists of keywords (`news,sport,weather`), addresses and user names, numbers, code, abbreviations, a comma behind
a word of less than three letters, and scripts without small letters.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

_COMMA = r"(?<=\p{Ll}{3}),(?=\p{L}{2})"
#: Characters of a word that are looked at on each side.
_NEAR = 60


def find(view: View) -> Iterator[Proposal]:
    found = list(_glued(view.text))
    for at in found:
        yield Proposal(at - 1, at, ", ", confidence=None if len(found) > 1 else 0.8)


def _glued(text: str) -> Iterator[int]:
    """Where a comma ends that a word is glued to."""
    for m in compiled(_COMMA).finditer(text):
        before, after = text[max(0, m.start() - _NEAR) : m.start()], text[m.end() : m.end() + _NEAR]
        left = compiled(r"(?<![^\s(“\"«‘'’-])\p{L}++(?:['’-]\p{L}++)*+\Z").search(before)
        right = compiled(r"\p{L}++(?:['’-]\p{L}++)*+(?=[\s.;:!?)”\"»’]|, |\Z)(?!\.\S)").match(after)
        if left and right and not compiled(r"[`{}<>=\\@#_|/]|\(\)").search(before[-_NEAR:] + " " + after):
            yield m.end()


RULE = Rule(
    "typography.glued-comma",
    find,
    reason="space behind the comma lost",
    confidence=0.93,
    needs=Needs(",", r"(?<=[^\W\d_A-Z]{3}.)(?=[^\W\d_]{2})"),
    examples=(
        Example("It was shut for two weeks,Varlund said. They waited,and left.", "It was shut for two weeks, Varlund said. They waited, and left."),
        Example("Llegó tarde,según dijo, y cansado,por cierto.", "Llegó tarde, según dijo, y cansado, por cierto.", "es"),
        Example.flag("They waited two weeks,and left.", ","),
        Example.clean("The keywords are news,sport,weather and no more."),
        Example.clean("Call print(first,second) or see example.org/a,bridge or @dahl,lund."),
        Example.clean("Es kostet 3,50 Euro, z.B. im Hafen,5 im Ort.", "de"),
        Example.clean("Il dit que l'an,d'après lui.b est tard", "fr"),
        Example.clean("The field name,value is written so: key=name,value."),
    ),
)
