"""The names of a corpus: in how many documents each person's name stands, by spelling."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from newsnorm.errors import InputError
from newsnorm.people import name_key, name_parts

from .difference import likeness

_FORMAT, _VERSION = "newsnorm names", 1
#: Documents in which a name must stand for `near` to find it.
NEAR = 5
#: Names that share all parts but one are all looked through if they are this few; if more, those that are alike in the part.
_FEW = 12
#: Of those, the most used ones.
_MOST = 16


class NameTable:
    """Counts of documents, by name: how often a corpus names whom, in which spelling. Immutable; may be shared by threads.

    names      spelling -> number of documents in which the name stands so
    documents  number of documents that were counted

    ``one | other`` (or :meth:`merge`) adds two tables of different documents, exactly and in any order; `len` is the number
    of spellings. Wherever a name is asked for, its style does not count: ``Kim Il Sung`` and ``kim il-sung`` ask for the same.
    Raises InputError for counts that are no whole numbers from 1 to ``documents``.
    """

    def __init__(self, names: Mapping[str, int] | None = None, documents: int = 0) -> None:
        if not _is_count(documents) or documents < 0:
            raise InputError(f"documents takes a whole number, 0 or more; it is {documents!r}")
        if not isinstance(names, Mapping | None):
            raise InputError(f"names takes a mapping of names to their numbers of documents, not {type(names).__name__}; learn_names makes the table of texts")
        self._spellings: dict[str, int] = dict(names or {})
        for name, count in self._spellings.items():
            if not isinstance(name, str) or not name_key(name) or not _is_count(count) or not 0 < count <= documents:
                raise InputError(f"names takes names and their numbers of documents, from 1 to {documents}; one entry is {name!r}: {count!r}")
        self.documents = documents

    @classmethod
    def _of(cls, spellings: dict[str, int], documents: int) -> Self:
        """Of what is known to be right."""
        table = cls.__new__(cls)
        table._spellings, table.documents = spellings, documents
        return table

    # --- asking

    def count(self, name: str) -> int:
        """The documents in which the name stands, in whatever style."""
        return sum(map(self._spellings.__getitem__, self._styles(name)))

    def surface(self, name: str) -> str | None:
        """The most used spelling of the name, the first by code points of several; None if the table has none."""
        return min(self._styles(name), key=self._rank, default=None)

    def near(self, name: str) -> tuple[str, ...]:
        """Names that differ from the name in one of its parts and stand in 5 documents or more, the most used first.

        Where more than 12 names share the other parts, only those that are alike in the part, 16 for each likeness.
        """
        parts = name_parts(_name(name))
        found = {s: None for i in range(len(parts)) for s in self._sharing(parts, i) if name_parts(s)[i] != parts[i]}
        return tuple(sorted(found, key=lambda s: (-self.count(s), s)))

    def has_surname(self, part: str) -> bool:
        """Whether the folded part is the last one of a name that stands in two documents or more."""
        return part in self._surnames

    def most_used(self, number: int | None = None) -> list[tuple[str, int]]:
        """(name in its most used spelling, documents), the most used first; all of them if ``number`` is None."""
        rows = [(min(_tuple(styles), key=self._rank), sum(map(self._spellings.__getitem__, _tuple(styles)))) for styles in self._by_key.values()]
        return sorted(rows, key=lambda row: (-row[1], row[0]))[:number]

    def spellings(self, name: str) -> dict[str, int]:
        """The spellings of the name with their documents, the most used first."""
        return {s: self._spellings[s] for s in sorted(self._styles(name), key=self._rank)}

    def __len__(self) -> int:
        return len(self._spellings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NameTable) and (self.documents, self._spellings) == (other.documents, other._spellings)

    __hash__ = None  # type: ignore[assignment]  # too big a value to be a key

    def __repr__(self) -> str:
        return f"<NameTable: {len(self):,} spellings of names in {self.documents:,} documents>"

    # --- joining

    def merge(self, *others: NameTable) -> NameTable:
        """The counts of all, which must be of different documents. The order does not matter."""
        total = dict(self._spellings)
        for other in others:
            if not isinstance(other, NameTable):
                raise InputError(f"merge takes tables of names, not {type(other).__name__}; NameTable.load reads one from its file")
            for name, count in other._spellings.items():
                total[name] = total.get(name, 0) + count
        return NameTable._of(total, self.documents + sum(other.documents for other in others))

    def __or__(self, other: object) -> NameTable:
        return self.merge(other) if isinstance(other, NameTable) else NotImplemented

    def trimmed(self, limit: int) -> NameTable:
        """The ``limit`` most used spellings; of those that are used alike, the first by code points."""
        if not _is_count(limit) or limit < 0:
            raise InputError(f"limit takes a whole number, 0 or more; it is {limit!r}")
        return NameTable._of(trimmed(self._spellings, limit), self.documents)

    # --- JSON

    @cached_property
    def digest(self) -> str:
        """12 hexadecimal digits that tell one table from another."""
        return sha256(self.to_json().encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def to_json(self) -> str:
        """The table as JSON, a name a line, sorted: equal tables give equal text."""
        head = f'{{"format": "{_FORMAT}", "version": {_VERSION}, "documents": {self.documents}, "names": {{'
        rows = ",\n".join(f"{_quoted(name)}: {self._spellings[name]}" for name in sorted(self._spellings))
        return f"{head}\n{rows}\n}}}}\n" if rows else head + "}}\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The table of :meth:`to_json`. Raises InputError if the text is none."""
        try:
            value: Any = json.loads(text)
        except (ValueError, TypeError, RecursionError) as error:
            raise InputError(f"no table of names: invalid JSON ({error}); make it again with `newsnorm names learn`") from error
        if not isinstance(value, dict) or value.get("format") != _FORMAT:
            raise InputError(f'no table of names: there is no "format": "{_FORMAT}"; make one with `newsnorm names learn`')
        if value.get("version") != _VERSION:
            raise InputError(
                f"a table of names of version {value.get('version')!r}; this newsnorm reads version {_VERSION}: make it again with `newsnorm names learn`"
            )
        names, documents = value.get("names"), value.get("documents")
        if not isinstance(names, dict) or not isinstance(documents, int):
            raise InputError('a damaged table of names: "names" and "documents" are missing; make it again with `newsnorm names learn`')
        try:
            return cls(names, documents)
        except InputError as error:
            raise InputError(f"a damaged table of names: {error}; make it again with `newsnorm names learn`") from error

    def save(self, path: str | Path) -> None:
        """Write the JSON as UTF-8. The file appears whole or not at all. Raises InputError if it cannot be written."""
        target = os.path.realpath(_path(path))
        temporary = os.path.join(os.path.dirname(target), f".newsnorm-{os.urandom(6).hex()}.tmp")
        try:
            try:
                with open(temporary, "xb") as file:
                    file.write(self.to_json().encode("utf-8", "backslashreplace"))
                os.replace(temporary, target)
            finally:
                with suppress(FileNotFoundError):
                    os.unlink(temporary)
        except OSError as error:
            raise InputError(f"cannot write {path}: {error.strerror}; give a place that exists, is writable and has room") from error

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The table of a file of :meth:`save`. Raises InputError if it cannot be read or is damaged."""
        try:
            return cls.from_json(_path(path).read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise InputError(f"cannot read {path}: {error.strerror}; give a file that `newsnorm names learn` wrote") from error
        except UnicodeDecodeError as error:
            raise InputError(f"{path}: no table of names: it is not UTF-8; give a file that `newsnorm names learn` wrote") from error
        except InputError as error:
            raise InputError(f"{path}: {error}") from error

    def __reduce__(self) -> tuple[Any, tuple[dict[str, int], int]]:
        return NameTable._of, (self._spellings, self.documents)

    # --- what is looked up, made when it is first asked for

    def _rank(self, surface: str) -> tuple[int, str]:
        return -self._spellings[surface], surface

    @cached_property
    def _by_key(self) -> dict[str, str | tuple[str, ...]]:
        """Key -> its spelling, or its several ones: nearly all names have one, and a tuple for each would cost as much as the names."""
        table: dict[str, str | tuple[str, ...]] = {}
        for surface in self._spellings:
            key = name_key(surface)
            before = table.get(key)
            table[key] = surface if before is None else (*_tuple(before), surface)
        return table

    def _styles(self, name: str) -> tuple[str, ...]:
        return _tuple(self._by_key.get(name_key(_name(name)), ()))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset(name_parts(s)[-1] for s, count in self._spellings.items() if count > 1)

    @cached_property
    def _shared(self) -> dict[tuple[int, int, str], list[str]]:
        """What names of NEAR documents or more share with those that differ in one part -> these names, the most used first."""
        table: dict[tuple[int, int, str], list[str]] = {}
        for surface, count in self.most_used():
            if count < NEAR:
                break
            for key in _keys(name_parts(surface)):
                table.setdefault(key, []).append(surface)
        return table

    @cached_property
    def _alike(self) -> dict[tuple[int, int, str], dict[str, list[str]]]:
        return {}

    def _sharing(self, parts: tuple[str, ...], at: int) -> Iterator[str]:
        """The names that share all parts but that one, and may be like it."""
        key = len(parts), at, " ".join(parts[:at] + parts[at + 1 :])
        names = self._shared.get(key, [])
        if len(names) <= _FEW:
            yield from names
            return
        if (alike := self._alike.get(key)) is None:
            alike = {}
            for name in names:
                for like in likeness(name_parts(name)[at]):
                    alike.setdefault(like, []).append(name)
            self._alike[key] = alike
        for like in likeness(parts[at]):
            yield from alike.get(like, ())[:_MOST]


def trimmed(spellings: Mapping[str, int], limit: int) -> dict[str, int]:
    """The ``limit`` most used ones; of those that are used alike, the first."""
    return dict(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))[:limit])


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise InputError(f"a name is a str, not {type(value).__name__}; give one such as 'Ola Vikan'")
    return value


def _path(value: object) -> Path:
    if not isinstance(value, (str, os.PathLike)):
        raise InputError(f"the path of a file is a str or a Path, not {type(value).__name__}; give one such as 'names.json'")
    return Path(value)


def _keys(parts: tuple[str, ...]) -> Iterable[tuple[int, int, str]]:
    return ((len(parts), i, " ".join(parts[:i] + parts[i + 1 :])) for i in range(len(parts))) if len(parts) > 1 else ()


def _tuple(styles: str | tuple[str, ...]) -> tuple[str, ...]:
    return (styles,) if isinstance(styles, str) else styles


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_quoted = json.JSONEncoder(ensure_ascii=False).encode
