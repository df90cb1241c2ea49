"""From files to articles: text, HTML, one JSON record or a list, or a record a line. Mistakes are reported, and the rest goes on."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from ..codes import language_code
from ..document import Document
from ..errors import InputError, NewsnormError
from ..normalizer import Normalizer
from .console import Console
from .json_text import Number, is_utf_16, json_format, parsed

_FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".html": "html", ".htm": "html"}
_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number", Number: "a number", type(None): "null"}
_UTF_16 = "this is UTF-16, and JSON must be UTF-8; convert it first (iconv -f UTF-16 -t UTF-8)"
#: What the Python interface advises for HTML without an article.
_WAY_OUT = ", or media_type='text/plain' to take it as it is"
#: So many lines without a record, and the file is no JSON Lines.
_LINES_ENOUGH = 20
#: Of the arguments -> as the command line calls it.
_LANGUAGES = {"language": "--language", "source_language": "--source-language", "source": "--from", "target": "--to", "translate_to": "--translate-to"}


@dataclass(frozen=True, slots=True)
class Source:
    """An input file, ``-`` for standard input, and what it holds: text, html, json or jsonl."""

    path: str
    format: str

    @property
    def name(self) -> str:
        """The file's name for messages."""
        return "<stdin>" if self.path == "-" else self.path


@dataclass(frozen=True, slots=True)
class Article:
    """One article, and where it stands: ``record`` and ``number`` (line, or index in a list) if it came as JSON."""

    source: Source
    place: str
    data: str | bytes
    title: str | None = None
    media_type: str | None = None
    language: str | None = None
    source_text: str | None = None
    source_language: str | None = None
    people: list[Any] = field(default_factory=list)
    record: dict[str, Any] | None = None
    number: int | None = None
    in_list: bool = False
    raw: Any = None

    def untitled(self) -> Article:
        """The article as text alone."""
        return replace(self, title=None, source_text=None, people=[])

    def normalized(self, normalizer: Normalizer, console: Console) -> Document | None:
        """The article's Document; None, and an error reported, if there can be none."""
        try:
            return normalizer.normalize(
                self.data,
                title=self.title,
                media_type=self.media_type,
                language=self.language,
                source=self.source_text,
                source_language=self.source_language,
                people=self.people,
            )
        except NewsnormError as error:
            way_out = "" if self.record is not None else ", or --input-format text to take it as it is"
            why = str(error).replace(_WAY_OUT, way_out)
        except MemoryError:
            why = "memory ran out; give it in parts"
        console.error(f"{self.place}: {why}")  # here, where what the error held is free again
        return None


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something that is no article and was reported; ``raw`` is what stood there: a line's bytes, or a JSON value."""

    raw: Any
    in_list: bool = False


def sources(args: Namespace) -> list[Source]:
    """The inputs that the arguments name. Raises InputError for arguments that do not go together."""
    for name, option in _LANGUAGES.items():
        language_code(option, getattr(args, name, None))
    found = [Source(path, args.input_format or _FORMATS.get(os.path.splitext(path)[1].lower(), "text")) for path in args.files or ["-"]]
    if getattr(args, "title", None) is not None and (len(found) > 1 or found[0].format not in ("text", "html")):
        raise InputError('--title is for one text or HTML file; in JSON, give each record its "title"')
    if args.charset is not None:
        if any(s.format in ("json", "jsonl") for s in found):
            raise InputError("--charset is for text and HTML files; JSON is always UTF-8, so convert the file first (iconv -t UTF-8)")
        try:
            b" ".decode(args.charset)
        except UnicodeError:
            pass
        except (LookupError, ValueError):
            raise InputError(f"there is no charset {args.charset!r}; give one such as utf-8, windows-1251 or shift_jis") from None
    return found


def all_articles(inputs: Iterable[Source], args: Namespace, console: Console) -> Iterator[Article | Unusable]:
    """The articles of all inputs. An input that cannot be read is reported, and the next is taken."""
    for source in inputs:
        try:
            yield from articles(source, args, console)
        except InputError as error:
            console.error(str(error))


def articles(source: Source, args: Namespace, console: Console) -> Iterator[Article | Unusable]:
    """The articles of one input, in order and lazily. Records that are none are reported. Raises InputError if the input itself cannot be read."""
    try:
        with _opened(source) as file:
            if source.path == "-" and file.isatty():
                console.note("reading the terminal; end with Ctrl-D")
            if source.format == "jsonl":
                yield from _lines(source, file, args, console)
            elif source.format == "json":
                yield from _whole(source, file.read(), args, console)
            else:
                yield _text(source, file.read(), args)
    except OSError as error:
        raise InputError(f"{source.name}: {_why(source, error)}") from error
    except MemoryError as error:
        raise InputError(f"{source.name}: memory ran out while it was read; split it") from error


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    if source.path != "-":
        return open(source.path, "rb")
    if sys.stdin is None:
        raise InputError("standard input is closed; give files")
    return nullcontext(sys.stdin.buffer)


