"""Joins an English possessive to its word: `Russia 's support` becomes `Russia's support`.

Where the damage comes from: a tokeniser in the translator's pipeline splits the possessive and nothing joins it.

Left alone on purpose: an apostrophe that opens a quotation (`the 's' in Paris`), and `'s` after anything but a word.
"""

import re

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, substitution

#: Words that own nothing: what follows them is `'s Gravenhage` or a letter that is spoken of.
_NO_OWNER = (
    "(?i:a|an|and|at|between|by|called|for|from|in|is|named|near|of|on|or|reads|the|to|via|visited|was|with|wrote|"
    "clitic|ending|form|genitive|letter|letters|morpheme|particle|possessive|suffix|wie)"
)

#: Dutch times of day, quoted: `'s morgens`.
_DUTCH = "(?:Graven|Hertogen|Grave|Lands|Heeren|avonds|maandags|middags|morgens|nachts|ochtends|winters|zomers|zondags)"


def _joined(m: re.Match[str]) -> str | None:
    """The possessive stays apart behind an opened single quotation mark: it may be what closes it."""
    opened = compiled(r"(?<![\p{L}\p{N}])['‘](?!s[ \u00a0])(?:[^'’\n]|(?<= )['’]s )*+\Z").search(m.string, max(0, m.start() - 200), m.start())
    return None if opened else ""


RULE = substitution(
    "typography.detached-possessive",
    rf"(?<=\p{{L}})(?<!\b{_NO_OWNER})[ \u00a0]++(?=['’]s[ \u00a0](?!{_DUTCH})\p{{L}})",
    _joined,
    needs=Needs("'’", r"(?<=[ \u00a0].)(?=s[ \u00a0])"),
    reason="possessive torn from its word",
    confidence=0.98,
    languages=("en",),
    examples=(
        Example("They asked for Norway 's support.", "They asked for Norway's support."),
        Example("They asked for Norway ’s support.", "They asked for Norway’s support."),
        Example.clean("The letter 's' in Paris is silent."),
        Example.clean("He said 'the 's form' is old"),
        Example("They saw Norway 's port, Sweden 's port and Latvia 's port.", "They saw Norway's port, Sweden's port and Latvia's port."),
        Example.clean("The suffix 's is added; he visited 's Gravenhage and Hotel 's Lands Welvaren."),
        Example.clean("The sign reads 's morgens open."),
        Example.clean("the producers' income and Norway's support"),
        Example.clean("She left for 's Gravenhage and found the ’s Gravenhage of old."),
    ),
)
