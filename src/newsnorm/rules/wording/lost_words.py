"""Flags a full stop before a lower-case word: `Siberian ravioli. reindeer meat.` Words are missing there, or a stop is wrong.

Where the damage comes from: the same cut sentences that wording.stop-before-continuation mends; here nobody can know
what stood between, so nothing is invented. Seen in 6.8% of machine-translated pages.

Left alone on purpose: abbreviations, addresses, file names, names in lower case (`vTaiwan`), lists.
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "wording.lost-words"


def find(view: View) -> Iterator[Proposal]:
    data = view.data(ID)
    head = compiled(rf"(?<![\p{{L}}\p{{M}}\p{{N}}.@/-])(?!{any_of(data['abbreviations'])}\Z)\p{{Ll}}{{4,}}+\Z")
    for m in compiled(rf"\. (?!{any_of(data['names'])}\b)(?=\p{{Ll}}{{3,40}}+(?:[\s,;]|\.(?!\p{{L}})))").finditer(view.text):
        if head.search(view.text, max(0, m.start() - 40), m.start()):
            yield Proposal(m.start(), m.end(), m.group())


RULE = Rule(
    ID,
    find,
    reason="a full stop in mid-sentence: words are missing, or the stop is wrong",
    confidence=0.7,
    needs=Needs(".", r"(?<=[^\W\d_A-Z]{4}.)(?= [^\W\d_A-Z]{2})"),  # the same for all rules that look at a stop before a small letter
    from_data=True,
    flags_only=True,
    examples=(
        Example.flag("They ate salmon, cod and dumplings. reindeer meat.", ". "),
        Example.clean("They ate salmon, cod and dumplings. Reindeer meat came last."),
        Example.clean("They were known for shoes. adidas sent a lorry."),
        Example.clean("It was a long evening. pic.example.org/abc"),
        Example.clean("Acme etc. and approx. twenty others met at example.org today"),
    ),
)
