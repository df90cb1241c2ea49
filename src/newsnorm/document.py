"""What flows: Edit, Step, Change, Document, and the map of offsets back to the original.

A Document is its original text and the steps that were made on it. Everything else (the changes, the origin of a span,
the way back) is computed from the steps, so that no second record can disagree with the first. Offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .errors import InputError, RuleError

#: A title given apart flows in front of the text. Taking it out again is in the steps, but it is no change.
GIVEN_TITLE = "layout.given-title"


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement: ``text[start:end] == before`` becomes ``after``.

    Offsets are code points in the text that the edit's own pass saw. ``confidence`` (0 to 1) is the measured precision
    of the rule, not a feeling.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """An edit, or a flag, with offsets (code points) in ``Document.original``.

    ``before`` is what stood there when the rule ran: ``original[start:end]`` unless an earlier change lies in it.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the document.

    name         the form that stands for the person
    variants     other spellings: those that were edited to the name first, then those that still stand
    gender       "f", "m" or None
    gender_from  what says so: "known" (the gazetteer or the caller), "title" (`Mrs`), "given name"; None if nothing does
    mentions     (start, end) of each full name, code points in ``Document.text``
    """

    name: str
    variants: tuple[str, ...] = ()
    gender: str | None = None
    gender_from: str | None = None
    mentions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """How one sentence was translated.

    start, end                the translation, code points in ``Document.text``
    source_start, source_end  the sentence, code points in ``Document.original``
    engine, model             the engine's name, and its model and settings in one line if it tells them
    pivot                     the language between, if the pair has no direct way
    score                     the engine's own score; None if it has none
    fallback                  how the translation was saved when the first one was wrong; "source" if the sentence stands as it was
    doubts                    what the engine did not know, and what was wrong with the translation that was not taken
    """

    start: int
    end: int
    source_start: int
    source_end: int
    engine: str
    model: str | None = None
    pivot: str | None = None
    score: float | None = None
    fallback: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """All edits of one pass: sorted, minimal, never touching. Make one with :func:`make_step`."""

    edits: tuple[Edit, ...]

    def apply(self, text: str) -> str:
        """The text after the step."""
        out: list[str] = []
        at = 0
        for e in self.edits:
            out += [text[at : e.start], e.after]
            at = e.end
        out.append(text[at:])
        return "".join(out)

    def revert(self, text: str) -> str:
        """The text before the step; ``text`` is the text after it."""
        out: list[str] = []
        at = 0
        for e, (start, end) in zip(self.edits, self._after, strict=True):
            out += [text[at:start], e.before]
            at = end
        out.append(text[at:])
        return "".join(out)

    @cached_property
    def _after(self) -> list[tuple[int, int]]:
        """Where each edit's ``after`` stands in the text after the step."""
        spans, shift = [], 0
        for e in self.edits:
            start = e.start + shift
            spans.append((start, start + len(e.after)))
            shift += len(e.after) - (e.end - e.start)
        return spans

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._after]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span before the step that ``start:end`` after the step came from."""
        first = self._back(start, bisect_right(self._starts, start) - 1, inside_to_end=False)
        if start == end:
            return first, first
        return first, self._back(end, bisect_left(self._starts, end) - 1, inside_to_end=True)

    def _back(self, at: int, i: int, *, inside_to_end: bool) -> int:
        if i < 0:
            return at
        edit, (_, after_end) = self.edits[i], self._after[i]
        if at < after_end or (inside_to_end and at == after_end):
            return edit.end if inside_to_end else edit.start
        return edit.end + at - after_end

    def forward(self, at: int) -> int:
        """Where the border ``at`` stands after the step; no edit may lie across it."""
        return at + sum(len(e.after) - (e.end - e.start) for e in self.edits if e.end <= at)

    def carry(self, start: int, end: int) -> tuple[int, int]:
        """Where the span ``start:end`` stands after the step; what replaced its borders belongs to it."""
        first, last, shift = start, end, 0
        for e in self.edits:
            if e.start >= end and e.start > start:
                break
            grown = len(e.after) - (e.end - e.start)
            if e.end <= start:
                first, last = first + grown, last + grown
            else:
                if e.start < start:
                    first = e.start + shift
                last = e.start + shift + len(e.after) if e.end > end else last + grown
            shift += grown
        return first, max(first, last)


def make_step(text: str, edits: Iterable[Edit]) -> Step:
    """A step of the edits: checked against the text, trimmed to what differs, touching ones joined.

    Raises RuleError if an edit leaves the text, overlaps another or misquotes what stands there.
    """
    runs: list[list[Edit]] = []
    last = 0
    for e in sorted(edits, key=lambda e: (e.start, e.end)):
        if not (last <= e.start <= e.end <= len(text)):
            raise RuleError(f"rule {e.rule}: edit {e.start}:{e.end} overlaps another or leaves the text; yield edits apart from each other")
        if text[e.start : e.end] != e.before:
            raise RuleError(f"rule {e.rule}: {e.before!r} does not stand at {e.start}:{e.end}; take `before` from the text")
        last = e.end
        if (e := _trim(e)).before == e.after:
            continue
        if runs and runs[-1][-1].end == e.start:
            runs[-1].append(e)
        else:
            runs.append([e])
    joined = (run[0] if len(run) == 1 else _trim(_join(run)) for run in runs)
    return Step(tuple(e for e in joined if e.before != e.after))


def _trim(e: Edit) -> Edit:
    before, after = e.before, e.after
    limit = min(len(before), len(after))
    head = 0
    while head < limit and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < limit - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    if not head and not tail:
        return e
    cut = len(before) - tail
    return Edit(e.rule, e.start + head, e.start + cut, before[head:cut], after[head : len(after) - tail], e.confidence, e.reason)


def _join(run: list[Edit]) -> Edit:
    before, after = "".join(e.before for e in run), "".join(e.after for e in run)
    reason = "; ".join(dict.fromkeys(e.reason for e in run))
    return Edit(run[0].rule, run[0].start, run[-1].end, before, after, min(e.confidence for e in run), reason)


def origin_through(steps: tuple[Step, ...], start: int, end: int) -> tuple[int, int]:
    """The span in the text before all steps that ``start:end`` in the text after them came from."""
    for step in reversed(steps):
        start, end = step.origin(start, end)
    return start, end


@dataclass(frozen=True, init=False)
class Document:
    """A normalised article and the record of how it came about. Never changed in place.

    original   what went in: the text, decoded or extracted where bytes or HTML were given; a title given apart
               stands before it with a blank line
    text       the article's body
    title      its title, if it was given or the text begins with one
    captions   photo captions, each once, taken out of the text
    language   BCP 47 code, "und" if unsure or not asked for
    steps      the edits, pass by pass; empty passes are left out
    flags      what was suspected and not edited, offsets in ``original``
    people     the persons found; empty if no rule of the stage names runs
    sentences  how each sentence was translated; empty if none was
    """

    original: str
    text: str
    title: str | None = None
    captions: tuple[str, ...] = ()
    language: str = "und"
    steps: tuple[Step, ...] = ()
    flags: tuple[Change, ...] = ()
    people: tuple[Person, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    def __init__(
        self,
        original: str,
        text: str,
        title: str | None = None,
        captions: tuple[str, ...] = (),
        language: str = "und",
        steps: tuple[Step, ...] = (),
        flags: tuple[Change, ...] = (),
        people: tuple[Person, ...] = (),
        sentences: tuple[Sentence, ...] = (),
    ) -> None:
        # by hand: what dataclass writes for a frozen class takes a quarter of the time that clean text does
        own = self.__dict__
        own["original"] = original
        own["text"] = text
        own["title"] = title
        own["captions"] = captions
        own["language"] = language
        own["steps"] = steps
        own["flags"] = flags
        own["people"] = people
        own["sentences"] = sentences

    def changes(self) -> tuple[Change, ...]:
        """Every edit, in the order made, with offsets in ``original``."""
        return tuple(change for _, edit, change in traced_edits(self.steps) if edit.rule != GIVEN_TITLE)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``original`` that ``text[start:end]`` came from.

        Untouched characters map to themselves, inserted text to an empty span; text deleted at a border is left out.
        Raises InputError if the span is not one of ``text``.
        """
        if not (hasattr(start, "__index__") and hasattr(end, "__index__") and 0 <= start <= end <= len(self.text)):
            raise InputError(f"{start!r}:{end!r} is no span of a text of {len(self.text)} characters; give 0 <= start <= end <= {len(self.text)}")
        return origin_through(self.steps, start, end)

    def revert(self) -> str:
        """The original again, by undoing the steps one by one."""
        text = self.text
        for step in reversed(self.steps):
            text = step.revert(text)
        return text

    def to_dict(self) -> dict[str, Any]:
        """A JSON-ready record (docs/reference/record.md). ``Document.from_dict`` reads it, so it holds the original too."""
        from .record import record_of

        return record_of(self)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Document:
        """The document of a record that :meth:`to_dict` or ``newsnorm fix`` wrote. Raises InputError if it is no such record."""
        from .record import document_of

        return document_of(record)


def traced_edits(steps: tuple[Step, ...]) -> Iterator[tuple[int, Edit, Change]]:
    """(number of the step, edit, the same as a change) for every edit."""
    for k, step in enumerate(steps):
        for e in step.edits:
            yield k, e, traced(e, steps[:k])


def traced(edit: Edit, steps: tuple[Step, ...]) -> Change:
    """The edit as a change: its offsets followed back through the steps before it."""
    start, end = origin_through(steps, edit.start, edit.end)
    return Change(edit.rule, start, end, edit.before, edit.after, edit.confidence, edit.reason)
