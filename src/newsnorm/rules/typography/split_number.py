"""Joins a number that a space broke behind its separator: `33, 000 years` becomes `33,000 years`.

Where the damage comes from: a translator or a tokeniser takes the separator of the thousands for a comma or a stop.

Left alone on purpose: lists of numbers. Only a group that begins with a zero is joined (`33, 000`: no number is written 000); one that is not 000, not
behind a word with a capital (`May 12, 007`) and not where a list goes on. The separator is the language's own (data/<language>.toml).
"""

from collections.abc import Iterator
from re import escape

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "typography.split-number"
#: What makes a group such as 012 another number: a word with a capital before it (`May 12, 007`, `Lots 33, 012`), or a list that goes on.
_LABEL, _LISTED = r"\p{Lu}\p{L}{1,20}+\.? \Z", r" (?>\p{L}{1,3}|&) \d"


def find(view: View) -> Iterator[Proposal]:
    text, separator = view.text, view.data(ID)["thousands"]
    mark = escape(separator)
    for m in compiled(rf"(?<![\d.,:/-])[1-9]\d{{0,2}}(?:{mark}\d{{3}})*+{mark}(?P<gap>[ ])0\d\d(?![\d:/-]|[.,]\d|{mark} \d)").finditer(text):
        if not m.group().endswith("000") and (
            compiled(_LABEL).search(text, max(0, m.start() - 24), m.start()) or compiled(_LISTED).match(text, m.end(), m.end() + 8)
        ):
            continue
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
        Example.clean("On May 12, 007 came back. Lots 33, 012 and 014 are sold, the lots 44, 015 and 016 too."),
        Example.clean("The codes are 12, 007, 008 and 009."),
        Example.clean("Von 12. 345 blieb nichts.", "de"),
        Example.clean("Il y a 33 000 ans.", "fr"),
    ),
)
