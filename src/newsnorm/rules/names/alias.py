"""Gives a known person one of the accepted spellings: `Moammar Qaddafi` beside Muammar Gaddafi.

Where the damage comes from: the sources, agencies and engines behind one article romanize the same name in different ways.

Both spellings must be in the gazetteer, or in the caller's list, as those of one person. The more used one stays, then
the gazetteer's.

Left alone on purpose: longer and shorter names (`Vladimir Vladimirovich Putin`), nicknames (`Joe` and Joseph Biden).
"""

from collections.abc import Iterator

from newsnorm.names.cast import proposals
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    return proposals(view, "alias")


RULE = Rule(
    "names.alias",
    find,
    reason="another accepted spelling of the same name",
    confidence=0.97,
    examples=(
        Example("Sergei Lavrov came. Later Sergey Lavrov left.", "Sergei Lavrov came. Later Sergei Lavrov left."),
        Example.clean("Sergey Lavrov came. Later Sergey Lavrov left."),
        Example.clean("Joe Biden came. Later Joseph Biden left."),
    ),
)
