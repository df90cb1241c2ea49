"""Makes quotation marks of TeX's pairs: ` ``It is late'' ` becomes `"It is late"`.

Where the damage comes from: a tokeniser or a translator writes the Penn Treebank's signs for quotation marks, two backticks and two
apostrophes. Rare in news.

Left alone on purpose: code between backticks, two apostrophes alone (inches, seconds, Italian italics), pairs that do not close
in their line.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if "``" not in text or "''" not in text or "```" in text:
        return
    pattern = r"(?<![`\p{L}\p{N}])``(?=[^`'\s])[^`'\n]{0,1000}+(?:'(?!')[^`'\n]{0,1000}+){0,40}+(?<=\S)''(?!['`])(?:\s*+\n``(?=\s))?+"
    for m in compiled(pattern).finditer(text):
        end = m.start() + m.group().rindex("''")
        yield Proposal(m.start(), m.start() + 2, '"')
        yield Proposal(end, end + 2, '"')


RULE = Rule(
    "typography.tex-quotes",
    find,
    reason="quotation marks as TeX writes them",
    confidence=0.97,
    needs=Needs("`", "(?<=``)"),
    examples=(
        Example("He said, ``It is late, and I'm tired.'' She left.", 'He said, "It is late, and I\'m tired." She left.'),
        Example("``Early'' and ``late'' are words.", '"Early" and "late" are words.'),
        Example.clean("Type ``make`` and then ''make test'' in the shell."),
        Example.clean("The nail is 3'' long, and so is the other 3''."),
        Example.clean("He began, ``It is late\nand never ended''"),
        Example.clean("```\n``x''\n```"),
    ),
)
