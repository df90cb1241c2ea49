"""`newsnorm fix`: article or records in, the same out, repaired."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import chain

from ..decoding import decode
from ..errors import InputError, NewsnormError
from ..extract import is_html
from ..normalizer import Normalizer
from ..read import GUESS, SURE
from .console import Console
from .inputs import Article, Source, Unusable, all_articles, articles, sources
from .output import Output
from .settings import normalizer
from .writers import JsonlWriter, JsonWriter, TextWriter, Writer, article_text, encoded


def fix(args: Namespace, console: Console) -> int:
    """Run the command; 0, or 2 if anything could not be repaired."""
    inputs = sources(args)
    rules = normalizer(args)
    if args.in_place:
        _check_in_place(args, inputs)
        for source in inputs:
            try:
                _replace(source, args, rules, console)
            except NewsnormError as error:
                console.error(str(error))
    else:
        _write(inputs, args, rules, console)
    return 2 if console.errors else 0


def _write(inputs: list[Source], args: Namespace, rules: Normalizer, console: Console) -> None:
    """All inputs, in order, to one output. What is no article is left out."""
    format, written = _format(inputs, args), 0
    with Output(args.output) as out:
        read = all_articles(inputs, args, console)
        first = next(read, None)
        writer = _writer(format, out, inputs, first)
        for article in _with(first, read):
            if isinstance(article, Article) and (doc := article.normalized(rules, console)) is not None:
                writer.article(article, doc)
                written += 1
        if written or not console.errors:
            writer.end()
        else:
            out.drop()


def _with(first: Article | Unusable | None, rest: Iterator[Article | Unusable]) -> Iterator[Article | Unusable]:
    return rest if first is None else chain((first,), rest)


def _format(inputs: Iterable[Source], args: Namespace) -> str:
    if args.format is not None:
        return str(args.format)
    formats = {"text" if s.format == "html" else s.format for s in inputs}
    if len(formats) > 1:
        raise InputError(f"the inputs are of different formats ({', '.join(sorted(formats))}) and have one output; give --format jsonl or --format text")
    return formats.pop()


def _writer(format: str, out: Output, inputs: list[Source], first: Article | Unusable | None) -> Writer:
    several = len(inputs) > 1 or inputs[0].format == "jsonl" or first is None or first.in_list
    if format == "jsonl":
        return JsonlWriter(out)
    return JsonWriter(out, listed=several) if format == "json" else TextWriter(out, headed=several)


def _check_in_place(args: Namespace, inputs: Iterable[Source]) -> None:
    for source in inputs:
        if source.path == "-":
            raise InputError("--in-place needs files: standard input has no place; drop --in-place, or name the files")
        if source.format == "html":
            raise InputError(f"--in-place would put plain text in the place of the HTML page {source.name}; write it elsewhere with -o")
        if args.format not in (None, source.format):
            raise InputError(f"--in-place keeps the format of {source.name}, which is {source.format}; drop --format {args.format}, or write with -o")


def _replace(source: Source, args: Namespace, rules: Normalizer, console: Console) -> None:
    """One input in its own place. What is no article stays there as it is. Raises NewsnormError; the file is then untouched."""
    read = articles(source, args, console)
    first = next(read, None)
    if source.format == "text" and isinstance(first, Article):
        _replace_text(first, args, rules, console)
    elif first is not None:
        with Output(source.path) as out:
            if not _rewrite(_with(first, read), _writer(source.format, out, [source], first), rules, console):
                out.drop()


def _replace_text(article: Article, args: Namespace, rules: Normalizer, console: Console) -> None:
    if args.input_format is None and _is_page(article.data, args.charset):
        raise InputError(f"{article.place}: this is HTML, and --in-place would put plain text in its place; write it elsewhere with -o")
    doc = article.normalized(rules, console)
    if doc is None:
        return
    if any(flag.rule == GUESS and flag.confidence < SURE for flag in doc.flags):
        raise InputError(f"{article.place}: its encoding is a guess, and --in-place would make the guess final; give it with --charset")
    if (repaired := article_text(doc)) != doc.original:  # a right text keeps its encoding and its byte order mark
        with Output(article.source.path) as out:
            out.write(encoded(repaired))


def _is_page(data: str | bytes, charset: str | None) -> bool:
    try:
        return isinstance(data, bytes) and b"<" in data and is_html(decode(data, declared=charset).text)
    except InputError:  # no text at all: to be reported when it is normalised
        return False


def _rewrite(read: Iterator[Article | Unusable], writer: Writer, rules: Normalizer, console: Console) -> int:
    """All of the input to the writer; the number of articles among it."""
    written = 0
    for article in read:
        if isinstance(article, Unusable):
            writer.unusable(article)
        elif (doc := article.normalized(rules, console)) is None:
            writer.unusable(Unusable(article.raw, article.in_list))
        else:
            writer.article(article, doc)
            written += 1
    writer.end()
    return written
