"""Makes src/newsnorm/data/filter_scars.tsv: what naive word filters make of English words, and the word it was.

    apt-get install scowl wbritish-huge wspanish wfrench wngerman witalian wportuguese wbrazilian wdutch wswedish \
        wdanish wpolish wnorwegian wcatalan
    python tools/make_filter_table.py

The words come from SCOWL (Kevin Atkinson; free use with the copyright notice, which the table repeats). The other lists
are only looked into, to leave out damaged forms that are a word or name somewhere; nothing of them is in the table.
"""

import re
import sys
import unicodedata
from pathlib import Path

SCOWL = Path("/usr/share/dict/scowl")
DICTIONARIES = Path("/usr/share/dict")
OUT = Path(__file__).parent.parent / "src/newsnorm/data/filter_scars.tsv"
#: (what the filter looks for, what it writes): https://en.wikipedia.org/wiki/Scunthorpe_problem names all three.
FILTERS = (("ass", "bad"), ("ass", "butt"), ("tit", "breast"))
#: A damaged form of fewer letters is a word or a name in too many languages.
SHORTEST = 4
#: For names it takes more: `Agbadi` (Agassi) might be somebody.
SHORTEST_NAME = 7
SIZES = {"10", "20", "35", "40", "50", "55", "60", "70"}
HEAD = """\
# What naive word filters make of English words (damaged form, word), for the rule wording.filter-scar.
# Made by tools/make_filter_table.py from SCOWL 2020.12.07, Copyright 2000-2020 by Kevin Atkinson: "Permission to use, copy,
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


def main() -> None:
    """Write the table."""
    lists = [p for p in DICTIONARIES.iterdir() if p.is_file() and not p.name.startswith("README")]
    scowl = [p for p in SCOWL.iterdir() if re.search(r"-(words|upper|proper-names)\.\d+$", p.name)]
    if not scowl or len(lists) < 10:
        sys.exit("the word lists are not installed; see the head of this file")
    real = {plain(w) for p in (*lists, *scowl) for w in read(p)}
    real |= {part for w in real for part in re.split(r"[^\w]+", w)}
    rows: dict[str, set[str]] = {}
    for path in scowl:
        if path.suffix[1:] not in SIZES:
            continue
        for word in read(path):
            for bad, polite in FILTERS:
                if word.isascii() and word.isalpha() and bad in word.lower():
                    damaged = word.lower().replace(bad, polite)
                    shortest = SHORTEST if "-words." in path.name else SHORTEST_NAME
                    if len(damaged) >= shortest and damaged not in real:
                        rows.setdefault(damaged, set()).add(word.lower())
    table = sorted((damaged, words.pop()) for damaged, words in rows.items() if len(words) == 1)
    OUT.write_text(HEAD + "".join(f"{damaged}\t{word}\n" for damaged, word in table), encoding="utf-8")
    print(f"{len(table)} entries in {OUT}")


if __name__ == "__main__":
    main()
