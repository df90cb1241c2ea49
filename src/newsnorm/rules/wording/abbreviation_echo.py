"""Removes the echo of a word behind a full stop: `90 square meters. meters.` and `the 18th century. century.`

Where the damage comes from: the source has an abbreviation with a full stop (Russian `кв. м.`, Czech `stol.`). The translator takes the
stop for the end of the sentence, writes the word out, and writes it again.

Left alone on purpose: a word that is said three times or in a text without capitals (`more. more. more`), capitals (`Myanmar. Myanmar is`),
words of less than four letters, a question or an exclamation, and a new line.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

_ECHO = r"(?<=[\p{L}\p{N}%],? )(?P<word>\p{Ll}{4,30}+)(?P<cut>\. (?P=word))(?=\.?(?:[\s,]|\Z))(?!\.? (?P=word)\b)"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    for m in compiled(_ECHO).finditer(text):
        sentence = max(text.rfind(mark, max(0, m.start() - 400), m.start()) for mark in '.!?…“”"«»\n') + 1
        if compiled(r"\P{L}*+(?:\p{Lu}|\p{Ll}\p{Lu})").match(text, sentence, m.start()):
            yield Proposal(m.start("cut"), m.end("cut"), "")


RULE = Rule(
    "wording.abbreviation-echo",
    find,
    reason="the stop of an abbreviation read as the end, and its word written twice",
    confidence=0.92,
    needs=Needs(".", r"(?<=[^\W\d_A-Z]{4}.)(?= [^\W\d_A-Z]{2})"),  # the same for all rules that look at a stop before a small letter
    languages=("en",),
    examples=(
        Example("The flat has 90 square meters. meters. It was sold.", "The flat has 90 square meters. It was sold."),
        Example("They own 90 square meters. meters of land.", "They own 90 square meters of land."),
        Example("The tower is of the 18th century. century.\nIt leans.", "The tower is of the 18th century.\nIt leans."),
        Example.clean("They shouted for more. more. more. It was loud."),
        Example.clean("give us more. more is better"),
        Example.clean("They went to Myanmar. Myanmar is warm. It was warm.\nwarm."),
        Example.clean("The tower measures 90 sq. m. It is high. High towers fall."),
    ),
)
