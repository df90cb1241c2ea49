"""Shields: what must come through translation as it is, behind placeholders that the engine is known to keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..patterns import compiled

Span = tuple[int, int]
#: What no engine may touch: addresses, handles, hashtags, names with a dot in them (Arch.Design), codes (letters with digits),
#: words with a capital inside (MoDem), and words too long to be words.
_CODES = (
    r"https?://[^\s<>\"«»“”]++|www\.[^\s<>\"«»“”]++|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++|(?<![\w@#])[@#][\p{L}_][\w]*+"
    r"|(?<![\w.@-])[\w-]++\.(?i:com|org|net|info|gov|edu|es|eu|fr|de|it|cz|uk|mx|ar|cl|pe|br|ru|pl|pt|tv|io)(?![\w.-]*[\w@])"
    r"|(?<![\w.-])\p{Lu}[\p{L}]*+\.(?!(?:El|La|Lo|Los|Las|Un|Una|En|De|Del|Al|Con|Por|Y|A|O|No|Se|Si|Su|Le|Les|Il|Der|Die|Das|The|Sin|Es)\b)"
    r"\p{Lu}\p{Ll}++(?![\w.-]*\w)"
    r"|(?<![\w-])(?=[\w-]*\p{Lu})(?=[\w-]*\d)(?=[\w-]*\p{L})[\w]++(?:-[\w]++)*+(?![\w-])|(?<!\w)(?=[^\W_]*+_)\w++|\w{60,}+"
    r"|(?<![\p{L}\p{M}\p{N}_])\p{Lu}*+\p{Ll}++\p{Lu}[\p{L}\p{M}]++(?![\p{N}_])"
)
#: A number with what belongs to it. Letters behind it (`3D`, `5G`) make it a code.
NUMBER = r"(?<![\p{L}\p{M}\d])\d++(?:[.,:  ]\d{3}(?!\d)|[.,:/]\d++)*+(?![\p{L}])"
_MARKS = r"[⟦⟧\ue000-\uf8ff]|(?i:XQ\d+QX)|(?:^|(?<=[^\w]))[*#@](?=\w)"


class Shielded(NamedTuple):
    """A sentence with placeholders, and what stands behind the placeholder of each number."""

    text: str
    kept: tuple[str, ...]
    shape: str


def codes(text: str) -> list[Span]:
    """Spans that are no words of any language, and marks that an engine would take for its own."""
    found = [m.span() for m in compiled(_CODES).finditer(text)]
    return merged([*((_without_stop(text, s, e)) for s, e in found), *(m.span() for m in compiled(_MARKS).finditer(text))])


def numbers(text: str) -> list[Span]:
    """Spans of numbers."""
    return [m.span() for m in compiled(NUMBER).finditer(text)]


def _without_stop(text: str, start: int, end: int) -> Span:
    while end > start + 1 and text[end - 1] in ".,;:!?)]…'’":
        end -= 1
    return start, end


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; overlapping ones as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif start < end:
            out.append((start, end))
    return out


def usable(shape: str, text: str) -> bool:
    """Whether nothing in the text could be taken for a placeholder of the shape."""
    left, _, right = shape.partition("{}")
    return left.strip().casefold() not in text.casefold() if left.strip() else right.strip().casefold() not in text.casefold()


def shield(text: str, spans: Iterable[Span], shape: str) -> Shielded:
    """The text with a placeholder for each span, numbered from 0; spans with the same content have placeholders of their own."""
    out: list[str] = []
    kept: list[str] = []
    at = 0
    for start, end in spans:  # none, where there is no shape
        out += [text[at:start], shape.format(len(kept))]
        kept.append(text[start:end])
        at = end
    return Shielded("".join([*out, text[at:]]), tuple(kept), shape)


def placeholders(text: str, shape: str) -> list[tuple[int, int, int]]:
    """(number, start, end) of each placeholder of the shape in the text."""
    left, _, right = shape.partition("{}")
    pattern = rf"(?i){_literal(left)}\s?(\d{{1,6}})\s?{_literal(right)}"
    return [(int(m[1]), *m.span()) for m in compiled(pattern).finditer(text)]


def _literal(text: str) -> str:
    import regex

    return str(regex.escape(text, special_only=True))


def unshield(text: str, shielded: Shielded) -> str | None:
    """The text with the placeholders replaced; None unless each stands in it exactly once."""
    found = placeholders(text, shielded.shape)
    if sorted(number for number, _, _ in found) != list(range(len(shielded.kept))):
        return None
    out: list[str] = []
    at = 0
    for number, start, end in found:
        out += [text[at:start], shielded.kept[number]]
        at = end
    return "".join([*out, text[at:]])
