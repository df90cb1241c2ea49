"""newsnorm.learn_names: the names of a corpus, counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import tee
from typing import Any

from newsnorm.codes import language_code
from newsnorm.config import Config
from newsnorm.document import Document
from newsnorm.errors import InputError
from newsnorm.normalizer import Normalizer
from newsnorm.people import known_people
from newsnorm.read import Item, several
from newsnorm.view import View

from .cast import names_in
from .table import NameTable, trimmed

#: What runs before names are counted: all that runs before the stage names, so that a damaged character is no new name. (Encoding,
#: boilerplate and the language alone save 7% of the time.) The names rules would count what they believe, not what stands there.
BEFORE_NAMES = Config(ignore=("names", "pronouns", "layout"))
#: Spellings that are kept if the caller does not say how many.
LIMIT = 1_000_000


def learn_names(texts: Iterable[str | bytes | Mapping[str, Any]], *, language: str | None = None, limit: int = LIMIT) -> NameTable:
    """In how many of the texts each person's full name stands, by spelling.

    texts     what :meth:`Normalizer.pipe` takes: texts, bytes, or mappings with "text"; taken one by one, none is kept
    language  BCP 47 code of all texts that do not say theirs; None identifies it for each
    limit     spellings to keep: memory never holds more than twice as many

    A text counts a name once. Only people count for whom there is evidence: a known name (in newsnorm's data, or among the
    "people" of the mapping), a given name, a title, a verb of speech. Give each article once: copies count like any other text.
    Counts are exact as long as the texts have no more than twice ``limit`` spellings. Each time they have more, all but the
    ``limit`` most used are forgotten, and such a name's later count lacks the documents before. Raises InputError for a text or
    an argument that cannot be used.
    """
    code, counter, reader = language_code("language", language), NameCounter(limit), Normalizer(BEFORE_NAMES)
    items, kept = tee(several(texts, "learn_names"))
    for doc, item in zip(reader.pipe(items if code is None else (_in_language(item, code) for item in items)), kept, strict=False):
        counter.add(doc, item.get("people") if isinstance(item, Mapping) else None)
    return counter.table()


def _in_language(item: Item, language: str) -> Mapping[str, Any]:
    item = item if isinstance(item, Mapping) else {"text": item}
    return item if item.get("language") else {**item, "language": language}


class NameCounter:
    """Counts names document by document, in bounded memory. The documents are those of a Normalizer of BEFORE_NAMES."""

    def __init__(self, limit: int = LIMIT) -> None:
        if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
            raise InputError(f"limit takes a whole number, 1 or more; it is {limit!r}")
        self._limit = limit
        self._spellings: dict[str, int] = {}
        self._documents = 0

    def add(self, doc: Document, people: Iterable[str | Mapping[str, Any]] | None = None) -> None:
        """Count the people of a document; ``people`` are those that its record names."""
        text = doc.text if doc.title is None else f"{doc.title}\n\n{doc.text}"
        for name in names_in(View(text, BEFORE_NAMES, language=doc.language, known=known_people(people))):
            self._spellings[name] = self._spellings.get(name, 0) + 1
        self._documents += 1
        if len(self._spellings) > 2 * self._limit:
            self._spellings = trimmed(self._spellings, self._limit)

    def table(self) -> NameTable:
        """What was counted so far."""
        return NameTable(self._spellings, self._documents)
