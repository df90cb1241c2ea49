"""Gives a name one romanization: `Dmitri Pezkov` beside Dmitri Peskov.

Where the damage comes from: a translation spells a name by the sounds of its source's language, sentence by sentence
(German *w* for v, French *ou* for u, *kh* for h).

One part of a full name may differ, and only in letters that write the same sound (names/difference.py). The spelling
that goes must be nobody's name (lexicon.py) and stand nowhere else in the text.

Only flagged: a spelling that somebody else may have (`Victor Orbán`), unless the text plainly goes on to speak of the same person, or the name
has four parts, of which nobody else shares the other three. A known Korean's syllable in another romanization is the same one.

Left alone on purpose: `Mark` and `Marc`, `Smith` and `Smyth`, which are names; two people in one sentence; words that
speak of spelling.
"""

from collections.abc import Iterator

from newsnorm.names.cast import proposals
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    return proposals(view, "romanization")


RULE = Rule(
    "names.romanization",
    find,
    reason="the same name in another romanization",
    confidence=0.98,
    examples=(
        Example("Angela Merkel came. Later Angela Mercel left.", "Angela Merkel came. Later Angela Merkel left."),
        Example("Lee Jae-myung came. Later Lee Jae-myoung left.", "Lee Jae-myung came. Later Lee Jae-myung left."),
        Example.clean("Mark Johnson came. Later Marc Johnson left."),
        Example.clean("Carl Lewis ran. Later Karl Lewis, a baker, opened the door."),
        Example.clean("Kim Jong-chul is a brother of Kim Jong-un. Later Kim Yong-chul spoke."),
        Example.clean("Adam Smith came. Later Adam Smyth left."),
    ),
)
