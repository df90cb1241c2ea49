"""Numbers as the target language writes them: ``60.000`` and ``2,4`` of a Spanish text are ``60,000`` and ``2.4`` in English."""

from __future__ import annotations

from ..patterns import compiled

#: Languages whose press writes a decimal comma, and a dot or a blank between thousands.
_COMMA = frozenset(
    [
        "bg",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "et",
        "eu",
        "fi",
        "fr",
        "gl",
        "hr",
        "hu",
        "id",
        "is",
        "it",
        "lt",
        "lv",
        "mk",
        "nb",
        "nl",
        "nn",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sh",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "tr",
        "uk",
    ]
)
_POINT = frozenset(("en",))
_EDGE = r"(?<![\p{L}\p{M}\d.,:/_⟦-])", r"(?![\p{L}\p{M}_⟧]|[.,:/-]?\d)"


def localised(text: str, source: str, target: str) -> str:
    """The text with its sure numbers in the target's form. What could be a time, a date, a version or a list is left."""
    if source not in _COMMA or target not in _POINT:
        return text
    before, after = _EDGE
    thousands = rf"{before}(\d{{1,3}}(?:\.\d{{3}})++)(?:,(\d{{1,2}}))?{after}"
    spaced = rf"{before}(\d{{1,3}}(?:[   ]\d{{3}})++)(?:,(\d{{1,2}}))?{after}"
    for pattern in (thousands, spaced) if source != "es" else (thousands,):
        text = compiled(pattern).sub(lambda m: compiled(r"[.   ]").sub(",", m[1]) + (f".{m[2]}" if m[2] else ""), text)
    return str(compiled(rf"{before}(\d{{1,4}}),(\d{{1,2}}){after}").sub(r"\1.\2", text))
