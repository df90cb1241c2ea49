"""Repairs the names of much-mentioned people that a text has in a misspelt form alone: `Kim Jon-un` in an article on North Korea.

Where the damage comes from: typing from hearing, engines that take a part of the name for a word (`Kim Jon-a`: Spanish *un* is "a"),
and romanizations that nobody uses for that person.

Both the misspelling and words that tell who is meant are listed (data/names/misspelt.tsv). One of those words must stand in the text; right
before the name if the text has the right form too, or if others have that name (`Saddam Hussain`), because then this one may be somebody else's.

Left alone on purpose: the same name where nothing tells who is meant (`Kim Jung-eun` may be an actress), in one sentence with the right one, in
quotation marks of its own, introduced (`Edward Snowdon, a baker`) or near words that speak of spelling or of namesakes (`[sic]`); and a person of the
caller's list.
"""

from collections.abc import Iterator

from newsnorm.names.cast import proposals
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    return proposals(view, "well-known")


RULE = Rule(
    "names.well-known",
    find,
    reason="a frequent misspelling of a much-mentioned person's name",
    confidence=0.97,
    examples=(
        Example("Kim Jon-un, North Korea's leader, smiled.", "Kim Jong-un, North Korea's leader, smiled."),
        Example("In North Korea Kim Jung Un rules.", "In North Korea Kim Jong Un rules."),
        Example("In North Korea Kim Jong-a rules.", "In North Korea Kim Jong-un rules."),
        Example("President Vladmir Putin left Moscow.", "President Vladimir Putin left Moscow."),
        Example("Kim Jong-un came. The North Korean leader Kim Jung-eun left.", "Kim Jong-un came. The North Korean leader Kim Jong-un left."),
        Example.clean("Kim Jong-un rules North Korea. The actress Kim Jung-eun lives in Seoul."),
        Example.clean("Kim Jung-eun stars in a new series from Seoul."),
        Example.clean("Saddam Hussain, engineer, says that his father, who worked in Iraq, chose the name."),
        Example.clean("The Russian invitation was for Vladmir Putin [sic] alone."),
        Example.clean("North Korea let Kim Jong-gak speak."),
        Example.clean("In North Korea the premier was Kim Yong-il."),
        Example.clean("Edward Snowdon, a baker, was not at the NSA."),
        Example.clean("“Vladmir Putin” read a banner in Moscow."),
        Example.clean("Theresa Maynard is against Brexit."),
    ),
)
