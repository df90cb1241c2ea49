"""UTF-16 and UTF-32 without a mark.

Latin text has a NUL in every character, always in the same place, and any text with spaces has some. Chinese, Japanese and
Korean may have none, or one in the other place (the commonest Chinese character, U+4E00, ends in one). So each order of bytes
that is valid is read, and the text decides.
"""

from __future__ import annotations

from .judge import is_plausible, strangeness
from .readings import Reading, strictly

#: Characters that are judged; nats a character that NULs are worth by their share; the share that is enough by itself.
_SAMPLE, _NULS, _ENOUGH = 1_000, 60.0, 0.02
#: Nats a character that are enough without NULs. Right sentences of 40 languages: 22 at most, Chinese and Japanese 17; in the wrong
#: order of bytes, 21 at least; other encodings read as UTF-16, 15 at least, but these also read better as what they are.
LIKELY = 19.0
#: Codec, bytes a character, and those of them that are NUL in Latin text.
_ORDERS = (("utf-32-le", 4, (2, 3)), ("utf-32-be", 4, (0, 1)), ("utf-16-le", 2, (1,)), ("utf-16-be", 2, (0,)))


def wide(data: bytes, likely: float = LIKELY) -> Reading | None:
    """The text, if the bytes read as UTF-16 or UTF-32 in one of their orders. likely: nats a character that are enough without NULs."""
    found = []
    for codec, width, places in _ORDERS if data else ():
        if len(data) % width:
            continue
        head = data[: _SAMPLE * width]
        shares = [head[i::width].count(0) * width / len(head) for i in range(width)]
        nuls = min(shares[i] for i in places)
        if width == 4 and nuls < 0.9:
            continue
        nuls -= 0.0 if width == 4 else shares[1 - places[0]]
        text = strictly(data, codec)
        if text is None or "\0" in text or not is_plausible(text[:_SAMPLE]):
            continue
        nats = strangeness(text[:_SAMPLE])
        if nuls > _ENOUGH or nats < likely:
            found.append((nats - _NULS * nuls, text, codec))
    if not found:
        return None
    _, text, codec = min(found)
    return Reading(text, codec, 0.97)
