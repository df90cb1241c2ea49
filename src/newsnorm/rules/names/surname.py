"""Repairs a slip in a surname that stands alone: `Bliar` in an article on Tony Blair. A flag, unless asked for.

Where the damage comes from: the same as of a slip in a full name; news names a person by the surname from the second time on.

The word must stand once, be no word and nobody's name, and be near to one surname of the text's people alone, which stands
there twice or more. Behind a title (`Mr`) or before a verb of speech the one full name is enough, if its surname is known
as one. Still a stranger may have such a name: so it is flagged, and edited with ``Config(surnames="repair")``.

Left alone on purpose: words of up to four letters (of three behind a title), names in capitals, whatever the text has in lower
case too, plurals and what looks like one (`Olympic`, Olympics), other spellings (`Pepwell or Pepwall`), case forms in
languages that decline names.
"""

from collections.abc import Iterator

from newsnorm.names.cast import proposals
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    return proposals(view, "surname")


RULE = Rule(
    "names.surname",
    find,
    reason="a slip in the surname",
    confidence=0.97,
    examples=(
        Example.flag("Angela Merkel came. Merkel spoke. They said that Mrekel left.", "Mrekel"),
        Example.flag("Angela Merkel came. Later Mrs Mrekel left.", "Mrekel"),
        Example.clean("Gordon Brown came. Brown spoke. Later Browne left."),
        Example.clean("Angela Merkel came. They said that Mrekel left."),
        Example.clean("Angela Merkel (or Mrekel) came. Merkel spoke."),
        Example.clean("Angela Merkel came. Merkel spoke. Later the merkle tree, a Merkle tree, grew."),
    ),
)
