"""Takes the title out of the body: a first line that stands alone, is short, ends like no sentence, before an article.

Where the damage comes from: none; a scrape in one piece begins with its title, and a corpus wants the two apart.

Left alone on purpose: a first line that ends like a sentence, in a colon or a comma, or that begins like a list; a date; a town and an
agency; a line whose sentence goes on in the next one.
"""

from collections.abc import Iterator

from newsnorm.blocks import next_line
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    if view.title_end is None and view.title is not None:
        start, end = view.title
        if start:
            yield Proposal(0, start, "")
        yield Proposal(end, next_line(view.text, end), "\n\n", lift="title")


RULE = Rule(
    "layout.title",
    find,
    reason="the title stands apart from the text",
    confidence=0.97,
    examples=(
        Example("Bridge opens after ten years\n\nThe bridge opened on Monday. It is long.", "The bridge opened on Monday. It is long."),
        Example.clean("The bridge opened.\n\nIt is the longest in the north and was ten years in building."),
        Example.clean("Three things are known:\n\nThe bridge opened, it is long, and it is paid for by nobody."),
        Example.clean("It was a dark night\n\nand nobody was about. The harbour lay still, and the cranes stood over it."),
        Example.clean("Monday, 3 May 2021\n\nThe council met on Monday evening and voted on the plan."),
        Example.clean("OSLO (Reuters)\n\nThe council met on Monday evening and voted on the plan."),
        Example.clean("Bridge opens after ten years"),
        Example.clean("Photo: Nordfoto\n\nThe bridge opened on Monday. It is long, and nobody pays for it."),
    ),
)
