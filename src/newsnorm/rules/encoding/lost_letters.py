r"""Flags letters that are lost: U+FFFD, and `?` inside several words (`Bogot?s ni?os`).

Where the damage comes from: a program put a sign of its own for what it could not read or write. What stood there cannot
be known from the sign; encoding.lossy has restored what the article itself proves.

Left alone on purpose: a question mark inside one or two words only, which is rather one without its space (`why?because`),
a capital behind it (`What?No`) and addresses.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

from .lossy import has_inner_mark, in_address

#: Different words with a question mark inside from which on it is no matter of spaces.
_SEVERAL = 3
_WORD = r"(?<![\p{L}?])\p{L}{1,30}+(?<=\p{Ll})(?:\?{1,2}+\p{Ll}{1,30}+){1,4}+(?![\p{L}?])"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if "\ufffd" in text:
        for m in compiled(r"\ufffd++").finditer(text):
            yield Proposal(m.start(), m.end(), m[0])
    if has_inner_mark(text):
        words = [m for m in compiled(_WORD).finditer(text) if not in_address(text, *m.span())]
        if len({m[0] for m in words}) >= _SEVERAL:
            for m in words:
                for lost in compiled(r"\?++").finditer(text, *m.span()):
                    yield Proposal(lost.start(), lost.end(), lost[0])


RULE = Rule(
    "encoding.lost-letters",
    find,
    reason="a letter is lost",
    confidence=0.9,
    needs=Needs(r"\ufffd?", r"(?:(?<=\ufffd)|(?<=\w\?)(?=\w|\?\w)|(?<=\w\?\?)(?=\w))"),
    flags_only=True,
    examples=(
        Example.flag("The mayor of Iz\ufffdmir spoke.", "\ufffd"),
        Example.flag("A fee of \ufffd\ufffd15m was paid.", "\ufffd\ufffd"),
        Example.clean("What?No. Why?because. It is late?yes."),
        Example.clean("example.org/page?id=3&b=c example.org/a?b=c www.example.org/view?page"),
        Example.clean("Did you see it? yes, I did (who?) and left."),
    ),
)
