"""Which code page a text was written in, if it was read in another.

Every line is read again in every pair of code pages. A page is written in one, so what many lines of a text gain by the same
pair counts more than what one line gains by another, and lines that cannot have been read so, or read worse, speak against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import filterfalse
from typing import NamedTuple

from ..lexicon import GIVEN, PLACE, SURNAME, flags, fold
from ..patterns import compiled
from .likelihood import best_language, cost, cost_of, language_name, total_cost, words
from .nordic import is_nordic, tells_no_baltic
from .pages import LATIN_PAIRS, SCRIPT_PAIRS, Pair, languages_of, may_be_another_script, readings
from .triggers import OWN_SCRIPT, is_odd, letters, may_be_latin

#: Nats a changed character, and a line, that a repair must gain; more where other lines oppose; less where a sign stands in a word.
PER_LATIN, PER_OTHER, LINE, ALIEN_LINE, OPPOSED = 2.0, 1.5, 8.0, 5.0, 12.0
#: A pair that gained this much over the text is believed in the lines that say little, as long as they lose less than a share of it.
SURE, SLACK, LOSS, MOST = 25.0, 3.0, 0.35, 40.0
#: Code points of words above ASCII in a line that are read in every pair; lines of a text for which that is done.
SAMPLE, LINES = 600, 2_000
#: Changed characters that may not make a line one of another language, unless they gain so many nats.
FEW, OTHER_LANGUAGE = 2, 20.0
#: Nats a letter, or other character above ASCII, that right sentences cost at most; most cost 18.
WELL = 23.3
#: Marks that right text is set with.
_MARKS = frozenset("\xa0\xad–—‘’“”„‚•…‹›«»°·´€™®©§")
#: Those of them that no letter stands before.
_OPENING = frozenset("‚„‹«")
#: Those that end a word only where another letter was: `pi—` for più. What a line gains must still be enough.
_ENDING = frozenset("—…•")
#: Changed characters that are no such marks, without which a line is not changed for its marks alone.
LETTERS = 3
#: Nats that a changed word must gain by itself, and a name, which may be foreign; letters that no name has.
WORD, NAME, _NO_NAME = 1.0, 9.0, "ªºﬁﬂ"
#: What stands around words in some language or other: »so«, «so», „so“, ›so‹.
_QUOTES = "«»‹›„“”\"'"
#: Characters that stand in no word: signs between letters, C1, opening marks behind a word.
_ALIEN = r"(?<=\p{L})[^\p{L}\p{M}\s\x00-\x7f’·‘–—°\u200c](?=\p{L})|[\x80-\x9f]|(?<=\p{L})[“„‘«‚¿¡‡†ˆ˜¯˘˙˛¨](?=\s|\Z)"


class Repair(NamedTuple):
    """The number of a line, as it was written, and the pair of code pages."""

    line: int
    text: str
    pair: Pair


class _Gain(NamedTuple):
    nats: float
    enough: bool


def repairs(lines: Sequence[str], latin: Sequence[Pair] = LATIN_PAIRS, scripts: Sequence[Pair] = SCRIPT_PAIRS) -> Iterator[Repair]:
    """The lines of one text that were read in the wrong code page: in one of these pairs, of Latin ones and of those of other scripts."""
    found: list[dict[Pair, _Gain]] = [{} for _ in lines]
    for gains, line in zip(found[:LINES], lines, strict=False):
        known = letters(line)
        if (other := not known & OWN_SCRIPT) or ((may_be_latin(known) or len(line) > SAMPLE) and is_odd(line, known)):
            gains |= _gains(line, (*scripts, *latin) if other else latin)
    likely = tuple(dict.fromkeys(pair for gains in found for pair, gain in gains.items() if gain.enough))
    if not likely:
        return
    found = [{**_gains(line, likely), **gains} for line, gains in zip(lines, found, strict=True)]
    support: dict[Pair, float] = defaultdict(float)
    against: dict[Pair, float] = defaultdict(float)
    for pair in likely:
        for line, gains in zip(lines, found, strict=True):
            nats = gains[pair].nats if pair in gains else -10.0 if _opposes(line, pair) else 0.0
            support[pair] += max(nats, 0.0) if nats > SLACK else 0.0
            against[pair] -= min(nats, 0.0) if nats < -SLACK else 0.0

    def is_enough(pair: Pair, gain: _Gain, line: str) -> bool:
        needed = ALIEN_LINE if compiled(_ALIEN).search(line) else LINE
        return gain.enough and gain.nats > needed + (OPPOSED if against[pair] > support[pair] else 0.0)

    accepted = [{p: g.nats for p, g in gains.items() if is_enough(p, g, line)} for line, gains in zip(lines, found, strict=True)]
    total: dict[Pair, float] = defaultdict(float)
    for sure in accepted:
        for pair, nats in sure.items():
            total[pair] += nats
    if not total:
        return
    best = max(total, key=lambda pair: total[pair])
    is_sure = total[best] > SURE and against[best] * 3 < support[best]
    chosen: list[Repair] = []
    for index, (line, gains, sure) in enumerate(zip(lines, found, accepted, strict=True)):
        if best in sure or (is_sure and best in gains and gains[best].nats > -min(LOSS * total[best], MOST)):
            pair = best
        elif sure:
            pair = max(sure, key=lambda p: sure[p])
        else:
            continue
        chosen += [Repair(index, reading.text, pair) for _, reading in readings(line, (pair,))]
    if (doubtful := [r for r in chosen if r.pair not in _SCRIPT]) and not _is_damage(lines, doubtful):
        chosen = [r for r in chosen if r.pair in _SCRIPT]
    yield from _with_letters(lines, chosen)


def _is_damage(lines: Sequence[str], chosen: list[Repair]) -> bool:
    """Whether the words that change are likelier repaired, each by itself, in whatever language.

    What a line gains is no proof where they are foreign: `Schèuble` looks more Italian than `Schäuble`, and is nobody's name. So names
    must gain more, and what one gains that is known as it stands does not count.
    """
    changed = {a: b for r in chosen for a, b in zip(words(lines[r.line]), words(r.text), strict=False) if a != b}
    if is_nordic(lines[r.line] for r in chosen):
        return False
    if all(r.pair[1] == _BALTIC for r in chosen) and tells_no_baltic("".join(a for x, y in changed.items() for a, b in zip(x, y, strict=False) if a != b)):
        return False
    return sum(_own_gain(a, b) for a, b in changed.items()) > 0


def _own_gain(before: str, after: str) -> float:
    """Nats that a word gains by itself, over what it must. Quotation marks around it are right as they stand."""
    start = len(before) - len(before.lstrip(_QUOTES))
    end = max(start, len(before.rstrip(_QUOTES)))
    before, after = before[start:end], after[start:end]
    if before == after:
        return 0.0
    gain = cost(before) - cost(after)
    bare = compiled(r"\A[^\p{L}]++|[^\p{L}.]++\Z|['’]s?\Z").sub("", before)
    if not bare[:1].isupper() or len(bare) < 2 or any(c in _NO_NAME or not c.isalpha() for c, d in zip(before, after, strict=False) if c != d):
        return gain - WORD
    stem = compiled(r"\p{L}*+").match(after, len(before) - len(before.lstrip("(")))[0]
    if _is_known(bare) or (len(stem) < len(bare) and not flags(fold(stem))):
        return min(gain - NAME, 0.0)
    return gain - NAME


def _is_known(name: str) -> bool:
    """Whether it is a name as it stands, or a place."""
    return all(flags(fold(part)) & (GIVEN | SURNAME | PLACE) for part in name.rstrip(".").split("-"))


def _with_letters(lines: Sequence[str], chosen: list[Repair]) -> Iterator[Repair]:
    """The repairs by pairs that change a letter somewhere: nothing else than dashes, gaps and quotation marks is right as it stands.

    A line in which only such marks change needs more letters in the others.
    """
    changed = [sum(a != b and _is_no_mark(lines[r.line], i) for i, (a, b) in enumerate(zip(lines[r.line], r.text, strict=False))) for r in chosen]
    letters: dict[Pair, int] = defaultdict(int)
    for repair, found in zip(chosen, changed, strict=True):
        letters[repair.pair] += found
    for repair, found in zip(chosen, changed, strict=True):
        if found or letters[repair.pair] >= LETTERS:
            yield repair


def _is_no_mark(line: str, at: int) -> bool:
    """Whether right text seldom has this character here: a letter, a sign, an opening mark behind a letter, a dash that ends a word."""
    c = line[at]
    if c not in _MARKS:
        return True
    return at > 0 and line[at - 1].isalpha() and (c in _OPENING or (c in _ENDING and not line[at + 1 : at + 2].isalpha()))


def _gains(line: str, pairs: Sequence[Pair]) -> dict[Pair, _Gain]:
    """What the line would gain by each pair that it can have been read in.

    Only words with a character above ASCII differ, so no others are read again; and no more of them than show what the line is.
    """
    gains: dict[Pair, _Gain] = {}
    known: dict[tuple[bool, str], _Gain] = {}
    every = words(line)
    line = " ".join(filterfalse(str.isascii, every))[:SAMPLE]
    found = list(readings(line, pairs, latin=_is_latin(line)))
    if not found:
        return gains
    rest = total_cost(list(filter(str.isascii, every)))
    now, is_other = cost_of(line.split(" "), rest), may_be_another_script(line)
    for pair, reading in found:
        latin = pair not in _SCRIPT
        if (key := (latin, reading.text)) not in known:
            nats = now - (cost_of(reading.text.split(" "), rest) if latin else cost(reading.text, rest)) - reading.doubtful
            if latin:
                enough = nats > reading.changed * PER_LATIN and language_name(best_language(reading.text, rest)) in languages_of(pair[1])
                if enough and reading.changed <= FEW and nats < OTHER_LANGUAGE:
                    enough = best_language(line, rest) == best_language(reading.text, rest)
            else:
                enough = is_other and nats > reading.changed * PER_OTHER and reads_well(reading.text)
            known[key] = _Gain(nats, enough)
        gains[pair] = known[key]
    return gains


def reads_well(text: str) -> bool:
    """Whether a text costs no more than text of any language does, whatever it cost before."""
    return cost(text) <= WELL * sum(c.isalpha() or c > "\x9f" for c in text)


def _is_latin(line: str) -> bool:
    """Whether no more than a word of the line is in another script."""
    others = [c for c in set(line) if c >= "\u0370"]
    return not others or sum(map(line.count, compiled(r"[\u0370-\uffff&&\p{L}]").findall("".join(others)))) <= 3


def _opposes(line: str, pair: Pair) -> bool:
    try:
        line.encode(pair[0])
    except UnicodeEncodeError:
        return any(c > "\x7f" and c.isalpha() for c in line)
    return False


_SCRIPT, _BALTIC = frozenset(SCRIPT_PAIRS), "sloppy-windows-1257"
