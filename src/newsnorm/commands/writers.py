"""From documents to output: text, a JSON record a line, or one JSON document."""

from __future__ import annotations

from typing import Any, Protocol

from ..document import Document
from .inputs import Article, Unusable
from .json_text import dumped
from .output import Output


class Writer(Protocol):
    """Writes articles in one format."""

    def article(self, article: Article, doc: Document) -> None:
        """Write a repaired article."""

    def unusable(self, thing: Unusable) -> None:
        """Write what was no article as it was."""

    def end(self) -> None:
        """Write what closes the output."""


def article_text(doc: Document) -> str:
    """The article as one text: title, blank line, body; captions at the end, one a line."""
    newline = "\r\n" if "\r\n" in doc.original else "\n"
    text = doc.text
    if doc.title:
        text = f"{doc.title}{newline * 2}{text}" if text else doc.title + newline
    if doc.captions:
        body = text.rstrip("\r\n")
        text = (body + newline * 2 if body else "") + newline.join(doc.captions) + newline
    return text


def encoded(text: str) -> bytes:
    """The text as UTF-8. A lone surrogate, which is left only if its rule was not run, becomes a question mark."""
    return text.encode("utf-8", "replace")


def record_of(article: Article, doc: Document) -> dict[str, Any]:
    """The record of an article: the fields it came with, text, title, captions and language as they are now, and "newsnorm".

    ``Document.from_dict(record | record["newsnorm"])`` is the document again, so ``.revert()`` gives back what went in.
    """
    whole = doc.to_dict()
    record: dict[str, Any] = {"file": article.source.name} if article.record is None else dict(article.record)
    captions, earlier = record.get("captions"), record.get("newsnorm")
    for name in ("title", "text", "language"):
        record[name] = whole.pop(name)
    # Captions that an earlier run took out of the text are nowhere else any more.
    before = captions if isinstance(captions, list) else [] if captions is None else [captions]
    record["captions"] = before + whole.pop("captions")
    if not isinstance(earlier, dict):
        record["newsnorm"] = whole
    elif doc.changes():
        record["newsnorm"] = {**whole, "earlier": earlier}
    return record


class TextWriter:
    """Articles as text. With ``headed``, each has a line with its place before it."""

    def __init__(self, out: Output, *, headed: bool) -> None:
        self._out = out
        self._headed = headed
        self._gap = ""

    def article(self, article: Article, doc: Document) -> None:
        """Write a repaired article."""
        text = article_text(doc)
        if self._headed:
            self._out.write(f"{self._gap}==> {article.place} <==\n".encode("utf-8", "backslashreplace"))
            self._gap = "\n" if text.endswith("\n") or not text else "\n\n"
        self._out.write(encoded(text))
        self._out.flush()

    def unusable(self, thing: Unusable) -> None:
        """There is no text to write."""

    def end(self) -> None:
        """Nothing closes a text."""


class JsonlWriter:
    """A record a line."""

    def __init__(self, out: Output) -> None:
        self._out = out

    def article(self, article: Article, doc: Document) -> None:
        """Write a repaired article."""
        self._out.write(dumped(record_of(article, doc)) + b"\n")
        self._out.flush()

    def unusable(self, thing: Unusable) -> None:
        """Write the line as it was."""
        line = thing.raw if isinstance(thing.raw, bytes) else dumped(thing.raw)
        self._out.write(line if line.endswith(b"\n") else line + b"\n")

    def end(self) -> None:
        """Nothing closes JSON Lines."""


class JsonWriter:
    """One JSON value: a list of records, or with ``listed`` false the one record."""

    def __init__(self, out: Output, *, listed: bool) -> None:
        self._out = out
        self._listed = listed
        self._first = True

    def article(self, article: Article, doc: Document) -> None:
        """Write a repaired article."""
        self.value(record_of(article, doc))

    def unusable(self, thing: Unusable) -> None:
        """Write the value as it was."""
        self.value(thing.raw)

    def value(self, value: Any) -> None:
        """Write one value."""
        if self._listed:
            self._out.write(b"[\n" if self._first else b",\n")
        self._first = False
        self._out.write(dumped(value, indent=2) + (b"" if self._listed else b"\n"))

    def end(self) -> None:
        """Close the list."""
        if self._listed:
            self._out.write(b"[]\n" if self._first else b"\n]\n")
