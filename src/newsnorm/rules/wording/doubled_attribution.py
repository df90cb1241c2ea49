"""Keeps one of two attributions after a quotation: `he said. declared.`, `he said. he concluded.` and `Lund said. she added.`

Where the damage comes from: the translator renders one reporting clause of the source twice, once generally and once by
its verb. The second verb, the more exact one, is kept, and the first subject: `he concluded.`

Left alone on purpose: two full sentences (`he said. He concluded that ...`), attributions that are not behind a quotation mark, and a
second clause with another subject (`he said. she added.`). A verb that has lost its subject is flagged by wording.orphaned-attribution.
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "wording.doubled-attribution"
#: A name of up to three words, or a title and a name.
_NAME = r"(?>\p{Lu}[\p{L}'’-]{1,30}+)(?: \p{Lu}[\p{L}'’-]{1,30}+){0,2}"


def find(view: View) -> Iterator[Proposal]:
    data = view.data(ID)
    verbs, subjects = any_of(data["verbs"]), any_of(data["subjects"])
    pattern = compiled(
        rf"(?<=[\"”»] ?)(?:(?P<who>{subjects})|(?P<name>{_NAME})) (?P<cut>{verbs}\. ?(?:(?P=who) |(?(name){subjects} |(?!)))?)(?={verbs}\.(?:\s|\Z))"
    )
    for m in pattern.finditer(view.text):
        yield Proposal(m.start("cut"), m.end("cut"), "")


RULE = Rule(
    ID,
    find,
    reason="one attribution, translated twice",
    confidence=0.98,
    needs=Needs(".", r"(?<=[^\W\d_]{2}.)(?= ?(?:[^\W\d_A-Z]{1,12} )?[^\W\d_A-Z]{3,20}\.(?!\S))"),
    from_data=True,
    examples=(
        Example('"We will open it," he said. declared.', '"We will open it," he declared.'),
        Example('"We will open it," she said. she concluded.', '"We will open it," she concluded.'),
        Example("“We will open it,” Ann Lund said. she added.", "“We will open it,” Ann Lund added."),
        Example('"We will open it," they said.insisted.', '"We will open it," they insisted.'),
        Example.clean('"We will open it," he said. He concluded that it was late.'),
        Example.clean('"We will open it," he said. "Soon," he added.'),
        Example.clean("That is what he said. He declared."),
        Example.clean('"We will open it," he said. she added.'),
    ),
)
