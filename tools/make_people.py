"""Makes src/newsnorm/data/names/people.keys of people.tsv, which is written by hand: run it after every change.

    python tools/make_people.py

The file has the folded first parts of all names in one line, then a line for the keys that begin with the same two characters: these, a tab,
and each key with the number of its person's row. One space stands between.
"""

import sys
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))
from newsnorm.people import name_key, name_parts  # noqa: E402

NAMES = ROOT / "src/newsnorm/data/names"
HEAD = """\
# The keys of the names in people.tsv. Made by tools/make_people.py; written for newsnorm (CC0).

"""


def keys_file(people: str) -> str:
    """The text of people.keys for the text of people.tsv."""
    rows = people.partition("\n\n")[2].splitlines()
    forms = [(form, row) for row, line in enumerate(rows) for form in (line.split("\t")[0], *"|".join(line.split("\t")[4:6]).split("|")) if form]
    keys = sorted({name_key(form): row for form, row in forms}.items())
    heads = sorted({name_parts(form)[0] for form, _ in forms})
    groups = (f"{head}\t{' '.join(f'{key} {row}' for key, row in group)}" for head, group in groupby(keys, lambda item: item[0][:2]))
    return HEAD + "\n".join([" ".join(heads), *groups, ""])


if __name__ == "__main__":
    text = keys_file((NAMES / "people.tsv").read_text(encoding="utf-8"))
    (NAMES / "people.keys").write_text(text, encoding="utf-8")
    print(f"{len(text.encode())} bytes")
