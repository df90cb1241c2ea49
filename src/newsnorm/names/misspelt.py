"""The misspellings of much-mentioned names in data/names/misspelt.tsv."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsnorm.patterns import compiled
from newsnorm.people import name_key, name_parts


class Misspelt(NamedTuple):
    """The name to read instead, and what must stand in the folded text, so that it is this person; right before it, if it is somebody else's name too."""

    name: str
    context: re.Pattern[str]
    shared: bool


@cache
def misspellings() -> dict[str, Misspelt]:
    """Key of a misspelt name -> whose it is."""
    table: dict[str, Misspelt] = {}
    for name, forms, context in misspelt_lines():
        about = compiled(rf"(?<!\w)(?:{'|'.join(map(re.escape, context.split('|')))})")
        table.update((name_key(form.lstrip("*")), Misspelt(name, about, form.startswith("*"))) for form in forms)
    return table


@cache
def misspelt_heads() -> frozenset[str]:
    """The first parts of the misspelt names: a quick test of a word."""
    return frozenset(name_parts(form.lstrip("*"))[0] for line in misspelt_lines() for form in line[1])


@cache
def misspelt_lines() -> tuple[tuple[str, list[str], str], ...]:
    """(name, misspellings, context) of each line; a star before a misspelling says that it is somebody else's name too."""
    text = (files("newsnorm.data") / "names" / "misspelt.tsv").read_text(encoding="utf-8").partition("\n\n")[2]
    return tuple((name, forms.split("|"), context) for name, forms, context in (line.split("\t") for line in text.splitlines()))
