"""Removes the title from the beginning of the text when it is already given apart.

Where the damage comes from: pages show the title above the article; the scraper keeps it in both fields.

Left alone on purpose: a line that goes on in the next one (a poem by its first line), a text of nothing else; a first
line that differs from the title in more than case and white space.
"""

from collections.abc import Iterator

from newsnorm.blocks import lines, next_line
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    if not view.title_end:
        return
    title = _folded(view.text[: view.title_end])
    start = at = view.body_start
    for first, last in lines(view.text, start):
        if last - first > 2 * len(title) + 20 or not title or _folded(view.text[first:last]) != title:
            break
        if at > start and view.text.count("\n", at, first) < 2:
            return  # a refrain
        at = last
    after = next_line(view.text, at)
    if at > start and after < len(view.text) and view.text.count("\n", at, after) >= 2:
        yield Proposal(start, after, "")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


RULE = Rule(
    "layout.repeated-title",
    find,
    reason="the title once more, at the head of the text",
    confidence=0.98,
    examples=(
        Example("Bridge opens\n\nIt is long.", "It is long.", title="Bridge opens"),
        Example.clean("Bridge opens\nand nobody pays for it.", title="Bridge opens"),
        Example.clean("Bridge opens", title="Bridge opens"),
        Example.clean("Let it snow\nLet it snow\n\nSo they sang.", title="Let it snow"),
        Example.clean("Bridge opens, and nobody pays for it.", title="Bridge opens"),
    ),
)
