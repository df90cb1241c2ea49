"""The rules of one stage, and the one look at a text that tells which of them need not be asked."""

from __future__ import annotations

import re
from functools import cached_property

from .rule import Needs, Rule


class Stage:
    """The rules of a stage, in their order.

    Rules that say what they need share one pattern: one set of characters to look for, and behind it what stands around each.
    A pattern that begins with a set is the quickest that `re` has; nearly all clean text is done with it.
    """

    def __init__(self, name: str, rules: tuple[Rule, ...]) -> None:
        self.name, self.rules = name, rules
        self._without = frozenset(r.id for r in rules if r.needs is None)

    def needed(self, text: str) -> frozenset[str]:
        """The ids of the rules that could find anything in the text."""
        if not self._some or not self._any.search(text):
            return self._without
        held = "".join(set(self._plain.findall(text)))
        return self._without.union(i for i, needs, pattern in self._some if pattern.search(text if needs.around else held))

    @cached_property
    def _some(self) -> tuple[tuple[str, Needs, re.Pattern[str]], ...]:
        stated = [(r.id, r.needs if isinstance(r.needs, Needs) else r.needs()) for r in self.rules if r.needs is not None]
        return tuple((i, needs, needs.pattern()) for i, needs in stated)

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        characters = "".join(needs.characters for _, needs, _ in self._some if not needs.around)
        return re.compile(f"[{characters}]" if characters else "(?!)")

    @cached_property
    def _any(self) -> re.Pattern[str]:
        around = "|".join(f"(?<=[{needs.characters}]){needs.around}" for _, needs, _ in self._some)
        return Needs("".join(needs.characters for _, needs, _ in self._some), f"(?:{around})").pattern()
