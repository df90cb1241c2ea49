"""Flags kinship that contradicts itself: `the father and successor of`, `the son and predecessor of`.

Where the damage comes from: the translator mixes up *predecessor* and *successor* (French `prédécesseur`, Spanish
`antecesor`). Which of the two words is wrong cannot be seen from the sentence, so it is never rewritten.

Left alone on purpose: uncles and grandfathers, who do succeed now and then (Claudius was Caligula's uncle); a father
who is a predecessor, a son who is a successor, brothers and wives who may be either.
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "wording.kinship-contradiction",
    r"\b(?>(?:father|mother) and successor|(?:son|daughter) and predecessor)(?= (?:of|to)\b)",
    lambda m: str(m.group()),
    needle=("and successor", "and predecessor"),
    reason="a parent is no successor and a child no predecessor: one of the two words is wrong",
    confidence=0.8,
    languages=("en",),
    flags_only=True,
    examples=(
        Example.flag("Harald, the father and successor of the present king, built it.", "father and successor"),
        Example.flag("She is the daughter and predecessor of the present chair.", "daughter and predecessor"),
        Example.clean("Harald, the father and predecessor of the present king, built it."),
        Example.clean("Haakon, the son and successor of the king, opened it; his brother and successor closed it."),
    ),
)
