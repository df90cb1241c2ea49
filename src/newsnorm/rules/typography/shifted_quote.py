"""Moves a closing quotation mark back to its quotation: `in the world, "added the minister` -> `in the world," added`.

Where the damage comes from: the translator takes the closing mark for an opening one and shifts the space across it.

Left alone on purpose: a mark that opens a quotation after a comma (`he wrote, "said and done"`): in a line with an
even number of marks, one with an even number before it opens (a curly `”` opens none). Lines with inches (`3" long`) are left too. The verbs
of reporting are a closed list in data/<language>.toml.
"""

from collections.abc import Iterator

from newsnorm.blocks import line_around
from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "typography.shifted-quote"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if ', "' not in text and ", ”" not in text:
        return
    data = view.data(ID)
    verbs, pronouns = any_of(data["verbs"]), any_of(data["pronouns"])
    subject = rf"(?:{any_of(data['articles'])}\s|{pronouns}\b|\p{{Lu}}\p{{L}})"
    pattern = compiled(rf', (?P<mark>["”])[ ]?(?={verbs} {subject}|{pronouns} {verbs}\b)')
    line_end, marks, before, at, inches = -1, 0, 0, 0, False
    for m in pattern.finditer(text):
        if m["mark"] == "”":  # it never opens a quotation in these languages
            yield Proposal(m.start() + 1, m.end(), "” ")
            continue
        if m.start() > line_end:
            at, line_end = line_around(text, m.start())
            marks, before = text.count('"', at, line_end), 0
            inches = compiled(r'\d"').search(text, at, line_end) is not None
        before += text.count('"', at, m.start())
        at = m.start()
        if not inches and (marks % 2 or before % 2):
            yield Proposal(m.start() + 1, m.end(), '" ')


RULE = Rule(
    ID,
    find,
    reason="closing quotation mark shifted to the next word",
    confidence=0.97,
    from_data=True,
    examples=(
        Example('"The harbour must open, "added the mayor.', '"The harbour must open," added the mayor.'),
        Example('"It must open, "he said. "Soon, "said Ann Lund.', '"It must open," he said. "Soon," said Ann Lund.'),
        Example('"There are few boats, " he said. "None, " said Ann Lund.', '"There are few boats," he said. "None," said Ann Lund.'),
        Example("“There are few boats, ”he said.", "“There are few boats,” he said."),
        Example.clean('The report, "said to be late", was read.'),
        Example.clean("“In a surprise,” Lund wrote, “he says that his boat is lost.”"),
        Example.clean('She says, "they are watching from there."'),
        Example.clean('She wrote, "said the mayor" and nothing more.'),
        Example.clean('The nail is 3" long, "said the carpenter" was his nickname.'),
        Example.clean('The deal, "substantial," was signed.'),
        Example.clean('"It must open," added the mayor.'),
    ),
)
