"""Who is known: the gazetteer in data/names/people.tsv, and the people a caller names."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from .errors import InputError
from .lexicon import fold
from .patterns import compiled

if TYPE_CHECKING:
    from .gazetteer import Gazetteer

#: Pairs of names that are never one person, by key; by spelling if the keys are the same. Ask :func:`are_different`.
Different = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person with a canonical name, other forms of it that are correct too, and what is known of the person.

    aliases    all other forms: spellings, long forms, by-names, other scripts
    gender     "f", "m" or None
    role       one or two words: "president", "footballer"
    years      of birth and death: "1917-1963", "1954-"
    spellings  those of the aliases that are the same name spelt otherwise (Qaddafi, Kadhafi), so that one may stand for another
    """

    name: str
    aliases: tuple[str, ...] = ()
    gender: str | None = None
    role: str | None = None
    years: str | None = None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """What a user says of people: the persons, and pairs of names that are never the same person."""

    persons: tuple[KnownPerson, ...] = ()
    different: tuple[tuple[str, str], ...] = ()

    @property
    def digest(self) -> str:
        """12 hexadecimal digits that tell one value from another."""
        from hashlib import sha256

        return sha256(repr((tuple(self.persons), self.different)).encode("utf-8", "backslashreplace")).hexdigest()[:12]

    def __or__(self, other: People) -> People:
        """Both; where they disagree on a name, the other's person is meant."""
        return People(_Persons((*self.persons, *other.persons)), (*self.different, *other.different))


class _Persons(tuple[KnownPerson, ...]):
    """Persons whose hash is made once: what is cached by them is asked for with every text."""

    def __hash__(self) -> int:
        if (made := self.__dict__.get("made")) is None:
            made = self.__dict__["made"] = super().__hash__()
        return int(made)

    def __reduce__(self) -> tuple[Any, ...]:
        return _Persons, (tuple(self),)  # another process hashes otherwise


def forbidden(pairs: Iterable[tuple[str, str]]) -> Different:
    """The pairs as :func:`are_different` takes them."""
    return frozenset(frozenset(keys) if len(keys := {name_key(one), name_key(other)}) > 1 else frozenset((one, other)) for one, other in pairs)


def are_different(different: Different, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether somebody said that names of these parts, or the parts in which they differ, are never the same."""
    if not different:
        return False
    if frozenset(("".join(one), "".join(other))) in different:
        return True
    return len(one) == len(other) and any(frozenset(pair) in different for pair in zip(one, other, strict=True) if pair[0] != pair[1])


def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name as they are compared: folded (see lexicon.fold), split at spaces, hyphens and full stops."""
    return tuple(compiled(r"[^\s\-‐‑.]++").findall(fold(name)))


def name_key(name: str) -> str:
    """The key that all styles of one spelling share: ``Kim Il-sung`` and ``Kim Il Sung`` have the same."""
    return "".join(name_parts(name))


@cache
def gazetteer() -> Gazetteer:
    """Key of name or alias -> person."""
    from .gazetteer import Gazetteer

    return Gazetteer()


@lru_cache(8)
def lookup(known: tuple[KnownPerson, ...]) -> Mapping[str, KnownPerson]:
    """The gazetteer with the caller's people before it."""
    if not known:
        return gazetteer()
    return ChainMap(
        {key: person for person in known for form in (person.name, *person.aliases) if (key := name_key(form))}, cast(dict[str, KnownPerson], gazetteer())
    )


def known_heads(known: tuple[KnownPerson, ...] = ()) -> frozenset[str]:
    """The first parts of all names and aliases: a quick test of a word."""
    return gazetteer().heads | _heads(known) if known else gazetteer().heads


@lru_cache(8)
def _heads(known: tuple[KnownPerson, ...]) -> frozenset[str]:
    return frozenset(parts[0] for person in known for form in (person.name, *person.aliases) if (parts := name_parts(form)))


def known_people(people: Iterable[str | Mapping[str, Any]] | None) -> tuple[KnownPerson, ...]:
    """The caller's people. Raises InputError for an entry that is neither a name nor a mapping with one."""
    return people_of(people).persons


def people_of(people: Iterable[str | Mapping[str, Any]] | None) -> People:
    """The caller's people, and the names that they are said to be different from. Raises InputError for an entry that is no person."""
    if people is None:
        return People()
    if isinstance(people, (str, Mapping)) or not isinstance(people, Iterable):
        raise InputError(f"people takes a list of names or mappings, not {people!r}")
    persons: list[KnownPerson] = []
    different: list[tuple[str, str]] = []
    for entry in people:
        person, others = _known_person(entry)
        persons.append(person)
        different += [(form, other) for form in (person.name, *person.aliases) for other in others]
    return People(_Persons(persons), tuple(different))


def _known_person(entry: object) -> tuple[KnownPerson, tuple[str, ...]]:
    if isinstance(entry, str):
        entry = {"name": entry}
    if not isinstance(entry, Mapping) or not isinstance(entry.get("name"), str) or not entry["name"].strip():
        wanted = '"name", and maybe "aliases", "gender", "role", "years" and "different"'
        raise InputError(f"people takes names or mappings with {wanted}; one entry is {entry!r}")
    gender, role, years = (entry.get(field) for field in ("gender", "role", "years"))
    aliases, different = (entry.get(field, ()) for field in ("aliases", "different"))
    if not all(isinstance(names, (list, tuple)) and all(isinstance(n, str) for n in names) for names in (aliases, different)) or gender not in ("f", "m", None):
        raise InputError(f'"aliases" and "different" take lists of names and "gender" takes "f" or "m"; one entry of people is {dict(entry)!r}')
    if not isinstance(role, str | None) or not isinstance(years, str | None):
        raise InputError(f'"role" and "years" take a text, such as "mayor" and "1954-"; one entry of people is {dict(entry)!r}')
    return KnownPerson(entry["name"], tuple(aliases), gender, role, years, tuple(aliases)), tuple(different)


def load_people(path: str | Path) -> People:
    """The people of a file, TOML or (by its ending) JSON: a list ``person`` of names or tables with name, aliases, gender, role, years
    and different (names that are somebody else's), and a list ``different`` of pairs of names that are never one person; a JSON list is that
    of the persons. Raises InputError.
    """
    import json
    import tomllib

    kind, read = ("JSON", json.loads) if Path(path).suffix.lower() == ".json" else ("TOML", tomllib.loads)
    try:
        table = read(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}; give the path of a TOML or JSON file of people") from error
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputError(f"{path} is not {kind}: {error}; mend it, or give a TOML file, or a JSON file whose name ends in .json") from error
    if isinstance(table, list):
        table = {"person": table}
    if not isinstance(table, dict) or not {"person", "different"}.issuperset(table):
        shape = '{"person": [{"name": "Ann Lund"}], "different": [["Ann Lund", "Anne Lund"]]}'
        raise InputError(f'{path} takes "person", a list of people, and "different", a list of pairs of names, and nothing else: {shape}')
    persons, different = table.get("person", []), table.get("different", [])
    if not isinstance(persons, list):
        raise InputError(f'{path}: "person" takes a list; write [[person]] above each person in TOML, "person": [...] in JSON')
    try:
        known = people_of(persons)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    if not isinstance(different, list) or not all(map(_is_pair, different)):
        raise InputError(f'{path}: "different" takes a list of pairs of names, such as [["Ann Lund", "Anne Lund"]]; it is {different!r}')
    return known | People(different=tuple((first, second) for first, second in different))


def _is_pair(entry: object) -> bool:
    return isinstance(entry, list) and len(entry) == 2 and all(isinstance(name, str) and name.strip() for name in entry)
