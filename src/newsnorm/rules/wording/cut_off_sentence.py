"""Flags a paragraph that breaks off in mid-sentence: `police fired tear gas in the`.

Where the damage comes from: a teaser cut after so many characters, a link or an embedded element dropped with the words in it. What stood there
is not known, so nothing is written.

Left alone on purpose: titles and other short lines, lines that go on in the next one (a text with hard line breaks, a paragraph around a
picture that goes on in lower case), endings that may be meant (`the place he came from`): only articles, conjunctions, possessives
and prepositions behind a name are looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from newsnorm.data import language_data
from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

if TYPE_CHECKING:
    import regex

ID = "wording.cut-off-sentence"
#: A line of fewer characters may be a title.
_SHORTEST = 60


def find(view: View) -> Iterator[Proposal]:
    text, words = view.text, _last_words(view.primary_language)
    breaks = (m.start() for m in compiled(r"\n[^\S\n]*+\n\s*+").finditer(text) if text[m.end() : m.end() + 1].isupper())
    for at in chain(breaks, (len(text),)):
        line = text[max(0, at - 2 * _SHORTEST) : at].rstrip()
        if not line or not line[-1].isalpha() or len(line) < _SHORTEST or "\n" in line[-_SHORTEST:]:
            continue
        if last := words.search(line, len(line) - _SHORTEST):
            end = max(0, at - 2 * _SHORTEST) + len(line)
            yield Proposal(end - len(last[0]), end, last[0])


@cache
def _last_words(language: str) -> regex.Pattern[str]:
    """The words with which no sentence ends, at the end of a line."""
    data = language_data(language)[ID]
    names = rf"(?<=\p{{Lu}}\p{{Ll}}{{1,20}} ){any_of(data['after_names'])}"
    return compiled(rf"(?<=\p{{L}},? )(?:{any_of(data['words'])}|{names})\Z")


RULE = Rule(
    ID,
    find,
    reason="the paragraph breaks off in mid-sentence",
    confidence=0.8,
    from_data=True,
    flags_only=True,
    examples=(
        Example.flag("The police of Varlund said on Monday that the men had fled from the\n\nThe harbour was closed until noon.", "from the"),
        Example.flag("The harbour was closed until noon, said the mayor of the town, and", "and"),
        Example.flag("The police fired tear gas and water cannon on Monday at the demonstrators in Varlund on\n\nA fire broke out.", "on"),
        Example.clean("The police of Varlund said on Monday that the men had fled from the\nHarbour Inn, where they had slept."),
        Example.clean("The police of Varlund said on Monday that this was the place that they came from"),
        Example.clean("The police of Varlund said on Monday that the men were like an\n\nagent provocateur."),
        Example.clean("A life in the"),
    ),
)
