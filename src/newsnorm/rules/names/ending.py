"""Takes a foreign case ending off a name: `Emmanuel Macronem` beside Emmanuel Macron.

Where the damage comes from: Slavic, Baltic, Finnish and Hungarian decline names, and a translation that does not know the
name keeps the form of the source (Czech *s Macronem*, "with Macron").

Only the last part of a full name, in a text of a language that does not decline names; the form without the ending must
stand in the text and be a person for sure, and the form with it must be nobody's name. If no list knows the name without it either, the
ending must be one that no surname is made with (-em, -ssa), or the text must plainly go on to speak of the same person; for -on and -i always.

Left alone on purpose: `Martin Novak` and `Martina Novak`, `Tony Clark` and `Tony Clarke`; plurals and genitives in -s;
surnames alone.
"""

from collections.abc import Iterator

from newsnorm.names.cast import proposals
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    return proposals(view, "ending")


RULE = Rule(
    "names.ending",
    find,
    reason="a case ending of another language on the name",
    confidence=0.98,
    languages=("en", "es", "fr", "it", "pt"),
    examples=(
        Example("Emmanuel Macron came. They spoke with Emmanuel Macronem.", "Emmanuel Macron came. They spoke with Emmanuel Macron."),
        Example.flag("Paul Simon came. They spoke with Paul Simonon.", "Paul Simonon"),
        Example.clean("Tony Clark came. They spoke with Tony Clarke."),
        Example.clean("Helen Clark came. They spoke with Helen Clarke, a teacher."),
        Example.clean("Martin Novak came. They spoke with Martina Novak."),
        Example.clean("John Brown came. All the John Browns of the town came."),
    ),
)
