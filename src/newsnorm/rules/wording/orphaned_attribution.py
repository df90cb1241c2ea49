"""Flags a reporting verb that has lost its subject behind a quotation: `we had no choice," said.`

Where the damage comes from: a language that needs no pronoun (`dijo.`, `disse.`), translated word for word, or a link with the name
that the scraper dropped. Who spoke cannot be known, so nothing is written.

Left alone on purpose: a verb with its subject on either side (`," said Ann Lund.`, `," he said.`), and a verb that is quoted itself.
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "wording.orphaned-attribution"


def find(view: View) -> Iterator[Proposal]:
    for m in compiled(rf"[\"”»](?<=\p{{L}}[,?!].) ({any_of(view.data(ID)['verbs'])})(?=\.(?:\s|\Z))").finditer(view.text):
        yield Proposal(m.start(1), m.end(1), m[1])


RULE = Rule(
    ID,
    find,
    reason="a reporting verb without a subject",
    confidence=0.8,
    needs=Needs('"”»', r"(?<=[^\W\d_][,?!].)(?= [^\W\d_]{3,20}\.(?!\S))"),
    from_data=True,
    flags_only=True,
    examples=(
        Example.flag('"We had no choice," said.', "said"),
        Example.clean('"We had no choice," said Ann Lund. "None," she added.'),
        Example.clean('The verb is "said," explained the teacher.'),
    ),
)
