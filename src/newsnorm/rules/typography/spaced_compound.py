"""Joins compounds that were split at their hyphen: `a world – wide affair` becomes `a world-wide affair`.

Where the damage comes from: the translator's tokeniser sets the hyphen apart and its typography makes a dash of it.

Left alone on purpose: dashes that part a clause. Only words of a closed list (data/<language>.toml) are joined, and only
where the sentence goes on with a lower-case word, with no second dash that would close a parenthesis.
"""

from collections.abc import Iterator
from re import escape

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "typography.spaced-compound"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if not any(dash in text for dash in (" – ", " - ", " — ")):
        return
    data = view.data(ID)
    dash = r"(?P<dash>[  ]++[–—-][  ]++)"
    words = "|".join(dash.join(map(escape, word.split("-"))) for word in data["compounds"])
    goes_on = rf"(?= (?!{any_of(data['not_before'])}\b)\p{{Ll}})(?![^.\n]{{0,200}}[  ][–—-][  ])"
    # `the city – wide boulevards` is a clause; behind an indefinite article the noun is still to come
    article = rf"(?<=\b(?i:{any_of(data['articles'])}) )"
    for m in compiled(rf"(?<![\p{{L}}\p{{N}}–—-])(?:{article}|(?=face))(?i:{words}){goes_on}").finditer(text):
        for start, end in m.spans("dash"):
            yield Proposal(start, end, "-")


RULE = Rule(
    ID,
    find,
    reason="compound split at its hyphen",
    confidence=0.95,
    from_data=True,
    examples=(
        Example("It became a world – wide affair.", "It became a world-wide affair."),
        Example("They held face - to - face talks.", "They held face-to-face talks."),
        Example.clean("He dreamt of the city – wide boulevards lined with trees."),
        Example.clean("They toured the world – wide and far, as he put it."),
        Example.clean("The world – wide as it is – was too small."),
        Example.clean("He led 2 - 1 and saw the world – then he stopped."),
    ),
)
