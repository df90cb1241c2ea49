"""A rule is a value: an id, a function that finds what to repair, and the examples that are its tests.

A rule reads the text that the rules before it left, through a View, and yields proposals. It never sees another rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from .document import Edit
from .errors import ConfigError, RuleError
from .patterns import compiled

if TYPE_CHECKING:
    import regex

    from .view import View

#: The stages in which rules run, in order. Language identification stands between them and edits nothing.
STAGES = ("encoding", "boilerplate", "language", "typography", "wording", "names", "pronouns", "layout")


#: Characters that a library call is given at a time.
PIECE = 500


class Proposal(NamedTuple):
    """Replace ``text[start:end]`` by ``after``; None for reason and confidence takes the rule's own.

    ``lift`` is for the layout stage alone: "caption" moves what is cut into ``Document.captions``; "title" says that
    what stands before ``start`` is the title, and the proposal itself sets the gap after it.
    """

    start: int
    end: int
    after: str
    reason: str | None = None
    confidence: float | None = None
    lift: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A test of a rule: ``before`` becomes ``after``. With ``flagged``, ``before`` stays and a flag lies on that part of it.

    language is that of the text; title is one given apart.
    """

    before: str
    after: str
    language: str = "en"
    flagged: str = ""
    title: str | None = None

    @classmethod
    def clean(cls, text: str, language: str = "en", title: str | None = None) -> Example:
        """A look-alike that must stay as it is, without a flag."""
        return cls(text, text, language, title=title)

    @classmethod
    def flag(cls, text: str, flagged: str, language: str = "en") -> Example:
        """A text that stays, with a flag that covers ``flagged``."""
        return cls(text, text, language, flagged)

    @property
    def is_clean(self) -> bool:
        """Whether this is a look-alike, not a repair or a flag."""
        return self.before == self.after and not self.flagged


