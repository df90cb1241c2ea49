"""Fills the templates. The same seed gives the same sentences, on every machine and with every hash seed."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from .templates import templates
from .words import GROUPS, MEN, PLACES, WOMEN, WORDS

_GAP = re.compile(r"\{([a-z]+)(\d?)\}")
_NAMES = {"person": WOMEN + MEN, "place": PLACES, "group": GROUPS}
#: Shields in the model's vocabulary; the sentences of the phrasebook use the first ten.
SHIELDS, USED = 16, 10


class Sentence(NamedTuple):
    """A sentence and its English. ``names`` are the names that stand in both, or the shields in their place."""

    source: str
    reference: str
    names: tuple[str, ...]


def sentences(count: int, seed: int, *, shielded: bool) -> list[Sentence]:
    """``count`` different sentences; with ``shielded``, names (and some numbers) are the shields ⟦0⟧ to ⟦9⟧, else our invented names."""
    random, pairs = Random(seed), templates()
    found: dict[str, Sentence] = {}
    while len(found) < count:
        made = _filled(*random.choice(pairs), random, shielded)
        found.setdefault(made.source, made)
    return list(found.values())


def _filled(spanish: str, english: str, random: Random, shielded: bool) -> Sentence:
    free = random.sample(range(USED), USED)
    if random.random() < 0.5:  # numbered from 0, as a pipeline does
        free = list(range(USED))
    numbers_too = shielded and random.random() < 0.25
    gaps: dict[str, tuple[str, str]] = {}
    names: list[str] = []
    people = WOMEN + MEN
    for kind, digit in _GAP.findall(spanish):
        if kind in _NAMES:
            name = f"⟦{free.pop(0)}⟧" if shielded else _unused(random, people if kind == "person" else _NAMES[kind], names)
            names.append(name)
            gaps[kind + digit] = (name, name)
        elif kind in WORDS:
            gaps[kind + digit] = random.choice(WORDS[kind])
            if kind == "office":  # the person who follows has the gender of the office
                people = WOMEN if gaps[kind][0].startswith("la ") else MEN
        else:
            gaps[kind + digit] = _number(kind, random, free if numbers_too else None, names)
    source = _GAP.sub(lambda m: gaps[m[1] + m[2]][0], spanish)
    reference = _GAP.sub(lambda m: gaps[m[1] + m[2]][1], english)
    source = source.replace(" de el ", " del ").replace(" a el ", " al ")
    return Sentence(_begun(source), _begun(reference), tuple(names))


def _unused(random: Random, names: tuple[str, ...], used: list[str]) -> str:
    return random.choice([name for name in names if name not in used])


def _number(kind: str, random: Random, free: list[int] | None, names: list[str]) -> tuple[str, str]:
    shield = None
    if free:
        shield = f"⟦{free.pop(0)}⟧"
        names.append(shield)
    match kind:
        case "percent":
            whole, tenth = random.randint(1, 99), random.randint(1, 9)
            if shield and random.random() < 0.5:
                return shield, shield
            number = (shield, shield) if shield else random.choice(((f"{whole},{tenth}", f"{whole}.{tenth}"), (str(whole), str(whole))))
            return f"{number[0]} %", f"{number[1]}%"
        case "n":
            value = random.randint(2, random.choice((99, 999, 999, 9999, 60_000)))
            number = (f"{value:,}".replace(",", "."), f"{value:,}") if value > 9999 else (str(value), str(value))
        case "time":
            number = (f"{random.randint(6, 23)}:{random.randint(0, 11) * 5:02}",) * 2
        case "code":
            return (str(random.randint(2, 999)),) * 2
        case "year":
            number = (str(random.randint(1950, 2026)),) * 2
        case "age":
            number = (str(random.randint(3, 99)),) * 2
        case _:
            number = (str(random.randint(0, 9)),) * 2
    return (shield, shield) if shield else number


def _begun(text: str) -> str:
    """With a capital first letter, also after an opening mark."""
    return re.sub(r"^(\W*)(\w)", lambda m: m[1] + m[2].upper(), text)
