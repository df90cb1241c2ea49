"""The people of data/names/people.tsv by the keys of their names, each read when it is asked for.

tools/make_people.py puts the keys into data/names/people.keys: to fold all names takes many times as long as to read them folded.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

from .people import KnownPerson


def _table(name: str) -> bytes:
    """A file of data/names below its first empty line."""
    return (files("newsnorm.data") / "names" / name).read_bytes().partition(b"\n\n")[2]


class Gazetteer(Mapping[str, KnownPerson]):
    """Key of a name or alias (people.name_key) -> the person. The files are searched as they are: to split them would take several times their size."""

    def __init__(self) -> None:
        heads, _, keys = _table("people.keys").partition(b"\n")
        self._keys = keys.replace(b"\t", b"\t ")
        self.heads = frozenset(heads.decode().split(" "))
        """The first part of each name."""
        self._groups: dict[str, tuple[int, int]] = {}
        start = 0
        while start < len(self._keys):
            tab, end = self._keys.index(b"\t", start), self._keys.index(b"\n", start)
            self._groups[self._keys[start:tab].decode()] = tab, end
            start = end + 1
        self._people: dict[int, KnownPerson] = {}

    def __getitem__(self, key: str) -> KnownPerson:
        if (row := self._row(key)) is None:
            raise KeyError(key)
        return self.person(row)

    def get(self, key: str, default: Any = None) -> Any:
        """The person, or the default."""
        row = self._row(key)
        return default if row is None else self.person(row)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._row(key) is not None

    def __iter__(self) -> Iterator[str]:
        for tab, end in self._groups.values():
            yield from self._keys[tab + 2 : end].decode().split(" ")[::2]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def persons(self) -> Iterator[KnownPerson]:
        """Everybody, by name."""
        return map(self.person, range(len(self._rows) - 1))

    def forms(self, begin: re.Pattern[str]) -> Iterator[tuple[str, int]]:
        """(name or alias, row of the person) for each that begins so. None of ASCII alone is looked at."""
        for row, line in enumerate(self._people_tsv.splitlines()):
            if not line.isascii():
                yield from ((form, row) for form in line.decode().replace("|", "\t").split("\t") if begin.match(form))

    def _row(self, key: str) -> int | None:
        """The row of the person whose name has the key: in its group it stands between spaces, before the number of the row."""
        if not (group := self._groups.get(key[:2])) or " " in key or key.isdigit():
            return None
        tab, end = group
        name = key.encode("utf-8", "replace")
        if (at := self._keys.find(b" %b " % name, tab, end)) < 0:
            return None
        start = at + len(name) + 2
        stop = self._keys.find(b" ", start, end)
        return int(self._keys[start : stop if stop > 0 else end])

    @cached_property
    def _people_tsv(self) -> bytes:
        return _table("people.tsv")

    @cached_property
    def _rows(self) -> array[int]:
        """Where each row begins, and the end."""
        rows, start = array("I", [0]), 0
        while (start := self._people_tsv.find(b"\n", start) + 1) > 0:
            rows.append(start)
        return rows

    def person(self, row: int) -> KnownPerson:
        """The person of a row."""
        if (person := self._people.get(row)) is None:
            line = self._people_tsv[self._rows[row] : self._rows[row + 1] - 1].decode()
            name, gender, role, years, spellings, others = line.split("\t")
            same = tuple(spellings.split("|")) if spellings else ()
            # Of two threads the one that comes first makes the person that both get.
            person = self._people.setdefault(row, KnownPerson(name, (*same, *others.split("|")) if others else same, gender, role, years or None, same))
        return person