class Needs(NamedTuple):
    """What a text must hold for a rule to find anything: one of some characters, and what stands around it.

    characters  what stands between the brackets of a set: ``"&"``, ``",.;"``, ``"0-9"``
    around      a pattern of no width, seen from behind the character, such as ``"(?<= .)"``; empty if the character alone will do

    Both in the syntax of `re`.
    """

    characters: str
    around: str = ""

    def pattern(self) -> re.Pattern[str]:
        """A pattern that finds the first such place."""
        return re.compile(f"[{self.characters}]{self.around}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """One repair.

    id           ``stage.rule-name``; the file is rules/stage/rule_name.py
    find         from a View to proposals; sorted or not, but never overlapping
    reason       one line for the record: what was wrong
    confidence   measured precision, 0 to 1; below ``Config.min_confidence`` its edits are flags
    languages    primary language subtags it runs for; empty means any
    needs        what a text must hold for the rule to find anything: one look for all rules of a stage spares clean text
                 every one of them; None if that cannot be said, a function if it is not known before the first text
    from_data    runs only for languages whose data file has a section with the rule's id
    flags_only   never edits; what it finds is flagged
    examples     repairs and clean look-alikes: the rule's tests

    Raises ConfigError for a value of the wrong kind. Stages and ids are checked by the Normalizer, which knows the other rules.
    """

    id: str
    find: Callable[[View], Iterable[Proposal]]
    reason: str
    confidence: float = 0.95
    languages: tuple[str, ...] = ()
    needs: Needs | Callable[[], Needs] | None = None
    from_data: bool = False
    flags_only: bool = False
    examples: tuple[Example, ...] = ()

    def __post_init__(self) -> None:
        name = f"rule {self.id}" if isinstance(self.id, str) else f"rule {self.id!r}"
        for field, kind in (("id", str), ("reason", str), ("from_data", bool), ("flags_only", bool)):
            if not isinstance(value := getattr(self, field), kind):
                raise ConfigError(f"{name}: {field} takes a {kind.__name__}; it is {value!r}")
        if not callable(self.find):
            raise ConfigError(f"{name}: find takes a function from a View to proposals; it is {self.find!r}")
        if not _is_share(self.confidence):
            raise ConfigError(f"{name}: confidence takes a number from 0 to 1; it is {self.confidence!r}")
        for field, entries in (("languages", str), ("examples", Example)):
            value = getattr(self, field)
            if not isinstance(value, (list, tuple)) or not all(isinstance(entry, entries) for entry in value):
                raise ConfigError(f"{name}: {field} takes a tuple of {entries.__name__} values; it is {value!r}")
            object.__setattr__(self, field, tuple(value))
        if not (self.needs is None or isinstance(self.needs, Needs) or callable(self.needs)):
            raise ConfigError(f"{name}: needs takes newsnorm.Needs, a function that gives one, or None; it is {self.needs!r}")

    @property
    def stage(self) -> str:
        """The first part of the id."""
        return self.id.partition(".")[0]

    def applies(self, view: View) -> bool:
        """Whether the rule has anything to say about this view's language."""
        if self.languages and view.primary_language not in self.languages:
            return False
        return not self.from_data or bool(view.data(self.id))

    def edit(self, text: str, p: Proposal) -> Edit:
        """The proposal as an edit of ``text``. Raises RuleError if it leaves the text."""
        if not 0 <= p.start <= p.end <= len(text):
            raise RuleError(f"rule {self.id}: proposal {p.start}:{p.end} leaves a text of {len(text)} characters")
        confidence = self.confidence if p.confidence is None else p.confidence
        return Edit(self.id, p.start, p.end, text[p.start : p.end], p.after, confidence, p.reason or self.reason)


def fault(p: object) -> str:
    """What keeps the value from being a proposal; empty if nothing does."""
    if not isinstance(p, Proposal):
        return "is no newsnorm.Proposal"
    if not (isinstance(p.start, int) and isinstance(p.end, int)):
        return "has a start or end that is no int"
    if not isinstance(p.after, str):
        return "has no str for `after`"
    if not (p.confidence is None or _is_share(p.confidence)):
        return "has a confidence that is no number from 0 to 1"
    return "" if isinstance(p.reason, str | None) else "has a reason that is no str"


def _is_share(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1


def substitution(
    id: str,
    pattern: str,
    replacement: str | Callable[[regex.Match[str]], str | None],
    *,
    needle: str | tuple[str, ...] = "",
    needs: Needs | None = None,
    reason: str,
    confidence: float = 0.95,
    languages: tuple[str, ...] = (),
    flags_only: bool = False,
    examples: tuple[Example, ...] = (),
) -> Rule:
    """A rule that replaces each match of a pattern.

    ``replacement`` is literal text or a function of the match; None from it leaves the match alone. ``needle`` is a
    literal (or several) without which the pattern cannot match: a cheap test that spares clean text the pattern.
    """
    needles = (needle,) if isinstance(needle, str) else needle

    def find(view: View) -> Iterator[Proposal]:
        text = view.text
        if not any(n in text for n in needles):
            return
        for m in compiled(pattern).finditer(text):
            after = replacement if isinstance(replacement, str) else replacement(m)
            if after is not None:
                yield Proposal(m.start(), m.end(), after)

    return Rule(id, find, reason, confidence, languages, needs, flags_only=flags_only, examples=examples)


def rewrite(
    id: str,
    function: Callable[[str], str],
    *,
    suspicious: Callable[[str], object] = bool,
    reason: str,
    confidence: float = 0.95,
    languages: tuple[str, ...] = (),
    examples: tuple[Example, ...] = (),
) -> Rule:
    """A rule around a library call from str to str; only words that it changed become edits.

    The function is given one line at a time, and long lines in pieces of up to PIECE characters, so that its own cost
    need not be linear. ``suspicious`` is a cheap test of the whole text and then of each piece: what fails it is not given
    to the function.
    """

    def find(view: View) -> Iterator[Proposal]:
        text = view.text
        if not suspicious(text):
            return
        for start, end in pieces(text):
            piece = text[start:end]
            if suspicious(piece) and (fixed := function(piece)) != piece:
                yield from changed_words(piece, fixed, start)

    return Rule(id, find, reason, confidence, languages, examples=examples)


def pieces(text: str, size: int = PIECE) -> Iterator[tuple[int, int]]:
    """Lines; those of more than ``size`` characters cut behind a space where there is one."""
    start = 0
    while start < len(text):
        end = text.find("\n", start, start + size) + 1
        if not end and len(text) - start > size:
            end = text.rfind(" ", start, start + size) + 1 or start + size
        yield start, end or len(text)
        start = end or len(text)


def changed_words(before: str, after: str, offset: int = 0, *, reason: str | None = None, confidence: float | None = None) -> Iterator[Proposal]:
    """The differences between two versions of a line, in linear time.

    If both have the same number of words (runs without ASCII white space) one proposal for each word that differs, else
    one for the whole line; a Step trims them.
    """
    words = compiled(r"[^ \t\n\r]++|[ \t\n\r]++")
    pairs = list(zip_longest(words.findall(before), words.findall(after)))
    if any(a is None or b is None for a, b in pairs):
        yield Proposal(offset, offset + len(before), after, reason, confidence)
        return
    for a, b in pairs:
        if a != b:
            yield Proposal(offset, offset + len(a), b, reason, confidence)
        offset += len(a)
