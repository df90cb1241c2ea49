"""Removes the second of two closing brackets when the line opened one less than it closes: `(Russia)). Photo`.

Where the damage comes from: the translator closes a bracket that the source closes once more behind the credit.

Left alone on purpose: brackets inside brackets, smileys (`:))`, `)))`), and lines with another imbalance.
"""

from collections.abc import Iterator

from newsnorm.blocks import line_around
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    last = -1
    for m in compiled(r"(?<=[\p{L}\p{M}\p{N}.%’”\"]\))\)(?!\))").finditer(text) if "))" in text else ():
        if m.start() < last:
            continue
        start, last = line_around(text, m.start())
        if text.count(")", start, last) - text.count("(", start, last) == 1 and text.count("))", start, last) == 1:
            yield Proposal(m.start(), m.end(), "")


RULE = Rule(
    "typography.doubled-bracket",
    find,
    reason="a closing bracket too many",
    confidence=0.97,
    examples=(
        Example("The port of Narvik (Norway)). Photo: NTB", "The port of Narvik (Norway). Photo: NTB"),
        Example("(A) and (b)) and (c)", "(A) and (b) and (c)"),
        Example.clean("The port (in Narvik (Norway)). It is old."),
        Example.clean("Дякую :)) і вам)))", "uk"),
        Example.clean("f((x)) + g((y)))"),
    ),
)
