"""Joins compounds that were split at their hyphen: `a world – wide affair` becomes `a world-wide affair`.

Where the damage comes from: the translator's tokeniser sets the hyphen apart and its typography makes a dash of it.

Left alone on purpose: dashes that part a clause. Words of a closed list (data/<language>.toml) are joined where the sentence goes on
with a lower-case word, with no second dash that would close a parenthesis; ages and lengths (`10 -year-old`) where a word touches the hyphen; other words
in small letters at a spaced hyphen where the same text has them with a plain one.
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

ID = "typography.spaced-compound"
#: Places that are looked for one by one.
_FEW = 10
#: Letters and spaces of a first half.
_LONGEST = 20
#: How far behind a dash a second one is looked for, which would close a parenthesis.
_AHEAD = 300
#: A dash or a hyphen behind a word, with a space on one side.
_SPACED = re.compile(r"[–—-](?:(?<=[^\W_][ \u00a0].)|(?<=[^\W_][ \u00a0]{2}.)|(?<=[^\W_].)(?=[ ]))")
_TORN_AGE = re.compile(r"-(?:(?<=[0-9][ ].)(?=[ ]?[a-z])|(?<=[0-9].)(?=[ ][a-z])|(?<=[a-z][ ].)(?=[ ]?old)|(?= old))")
_AGE = (
    r"(?<![\p{L}\p{N}.,–—-])(?<![–—-][ \u00a0])"
    r"\d{1,3}(?P<a>[ ]?-[ ]?)(?:year|month|week|day|hour|minute|mile|metre|meter|foot)(?:(?P<b>[ ]?-[ ]?)old)?(?![\p{L}-])(?=[ .,;])"
)
#: A hyphen between two words in small letters, with a space on one side or on both.
_HYPHEN = r"-(?<=\p{Ll}{2}[ \u00a0]{0,2}-)(?=[ \u00a0]{0,2}\p{Ll}{2})(?:(?<=[ \u00a0]-)|(?=[ \u00a0]))"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    dashes = [m.start() for m in _SPACED.finditer(text)]
    if not dashes:
        return
    heads, compound, words = _compounds(view.primary_language)
    last = 0
    for at in dashes:
        before = text[max(0, at - _LONGEST) : at].rstrip(" \u00a0").lower()
        if before.endswith(heads) and (m := compound.search(text, max(last, at - _LONGEST), at + _AHEAD)):
            last = m.end()
            for start, end in m.spans("dash"):
                yield Proposal(start, end, "-")
    if _TORN_AGE.search(text):
        for m in compiled(_AGE).finditer(text):
            # `2 - day one` is a dash: with a space on both sides only `- old` shows the compound
            if m["b"] or len(m["a"]) == 2:
                yield from (Proposal(start, end, "-") for start, end in (m.span("a"), m.span("b")) if end - start > 1)
    hyphens = [_gap(text, m.start()) for m in compiled(_HYPHEN).finditer(text, dashes[0])]
    found = [(start, end, _last_word(text, start), _word_at(text, end)) for start, end in hyphens]
    yield from _spelled_elsewhere(text, [f for f in found if not words.match(text, f[0] - len(f[2]))])


@cache
def _compounds(language: str) -> tuple[tuple[str, ...], regex.Pattern[str], regex.Pattern[str]]:
    """The first halves of compounds; patterns for the compounds that are joined, and for a compound wherever it stands."""
    data = language_data(language)[ID]
    heads = tuple(sorted({word.partition("-")[0] for word in data["compounds"]}))
    words = "|".join(r"(?P<dash>[ \u00a0]++[–—-][ \u00a0]++)".join(map(re.escape, word.split("-"))) for word in data["compounds"])
    goes_on = rf"(?= (?!{any_of(data['not_before'])}\b)\p{{Ll}})(?![^.\n]{{0,200}}[ \u00a0][–—-][ \u00a0])"
    # `the city – wide boulevards` is a clause; behind an indefinite article the noun is still to come
    article = rf"(?<=\b(?i:{any_of(data['articles'])}) )"
    return (
        heads,
        compiled(rf"(?<![\p{{L}}\p{{N}}–—-])(?:{article}|(?=face))(?i:{words}){goes_on}"),
        compiled(rf"\b(?i:{words})\b"),
    )


def _spelled_elsewhere(text: str, found: list[tuple[int, int, str, str]]) -> Iterator[Proposal]:
    """Two words in small letters at a spaced hyphen, where the text has them with a plain hyphen too."""
    found = [f for f in found if f[2].islower() and f[3].islower()]
    if found and (len(found) > _FEW or any(f"{head}-{tail}" in text for *_, head, tail in found)):
        plain = {(_last_word(text, m.start()), _word_at(text, m.end())) for m in compiled(r"-(?<=\p{Ll}-)(?=\p{Ll})").finditer(text)}
        yield from (Proposal(start, end, "-") for start, end, head, tail in found if (head, tail) in plain)


def _gap(text: str, dash: int) -> tuple[int, int]:
    """The span of a dash with up to two spaces on each side."""
    before, after = text[max(0, dash - 2) : dash], text[dash + 1 : dash + 3]
    return dash - len(before) + len(before.rstrip(" \u00a0")), dash + 1 + len(after) - len(after.lstrip(" \u00a0"))


def _last_word(text: str, end: int) -> str:
    """The word of letters, figures and hyphens that ends at ``end``."""
    found = compiled(r"[\p{L}\p{N}-]++\Z").search(text[max(0, end - 30) : end])
    return found.group() if found else ""


def _word_at(text: str, start: int) -> str:
    found = compiled(r"[\p{L}\p{N}-]++").match(text[start : start + 30])
    return found.group() if found else ""


RULE = Rule(
    ID,
    find,
    reason="compound split at its hyphen",
    confidence=0.95,
    from_data=True,
    examples=(
        Example("It became a world – wide affair.", "It became a world-wide affair."),
        Example("They held face - to - face talks.", "They held face-to-face talks."),
        Example("A 10 -year-old and a 12-year - old came.", "A 10-year-old and a 12-year-old came."),
        Example("The long-term plan is a long - term plan, long- term indeed.", "The long-term plan is a long-term plan, long-term indeed."),
        Example.clean("The long - term plan failed 2 - 1, and day 2 - day one of it - was old."),
        Example.clean("They drove 2 - mile after mile - and came 10 - year in, year out."),
        Example.clean("He dreamt of the city – wide boulevards lined with trees."),
        Example.clean("They toured the world – wide and far, as he put it."),
        Example.clean("The world – wide as it is – was too small."),
        Example.clean("He led 2 - 1 and saw the world – then he stopped."),
    ),
)
