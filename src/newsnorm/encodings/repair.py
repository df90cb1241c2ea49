"""A line of mojibake, repaired: our own reading of UTF-8 sequences, ftfy's, or both, whichever is likelier."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from ..patterns import compiled
from ..rule import pieces
from .likelihood import cost
from .pages import label
from .scripts import script
from .spaces import restored
from .utf8 import READ, Decoded, decode, gain, is_convincing

#: Times that a text is read wrongly one after another.
_LAYERS = 4
#: Code points of a long line in which it shows how it was read.
_SAMPLE = 800
#: Nats that a repair must gain: of a line that is surely mojibake or holds several sequences; of one or two in another line; of one
#: beside characters that are right; a repair that takes spaces for lost no-break spaces.
_SURE, _FEW, _BESIDE_RIGHT, _SPACES = 0.0, 14.0, 40.0, 6.0
#: How much likelier our own reading must be than ftfy's, which knows many special cases.
_PREFER = 4.0
_C1 = "[\x80-\x9f]"
#: Accents without a letter, which no small repair leaves behind; characters that make a repair a large one.
_ACCENT, _MANY = "[˘˝¨¸˙˚˛ˇ´¯˜ˆ]", 20
#: Hardly anything reads by this code page what is not written in it.
_RARE = {"iso8859-2": 6.0}

#: A capital that ends a quotation in capitals, and with its mark looks like a sequence: `„A HOTĂRÎ”`, `„Â”`.
_OPENING, _CAPITAL = '„“”«»‘‚‹›"', "[À-ÖØ-Þ]"
_BEHIND = rf"(?<=[{_OPENING}][^\n{_OPENING}]{{0,200}}[A-Z]{_CAPITAL})|(?<=(?:\A|[\s(])[{_OPENING}]{_CAPITAL})"
_QUOTED_CAPITAL = rf"({_CAPITAL})(?=[”“»«’›](?![\p{{L}}\p{{N}}]))(?:{_BEHIND})"


@lru_cache(128)
def repaired(line: str, expected: frozenset[str] = frozenset()) -> tuple[str, str]:
    """The line as it was before it was read wrongly, and in what it was read ("" if that is not known).

    expected: in what other lines of the text were read; less is asked of those.
    """
    if len(parts := compiled(_QUOTED_CAPITAL).split(line)) > 1:
        found = [(part, "") if i % 2 else repaired(part, expected) for i, part in enumerate(parts)]
        return "".join(text for text, _ in found), next((read for _, read in found if read), "")
    ours, read = _ours(line, expected)
    if not _is_left(line) or (ours != line and not _is_left(ours)):
        return ours, read
    theirs = _ftfy(line)
    theirs, ours = (theirs if theirs.isascii() else _ours(theirs, expected)[0]), (ours if ours.isascii() else _ftfy(ours))
    if cost(theirs) <= cost(ours) + _PREFER:
        return theirs, read if theirs == ours else ""
    return ours, read


def _is_left(line: str) -> bool:
    return is_bad(line) or compiled(_C1).search(line) is not None


def is_bad(line: str) -> bool:
    """Whether ftfy's heuristic finds mojibake in the line."""
    from ftfy.badness import is_bad

    return bool(is_bad(line))


def _ours(line: str, expected: frozenset[str]) -> tuple[str, str]:
    text, codecs = line, []
    for _ in range(_LAYERS):
        if (step := _one_layer(text, expected)) is None:
            break
        text, codec = step
        codecs.append(label(codec))
    if text == line or _has_stray_letter(line, text) or _leaves(_C1, line, text):
        return line, ""
    if len(line) - len(text) < _MANY and _leaves(_ACCENT, line, text):
        return line, ""
    return text, ", then as ".join(reversed(codecs))


def _one_layer(line: str, expected: frozenset[str]) -> tuple[str, str] | None:
    """The line with one wrong reading undone, and in what it was read; of a long line, a part shows in what."""
    if (long := len(line) > _SAMPLE) and (m := compiled(r"[^\x00-\x7f]").search(line)):
        found = _best(line[m.start() : m.start() + _SAMPLE], READ, expected)
        return found and _best(line, (found[1],), expected)
    return None if long else _best(line, READ, expected)


def _best(line: str, codecs: Iterable[str], expected: frozenset[str]) -> tuple[str, str] | None:
    bad, best, found = is_bad(line), 0.0, None
    for codec in codecs:
        decoded = decode(line, codec, is_bad=bad)
        versions = [] if decoded is None else [(decoded, 0.0)]
        if " " in line and (decoded is not None or bad) and (spaced := restored(line, codec, is_bad=bad)):
            versions.append((spaced, _SPACES))
        for version, price in versions:
            if not is_convincing(line, version, is_bad=bad):
                continue
            nats = gain(line, version.text) - price - _RARE.get(codec, 0.0)
            if nats > max(best, _SURE if label(codec) in expected else _needed(version, bad)):
                best, found = nats, (version.text, codec)
    return found


def _needed(decoded: Decoded, bad: bool) -> float:
    if decoded.length >= 3:
        return _SURE
    right = sum(c > "\x7f" for c in decoded.text) > decoded.length
    return _BESIDE_RIGHT if right else _SURE if bad else _FEW


def _leaves(characters: str, line: str, text: str) -> bool:
    return len(compiled(characters).findall(text)) > len(compiled(characters).findall(line))


def _has_stray_letter(line: str, text: str) -> bool:
    """Whether the text has one letter of a script that the line has not: `5×£` is no Hebrew."""
    counts: dict[str, int] = {}
    for c in text:
        if c > "\x7f" and c.isalpha():
            counts[script(c)] = counts.get(script(c), 0) + 1
    return any(n == 1 and name != "Latin" and not any(c.isalpha() and script(c) == name for c in line) for name, n in counts.items())


def _ftfy(line: str) -> str:
    from ftfy import fix_encoding

    # Portuguese capitals end in Ã: before a mark or a space that is no half of a letter
    parts = [part for a, b in pieces(line) for part in compiled(r"((?<=\p{Lu}{2})Ã(?=[\s\p{P}]))").split(line[a:b])]
    return "".join(part if part == "Ã" else str(fix_encoding(part, _settings())) for part in parts)


@cache
def _settings() -> Any:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
