"""Where the title and the photo captions stand: the analysis that boilerplate, wording and layout share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .data import toml
from .patterns import any_of, compiled

if TYPE_CHECKING:
    import regex

#: A title is one line of at most this many characters (the longest headline in a day's news has about 200).
LONGEST_TITLE = 240
LONGEST_CAPTION = 600


class Caption(NamedTuple):
    """A photo caption: the span of the line that is kept, and the spans of lines that repeat it (without line ends)."""

    start: int
    end: int
    repeats: tuple[tuple[int, int], ...] = ()


def lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The spans of the lines that are not blank, white space at both ends left out."""
    while start < len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        line = text[start:end]
        if stripped := line.strip():
            first = start + len(line) - len(line.lstrip())
            yield first, first + len(stripped)
        start = end + 1


def find_title(text: str) -> tuple[int, int] | None:
    """A first line that stands alone, is short, ends like no sentence, and is followed by an article."""
    first = lines(text)
    found = next(first, None)
    body = next(first, None)
    if found is None or body is None:
        return None
    start, end = found
    title, gap = text[start:end], text[end : body[0]]
    if gap.count("\n") < 2 or end - start > LONGEST_TITLE or not compiled(r"\p{L}.*\s.*\p{L}|[\p{Han}\p{Kana}\p{Hangul}]{4}").search(title):
        return None
    sentence = compiled(r"(?:[^.。．…]\.|[。．:：;,،؛、，])[\"'”’»)\]」』]*+$").search(title)
    if sentence or title.startswith(("-", "*", "•", "–", "—", "#", "[", "(")):
        return None
    following = (text[s:e] for s, e in (body, *first))
    return (
        found
        if any(len(line) > min(40, len(title)) and compiled(r"[.!?。！？؟۔…]").search(line) for line, _ in zip(following, range(5), strict=False))
        else None
    )


def find_captions(text: str, start: int = 0) -> Iterator[Caption]:
    """The captions of a text: lines that stand twice in a row (one often indented), and lines that end in a photo credit."""
    kept: Caption | None = None
    for span in lines(text, start):
        if kept is not None and _same(text, (kept.start, kept.end), span):
            kept = kept._replace(repeats=(*kept.repeats, span))
            continue
        if kept is not None and (kept.repeats or _has_credit(text[kept.start : kept.end])):
            yield kept
        kept = Caption(*span) if _could_be_caption(text, *span) else None
    if kept is not None and (kept.repeats or _has_credit(text[kept.start : kept.end])):
        yield kept


def _same(text: str, a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[1] - a[0] == b[1] - b[0] and text.startswith(text[a[0] : a[1]], b[0])


def _could_be_caption(text: str, start: int, end: int) -> bool:
    """Long enough to say something, and no cry or refrain: chants and verses repeat lines on purpose."""
    if end - start > LONGEST_CAPTION:
        return False
    line = text[start:end]
    if line[-1] in "!?！？؟" or line[0] in "-–—*•\"“”«»„'‘’「『":
        return False
    return (line.count(" ") >= 4 and len(line) >= 25) or len(compiled(r"[\p{Han}\p{Kana}]").findall(line)) >= 10


def _has_credit(line: str) -> bool:
    return bool(_credit_pattern().search(line[-120:]))


@cache
def _credit_pattern() -> regex.Pattern[str]:
    words = any_of(toml("captions.toml")["credit"])
    return compiled(rf"(?i)(?:^|[.。)\]|(（\[/–—-])\s*+{words}(?:\s++(?:by|de|von|por|par|di))?\s*+[:：/©]\s*+[^\n:：]{{2,60}}$")
