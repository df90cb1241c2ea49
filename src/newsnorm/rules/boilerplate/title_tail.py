"""Cuts from the title the beginning of the article that a feed put behind it: `Storm closes port | The harbour was …`.

Where the damage comes from: feed readers join title and description with a bar and cut the result at a fixed length,
so the tail ends in an ellipsis.

Left alone on purpose: a first part that is too short for a title (a section: `Opinion | The night bus that …`), a bar
without a cut-off tail (a section, a site's name, a real part of the title), and an ellipsis that belongs to the title
itself.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    if "|" not in view.text or view.title is None:
        return
    start, end = view.title
    title = view.text[start:end]
    tail = compiled(r"(?<=\S)\s++\|\s++[^|\s][^|]{11,}+(?<=…|\.\.\.)$").search(title.rstrip())
    if tail is not None and (len(title[: tail.start()].split()) >= 3 or len(compiled(r"[\p{Han}\p{Kana}]").findall(title[: tail.start()])) >= 8):
        yield Proposal(start + tail.start(), start + tail.end(), "")


_BODY = "\n\nThe harbour was closed on Friday after waves broke over the outer wall. It will open again next week."

RULE = Rule(
    "boilerplate.title-tail",
    find,
    reason="the cut-off beginning of the article behind the title",
    confidence=0.97,
    examples=(
        Example("Storm closes port | The harbour was closed on …" + _BODY, "Storm closes port" + _BODY),
        Example.clean("Storm closes port | North coast news" + _BODY),
        Example.clean("Opinion | The night bus that never came …" + _BODY),
        Example.clean("And then the storm came …" + _BODY),
        Example.clean("Ports | storms" + _BODY),
    ),
)
