"""Leaves one blank line where there were several, and none at the beginning and the end of the text.

Where the damage comes from: a scraper leaves the line ends of what it took out; so do the rules before this one.

Left alone on purpose: single blank lines, indentation, the white space inside lines, and one line end at the end.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    text, first = view.text, view.body_start
    # one run of white space at a time: a group repeated over each blank line would need memory for each
    lead = compiled(r"\s*+").match(text, first)
    if lead is not None and (end := text.rfind("\n", first, lead.end()) + 1):
        yield Proposal(first, end, "")
        first = end
    last = max(first, len(text.rstrip()))
    for m in compiled(r"\r?\n\s++").finditer(text, first, last):
        end = text.rfind("\n", m.start(), m.end()) + 1
        if text.count("\n", m.start(), end) > 2:
            yield Proposal(m.start(), end, _line_end(text, m.start()) * 2)
    end_of_line = _line_end(text, text.find("\n", last) - 1)
    if text.find("\n", last) >= 0 and text[last:] != end_of_line:
        yield Proposal(last, len(text), end_of_line)


def _line_end(text: str, at: int) -> str:
    return "\r\n" if text.startswith("\r\n", max(at, 0)) else "\n"


RULE = Rule(
    "layout.blank-lines",
    find,
    reason="blank lines that separate nothing",
    confidence=0.99,
    examples=(
        Example("\n\nIt rained.\n\n\n\nIt stopped.\n\n", "It rained.\n\nIt stopped.\n"),
        Example("It rained.\n \n\t\nIt stopped.", "It rained.\n\nIt stopped."),
        Example("It rained.\r\n\r\n\r\nIt stopped.\r\n\r\n", "It rained.\r\n\r\nIt stopped.\r\n"),
        Example.clean("It rained.\n\nIt stopped.\n"),
        Example.clean("It rained.\r\n\r\nIt stopped.\r\n"),
        Example.clean("  It rained\n    in Bergen\nand it stopped"),
    ),
)
