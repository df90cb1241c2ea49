"""Puts back the space outside a pair of curly quotation marks: `shows a“Dahl”was there` becomes `shows a “Dahl” was there`.

Where the damage comes from: an element that held the quotation lost the spaces around it.

Left alone on purpose: marks without a partner in their line (but for an opening mark between two words in small letters), a mark for an
apostrophe (`Dahl”s`), suffixes of one or two letters, and languages that pair these marks in another way.
"""

from collections.abc import Iterator

from newsnorm.blocks import lines
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if "“" not in text or not compiled(r"(?<=\p{Ll})“|”\p{Ll}").search(text):
        return
    for start, end in lines(text):
        marks = compiled(r"[“”]").findall(text, start, end)
        if not marks or marks != ["“", "”"] * (len(marks) // 2):
            yield from _opening(text, start, end)
            continue
        for m in compiled(r"(?<before>\p{Ll})?“[^“”\n]{1,1000}+”(?<after>\p{Ll}{3})?").finditer(text, start, end):
            if m["before"]:
                yield Proposal(m.end("before"), m.end("before"), " ")
            if m["after"]:
                yield Proposal(m.start("after"), m.start("after"), " ")


def _opening(text: str, start: int, end: int) -> Iterator[Proposal]:
    """In a line whose marks are not in pairs: where an opening mark touches both words, and no quotation is open before it."""
    if text.find("„", start, end) >= 0:
        return
    inside, straight = 0, False
    for m in compiled(r"[“”\"]").finditer(text, start, end):
        if m[0] == '"':
            straight = not straight
        elif m[0] == "”":
            inside -= 1
        else:
            if not inside and not straight and compiled(r"(?<=\p{Ll}{2})“\p{Ll}{2}").match(text, m.start(), m.end() + 2):
                yield Proposal(m.start(), m.start(), " ")
            inside += 1


RULE = Rule(
    "typography.glued-quote",
    find,
    reason="space beside the quotation lost",
    confidence=0.96,
    languages=("en", "es", "pt", "it"),
    examples=(
        Example("The list shows a“Jon Dahl”was there.", "The list shows a “Jon Dahl” was there."),
        Example("Dijo que“no hay puerto”y se fue con“todo”.", "Dijo que “no hay puerto”y se fue con “todo”.", "es"),
        Example('They maintained that“the harbour is shut."', 'They maintained that “the harbour is shut."'),
        Example.clean("The “old harbour is“shut” now, and “Lund“s boat” left."),
        Example.clean("The captain of the “Dahl”s wrote of Dahl”s boat."),
        Example.clean("The board has the shape of ”a“. The words ”ten yuan“ are on it."),
        Example.clean("The list shows a “Dahl” and a“ Dahl."),
        Example.clean("Er sagte: „Das ist“ und ging.", "de"),
    ),
)
