"""The people of data/names/people.tsv by the keys of their names, each read when it is asked for.

tools/make_people.py puts the keys into data/names/people.keys: to fold all names takes many times as long as to read them folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

from .people import KnownPerson


def _table(name: str) -> list[str]:
    """The lines of a file of data/names below its first empty line."""
    return (files("newsnorm.data") / "names" / name).read_text(encoding="utf-8").partition("\n\n")[2].splitlines()


_NONE: dict[str, int] = {}


class Gazetteer(Mapping[str, KnownPerson]):
    """Key of a name or alias (people.name_key) -> the person."""

    def __init__(self) -> None:
        heads, *groups = _table("people.keys")
        self.heads = frozenset(heads.split(" "))
        """The first part of each name."""
        self._groups: dict[str, str | dict[str, int]] = {}
        for group in groups:
            head, _, keys = group.partition("\t")
            self._groups[head] = keys
        self._people: dict[int, KnownPerson] = {}

    def __getitem__(self, key: str) -> KnownPerson:
        return self._person(self._group(key[:2])[key])

    def get(self, key: str, default: Any = None) -> Any:
        """The person, or the default."""
        row = self._group(key[:2]).get(key)
        return default if row is None else self._person(row)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._group(key[:2])

    def __iter__(self) -> Iterator[str]:
        for head in self._groups:
            yield from self._group(head)

    def __len__(self) -> int:
        return sum(len(self._group(head)) for head in self._groups)

    def persons(self) -> Iterator[KnownPerson]:
        """Everybody, by name."""
        return map(self._person, range(len(self._rows)))

    def _group(self, head: str) -> dict[str, int]:
        """The keys that begin with the same two characters, and the rows of their people."""
        group = self._groups.get(head, _NONE)
        if isinstance(group, str):
            fields = group.split(" ")
            group = self._groups[head] = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
        return group

    @cached_property
    def _rows(self) -> list[str]:
        return _table("people.tsv")

    def _person(self, row: int) -> KnownPerson:
        if (person := self._people.get(row)) is None:
            name, gender, role, years, spellings, others = self._rows[row].split("\t")
            same = tuple(spellings.split("|")) if spellings else ()
            # Of two threads the one that comes first makes the person that both get.
            person = self._people.setdefault(row, KnownPerson(name, (*same, *others.split("|")) if others else same, gender, role, years or None, same))
        return person
