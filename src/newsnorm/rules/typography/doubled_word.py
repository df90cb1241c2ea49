"""Removes the second of two function words that no grammar doubles: `in the the harbour` becomes `in the harbour`.

Where the damage comes from: a slip of the writer, or two pieces joined by the translator. It is about as
frequent in careful texts, so a single one is flagged; two or more in a text are edited.

Left alone on purpose: words that grammar doubles (`had had`, `that that`, `die die`, `nous nous`), names (`The The`, `de de Gaulle`), and words with a
mark between them. The words are a closed list in data/<language>.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsnorm.data import language_data
from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

if TYPE_CHECKING:
    import regex

ID = "typography.doubled-word"
#: The second one may begin a surname: `la vida de de Gaulle`, `el gobierno de de la Rúa`.
_PARTICLE = r"\bd[aeiou][ ]d[aeiou][ ](?:(?:l[ao]s?|el)[ ])?\p{Lu}"


def find(view: View) -> Iterator[Proposal]:
    double, pattern = _patterns(view.primary_language)
    if not double.search(view.text):
        return
    found = [m for m in pattern.finditer(view.text) if not compiled(_PARTICLE).search(view.text, m.start(), m.end() + 8)]
    for m in found:
        yield Proposal(m.start("again"), m.end("again"), "", confidence=None if len(found) > 1 else 0.8)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], regex.Pattern[str]]:
    """A quick pattern that every doubled word matches, and the exact one."""
    words = language_data(language)[ID]["words"]
    exact = rf"(?<![\p{{L}}\p{{N}}\p{{P}}])(?P<one>{any_of(words)})(?P<again>[ ](?P=one))(?=[ ][\p{{L}}\p{{N}}])(?! (?P=one)\b)"
    return re.compile(" (?:" + "|".join(f"{re.escape(w)} {re.escape(w)}" for w in words) + ") "), compiled(exact)


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
        Example.clean("La vida de de Gaulle y el gobierno de de la Rúa.", "es"),
        Example.clean("Die, die die Stadt kennen, bleiben.", "de"),
    ),
)
