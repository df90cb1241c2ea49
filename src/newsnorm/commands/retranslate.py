"""`newsnorm retranslate`: articles or records in, the same out, in another language."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from ..config import Config
from ..document import Document
from ..errors import InputError, NewsnormError
from ..normalizer import Normalizer
from ..translate.article import retranslated
from .console import Console
from .fix import _format, _with, _writer
from .inputs import Article, Unusable, all_articles, sources
from .journal import Journal
from .output import Output
from .writers import record_of

#: Decoding and extraction only.
_READ = Config(select=("language",), ignore=("language",))


def retranslate(args: Namespace, console: Console) -> int:
    """Run the command; 0, or 2 if anything could not be translated."""
    inputs = sources(args)
    if args.resume and (args.output in (None, "-") or _format(inputs, args) != "jsonl"):
        raise InputError("--resume is for JSONL with -o FILE; what an interrupted run left lies in FILE.part")
    reader, settings = Normalizer(_READ), _settings(args)
    read = all_articles(inputs, args, console)
    if args.output not in (None, "-") and _format(inputs, args) == "jsonl":
        run = {"inputs": [s.name for s in inputs], **{k: v for k, v in settings.items() if k not in ("threads", "cache")}}
        with Journal(args.output, run, resume=args.resume) as journal:
            for number, article in enumerate(read):
                if not journal.has(number) and isinstance(article, Article) and (doc := _translated(article, reader, settings, console)) is not None:
                    journal.write(number, record_of(article, doc))
            if console.errors:
                journal.drop_if_empty()
    else:
        _write(inputs, args, read, reader, settings, console)
    return 2 if console.errors else 0


def _settings(args: Namespace) -> dict[str, Any]:
    given = {"source": args.source, "target": args.target, "translator": args.translator, "model": args.model, "cache": not args.no_cache}
    given |= {"keep_titles": True} if args.keep_titles else {}
    return given | {name: value for name in ("threads", "device", "compute_type", "beam_size") if (value := getattr(args, name)) is not None}


def _write(inputs: list[Any], args: Namespace, read: Iterator[Article | Unusable], reader: Normalizer, settings: dict[str, Any], console: Console) -> None:
    """All inputs, in order, to one output. What cannot be translated is reported and left out."""
    format, written = _format(inputs, args), 0
    with Output(args.output) as out:
        first = next(read, None)
        writer = _writer(format, out, inputs, first)
        for article in _with(first, read):
            if isinstance(article, Article) and (doc := _translated(article, reader, settings, console)) is not None:
                writer.article(article, doc)
                written += 1
        if written or not console.errors:
            writer.end()
        else:
            out.drop()


def _translated(article: Article, reader: Normalizer, settings: dict[str, Any], console: Console) -> Document | None:
    """The article's Document; None, and an error reported, if there can be none."""
    if (doc := article.untitled().normalized(reader, console)) is None:
        return None
    people = tuple(str(p["name"] if isinstance(p, dict) else p) for p in article.people if isinstance(p, str) or (isinstance(p, dict) and "name" in p))
    source = settings["source"] or article.language
    try:
        done = retranslated(doc.original, title=article.title, **{**settings, "source": source, "people": people})
    except NewsnormError as error:
        console.error(f"{article.place}: {error}")
        return None
    for flag in done.flags:
        if flag.rule == "retranslate.no-cache":
            console.note(flag.reason)
            settings["cache"] = False
    return done
