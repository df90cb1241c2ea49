"""The encoding of bytes that say nothing of it: chardet's opinion, and how the text reads.

chardet knows which bytes follow one another in an encoding, and seldom errs by more than a place: what is right is then its second
or third guess, with nearly the same figure. So its guesses are read, and how each of them reads is weighed against how sure
chardet was. It does not know words in capitals, and then has no figure above SURE: so all common encodings are read besides.
"""

from __future__ import annotations

import re
from math import inf, log
from typing import NamedTuple

from .judge import nats, strangeness
from .names import WIDER
from .readings import Reading, but_for_the_end, high_bytes
from .wide import wide

#: Bytes that chardet is given, and of these the bytes that are read to compare.
_SAMPLE, _JUDGED = 100_000, 3_000
#: Nats that chardet's figure is worth by the byte; what is added to it, since small figures differ by chance.
_OPINION, _SMALL = 1.0, 0.05
#: chardet's figure above which only guesses are read that are as sure as NEAR times the best.
SURE, _NEAR = 0.4, 0.5
#: In the order of how much is written in them: of two in which the text is the same, the first is reported.
_COMMON = (
    *("cp1252", "cp1251", "gb18030", "cp932", "cp949", "euc_jp", "big5hkscs", "cp1250", "cp1254", "cp1256", "cp1253", "cp1255", "koi8-r", "koi8-u"),
    *("cp1257", "cp874", "cp1258", "iso8859-2", "iso8859-15", "iso8859-7", "iso8859-5", "iso8859-6", "iso8859-8", "cp866", "mac-cyrillic"),
)
_LESS_COMMON = ("mac-roman", "cp850", "cp437", "cp852", "cp855", "cp857", "cp862", "cp737", "johab", "iso8859-13", "iso8859-4")
_RANK = {codec: rank for rank, codec in enumerate((*_COMMON, *_LESS_COMMON))}
#: Any bytes are some text in these: they are read only if chardet thinks of them.
_ASIAN = ("gb18030", "cp932", "cp949", "euc_jp", "big5hkscs", "johab")
#: Nats against an encoding that is less than common, and that is rare.
_HANDICAP, _RARE = 4.0, 16.0
#: Points before the next guess, and the confidence they give. Measured on 8,500 sentences, articles, headlines in capitals and word pairs
#: of 40 languages in 35 encodings, each as often as the next: .996, .988, .96, .69 were right, and .55 below.
_CONFIDENCE = ((40.0, 0.99), (10.0, 0.97), (5.0, 0.9), (2.0, 0.65))
#: What reads strangely is less sure (measured: .84, .96). Nats a character, and the most it can be.
_STRANGE = ((22.0, 0.8), (20.0, 0.9))
#: Noise: no known language reads so strangely if more than a fifth of its characters are above ASCII (random bytes: 24 and more).
_NOISE, _FIFTH = 23.0, 0.2
UNSURE = 0.45


class Guess(NamedTuple):
    """An encoding, how the excerpt reads in it, and the points for it."""

    points: float
    codec: str
    text: str


def detect(data: bytes) -> Reading:
    """The text in the likeliest encoding."""
    _, guesses = ranked(data)
    strange = strangeness(guesses[0].text)
    sure = _confidence(guesses, strange)
    if sure == UNSURE and (other := wide(data, min(15.0, strange - 4.0)) or _broken(data, strange)) is not None:
        return other
    for guess in guesses:
        if (text := but_for_the_end(data, guess.codec)) is not None:
            return Reading(text, guess.codec, sure)
        if sure > UNSURE:  # valid as far as it was read to compare: a few bytes are broken further down
            return Reading(data.decode(guess.codec, "replace"), guess.codec, UNSURE)
    return Reading(data.decode(guesses[0].codec, "replace"), guesses[0].codec, UNSURE)


