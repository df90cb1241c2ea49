"""A Document as a JSON-ready record, and back: docs/reference/record.md has the shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .document import Change, Document, Edit, Person, Sentence, Step, make_step, traced_edits
from .errors import InputError, RuleError

#: Version of the shape.
RECORD_VERSION = 1
#: What ``newsnorm fix`` writes beside its inner record.
_OUTER = ("text", "title", "captions", "language")


def record_of(doc: Document) -> dict[str, Any]:
    """The document's record."""
    sentences = {"sentences": [_sentence(s) for s in doc.sentences]} if doc.sentences else {}
    return {
        "record": RECORD_VERSION,
        "text": doc.text,
        "title": doc.title,
        "captions": list(doc.captions),
        "language": doc.language,
        "changes": [{**_plain(change), "step": step, "at": edit.start} for step, edit, change in traced_edits(doc.steps)],
        "flags": [_plain(flag) for flag in doc.flags],
        "people": [_person(p) for p in doc.people],
        **sentences,
    }


def document_of(record: Mapping[str, Any]) -> Document:
    """The document of a record. Fields that it does not know are left out. Raises InputError if it is no record."""
    if not isinstance(record, Mapping):
        raise InputError(f"a record is a mapping, not {type(record).__name__}; give what Document.to_dict() gave")
    if isinstance(inner := record.get("newsnorm"), Mapping):
        record = {**{name: record[name] for name in _OUTER if name in record}, **inner}  # other fields are the user's own
    if record.get("record") != RECORD_VERSION:
        raise InputError(f'not a newsnorm record of version {RECORD_VERSION}: its field "record" is {record.get("record")!r}')
    try:
        doc = _document(record)
        text = doc.original
        for step in doc.steps:
            text = make_step(text, step.edits).apply(text)
        if text != doc.text:
            raise RuleError("its changes do not lead to its text")
    except RuleError as error:
        raise InputError(f"the record does not fit together: {error}; it was altered after Document.to_dict()") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"the record is not complete ({type(error).__name__}: {error}); write it with Document.to_dict()") from error
    return doc


def _document(record: Mapping[str, Any]) -> Document:
    steps: dict[int, list[Edit]] = {}
    for c in record["changes"]:
        edit = Edit(c["rule"], c["at"], c["at"] + len(c["before"]), c["before"], c["after"], c["confidence"], c["reason"])
        steps.setdefault(c["step"], []).append(edit)
    doc = Document(
        original="",
        text=record["text"],
        title=record["title"],
        captions=_texts(record["captions"]),
        language=record["language"],
        steps=tuple(Step(tuple(steps[k])) for k in sorted(steps)),
        flags=tuple(Change(*(flag[name] for name in Change.__slots__)) for flag in record["flags"]),
        people=tuple(map(_to_person, record["people"])),
        sentences=tuple(map(_to_sentence, record.get("sentences", ()))),
    )
    object.__setattr__(doc, "original", doc.revert())
    return doc


def _plain(c: Change) -> dict[str, Any]:
    return {name: getattr(c, name) for name in Change.__slots__}


def _person(p: Person) -> dict[str, Any]:
    mentions = [list(span) for span in p.mentions]
    return {"name": p.name, "variants": list(p.variants), "gender": p.gender, "gender_from": p.gender_from, "mentions": mentions}


def _to_person(p: Mapping[str, Any]) -> Person:
    mentions = tuple((int(start), int(end)) for start, end in p.get("mentions", ()))
    return Person(p["name"], _texts(p["variants"]), p["gender"], p.get("gender_from"), mentions)


def _sentence(s: Sentence) -> dict[str, Any]:
    return {name: list(value) if isinstance(value := getattr(s, name), tuple) else value for name in Sentence.__slots__}


def _to_sentence(s: Mapping[str, Any]) -> Sentence:
    known = {name: s[name] for name in Sentence.__slots__ if name in s}
    return Sentence(**{**known, "doubts": _texts(s["doubts"])})


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(text, str) for text in value):
        raise TypeError(f"{value!r} is no list of texts")
    return tuple(value)
