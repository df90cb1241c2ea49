"""Patterns, compiled on first use: `regex` is not imported before a rule needs it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import regex


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """The compiled pattern (syntax of the package `regex`, version 1). Patterns here must not backtrack: see docs/how-to/add-a-rule.md."""
    import regex

    return regex.compile(pattern, regex.VERSION1)


def any_of(words: Iterable[str]) -> str:
    """An atomic alternative of literal words, longest first, for use inside a pattern."""
    return _any_of(tuple(words))


@lru_cache(maxsize=1000)
def _any_of(words: tuple[str, ...]) -> str:
    import regex

    return "(?!)" if not words else "(?>" + "|".join(regex.escape(w, special_only=True) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"
