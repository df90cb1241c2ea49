"""Where the paragraphs and sentences of a text are: spans, so that all between them can be put back as it was.

Sentences are found by sentencex (MIT, Wikimedia). What it cuts too eagerly is joined again; titles and captions are not cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..errors import MissingExtraError
from ..patterns import compiled
from .shield import codes

Span = tuple[int, int]
#: A line of a text that was wrapped at a fixed width has about this many characters.
_NARROW, _WIDE = 45, 110
_ENDS = r"[.!?…。！？؟۔:;][\"'”’»)\]」』]*+$"
#: Languages that write a dot behind ordinals.
_ORDINAL = frozenset(["cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sh", "sk", "sl", "sr"])
#: Characters of a sentence; a longer one is cut at a mark or a blank.
LONGEST = 1200
#: Abbreviations that sentencex takes for the end of a sentence, as they stand before a name, a number or a letter.
_ABBREVIATION = (
    r"(?:(?<![\p{L}\p{M}.])(?:\p{Lu}|MM?|Mme|Mlle|Sras?|Sres|Srta|Dña|Gral|Cnel|Tte|Lic|Ing|Arq|Dipl|Prof|núm|pág|art|cap|av|avda|aprox|Abs|Nr|Str|bzw|ca|"
    r"Hr|Fr|St|Ste|Mr|Mrs|Ms|Jr|vs|No|ул|г|гг|им|тыс|млн|млрд)|\.\p{Lu})\.\s*+$"
)


def paragraphs(text: str) -> list[Span]:
    """The spans that are translated as one: lines, or several lines of a paragraph that was wrapped at a fixed width. White space around is outside."""
    return [span for block in _blocks(text) for span in ([(block[0][0], block[-1][1])] if _is_wrapped(text, block) else block)]


def _blocks(text: str) -> Iterator[list[Span]]:
    """The lines that are not blank, grouped by the blank lines between them."""
    block: list[Span] = []
    for m in compiled(r"[^\S\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*+([^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]++)").finditer(text):
        line = m[1].rstrip()
        if block and (not line or (len(compiled(r"\r\n|[^\r]").findall(text, block[-1][1], m.start(1))) and _gap(text, block[-1][1], m.start(1)) > 1)):
            yield block
            block = []
        if line:
            block.append((m.start(1), m.start(1) + len(line)))
    if block:
        yield block


def _gap(text: str, start: int, end: int) -> int:
    """Line ends between two offsets."""
    return len(compiled(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]").findall(text, start, end))


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Whether the lines are one paragraph: all but the last about equally long, and one ends in the middle of a sentence."""
    if len(block) < 2:
        return False
    lengths = [end - start for start, end in block[:-1]]
    if not _NARROW <= max(lengths) <= _WIDE or min(lengths) < max(lengths) * 0.7 or block[-1][1] - block[-1][0] > max(lengths):
        return False
    open_ends = sum(not compiled(_ENDS).search(text[start:end]) for start, end in block[:-1])
    small = sum(bool(compiled(r"[\p{Ll}\d(]").match(text, start)) for start, _ in block[1:])
    return open_ends * 2 > len(lengths) and small * 3 >= len(lengths)


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of a paragraph, white space between them left out. Raises MissingExtraError without sentencex."""
    if is_whole(text):
        return [(0, len(text))] if text.strip() else []
    try:
        from sentencex import segment
    except ImportError as error:
        raise MissingExtraError(
            "sentences are found by sentencex: pip install 'newsnorm[translate]' (or 'newsnorm[apertium]' for apertium or an engine of your own)"
        ) from error
    clean = compiled(r"[\ud800-\udfff]").sub("�", text)
    clean = compiled(r"\s").sub(" ", clean)
    spans: list[Span] = []
    at = 0
    for piece in segment(language, clean):
        found = clean.find(piece, at)
        if found < 0:  # it gave back what does not stand there: take the rest as one
            break
        spans.append((found, found + len(piece)))
        at = found + len(piece)
    if at < len(text):
        spans.append((at, len(text)))
    short = (piece for s in _joined(clean, spans, language) for piece in _short(clean, *s))
    return [s for s in (_stripped(text, *s) for s in short) if s[0] < s[1]]


def is_whole(text: str) -> bool:
    """Whether a paragraph is one piece: a caption with its credit, or a title or label, which ends in no stop."""
    if len(text) > 600:
        return False
    if not compiled(r"[.!?。！？؟۔…][\"'”’»)\]」』]*+$").search(text.rstrip()):
        return not compiled(r"[.!?。！？][\"'”’»)]*+\s++\S.*[.!?。！？][\"'”’»)]*+\s").search(text) and len(text) <= 240
    from ..blocks import _has_credit

    return _has_credit(text)


def _joined(text: str, spans: list[Span], language: str) -> list[Span]:
    """Spans that an abbreviation or an opening mark set apart, as one."""
    out: list[Span] = []
    whole = {i for a, b in codes(text) for i in range(a + 1, b)} if any(a[1] == b[0] for a, b in pairwise(spans)) else set()
    for start, end in spans:
        if start in whole:  # within a name such as Arch.Design
            out[-1] = (out[-1][0], end)
            continue
        if out:
            before = text[max(0, out[-1][1] - 12) : out[-1][1]]
            small = compiled(r"[\s\"'”’»)\]]*+(?:\p{Ll}|[,;:)\]»”]|$)").match(text, start, end)
            ordinal = language in _ORDINAL and compiled(r"(?<![\d.,:])\d{1,2}\.\s*+$").search(before) and not compiled(r"\s*+\d").match(text, start)
            if compiled(_ABBREVIATION).search(before) or small or ordinal:
                out[-1] = (out[-1][0], end)
                continue
        out.append((start, end))
    return out


def _short(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence in pieces that an engine can take."""
    while end - start > LONGEST:
        cut = -1
        for marks in (r"[;:；：]\s|[；：]", r"[,，、]\s|[，、]", r"\s"):
            found = [m.end() for m in compiled(marks).finditer(text, start + LONGEST // 2, start + LONGEST)]
            if found:
                cut = found[-1]
                break
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
