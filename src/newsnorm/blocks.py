"""Where the title and the photo captions stand: the analysis that boilerplate, wording and layout share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from .data import toml
from .lexicon import CALENDAR, flags, fold
from .patterns import any_of, compiled

if TYPE_CHECKING:
    import regex

#: A title is one line of at most this many characters (the longest headline in a day's news has about 200).
LONGEST_TITLE = 240
LONGEST_CAPTION = 600
#: What stands between the word for a photograph and whom it is owed to, and what may follow to the end: most lines hold none.
_BEHIND_CREDIT = ":：/©"
_OWED = rf"[{_BEHIND_CREDIT}](?:[^\n:：.,;]*[.)）\]]?|[^\n:：()（）]*[)）\]]\.?)$"
#: What does not begin a title; what ends a line that goes on; quotation marks and brackets behind an end.
_NO_TITLE, _GOES_ON, _CLOSING = ("-", "*", "•", "–", "—", "#", "[", "("), "。．:：;,،؛、，", "\"'”’»)]」』"


class Caption(NamedTuple):
    """A photo caption: the span of the line that is kept, and the spans of lines that repeat it (without line ends)."""

    start: int
    end: int
    repeats: tuple[tuple[int, int], ...] = ()


def lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The spans of the lines that are not blank, white space at both ends left out."""
    for m in compiled(r"\S(?:[^\n]*\S)?+").finditer(text, start):
        yield m.span()


def next_line(text: str, at: int) -> int:
    """Where the first line begins, after ``at``, that is not blank; the end of the text if there is none."""
    blank = compiled(r"\s*+").match(text, at)
    after = blank.end() if blank else at
    return after if after == len(text) else text.rfind("\n", at, after) + 1 or at