def _why(source: Source, error: OSError) -> str:
    if source.path.lower().startswith(("http://", "https://")):
        return "newsnorm reads files; fetch it first, such as: curl -s URL | newsnorm fix --input-format html"
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the path"
    if isinstance(error, IsADirectoryError) or os.path.isdir(source.path):
        return "this is a directory; give files, such as " + os.path.join(source.path, "*.txt")
    if isinstance(error, PermissionError):
        return "no permission to read it; change its permissions, or copy it"
    return f"cannot be read ({error.strerror}); check the file"


def _text(source: Source, data: bytes, args: Namespace) -> Article:
    if args.input_format is None and source.format == "text" and (shape := json_format(data)) is not None:
        what = "JSON Lines" if shape == "jsonl" else "JSON"
        raise InputError(f"{source.name}: this looks like {what}; give --input-format {shape}, or --input-format text to take it as text")
    kind = "text/html" if source.format == "html" else "text/plain" if args.input_format == "text" else None
    if args.charset is not None:
        kind = f"{kind or 'text/plain'}; charset={args.charset}"
    return Article(
        source,
        source.name,
        data,
        title=getattr(args, "title", None),
        media_type=kind,
        language=getattr(args, "language", None),
        source_language=getattr(args, "source_language", None),
    )


def _lines(source: Source, file: BinaryIO, args: Namespace, console: Console) -> Iterator[Article | Unusable]:
    bad: list[tuple[int, str, Unusable]] = []  # lines before the first record, for something else may be called JSON Lines
    begun = False
    for number, line in enumerate(file, 1):
        if number == 1 and is_utf_16(line):
            raise InputError(f"{source.name}: {_UTF_16}")
        body = (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).rstrip(b"\r\n")
        if not body.strip():
            continue
        console.count(number)
        place = f"{source.name}:{number}"
        article = None
        try:
            record = parsed(body)
            begun = begun or isinstance(record, dict)
            article = _article(source, place, record, args, console, number=number, raw=line)
        except InputError as error:
            bad.append((number, str(error), Unusable(line)))
        if begun:
            yield from _reported(source, bad, console)
        elif len(bad) == _LINES_ENOUGH:
            break
        if article is not None:
            yield article
    if len(bad) > 1:
        first, why, _ = bad[0]
        raise InputError(
            f"{source.name}: none of the first {len(bad)} lines is a record (line {first}: {why.partition('; ')[0]}); "
            "give --input-format json if it is one JSON value, --input-format text if it is text"
        )
    yield from _reported(source, bad, console)


def _reported(source: Source, bad: list[tuple[int, str, Unusable]], console: Console) -> Iterator[Unusable]:
    for number, why, line in bad:
        console.error(f"{source.name}:{number}: {why}")
        yield line
    bad.clear()


def _whole(source: Source, data: bytes, args: Namespace, console: Console) -> Iterator[Article | Unusable]:
    body = data.removeprefix(b"\xef\xbb\xbf")
    if not body.strip():
        return
    if is_utf_16(data):
        raise InputError(f"{source.name}: {_UTF_16}")
    try:
        value = parsed(body)
    except InputError as error:
        raise InputError(f"{source.name}: {error}") from None
    listed = isinstance(value, list)
    for number, item in enumerate(value if listed else [value]):
        place = f"{source.name}[{number}]" if listed else source.name
        console.count(number)
        try:
            yield _article(source, place, item, args, console, number=number if listed else None, raw=item, in_list=listed)
        except InputError as error:
            console.error(f"{place}: {error}")
            yield Unusable(item, in_list=listed)


def _article(source: Source, place: str, record: Any, args: Namespace, console: Console, **where: Any) -> Article:
    """The record as an article. Raises InputError if it is none."""
    if not isinstance(record, dict):
        raise InputError(f'{_kind(record)} where a record was expected; give an object such as {{"text": "..."}}')
    if "text" not in record:
        raise InputError('the record has no "text"; add the article under that name')
    if not isinstance(record["text"], str):
        raise InputError(f'"text" is {_kind(record["text"])}; give the article as a string')
    for name in ("title", "source_text"):
        if not isinstance(record.get(name), (str, type(None))):
            raise InputError(f'"{name}" is {_kind(record[name])}; give a string, or leave it out')
    return Article(
        source,
        place,
        record["text"],
        title=record.get("title"),
        language=getattr(args, "language", None) or _language("language", record, place, console),
        source_text=record.get("source_text"),
        source_language=getattr(args, "source_language", None) or _language("source_language", record, place, console),
        people=_people(record.get("people")),
        record=record,
        **where,
    )


def _people(value: Any) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise InputError(f'"people" is {_kind(value)}; give a list of names, or of objects with "name"')
    for entry in value:
        if isinstance(entry, dict) and not isinstance(entry.get("aliases", []), list):
            raise InputError(f'"aliases" of a person is {_kind(entry["aliases"])}; give a list of names')
    return value


def _language(name: str, record: dict[str, Any], place: str, console: Console) -> str | None:
    """The language that the record says, if it says one that can be used; a note if it cannot."""
    value = record.get(name)
    if value is None or value in ("", "und"):  # nobody could tell: identify it again
        return None
    try:
        return language_code(name, value)
    except InputError:
        what = repr(value[:40]) if isinstance(value, str) else _kind(value)
        console.note_once(name, f'{place}: "{name}" is {what}, no BCP 47 code such as "en" or "pt-BR": it is not used (said once for all records)')
        return None


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "something else")
