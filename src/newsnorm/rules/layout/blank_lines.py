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
    lead = compiled(r"(?:[^\S\n]*+\n)++").match(text, first)
    if lead is not None:
        first = lead.end()
        yield Proposal(view.body_start, first, "")
    tail = len(text.rstrip()) if len(text) > first else first
    for m in compiled(r"\n[^\S\n]*+\n(?:[^\S\n]*+\n)++").finditer(text, first, max(first, tail)):
        yield Proposal(m.start(), m.end(), "\r\n\r\n" if m.group().endswith("\r\n") else "\n\n")
    if tail >= first and text.find("\n", tail) >= 0:
        yield Proposal(tail, len(text), "\n")


RULE = Rule(
    "layout.blank-lines",
    find,
    reason="blank lines that separate nothing",
    confidence=0.99,
    examples=(
        Example("\n\nIt rained.\n\n\n\nIt stopped.\n\n", "It rained.\n\nIt stopped.\n"),
        Example("It rained.\n \n\t\nIt stopped.", "It rained.\n\nIt stopped."),
        Example.clean("It rained.\n\nIt stopped.\n"),
        Example.clean("  It rained\n    in Bergen\nand it stopped"),
    ),
)
