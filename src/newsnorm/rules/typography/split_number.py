"""Joins a number that a space broke behind its separator: `33, 000 years` becomes `33,000 years`.

Where the damage comes from: a translator or a tokeniser takes the separator of the thousands for a comma or a stop.

Left alone on purpose: lists of numbers. Only a group that begins with a zero is joined (`33, 000`: no number is written 000), and the
separator is the language's own (data/<language>.toml).
"""

from collections.abc import Iterator
from re import escape

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "typography.split-number"


def find(view: View) -> Iterator[Proposal]:
    text, separator = view.text, view.data(ID)["thousands"]
    mark = escape(separator)
    for m in compiled(rf"(?<![\d.,:/-])[1-9]\d{{0,2}}(?:{mark}\d{{3}})*+{mark}(?P<gap>[ ])0\d\d(?![\d:/-]|[.,]\d|{mark} \d)").finditer(text):
        yield Proposal(m.start("gap"), m.end("gap"), "")


RULE = Rule(
    ID,
    find,
    reason="number broken at its separator",
    confidence=0.95,
    needs=Needs(".,", r"(?<=[0-9].)(?= 0[0-9])"),
    from_data=True,
    examples=(
        Example("The tools are 33, 000 years old, or 31, 000.", "The tools are 33,000 years old, or 31,000."),
        Example("Der Hafen kostet 12. 000 Euro.", "Der Hafen kostet 12.000 Euro.", "de"),
        Example.clean("The pages 12, 345 and 400 are lost."),
        Example.clean("The codes are 12, 007, 008 and 009."),
        Example.clean("Von 12. 345 blieb nichts.", "de"),
        Example.clean("Il y a 33 000 ans.", "fr"),
    ),
)
