"""Who is known: the gazetteer in data/people.toml, and the people a caller names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .data import toml
from .errors import InputError
from .lexicon import fold
from .patterns import compiled


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person with a canonical name, other spellings that are correct too, and a gender ("f", "m" or None)."""

    name: str
    aliases: tuple[str, ...] = ()
    gender: str | None = None


def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name as they are compared: folded (see lexicon.fold), split at spaces, hyphens and full stops."""
    return tuple(compiled(r"[^\s\-‐‑.]++").findall(fold(name)))


def key_head(name: str) -> str:
    """The first two letters of :func:`name_key`: a quick test that spares most words the rest. Latin words without marks are quickest."""
    head = name[:2]
    return head.lower() if head.isascii() and head.isalpha() else name_key(name[:8])[:2]


def name_key(name: str) -> str:
    """The key that all styles of one spelling share: ``Kim Il-sung`` and ``Kim Il Sung`` have the same."""
    return "".join(name_parts(name))


@cache
def gazetteer() -> dict[str, KnownPerson]:
    """Key of name or alias -> person."""
    table: dict[str, KnownPerson] = {}
    for row in toml("people.toml").get("person", ()):
        _enter(table, KnownPerson(row["name"], tuple(row.get("aliases", ())), row.get("gender")))
    return table


def lookup(known: tuple[KnownPerson, ...]) -> Mapping[str, KnownPerson]:
    """The gazetteer with the caller's people before it."""
    if not known:
        return gazetteer()
    table = dict(gazetteer())
    for person in known:
        _enter(table, person)
    return table


def known_heads(known: tuple[KnownPerson, ...] = ()) -> frozenset[str]:
    """The first parts of all names and aliases: a quick test of a word."""
    return _heads(()) | _heads(known) if known else _heads(())


@cache
def _heads(known: tuple[KnownPerson, ...]) -> frozenset[str]:
    people = known or tuple(gazetteer().values())
    return frozenset(parts[0] for person in people for form in (person.name, *person.aliases) if (parts := name_parts(form)))


def _enter(table: dict[str, KnownPerson], person: KnownPerson) -> None:
    for form in (person.name, *person.aliases):
        if key := name_key(form):
            table[key] = person


def known_people(people: Iterable[str | Mapping[str, Any]] | None) -> tuple[KnownPerson, ...]:
    """The caller's people. Raises InputError for an entry that is neither a name nor a mapping with one."""
    found = []
    if people is None:
        return ()
    if isinstance(people, (str, Mapping)) or not isinstance(people, Iterable):
        raise InputError(f"people takes a list of names or mappings, not {people!r}")
    for entry in people:
        if isinstance(entry, str):
            entry = {"name": entry}
        if not isinstance(entry, Mapping) or not isinstance(entry.get("name"), str) or not entry["name"].strip():
            raise InputError(f'people takes names or mappings with "name", and maybe "aliases" and "gender"; one entry is {entry!r}')
        aliases, gender = entry.get("aliases", ()), entry.get("gender")
        if not isinstance(aliases, (list, tuple)) or not all(isinstance(a, str) for a in aliases) or gender not in ("f", "m", None):
            raise InputError(f'"aliases" takes a list of names and "gender" takes "f" or "m"; one entry of people is {dict(entry)!r}')
        found.append(KnownPerson(entry["name"], tuple(aliases), gender))
    return tuple(found)
