"""Joins a word that was broken at the end of a printed line: `He had fin- ished` becomes `He had finished`.

Where the damage comes from: the text was set in lines, and who took it off the page kept the hyphens. Only the document itself can
say that a hyphen is one of these: the whole word must stand elsewhere in it, and the hyphenated form nowhere.

Left alone on purpose: suspended hyphens (`two- to threefold`, `Ein- und Ausgang`), prefixes, and words of which the document does not
have the whole form.
"""

import re
from collections import Counter
from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

#: Words that follow a suspended hyphen.
_CONJUNCTIONS = "and|or|to|und|oder|bis|sowie|als|et|ou|en|of|eller|och|og|или|и|y|o|e"
_BROKEN = re.compile(rf"-(?:[ ]\n?|\n)(?=[^\W\d_]{{2}})(?!(?:{_CONJUNCTIONS})\b)")


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if not _BROKEN.search(text):
        return
    broken = rf"(?<![\p{{L}}\p{{N}}-])(?P<head>\p{{L}}\p{{Ll}}{{1,14}}+)-(?:[ ]|[ ]?\n)(?!(?:{_CONJUNCTIONS})\b)(?P<tail>\p{{Ll}}{{2,15}}+)(?![-\p{{L}}])"
    found = list(compiled(broken).finditer(text))
    if not found:
        return
    words = Counter(compiled(r"(?<![\p{L}-])\p{L}++(?:-\p{L}++)*+").findall(text.casefold()))
    for m in found:
        head, tail = m["head"].casefold(), m["tail"]
        whole = head + tail
        if len(whole) >= 6 and whole in words and f"{head}-{tail}" not in words and words[tail] < 2:
            yield Proposal(m.end("head"), m.start("tail"), "")


RULE = Rule(
    "typography.line-hyphen",
    find,
    reason="word broken at a line end",
    confidence=0.95,
    examples=(
        Example("They had fin- ished early. Who finished first?", "They had finished early. Who finished first?"),
        Example("The inter-\nnational port is international.", "The international port is international."),
        Example.clean("They had fin- ished early."),
        Example.clean("A two- to threefold rise, a twoto of all."),
        Example.clean("Der Ein- und Ausgang ist zu; einund ist kein Wort.", "de"),
        Example.clean("He said he would re- sign, or re-sign, and did not resign."),
    ),
)
