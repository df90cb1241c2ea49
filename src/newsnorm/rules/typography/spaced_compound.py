"""Joins compounds that were split at their hyphen: `a world – wide affair` becomes `a world-wide affair`.

Where the damage comes from: the translator's tokeniser sets the hyphen apart and its typography makes a dash of it.

Left alone on purpose: dashes that part a clause. Only pairs of a closed list (data/<language>.toml) are joined, and only
where the sentence goes on with a lower-case word, with no second dash that would close a parenthesis.
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "typography.spaced-compound"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if not any(dash in text for dash in (" – ", " - ", " — ")):
        return
    data = view.data(ID)
    for pair in data["pairs"]:
        joined = rf"(?i:{any_of(pair['first'])}([  ]++[–—-][  ]++){any_of(pair['second'])})"
        pattern = compiled(rf"(?<![\p{{L}}\p{{N}}–—-]){joined}(?= (?!{any_of(data['not_before'])}\b)\p{{Ll}})(?![^.\n]{{0,200}}[  ][–—-][  ])")
        for m in pattern.finditer(text):
            yield Proposal(m.start(1), m.end(1), "-")


RULE = Rule(
    ID,
    find,
    reason="compound split at its hyphen",
    confidence=0.95,
    from_data=True,
    examples=(
        Example("It became a world – wide affair.", "It became a world-wide affair."),
        Example("They held face - to - face talks.", "They held face-to-face talks."),
        Example.clean("They toured the world – wide and far, as he put it."),
        Example.clean("The world – wide as it is – was too small."),
        Example.clean("He led 2 - 1 and saw the world – then he stopped."),
    ),
)
