"""What newsnorm knows of a language: data/<code>.toml, one table for each rule id. Read on first use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def language_data(code: str) -> dict[str, Any]:
    """The tables of a language by rule id; empty for a language without a file. ``code`` is a primary subtag ("en")."""
    if not (code.isascii() and code.isalpha()):
        return {}
    return toml(f"{code.lower()}.toml")


@cache
def toml(name: str) -> dict[str, Any]:
    """A TOML file of this folder; empty if there is none."""
    import tomllib

    path = files(__name__) / name
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list in data/names, such as ``words("particles")``. What stands above its first empty line is its source and licence."""
    return frozenset((files(__name__) / "names" / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")[2].split())
