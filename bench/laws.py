"""What the record costs: the changes, the way back and the offsets, against the normalisation that made them."""

from __future__ import annotations

import re

import articles
from kit import Figures, ratio, ratio_over

import newsnorm
from newsnorm import Document

#: 40 characters with one edit in them: 50,000 of them are a text of 2 MB.
_UNIT = "The ferry was cancelled , because of it\n"
EDITS = 50_000


def figures(quick: bool) -> Figures:
    """Figures: laws.record, laws.revert (damaged articles); laws.many-record, -revert, -origin (2 MB with 50,000 edits); laws.decode."""
    rounds = 3 if quick else 9
    texts = articles.damaged()
    docs = {text: newsnorm.normalize(text) for text in texts}
    found = {
        "laws.record": ratio_over(texts, lambda text: record(newsnorm.normalize(text)), newsnorm.normalize, rounds),
        "laws.revert": ratio_over(texts, lambda text: docs[text].revert(), newsnorm.normalize, rounds),
    }
    config = newsnorm.Config(select=("typography.space-before-stop",))
    long = _UNIT * EDITS

    def normalize() -> Document:
        return newsnorm.normalize(long, language="en", config=config)

    doc = normalize()
    if len(doc.changes()) < EDITS or doc.revert() != long:
        raise RuntimeError(f"{len(doc.changes())} changes on the text made for {EDITS}: mend bench/laws.py or the rule")
    words = [m.span() for m in re.finditer(r"\S+", doc.text)]
    for name, call in (("record", lambda: record(doc)), ("revert", doc.revert), ("origin", lambda: [doc.origin(*span) for span in words])):
        found[f"laws.many-{name}"] = ratio(call, normalize, rounds)
    data = ("Die Fähre fiel am Dienstag wegen hoher Wellen aus. " * 200_000).encode()[:10_000_000]
    found["laws.decode"] = ratio(lambda: newsnorm.decode(data), lambda: data.decode(errors="replace"), rounds)
    return found


def record(doc: Document) -> object:
    """All that a program would keep of a document."""
    return doc.changes(), doc.to_dict()
