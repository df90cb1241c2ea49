"""Keeps one of two attributions after a quotation: `he said. declared.` and `he said. he concluded.`

Where the damage comes from: the translator renders one reporting clause of the source twice, once generally and once by
its verb. The second, the more exact one, is kept: `he concluded.`

Left alone on purpose: two full sentences (`he said. He concluded that ...`), and attributions that are not behind a
quotation mark.
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "wording.doubled-attribution"


def find(view: View) -> Iterator[Proposal]:
    data = view.data(ID)
    verbs, subjects = any_of(data["verbs"]), any_of(data["subjects"])
    if not compiled(rf"\. (?:{subjects} )?{verbs}\.").search(view.text):
        return
    pattern = compiled(rf"(?<=[,?!]?[\"”] )(?P<who>{subjects}) (?P<cut>{verbs}\. (?:(?P=who) )?)(?={verbs}\.(?:\s|\Z))")
    for m in pattern.finditer(view.text):
        yield Proposal(m.start("cut"), m.end("cut"), "")


RULE = Rule(
    ID,
    find,
    reason="one attribution, translated twice",
    confidence=0.98,
    from_data=True,
    examples=(
        Example('"We will open it," he said. declared.', '"We will open it," he declared.'),
        Example('"We will open it," she said. she concluded.', '"We will open it," she concluded.'),
        Example.clean('"We will open it," he said. He concluded that it was late.'),
        Example.clean('"We will open it," he said. "Soon," he added.'),
        Example.clean("That is what he said. He declared."),
    ),
)
