"""Gives a known person one of the accepted spellings: `Moammar Qaddafi` beside Muammar Gaddafi.

Where the damage comes from: the sources, agencies and engines behind one article romanize the same name in different ways.

Both spellings must be in the gazetteer, or in the caller's list, as those of one person. The more used one stays, then
the gazetteer's.

Left alone on purpose: longer and shorter names (`Vladimir Vladimirovich Putin`), nicknames (`Joe` and Joseph Biden).
Never edited: a spelling that has letters of its language which the other lacks (`Đoković` beside Djokovic); it is flagged.
Where words beside the name speak of spelling or of a namesake, or of a relative, or introduce somebody
(`Hasan Rouhani, a baker`), it is flagged.
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
        Example("Barak Obama came. Later Barack Obama left.", "Barack Obama came. Later Barack Obama left."),
        Example.flag("His name is often misspelled as Barak Obama. Barack Obama laughs about it.", "Barak Obama"),
        Example.flag("Hassan Rouhani came. Hasan Rouhani, a baker, opened the door.", "Hasan Rouhani"),
        Example.flag("Sergei Lavrov came. His father Sergey Lavrov watched.", "Sergey Lavrov"),
        Example.flag("Novak Djokovic won. Later Novak Đoković laughed.", "Novak Đoković"),
        Example.clean("Muammar Gaddafi came. Later Colonel Gaddafi left."),
        Example.clean("Lee Jae-yong came. Later Lee Jae-young scored."),
        Example.clean('Her book "Sergey Lavrov: A Life" is out. Sergei Lavrov read it.'),
        Example.clean("Kim Jong-un came. Later Kim Jong-il left."),
        Example.clean("Novak Đoković won. Later Novak Đoković laughed."),
        Example.clean("Joe Biden came. Later Joseph Biden left."),
    ),
)