def ranked(data: bytes) -> tuple[bytes, list[Guess]]:
    """An excerpt of the data, and the encodings that could be meant, the likeliest first; of those in which the text is the same, one."""
    sample = excerpt(data, _SAMPLE)
    opinions = _opinions(sample)
    surest = max(opinions.values(), default=0.0)
    read = telling(sample, _JUDGED if surest >= SURE else _JUDGED // 2)
    near = {codec: opinion for codec, opinion in opinions.items() if opinion >= _NEAR * surest}
    texts = _texts(read, near)
    if surest < SURE or not texts:  # windows-1252 is among these, in which all bytes are text
        texts = _texts(read, near | {codec: opinions.get(codec, 0.0) for codec in _RANK if codec not in _ASIAN})
    guesses = [Guess(_OPINION * len(read) * log(opinion + _SMALL) - nats(text) - _handicap(codec), codec, text) for text, (codec, opinion) in texts.items()]
    return read, sorted(guesses, key=lambda guess: (-guess.points, _rank(guess.codec), guess.codec))


def _texts(read: bytes, opinions: dict[str, float]) -> dict[str, tuple[str, float]]:
    """What the bytes are in each codec: text -> the commonest codec that gives it, and chardet's best figure for one that does."""
    texts: dict[str, tuple[str, float]] = {}
    for name, opinion in opinions.items():
        codec = WIDER.get(name, name)
        if (text := but_for_the_end(read, codec)) is None and (text := but_for_the_end(read, codec := name)) is None:
            continue
        other, most = texts.get(text, (codec, 0.0))
        texts[text] = min(codec, other, key=_rank), max(opinion, most)
    return texts


def _opinions(sample: bytes) -> dict[str, float]:
    """chardet's figures by codec."""
    import chardet

    try:
        found = chardet.detect_all(sample, ignore_threshold=True, compat_names=False)
    except Exception:  # whatever it is, it is not the caller's failure, and the common encodings are left
        return {}
    return {guess["encoding"]: guess["confidence"] for guess in found if guess["encoding"]}


def _rank(codec: str) -> int:
    return _RANK.get(codec, len(_RANK))


def _handicap(codec: str) -> float:
    return 0.0 if codec in _COMMON else _HANDICAP if codec in _LESS_COMMON else _RARE


def _confidence(guesses: list[Guess], strange: float) -> float:
    text = guesses[0].text
    if strange > _NOISE and sum(c > "\x7f" for c in text) > _FIFTH * len(text):
        return UNSURE
    ahead = guesses[0].points - guesses[1].points if len(guesses) > 1 else inf
    most = next((most for above, most in _STRANGE if strange >= above), 1.0)
    return min(most, next((sure for points, sure in _CONFIDENCE if ahead >= points), UNSURE))


def _broken(data: bytes, strange: float) -> Reading | None:
    """Asian text with a few bytes that are not valid, which become U+FFFD, if it reads better than what is valid."""
    sample = excerpt(data, _JUDGED)
    found = []
    for codec in _ASIAN[:5]:
        text = sample.decode(codec, "replace")
        if text.count("\ufffd") * 25 < high_bytes(sample) and (nats := strangeness(text)) < min(17.0, strange - 4.0):
            found.append((nats, codec))
    return Reading(data.decode(min(found)[1], "replace"), min(found)[1], UNSURE) if found else None


def excerpt(data: bytes, size: int) -> bytes:
    """All of the data, or as many of the lines that are not ASCII as the size holds: they alone tell encodings apart."""
    if len(data) <= size:
        return data
    high, parts, at, left = re.compile(rb"[\x80-\xff]"), [], 0, size
    while left > 0 and (found := high.search(data, at)):
        start = max(data.rfind(b"\n", at, found.start()) + 1, at, found.start() - 200)
        end = data.find(b"\n", found.start(), start + left) + 1 or min(len(data), start + left)
        parts.append(data[start:end])
        left -= end - start
        at = end
    return b"".join(parts)


def telling(data: bytes, size: int) -> bytes:
    """An excerpt, and for each byte above ASCII that it lacks the words around the first: one letter may be all that tells two encodings apart."""
    taken = excerpt(data, size)
    parts, left = [taken], size
    for byte in sorted({*data} - {*taken, *range(0x80)}):
        at = data.index(byte)
        start, end = data.rfind(b" ", max(0, at - 200), at) + 1, data.find(b" ", at, at + 200)
        if 0 < start < end <= start + left and byte not in parts[-1]:  # spaces are no part of a character in any encoding
            parts.append(data[start:end])
            left -= end - start
    return b"\n".join(parts)
