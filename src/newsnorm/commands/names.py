"""`newsnorm names`: learns the names of a corpus, shows them, joins tables."""

from __future__ import annotations

from argparse import Namespace

from ..errors import InputError
from ..names.learn import BEFORE_NAMES, LIMIT, NameCounter
from ..names.table import NameTable
from ..normalizer import Normalizer
from .console import Console, shown
from .inputs import Article, all_articles, sources
from .output import Output


def names(args: Namespace, console: Console) -> int:
    """Run the command; 0, or 2 if anything could not be read."""
    return {"learn": _learn, "show": _show, "merge": _merge}[args.action](args, console)


def _learn(args: Namespace, console: Console) -> int:
    counter, reader = NameCounter(LIMIT if args.limit is None else args.limit), Normalizer(BEFORE_NAMES)
    inputs = sources(args)
    if args.output not in (None, "-"):
        console.has_standard_output()
    with Output(args.output) as out:
        for article in all_articles(inputs, args, console):
            if isinstance(article, Article) and (doc := article.normalized(reader, console)) is not None:
                counter.add(doc, article.people)
        table = counter.table()
        if table.documents or not console.errors:
            out.write(_bytes(table))
        else:
            out.drop()
    return 2 if console.errors else 0


def _merge(args: Namespace, console: Console) -> int:  # noqa: ARG001
    table = NameTable().merge(*map(NameTable.load, args.files))
    with Output(args.output) as out:
        out.write(_bytes(table if args.limit is None else table.trimmed(args.limit)))
    return 0


def _show(args: Namespace, console: Console) -> int:  # noqa: ARG001
    table = NameTable.load(args.table)
    if args.top is not None and args.top < 0:
        raise InputError(f"--top takes a number, 0 or more; it is {args.top}")
    lines = _about(table, args.name) if args.name is not None else _most_used(table, 20 if args.top is None else args.top)
    with Output(None) as out:
        out.write("".join(f"{shown(line)}\n" for line in lines).encode("utf-8", "backslashreplace"))
    return 0


def _most_used(table: NameTable, number: int) -> list[str]:
    head = f"{table.documents:,} documents, {len(table):,} spellings of names"
    return [head, *(f"{count:>8,}  {name}" for name, count in table.most_used(number))]


def _about(table: NameTable, name: str) -> list[str]:
    documents = table.count(name)
    lines = [f"{name}: {documents:,} of {table.documents:,} documents"]
    lines += [f"{count:>8,}  {spelling}" for spelling, count in table.spellings(name).items()]
    if near := table.near(name):
        lines += ["near names:", *(f"{table.count(other):>8,}  {other}" for other in near)]
    return lines


def _bytes(table: NameTable) -> bytes:
    return table.to_json().encode("utf-8", "backslashreplace")
