"""How one part of a name differs from another: by a foreign ending, another romanisation, a lost letter, a slip.

Sources: endings and romanisations are those that translations of news show most (Slavic, Baltic, Finnish and Hungarian
cases; the sounds that English, French, German and Slavic spellings write in different ways).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

#: Case endings that a translation leaves on the last part of a name, or adds to it.
ENDINGS = frozenset("a u om em y e i ov ovi am ami ach ie n in en an on ssa lle lta sta lla ksi".split())
#: Those of them that no surname is made with: `Hans` and `Hansen` are two.
UNMISTAKABLE = frozenset("ovi ami ach em om ie ssa lle lta sta lla ksi".split())
#: Those with which another surname is made more often than a case: `Simon` and `Simonon`.
MISTAKABLE = frozenset("on i".split())
#: Spellings of one sound in different romanisations, applied in this order.
_SOUNDS = tuple(
    tuple(rule.split(">"))
    for rule in (
        *("tsch>ch", "dzh>j", "tch>ch", "sch>sh", "kh>h", "gh>g", "zh>j", "dj>j", "ph>f", "ck>k", "ks>x", "th>t"),
        *("ou>u", "oo>u", "ee>i", "iy>i", "yi>i", "ij>i", "yy>i", "ei>e", "ay>ai", "ey>e", "q>k", "w>v", "y>i", "j>i", "c>k", "z>s"),
    )
)
_DOUBLED = re.compile(r"(.)\1+")


_ENDING_LENGTHS = tuple(sorted(set(map(len, ENDINGS))))
#: Letters of a part that are looked at.
LONGEST_PART = 24


class Difference(NamedTuple):
    """kind: "ending", "romanization", "lost-letter", "slip"; cost: how far apart the two are, small is near."""

    kind: str
    cost: float


@lru_cache(1 << 16)
def sounds(part: str) -> str:
    """The part with each sound in one spelling and no doubled letters: what two romanisations of a name share."""
    for old, new in _SOUNDS:
        if old in part:
            part = part.replace(old, new)
    return _DOUBLED.sub(r"\1", part)


def difference(variant: str, anchor: str, *, last: bool) -> Difference | None:
    """How ``variant`` may have come from ``anchor`` (folded parts); None if it is too far from it.

    last  whether it is the last part of the name, which alone takes endings
    """
    if last and len(anchor) >= 2 and variant.startswith(anchor) and variant[len(anchor) :] in ENDINGS:
        return Difference("ending", 0.8)
    if len(anchor) >= 3 and min(len(variant), len(anchor)) >= 2 and sounds(variant) == sounds(anchor):
        return Difference("romanization", 0.5)
    if len(variant) >= 3 and anchor[:-1] == variant:
        return Difference("lost-letter", 1.0)
    if (at := one_slip(variant, anchor)) is None:
        return None
    return Difference("slip", 1.0 if at else 1.2)


def one_slip(variant: str, anchor: str) -> int | None:
    """Where the two differ by one letter lost, added, changed, or two neighbours swapped; None if they do not."""
    if abs(len(variant) - len(anchor)) > 1 or variant == anchor:
        return None
    at = 0
    for a, b in zip(variant, anchor, strict=False):
        if a != b:
            break
        at += 1
    v, a = variant[at:], anchor[at:]
    if v[1:] == a[1:] or v[1:] == a or v == a[1:] or (v[2:] == a[2:] and v[:2] == a[1::-1]):
        return at
    return None


def likeness(part: str) -> list[str]:
    """What two parts have in common, at least one of these, if :func:`difference` finds how one came from the other."""
    keys = [part, "~" + sounds(part), *(part[:i] + part[i + 1 :] for i in range(min(len(part), LONGEST_PART)))]
    keys += [part[:-n] for n in _ENDING_LENGTHS if part[-n:] in ENDINGS]
    return list(dict.fromkeys(keys))
