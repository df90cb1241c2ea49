"""Gives one person one style of spelling: `Kim Il Sung` beside `Kim Il-sung` becomes `Kim Il-sung`.

Where the damage comes from: the translator works sentence by sentence and joins, hyphenates and accents the same name
anew each time.

Only the style may differ: hyphens, spaces, case, accents and apostrophes. The most used form wins, then the one in the
gazetteer, then the one with more marks, then the first.

Left alone on purpose: what is called after a person (`Kim Il Sung University`); everyone who is not a person for sure
(mentions.py), names in capitals, and every other letter: `Kim Jong-il` is not `Kim Jong-un`.
"""

from collections.abc import Iterator

from newsnorm.mentions import names_something
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    for named in view.cast.named:
        for mention in named.mentions:
            if mention.surface != named.form and not names_something(view.text, mention.end):
                yield Proposal(mention.start, mention.end, named.form, f"the text spells the same name {named.form}")


RULE = Rule(
    "names.style",
    find,
    reason="the same name in another style",
    confidence=0.97,
    examples=(
        Example("Kim Il-sung ruled. Later Kim Il Sung died.", "Kim Il-sung ruled. Later Kim Il-sung died."),
        Example("Pedro Sanchez met Pedro Sánchez; Pedro Sánchez won.", "Pedro Sánchez met Pedro Sánchez; Pedro Sánchez won.", "es"),
        Example.clean("Kim Jong-un met Kim Jong-il and Kim Il-sung."),
        Example.clean("Il Sung Kim is a dentist. Kim Il-sung was not."),
        Example.clean("Kim Il-sung founded it. Kim Il Sung University is in Pyongyang."),
        Example.clean("KIM JONG-UN ARRIVES. Kim Jong-un arrived."),
        Example.clean("Ann Mary Lund met Ann-Mary Lund."),
    ),
)
