"""Removes the second of two closing brackets when the line opened one less than it closes: `(Russia)). Photo`.

Where the damage comes from: the translator closes a bracket that the source closes once more behind the credit.

Left alone on purpose: brackets inside brackets, smileys (`:))`, `)))`), and lines with another imbalance.
"""

from collections.abc import Iterator

from newsnorm.blocks import line_around
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    text, last = view.text, -1
    for m in compiled(r"(?<=[\p{L}\p{M}\p{N}.%’”\"]\))\)(?!\))").finditer(text):
        if m.start() < last:
            continue
        start, last = line_around(text, m.start())
        if m.end() == last and compiled(r"\p{Cyrillic}").search(text, start, last):
            continue  # a smiley, as Russian and Ukrainian write it
        if _unopened(text, start, last) == [m.start()]:
            yield Proposal(m.start(), m.end(), "")


def _unopened(text: str, start: int, end: int) -> list[int]:
    """Where the line closes a bracket that it did not open; none if it has list marks, smileys or half-open intervals."""
    if compiled(r"[:;=8]-?[()]|(?:^|\s)[\p{L}\p{N}]{1,3}\)|[\[(][^\[\]()]{1,20},[^\[\]()]{1,20}[\])]").search(text, start, end):
        return []
    depth, found = 0, []
    for m in compiled(r"[()]").finditer(text, start, end):
        depth += 1 if m.group() == "(" else -1
        if depth < 0:
            depth = 0
            found.append(m.start())
    return found


RULE = Rule(
    "typography.doubled-bracket",
    find,
    reason="a closing bracket too many",
    confidence=0.97,
    needs=Needs(")", r"(?<=\)\))(?!\))"),
    examples=(
        Example("The port of Narvik (Norway)). Photo: NTB", "The port of Narvik (Norway). Photo: NTB"),
        Example("A boat (old)) and a port (new).", "A boat (old) and a port (new)."),
        Example.clean("The port (in Narvik (Norway)). It is old."),
        Example.clean("1) See the paper (Smith (2004))"),
        Example.clean("f(g(x)) and h) x"),
        Example.clean("Отлично (нет))", "ru"),
        Example.clean("Дякую :)) і вам)))", "uk"),
        Example.clean("f((x)) + g((y)))"),
    ),
)
