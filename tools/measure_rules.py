"""Measure the rules of the stages typography and wording, each alone, and write the counts that docs/reference/rules.md shows.

    python tools/measure_rules.py --clean FILE... --scraped FILE... --translated FILE[@KEY=VALUE]... [--list RULE]

A file is JSONL (or JSONL.gz) with "text" and "lang" (without it: English) in each record, of which ``@KEY=VALUE`` takes some; no text of it is
kept. For each rule, on clean articles, scraped ones and machine translations: the documents of its languages, its edits and its flags, written to
tools/measured_rules.toml. ``--list`` prints what one rule does, with what stands
around it, and writes nothing: this is how edits are judged.

Two numbers of a rule are judged by a reader and not by this script: of ``judged`` of these edits and flags, ``wrong`` were wrong. They are kept as long
as all counts stay what they were; when one changes, they are taken out, and the page says that nobody has looked.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from newsnorm import RULES, Change, Config, Normalizer, Rule
from newsnorm.data import language_data

MEASURED = Path(__file__).with_name("measured_rules.toml")
STAGES = ("typography", "wording")
SETS = ("clean", "scraped", "translated")
#: Characters that ``--list`` shows on each side.
_AROUND = 50

Text = tuple[str, str]
Counts = dict[str, int]
#: Counts by set, and what a reader said.
Measured = dict[str, Counts | int]


def texts(sources: list[str]) -> Iterator[Text]:
    """Language and text of each record."""
    for source in sources:
        name, _, wanted = source.partition("@")
        path, (key, _, value) = Path(name), wanted.partition("=")
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if not wanted or record.get(key) == value:
                    yield record.get("lang") or "en", record["text"]


def runs_for(rule: Rule, language: str) -> bool:
    """Whether the rule runs for texts of the language."""
    primary = language.partition("-")[0]
    return (not rule.languages or primary in rule.languages) and (not rule.from_data or rule.id in language_data(primary))


def found(rule: Rule, some: list[Text]) -> Iterator[tuple[str, tuple[Change, ...], tuple[Change, ...]]]:
    """Text, edits and flags for each text of the rule's languages."""
    alone = Normalizer(Config(select=(rule.id,)))
    for language, text in some:
        if runs_for(rule, language):
            doc = alone.normalize(text, language=language, media_type="text/plain")
            yield doc.original, doc.changes(), doc.flags


def counts(rule: Rule, some: list[Text]) -> Counts:
    """Documents, edits and flags."""
    every = list(found(rule, some))
    return {"documents": len(every), "edits": sum(len(e) for _, e, _ in every), "flags": sum(len(f) for _, _, f in every)}


def judgement(new: Measured, old: Measured) -> Counts:
    """What the reader said of the old counts, if the new ones are the same."""
    same = all(counts == old.get(name) for name, counts in new.items())
    return {key: n for key in ("judged", "wrong") if isinstance(n := old.get(key), int)} if same else {}


def listed(rule: Rule, some: list[Text]) -> Iterator[str]:
    """A line for each edit and flag."""
    for text, edits, flags in found(rule, some):
        for kind, changes in (("edit", edits), ("flag", flags)):
            for c in changes:
                yield f"{kind} {text[max(0, c.start - _AROUND) : c.start]!r} [{c.before!r} -> {c.after!r}] {text[c.end : c.end + _AROUND]!r}"


def written(measured: dict[str, Measured]) -> str:
    """The file."""
    out = ["# Made by tools/measure_rules.py, but for `judged` and `wrong`: a reader looked at so many edits and flags, and so many were wrong.\n"]
    for rule, found in measured.items():
        out.append(f'["{rule}"]')
        out += [f"{key} = {n}" for key, n in found.items() if isinstance(n, int)]
        out += [f"{name} = {{ {', '.join(f'{key} = {n}' for key, n in c.items())} }}" for name, c in found.items() if not isinstance(c, int)]
        out.append("")
    return "\n".join(out)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description="Measure the rules of typography and wording, each alone.")
    for name in SETS:
        parser.add_argument(f"--{name}", nargs="+", default=[], metavar="FILE")
    parser.add_argument("--list", metavar="RULE", help="print what this rule does, and write nothing")
    args = parser.parse_args()
    sets = {name: list(texts(getattr(args, name))) for name in SETS}
    rules = [rule for rule in RULES if rule.stage in STAGES]
    if args.list:
        rule = next(rule for rule in rules if rule.id == args.list)
        print(*(f"{name} {line}" for name, some in sets.items() for line in listed(rule, some)), sep="\n")
        return
    before = tomllib.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.is_file() else {}
    measured: dict[str, Measured] = {}
    for rule in rules:
        new: Measured = {name: counts(rule, some) for name, some in sets.items() if some}
        measured[rule.id] = {**new, **judgement(new, before.get(rule.id, {}))}
    MEASURED.write_text(written(measured), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
