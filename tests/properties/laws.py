"""The laws of a Document, each as a function that fails with what it found."""

import json
from itertools import pairwise

from newsnorm import Document, Normalizer
from newsnorm.document import GIVEN_TITLE

#: Where a character of the text comes from: its offset in the original, or None for one that an edit wrote.
Origins = list[int | None]


def check(text, *, title=None, config=None, rules=None, **how):
    """The document of a text, after all laws have been checked."""
    normalizer = Normalizer(config, rules=rules)
    doc = normalizer.normalize(text, title=title, **how)
    assert doc.original == with_whole_characters(f"{title}\n\n{text}" if title and title.strip() else text)
    replays(doc)
    edits_are_minimal(doc)
    origins_are_right(doc)
    changes_are_traced(doc)
    survives_json(doc)
    idempotent(normalizer, doc, **how)
    return doc


def with_whole_characters(text):
    """Surrogate pairs are joined when a text is read."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def replays(doc):
    """Law 1."""
    text = doc.original
    for step in doc.steps:
        assert step.edits, "an empty step was kept"
        before = text
        text = step.apply(text)
        assert text != before
        assert step.revert(text) == before
    assert text == doc.text
    assert doc.revert() == doc.original


def edits_are_minimal(doc):
    """Law 2."""
    text = doc.original
    for step in doc.steps:
        for e in step.edits:
            assert text[e.start : e.end] == e.before != e.after, e
            assert 0 <= e.confidence <= 1, e
            if e.before and e.after and e.rule not in (GIVEN_TITLE, "layout.title"):
                assert e.before[0] != e.after[0], f"common beginning: {e}"
                assert e.before[-1] != e.after[-1], f"common end: {e}"
        for a, b in pairwise(step.edits):
            assert a.end < b.start, f"edits touch or are not sorted: {a} {b}"
        text = step.apply(text)


def origins(doc) -> Origins:
    """One origin per character of the text, by replaying the steps: the slow model of Document.origin."""
    found: Origins = list(range(len(doc.original)))
    for step in doc.steps:
        out: Origins = []
        at = 0
        for e in step.edits:
            out += found[at : e.start] + [None] * len(e.after)
            at = e.end
        found = out + found[at:]
    return found


def origins_are_right(doc, spans=()):
    """Law 3, for each character, for each empty span and for some longer spans."""
    model, n = origins(doc), len(doc.original)
    assert len(model) == len(doc.text)
    singles = [doc.origin(i, i + 1) for i in range(len(model))]
    for i, (came, (start, end)) in enumerate(zip(model, singles, strict=True)):
        assert 0 <= start <= end <= n
        if came is not None:
            assert (start, end) == (came, came + 1), f"character {i}"
            assert doc.original[came] == doc.text[i]
    for (a, b), (c, d) in pairwise(singles):
        assert a <= c, "order of starts"
        assert b <= d, "order of ends"
    for i in range(len(model) + 1):
        start, end = doc.origin(i, i)
        assert 0 <= start == end <= n, f"empty span at {i}"
    for start, end in spans or [(0, len(model)), (0, len(model) // 2), (len(model) // 3, len(model)), (len(model) // 3, len(model) * 2 // 3)]:
        if start < end:
            first, last = doc.origin(start, end)
            # a border that is inserted text lies somewhere in what was deleted beside it
            whole = [span for span in singles[start:end] if span[0] < span[1]] or [(first, last)]
            assert singles[start][0] <= first <= whole[0][0], "the start"
            assert whole[-1][1] <= last <= singles[end - 1][1], "the end"
    inserted = [e for e in doc.steps[-1].edits if not e.before] if doc.steps else []
    for e in inserted:
        at = e.start + sum(len(o.after) - len(o.before) for o in doc.steps[-1].edits if o.end < e.start)
        assert doc.steps[-1].origin(at, at + len(e.after)) == (e.start, e.start)


def changes_are_traced(doc):
    """The changes are the edits, in order, with offsets in the original; so are the flags."""
    edits = [e for step in doc.steps for e in step.edits if e.rule != GIVEN_TITLE]
    changes = doc.changes()
    assert [(c.rule, c.before, c.after) for c in changes] == [(e.rule, e.before, e.after) for e in edits]
    for c in (*changes, *doc.flags):
        assert 0 <= c.start <= c.end <= len(doc.original), c
    if doc.steps:
        for c, e in zip(changes, doc.steps[0].edits, strict=False):
            assert doc.original[c.start : c.end] == e.before


def survives_json(doc):
    """Law 5, the record: JSON and back."""
    record = json.loads(json.dumps(doc.to_dict()))
    again = Document.from_dict(record)
    assert again == doc
    assert again.original == doc.original
    assert again.changes() == doc.changes()


def idempotent(normalizer, doc, **how):
    """Law 4: the result comes back as it is."""
    again = normalizer.normalize(doc.text, title=doc.title, **how)
    assert again.changes() == ()
    assert (again.text, again.title, again.captions) == (doc.text, doc.title, ())
