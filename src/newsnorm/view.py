"""One text on its way through the stages, with the analyses that rules share.

A View belongs to one text and is thrown away when an edit makes a new text, so an analysis can never be stale; as long
as rules find nothing (the common case) all of them share one.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from .data import language_data

if TYPE_CHECKING:
    from .blocks import Caption
    from .config import Config
    from .names.cast import Cast
    from .names.table import NameTable
    from .people import Different, KnownPerson


#: What a view is made of; all else in it is an analysis.
_GIVEN = ("text", "config", "title_end", "gap", "language", "source_language", "source", "known", "different", "names")


class View:
    """What a rule sees.

    text             the text as the rules before left it
    title_end        offset at which a title ends that stands in front of the text, or None
    gap              length of the blank line between that title and the text: 2, or 0 if there is nothing between
    language         BCP 47 code, "und" before the language stage or if unsure
    source_language  the language that the text was translated from, if the caller said so
    source           the text that was translated, if the caller gave it
    known            people that the caller named, besides those in the data
    different        names that the caller says are never one person (people.are_different)
    names            the names of the corpus that the text belongs to, if the caller gave them
    """

    def __init__(
        self,
        text: str,
        config: Config,
        *,
        title_end: int | None = None,
        gap: int = 0,
        language: str = "und",
        source_language: str | None = None,
        source: str | None = None,
        known: tuple[KnownPerson, ...] = (),
        different: Different = frozenset(),
        names: NameTable | None = None,
    ) -> None:
        self.text = text
        self.config = config
        self.title_end = title_end
        self.gap = gap
        self.language = language
        self.source_language = source_language
        self.source = source
        self.known = known
        self.different = different
        self.names = names

    def replace(self, **changes: Any) -> View:
        """A view with other values, and no analyses yet."""
        now = vars(self)
        return View(**{name: now[name] for name in _GIVEN} | changes)

    @property
    def primary_language(self) -> str:
        """The language without script and region: "zh" for "zh-Hans"."""
        return self.language.partition("-")[0]

    def data(self, rule_id: str) -> dict[str, Any]:
        """What the data file of the text's language has under the rule's id; empty if nothing."""
        section: dict[str, Any] = language_data(self.primary_language).get(rule_id, {})
        return section

    @property
    def body_start(self) -> int:
        """Where the text begins, after a title in front and its blank line."""
        return (self.title_end or 0) + self.gap

    @cached_property
    def title(self) -> tuple[int, int] | None:
        """The span of the title: the one given apart, else a first line that can only be one."""
        from .blocks import find_title

        return (0, self.title_end) if self.title_end is not None else find_title(self.text)

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """The photo captions: a line that stands twice, or that ends in a photo credit."""
        from .blocks import find_captions

        return tuple(find_captions(self.text, self.body_start))

    @cached_property
    def code(self) -> tuple[tuple[int, int], ...]:
        """The spans of fenced code blocks, in which no rule that reads words finds anything."""
        from .blocks import find_code

        return tuple(find_code(self.text))

    def is_code(self, start: int, end: int) -> bool:
        """Whether a part of the span is in a fenced code block."""
        place = bisect_left(self.code, end, key=itemgetter(0)) - 1
        return place >= 0 and start < self.code[place][1]

    @cached_property
    def cast(self) -> Cast:
        """The people of the document and where they are mentioned."""
        from .names.cast import find_cast

        return find_cast(self)
