"""Repairs a part of a name that was translated as a function word: `Kim Jon-a` for Kim Jong-un (Spanish *un* is "a").

Where the damage comes from: the engine cuts a name at its hyphen or space and translates the parts it knows as words.
Apertium, for one, makes this very damage. A last letter that it took along may be missing too (`Jon` for Jong).

The sound form must stand in the same text, and be a person for sure (names/forms.py). At least one part must be the
translation of a function word (data/<language>.toml), and all others equal or short of their last letter.

Left alone on purpose: every other difference. Kim Jong-il is another person. Only flagged: a surname that is one in translation too (`Jorge White`
beside Jorge Blanco), unless the text plainly goes on to speak of the same person (names/reference.py), and a name near words on how somebody writes it.
"""

from collections.abc import Iterator

from newsnorm.names.cast import proposals
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    return proposals(view, "function-word")


RULE = Rule(
    "names.function-word",
    find,
    reason="a part of the name translated as a word",
    confidence=0.98,
    from_data=True,
    examples=(
        Example("Kim Jong-un spoke. Kim Jon-a left.", "Kim Jong-un spoke. Kim Jong-un left."),
        Example("Charles de Gaulle spoke. Charles of Gaulle left.", "Charles de Gaulle spoke. Charles de Gaulle left."),
        Example("Marine Le Pen spoke. Marin The Pen left.", "Marine Le Pen spoke. Marine Le Pen left."),
        Example("Pablo Iglesias spoke. Pablo Churches left.", "Pablo Iglesias spoke. Pablo Iglesias left."),
        Example("Jorge Blanco spoke. Later Mr Jorge White left.", "Jorge Blanco spoke. Later Mr Jorge Blanco left."),
        Example.flag("Jorge Blanco spoke. Jorge White left.", "Jorge White"),
        Example.flag("Charles de Gaulle spoke. Charles of Gaulle is what the machine wrote.", "Charles of Gaulle"),
        Example.clean("Kim Jong-il spoke. Kim Jon-a left."),
        Example.clean("Kim Jong-un met Kim Jong-il, and Kim Jong was there."),
        Example.clean("Ronaldo Blanco spoke. Ronald White left."),
        Example.clean("Charles de Gaulle spoke. Charles of Gaulle-le-Bois left."),
        Example.clean("Ludwig van Beethoven spoke. Ludwig of Bavaria left."),
        Example.clean("Jorge Blanco spoke. Mr Jorge Black left."),
        Example.clean("Kim Jong-un is the leader. Kim a la carte is a dish."),
    ),
)
