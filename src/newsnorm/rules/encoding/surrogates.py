"""Replaces a lone surrogate, half of a character, by U+FFFD.

Where the damage comes from: text that went through UTF-16 or JSON escapes and was cut in between. No encoding can write a
surrogate, so a text with one cannot be saved. Two halves side by side are one character for everybody who reads them; they
are joined when the text is read (read.py).

Left alone on purpose: everything else; a whole emoji is one code point and no surrogate.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    if not view.text.isascii():
        for m in compiled("[\ud800-\udfff]").finditer(view.text):
            yield Proposal(m.start(), m.end(), "\ufffd")


RULE = Rule(
    "encoding.surrogates",
    find,
    reason="half of a character (UTF-16 surrogate)",
    confidence=0.99,
    needs=Needs(r"\ud800-\udfff"),
    examples=(
        Example("Well done \ud83d!", "Well done \ufffd!"),
        Example.clean("Well done \U0001f600!"),
        Example.clean("Well done \ufffd!"),
    ),
)
