"""Removes the second of two equal paragraphs in a row.

Where the damage comes from: a page holds a paragraph twice, once as its teaser or in a hidden element for small screens;
a scraper that keeps only text puts both into the article. Seen in 122 of 2,274 scraped texts (captions counted).

Left alone on purpose: three equal paragraphs or more, and two without a blank line between; lines of less than 100
characters and lines that end like no sentence, which songs, lists and tables repeat on purpose; photo captions, which
layout.captions takes out; paragraphs with anything between them.
"""

from collections.abc import Iterator
from itertools import chain

from newsnorm.blocks import lines
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

#: Code points of the shortest paragraph that nobody repeats on purpose.
SHORTEST = 100


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    captions = {caption.start for caption in view.captions}
    same: list[tuple[int, int]] = []
    for span in chain(lines(text, view.body_start), [(0, 0)]):
        if same and span[1] - span[0] == same[0][1] - same[0][0] >= SHORTEST and text[slice(*span)] == text[slice(*same[0])]:
            same = [*same[:2], span]
            continue
        if len(same) == 2:
            (start, end), (again, last) = same
            if start not in captions and text.count("\n", end, again) >= 2 and text[last - 1] in '.!?。！？؟"”»’':
                yield Proposal(end, last, "")
        same = [span]


_PARAGRAPH = "The new pool in Castlerigg is 25 metres long and has six lanes, and its water comes from the hill behind the school."

RULE = Rule(
    "boilerplate.doubled-paragraph",
    find,
    reason="the same paragraph twice in a row",
    confidence=0.97,
    examples=(
        Example(f"It opened.\n\n{_PARAGRAPH}\n\n{_PARAGRAPH}\n\nIt is deep.", f"It opened.\n\n{_PARAGRAPH}\n\nIt is deep."),
        Example.clean("Roll on, grey river, and carry us home\nRoll on, grey river, and carry us home\n\nSo they sang."),
        Example.clean(f"{_PARAGRAPH}\n\n{_PARAGRAPH}\n\n{_PARAGRAPH}"),
        Example.clean(f"{_PARAGRAPH}\n\nIt is deep.\n\n{_PARAGRAPH}"),
        Example.clean(f"{_PARAGRAPH[:-1]}\n{_PARAGRAPH[:-1]}"),
    ),
)
