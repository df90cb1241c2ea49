"""No-break spaces that became spaces: the byte A0 is half of many characters (`Ã ` is `à`), and scrapers change it into a space.

Only a space right behind the beginning of a sequence can be one, and whether a real space was there as well is told by the words:
`vÃ o` is `vào`, `Ã la` is `à la`.
"""

from __future__ import annotations

from itertools import islice

from .likelihood import cost
from .utf8 import Decoded, characters_of, decode, sequence

#: Places of a line that are looked at one by one; a line with more is made of nothing else.
_MOST = 40
#: Code points at each side that are enough to judge one place.
_AROUND = 40


def restored(line: str, codec: str, *, is_bad: bool) -> Decoded | None:
    """The line with its sequences decoded, spaces in them included; None if there are no such."""
    wide = decode(line, codec, is_bad=is_bad, spaces=True)
    if wide is None:
        return None
    line = _with_spaces_kept(line, codec)
    kept = decode(line, codec, is_bad=is_bad, spaces=True)
    return kept or wide


def _with_spaces_kept(line: str, codec: str) -> str:
    """The line with a second space behind each `Ã ` that was a word's end."""
    out, end = [], 0
    for m in islice(sequence(codec, spaces=True).finditer(line), _MOST):
        if m[0].endswith(" ") and m[0][-2:-1].isalpha() and line[m.end() : m.end() + 1] not in ("", " ") and not characters_of(m[0], codec).isupper():
            start, stop = max(0, m.start() - _AROUND), m.end() + _AROUND
            joined = decode(line[start:stop], codec, is_bad=True, spaces=True)
            parted = decode(f"{line[start : m.end()]} {line[m.end() : stop]}", codec, is_bad=True, spaces=True)
            if joined and parted and cost(parted.text) < cost(joined.text):
                out += [line[end : m.end()], " "]
                end = m.end()
    return "".join([*out, line[end:]])
