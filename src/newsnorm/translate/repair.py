"""Repairs of a translation that need no knowledge of the engine: names put back as the source has them."""

from __future__ import annotations

from difflib import SequenceMatcher

from ..patterns import compiled

#: How alike a spoilt name must be, and how much more than any other place.
ALIKE, AHEAD = 0.7, 0.15


def with_names(text: str, names: list[str]) -> str | None:
    """The text with each name in it as the source has it: `Kim Jong-a` becomes `Kim Jong-un`. None if a name is not in it, or in doubt where."""
    for name in dict.fromkeys(names):
        missing = names.count(name) - len(_places(text, name))
        for _ in range(max(0, missing)):
            if (place := _spoilt(text, name)) is None:
                return None
            text = text[: place[0]] + name + text[place[1] :]
    return text


def _places(text: str, name: str) -> list[int]:
    import regex

    literal = regex.escape(name, special_only=True)
    return [m.start() for m in compiled(rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){literal}(?![\p{{L}}\p{{M}}\p{{N}}])").finditer(text)]


def _spoilt(text: str, name: str) -> tuple[int, int] | None:
    """The one place that is most like the name."""
    count = len(name.split())
    words = [m.span() for m in compiled(r"[\p{L}\p{M}\p{N}](?:[^\s,;:!?()\"«»“”]*+(?<=[\p{L}\p{M}\p{N}]))?+").finditer(text)]
    scored = []
    for i in range(len(words) - count + 1):
        start, end = words[i][0], words[i + count - 1][1]
        piece = text[start:end]
        if piece[:1].isupper() and piece != name and abs(len(piece) - len(name)) <= max(4, len(name) // 2):
            scored.append((SequenceMatcher(None, name, piece, autojunk=False).ratio(), start, end))
    scored.sort(reverse=True)
    if not scored or scored[0][0] < ALIKE or (len(scored) > 1 and scored[1][0] > scored[0][0] - AHEAD):
        return None
    return scored[0][1], scored[0][2]
