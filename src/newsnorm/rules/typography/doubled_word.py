"""Removes the second of two function words that no grammar doubles: `in the the harbour` becomes `in the harbour`.

Where the damage comes from: a slip of the writer, or two pieces joined by the translator. Seen in 21 places of 2,274 scraped texts and
about as often in careful ones, so a single one is flagged; two or more in a text are edited.

Left alone on purpose: words that grammar doubles (`had had`, `that that`, `die die`, `nous nous`), names (`The The`), and words with a
mark between them. The words are a closed list in data/<language>.toml.
"""

from collections.abc import Iterator
from itertools import islice
from operator import eq

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "typography.doubled-word"
#: Code points whose words are compared at once.
_PART = 50_000


def find(view: View) -> Iterator[Proposal]:
    if not _has_doubles(view.text):
        return
    pattern = rf"(?<![\p{{L}}\p{{N}}\p{{P}}])(?P<one>{any_of(view.data(ID)['words'])})(?P<again>[ ](?P=one))(?=[ ][\p{{L}}\p{{N}}])(?! (?P=one)\b)"
    found = list(compiled(pattern).finditer(view.text))
    for m in found:
        yield Proposal(m.start("again"), m.end("again"), "", confidence=None if len(found) > 1 else 0.8)


def _has_doubles(text: str) -> bool:
    """Whether any word stands twice in a row; the text is looked at in parts, so that its words need no room."""
    start, last = 0, ""
    while start < len(text):
        end = text.find(" ", start + _PART) + 1 or len(text)
        every = [last, *text[start:end].split()]
        if any(map(eq, every, islice(every, 1, None))):
            return True
        start, last = end, every[-1]
    return False


RULE = Rule(
    ID,
    find,
    reason="function word twice",
    confidence=0.93,
    from_data=True,
    examples=(
        Example("They went to the the harbour and saw of of it.", "They went to the harbour and saw of it."),
        Example.flag("They went to the the harbour.", " the"),
        Example.flag("Der Hafen und und die Stadt.", " und", "de"),
        Example.clean("He had had enough, and said that that was all."),
        Example.clean("The band The The and the, the first word, are known."),
        Example.clean("Die, die die Stadt kennen, bleiben.", "de"),
    ),
)