def line_around(text: str, at: int) -> tuple[int, int]:
    """The span of the line that ``at`` is in, without its end."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def is_indented_code(text: str, start: int, end: int) -> bool:
    """Whether the line is indented as code is, and has a sign that prose has not."""
    return text.startswith(("    ", "\t"), start) and compiled(r"[=(){};$]").search(text, start, end) is not None


def find_code(text: str) -> list[tuple[int, int]]:
    """The spans of the code blocks of Markdown between two fences of backticks, with the fences. Without its end a fence begins nothing."""
    found: list[tuple[int, int]] = []
    opened: regex.Match[str] | None = None
    for m in compiled(r"(?m)^ {0,3}+(`{3,}+)([^`\s]*+)[ \t\r]*+$").finditer(text) if "```" in text else ():
        if opened is None:
            opened = m
        elif not m[2] and len(m[1]) >= len(opened[1]):
            found.append((opened.start(), m.end()))
            opened = None
    return found


def find_title(text: str) -> tuple[int, int] | None:
    """A first line that stands alone (or twice), is short, ends like no sentence, and is followed by an article."""
    rest = lines(text)
    found = next(rest, None)
    if found is None or found[1] - found[0] > LONGEST_TITLE or not _could_be_title(text[found[0] : found[1]]):
        return None
    last = found[1]
    for body in rest:
        if not _same(text, found, body):
            break
        last = body[1]
    else:
        return None
    if text[body[0]].islower():
        return None  # the sentence goes on
    following = (text[s:e] for s, e in islice(chain((body,), rest), 5))
    is_article = any(len(line) > min(40, found[1] - found[0]) and compiled(r"[.!?。！？؟۔…]").search(line) for line in following)
    return found if text.count("\n", last, body[0]) >= 2 and is_article else None


def _could_be_title(line: str) -> bool:
    """Two words, or four characters of a script without spaces; no end of a sentence, no list item."""
    end = line.rstrip(_CLOSING)[-2:]
    if line.startswith(_NO_TITLE) or end[-1:] in _GOES_ON or (end[-1] == "." and end[0] not in ".。．…" and len(end) == 2):
        return False
    if sum(any(map(str.isalpha, word)) for word in line.split()) < 2 and len(compiled(r"[\p{Han}\p{Kana}]").findall(line)) < 4:
        return False
    if compiled(r"(?:By|Updated|Published|Posted|Dear)\s|\d{1,3}[.)]\s").match(line):
        return False  # a byline, a date, a salutation, a numbered item
    if compiled(r"(?:\p{Lu}[\p{L}.’'-]*+ ){1,3}\(\p{Lu}\p{L}{1,11}\)").fullmatch(line) or _is_date(line):
        return False  # where the story comes from, or when
    if line[-1] in "!?" and compiled(r"[.!?…][\"'”’»)]*+\s++\p{Lu}").search(line):
        return False  # several sentences
    return not _has_credit(line)


def _is_date(line: str) -> bool:
    """Whether the line holds nothing but a day, a month and a year, and words that join them."""
    if not compiled(r"\d{1,4}").search(line):
        return False
    words = compiled(r"\p{L}{3,}+").findall(line)
    return bool(words) and len(words) <= 3 and all(flags(fold(word)) & CALENDAR for word in words)


def find_captions(text: str, start: int = 0) -> Iterator[Caption]:
    """The captions of a text: lines that stand twice in a row (one often indented), and lines that end in a photo credit.

    Without a credit a doubled line counts only if no blank line stands between and the two are indented differently or
    are one sentence with its stop: a doubled headline or verse has no stop, a doubled paragraph has blank lines around it.
    """
    kept: tuple[int, int] | None = None
    repeats: list[tuple[int, int]] = []
    for span in chain(lines(text, start), (None,)):
        if kept and span and _same(text, kept, span):
            repeats.append(span)
            continue
        if kept and (_has_credit(line := text[kept[0] : kept[1]]) or (repeats and _is_caption(text, line, kept[0], repeats[0]))):
            yield Caption(*kept, tuple(repeats))
        kept, repeats = span if span and _could_be_caption(text, *span) else None, []


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


def _is_caption(text: str, line: str, start: int, repeat: tuple[int, int]) -> bool:
    """A doubled line that is a block of its own, set off by blank lines, and indented differently or one sentence."""
    end = start + len(line)
    head = text.rfind("\n", 0, start) + 1
    line_before = text[text.rfind("\n", 0, max(0, head - 1)) + 1 : head]
    alone = not line_before.strip() and text.count("\n", end, repeat[0]) == 1
    after = next_line(text, repeat[1])
    if not alone or (after < len(text) and text.count("\n", repeat[1], after) < 2):
        return False
    one_sentence = line[-1] in ".。" and not compiled(r"[.!?。！？]\s+\p{Lu}|[。！？].").search(line)
    return _indent(text, start) != _indent(text, repeat[0]) or (one_sentence and _names_people_or_places(line))


def _names_people_or_places(line: str) -> bool:
    """A capital after the first word, or a script without capitals: verses and refrains seldom have one."""
    return bool(compiled(r"\s\p{Lu}").search(line)) or not compiled(r"\p{Ll}").search(line)


def _indent(text: str, start: int) -> str:
    return text[text.rfind("\n", 0, start) + 1 : start]


def _has_credit(line: str) -> bool:
    end = line[-120:]
    return _owed().search(end) is not None and _credit_pattern().search(end) is not None


@cache
def _owed() -> re.Pattern[str]:
    return re.compile(_OWED)


@cache
def _credit_pattern() -> regex.Pattern[str]:
    words = toml("captions.toml")
    by = rf"(?i:\s++(?:by|de|von|por|par|di))?+\s*+[{_BEHIND_CREDIT}]\s*+"
    # whom a picture is owed to: a name or an agency, so no number and no word in small letters, but where all are small
    name = r"(?:\p{Lu}|[\p{Arabic}\p{Hangul}]|\p{Han}{2,12}$)"
    free = rf"(?:^|[.。)\]|(（\[/–—-])\s*+(?i:{any_of(words['photo'])}){by}(?={name})[^\n:：.,;]{{2,60}}[.)）\]]?+"
    bracketed = rf"[(（\[](?i:{any_of(words['bracketed'])}){by}(?={name})[^\n:：()（）]{{2,100}}[)）\]]\.?"
    return compiled(rf"(?:{free}|{bracketed})$")
