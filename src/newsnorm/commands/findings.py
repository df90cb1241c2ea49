"""What `check` finds in a document: its edits and flags, each with a place in the field it lies in and the line around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..document import GIVEN_TITLE, Change, Document
from .inputs import Article
from .writers import article_text

#: Characters of the line shown on each side, and of a long removal or insertion.
_AROUND = 40
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Finding:
    """An edit, or a flag. ``start`` and ``end`` are code points in the field, line and column count from 1."""

    change: Change
    is_flag: bool
    field: str
    start: int
    end: int
    line: int
    column: int
    left: str
    right: str

    def to_dict(self, article: Article) -> dict[str, Any]:
        """The finding as JSON."""
        c = self.change
        return {
            "file": article.source.name,
            "record": article.number,
            "field": self.field,
            "line": self.line,
            "column": self.column,
            "start": self.start,
            "end": self.end,
            "kind": "flag" if self.is_flag else "edit",
            "rule": c.rule,
            "before": c.before,
            "after": c.after,
            "confidence": c.confidence,
            "reason": c.reason,
        }


def findings(article: Article, doc: Document) -> list[Finding]:
    """What `fix` would change in the article's file, and the flags, by place."""
    found = [(change, False, *_around(text, at, at + len(change.before))) for change, text, at in _changes(article, doc)]
    found += [(flag, True, *_around(doc.original, flag.start, flag.end)) for flag in doc.flags]
    found.sort(key=lambda f: f[0].start)
    given = len(article.title) + 2 if article.title else 0
    title, body = _Cursor(doc.original, 0), _Cursor(doc.original, given)
    out = []
    for change, is_flag, left, right in found:
        in_title = change.start < given and change.rule != "decode.guess"
        start = max(change.start, 0 if in_title else given)
        line, column = (title if in_title else body).move(start)
        base = 0 if in_title else given
        field = "title" if in_title else "text"
        out.append(Finding(change, is_flag, field, start - base, max(change.end, start) - base, line, column, left, right))
    return out


def _changes(article: Article, doc: Document) -> list[tuple[Change, str, int]]:
    """Each change with the text that its rule saw and its offset there."""
    found = list(_seen(doc))
    if article.record is None:
        # A text file gets its title back at its head, and captions at its end: what comes out the same is no change.
        if article_text(doc) == doc.original:
            return []
        if found and doc.title and found[-1][0].rule == "layout.title" and found[-1][0].before.startswith(doc.title):
            found.pop()
    return found


def _seen(doc: Document) -> Iterator[tuple[Change, str, int]]:
    changes, text = iter(doc.changes()), doc.original
    for step in doc.steps:
        for edit in step.edits:
            if edit.rule != GIVEN_TITLE:
                yield next(changes), text, edit.start
        text = step.apply(text)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands on the same line before and after the span."""
    head = text.rfind("\n", max(0, start - _AROUND), start) + 1 or max(0, start - _AROUND)
    tail = text.find("\n", end, end + _AROUND)
    tail = min(len(text), end + _AROUND) if tail < 0 else tail
    cut_left = head > 0 and text[head - 1] != "\n"
    cut_right = tail < len(text) and text[tail] != "\n"
    return ("…" if cut_left else "") + text[head:start], text[end:tail].rstrip("\r") + ("…" if cut_right else "")


def shortened(text: str) -> str:
    """A long text without its middle."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST * 2 // 3]} … {text[-_LONGEST // 3 :]}"


class _Cursor:
    """Line and column of offsets that only grow."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._line = 1
        self._line_start = self._at = start

    def move(self, to: int) -> tuple[int, int]:
        """Line and column of the offset, from 1."""
        if ends := self._text.count("\n", self._at, to):
            self._line += ends
            self._line_start = self._text.rfind("\n", self._at, to) + 1
        self._at = to
        return self._line, to - self._line_start + 1
