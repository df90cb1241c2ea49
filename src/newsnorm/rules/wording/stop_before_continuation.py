"""Removes a full stop before words that can only go on: `typical dishes. such as borsch`.

Where the damage comes from: sentence-wise translation of a source whose sentence was cut at an abbreviation or a link.

Left alone on purpose: a sentence that begins without a capital, as messages do (`we lost. which is fine`);
capitalised continuations (`dishes. Such as`), stops of abbreviations (a word with a dot or a capital in it, or of
less than four letters), and every continuation outside the closed list in data/<language>.toml: those are flagged by
wording.lost-words.
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "wording.stop-before-continuation"


def find(view: View) -> Iterator[Proposal]:
    data = view.data(ID)
    head = compiled(rf"(?<![\p{{L}}\p{{M}}\p{{N}}.@/-])(?!{any_of(data['abbreviations'])}\Z)\p{{Ll}}{{4,}}+\Z")
    for m in compiled(rf"\.(?= {any_of(data['continuations'])}\s\p{{L}})").finditer(view.text):
        if not head.search(view.text, max(0, m.start() - 40), m.start()):
            continue
        sentence = max(view.text.rfind(mark, max(0, m.start() - 400), m.start()) for mark in '.!?…"“”«»\n') + 1
        # with an end: `regex` looks for a literal that a pattern needs in all the rest of the text first
        asks = compiled(r"[^.!?\n]*+\?").match(view.text, m.end(), m.end() + 400)
        if not asks and compiled(r"\P{L}*+\p{Lu}").match(view.text, sentence):
            yield Proposal(m.start(), m.end(), "")


RULE = Rule(
    ID,
    find,
    reason="full stop before words that continue the sentence",
    confidence=0.95,
    needs=Needs(".", r"(?<=[^\W\d_A-Z]{4}.)(?= [^\W\d_A-Z]{2})"),  # the same for all rules that look at a stop before a small letter
    from_data=True,
    examples=(
        Example("They ate local dishes. such as cod and salmon.", "They ate local dishes such as cod and salmon."),
        Example("The bill was not paid. unless by the mayor.", "The bill was not paid unless by the mayor."),
        Example.clean("They ate local dishes. Such as cod, and salmon."),
        Example.clean('She texted "we lost by a length. which is better than last year".'),
        Example.clean("The files are listed. which command finds them?"),
        Example.clean("They paid approx. as well as they could, vs. such as those at Acme Corp. which paid more."),
        Example.clean("Read dishes.such as it is"),
    ),
)
