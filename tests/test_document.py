"""Edits, steps, the map of offsets, and the record."""

import json
from dataclasses import replace

import pytest

from newsnorm import Change, Document, Edit, InputError, Person, RuleError, Sentence, Step, normalize
from newsnorm.document import GIVEN_TITLE, make_step, origin_through, traced


def edit(text, start, end, after, rule="a.b", confidence=0.9, reason="r"):
    return Edit(rule, start, end, text[start:end], after, confidence, reason)


def spans(step):
    return [(e.start, e.end, e.before, e.after) for e in step.edits]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("colour", "color", (4, 5, "u", "")),
        ("color", "colour", (4, 4, "", "u")),
        ("aaa", "aa", (2, 3, "a", "")),
        ("aa", "aaaa", (2, 2, "", "aa")),
        ("abcba", "aba", (2, 4, "cb", "")),
        ("abc", "xyz", (0, 3, "abc", "xyz")),
        ("abc", "axc", (1, 2, "b", "x")),
        ("", "new", (0, 0, "", "new")),
        ("abc", "", (0, 3, "abc", "")),
    ],
)
def test_edits_are_trimmed(before, after, wanted):
    step = make_step(before, [edit(before, 0, len(before), after)])
    assert spans(step) == [wanted]
    assert step.apply(before) == after
    assert step.revert(after) == before


def test_an_edit_that_changes_nothing_is_left_out():
    assert make_step("abc", [edit("abc", 0, 3, "abc"), edit("abc", 3, 3, "")]).edits == ()


def test_touching_edits_are_joined():
    text = "one two three"
    step = make_step(text, [edit(text, 4, 7, "2", reason="s"), edit(text, 3, 4, "-", rule="c.d", confidence=0.5)])
    assert spans(step) == [(3, 7, " two", "-2")]
    assert (step.edits[0].rule, step.edits[0].confidence, step.edits[0].reason) == ("c.d", 0.5, "r; s")


def test_joined_edits_of_one_reason_say_it_once():
    step = make_step("ab", [edit("ab", 0, 1, "x"), edit("ab", 1, 2, "y")])
    assert step.edits[0].reason == "r"


def test_joined_edits_that_undo_each_other_vanish():
    assert make_step("ab", [edit("ab", 0, 0, "ab"), edit("ab", 0, 2, "")]).edits == ()


def test_edits_that_touch_only_before_trimming_stay_apart():
    step = make_step("abcd", [edit("abcd", 0, 2, "xb"), edit("abcd", 2, 4, "cy")])
    assert spans(step) == [(0, 1, "a", "x"), (3, 4, "d", "y")]


@pytest.mark.parametrize("pair", [((0, 3), (2, 4)), ((1, 2), (1, 2)), ((0, 4), (1, 2))])
def test_overlapping_edits(pair):
    with pytest.raises(RuleError, match="overlaps"):
        make_step("abcd", [edit("abcd", *span, "") for span in pair])


@pytest.mark.parametrize("span", [(-1, 2), (2, 9), (3, 2)])
def test_edits_that_leave_the_text(span):
    with pytest.raises(RuleError, match="leaves the text"):
        make_step("abcd", [Edit("a.b", *span, "x", "", 1, "r")])


def test_a_misquoting_edit():
    with pytest.raises(RuleError, match="'x' does not stand at 0:1"):
        make_step("abcd", [Edit("a.b", 0, 1, "x", "", 1, "r")])


def step_on(text, *triples):
    return make_step(text, [edit(text, *t) for t in triples])


@pytest.mark.parametrize(
    ("span", "wanted"),
    [
        ((0, 2), (0, 2)),  # before all edits
        ((0, 0), (0, 0)),
        ((2, 4), (2, 4)),  # XY for cd
        ((2, 3), (2, 4)),  # half of a replacement maps to all of it
        ((3, 4), (2, 4)),
        ((3, 3), (2, 2)),
        ((4, 5), (4, 5)),
        ((5, 7), (5, 5)),  # inserted
        ((5, 6), (5, 5)),
        ((4, 6), (4, 5)),
        ((6, 8), (5, 6)),
        ((7, 8), (5, 6)),
        ((8, 9), (8, 9)),  # behind the deletion
        ((7, 9), (5, 9)),  # across the deletion
        ((8, 8), (8, 8)),
        ((9, 10), (9, 10)),
        ((10, 10), (10, 10)),
        ((0, 10), (0, 10)),
    ],
)
def test_origin_of_a_step(span, wanted):
    text = "abcdefghij"
    step = step_on(text, (2, 4, "XY"), (5, 5, "++"), (6, 8, ""))
    assert step.apply(text) == "abXYe++fij"
    assert step.origin(*span) == wanted


def test_deletions_at_both_borders_are_left_out():
    text = "--abc--"
    step = step_on(text, (0, 2, ""), (5, 7, ""))
    assert step.origin(0, 3) == (2, 5)
    assert step.origin(0, 1) == (2, 3)
    assert step.origin(3, 3) == (7, 7)


def test_origin_of_nothing():
    step = step_on("abc", (0, 3, ""))
    assert step.apply("abc") == ""
    assert step.origin(0, 0) == (3, 3)


def test_forward():
    text = "abcdefghij"
    step = step_on(text, (2, 4, "XYZ"), (6, 8, ""))
    assert [step.forward(at) for at in (0, 2, 4, 6, 8, 10)] == [0, 2, 5, 7, 7, 9]


def test_an_empty_step():
    step = Step(())
    assert step.apply("abc") == step.revert("abc") == "abc"
    assert step.origin(1, 2) == (1, 2)


def test_origin_through_steps():
    text = "aa  bb .. cc"
    one = step_on(text, (2, 4, " "))
    middle = one.apply(text)
    two = step_on(middle, (5, 8, ""))
    assert two.apply(middle) == "aa bb cc"
    assert origin_through((one, two), 6, 8) == (10, 12)
    assert origin_through((one, two), 0, 8) == (0, 12)
    e = edit(middle, 6, 8, "")
    assert traced(e, (one,)) == Change("a.b", 7, 9, "..", "", 0.9, "r")


def doc_():
    return normalize("Rain &amp; snow in Spain. . It froze .", language="en", people=["Ann Lund"])


def test_a_document():
    doc = doc_()
    assert doc.text == "Rain & snow in Spain. It froze."
    assert doc.revert() == doc.original
    at = doc.text.index("froze")
    start, end = doc.origin(at, at + 5)
    assert doc.original[start:end] == "froze"
    assert doc.origin(len(doc.text), len(doc.text)) == (len(doc.original), len(doc.original))
    for c in doc.changes()[:2]:
        assert doc.original[c.start : c.end] == c.before


@pytest.mark.parametrize("span", [(-1, 0), (0, 10_000), (3, 2), (10_000, 10_000), ("a", 2), (0, None), (0.5, 1)])
def test_origin_of_no_span(span):
    with pytest.raises(InputError, match="is no span of a text of 31 characters"):
        doc_().origin(*span)


def test_a_given_title_is_no_change():
    doc = normalize("The port reopened.", title="Port")
    assert doc.changes() == ()
    assert [e.rule for s in doc.steps for e in s.edits] == [GIVEN_TITLE]
    assert doc.original == "Port\n\nThe port reopened."
    assert doc.origin(0, 3) == (6, 9)


def test_frozen():
    with pytest.raises(AttributeError):
        doc_().text = "x"
    assert {doc_()} == {doc_()}


def test_the_record():
    people = (Person("Ann Lund", ("Anne Lund",), "f", "title", ((0, 3),)),)
    flag = Change("a.b", 0, 1, "x", "", 0.5, "r")
    text = "xyz"
    doc = Document("abxyz", text, "T", ("C",), "en", (Step((Edit("a.b", 0, 2, "ab", "", 0.9, "r"),)),), (flag,), people)
    record = doc.to_dict()
    assert record == {
        "record": 1,
        "text": "xyz",
        "title": "T",
        "captions": ["C"],
        "language": "en",
        "changes": [{"rule": "a.b", "start": 0, "end": 2, "before": "ab", "after": "", "confidence": 0.9, "reason": "r", "step": 0, "at": 0}],
        "flags": [{"rule": "a.b", "start": 0, "end": 1, "before": "x", "after": "", "confidence": 0.5, "reason": "r"}],
        "people": [{"name": "Ann Lund", "variants": ["Anne Lund"], "gender": "f", "gender_from": "title", "mentions": [[0, 3]]}],
    }
    again = Document.from_dict(json.loads(json.dumps(record)))
    assert again == doc
    assert again.original == "abxyz"


def spoilt(**changes):
    return {**doc_().to_dict(), **changes}


@pytest.mark.parametrize("record", [{}, {"record": 2}, {"record": None}, spoilt(record=99)])
def test_another_version(record):
    with pytest.raises(InputError, match="not a newsnorm record of version 1"):
        Document.from_dict(record)


@pytest.mark.parametrize(
    "record",
    [
        {"record": 1},
        spoilt(changes=None),
        spoilt(changes=[{}]),
        spoilt(changes=["x"]),
        spoilt(captions=None),
        spoilt(captions="abc"),
        spoilt(captions=[1]),
        spoilt(people=["x"]),
        spoilt(people=[{}]),
        spoilt(flags=[{"rule": "a.b"}]),
        spoilt(flags=["x"]),
        spoilt(text=None),
        {k: v for k, v in spoilt().items() if k != "title"},
    ],
)
def test_a_broken_record(record):
    with pytest.raises(InputError, match="not complete"):
        Document.from_dict(record)


@pytest.mark.parametrize("record", [None, [], "record", 1])
def test_no_record_at_all(record):
    with pytest.raises(InputError):
        Document.from_dict(record)


def test_a_record_whose_edits_do_not_fit_its_text():
    record = doc_().to_dict()
    record["text"] = "x"
    with pytest.raises(InputError):
        Document.from_dict(record)


def test_why_a_record_is_refused():
    with pytest.raises(InputError, match="a record is a mapping, not list; give what"):
        Document.from_dict([])
    with pytest.raises(InputError, match='version 1: its field "record" is 7'):
        Document.from_dict({"record": 7})
    record = normalize("It rained in Spain .").to_dict()
    with pytest.raises(InputError, match=r"does not fit together: .*it was altered"):
        Document.from_dict({**record, "text": "x"})
    with pytest.raises(InputError, match=r"not complete .KeyError: 'title'"):
        Document.from_dict({k: v for k, v in record.items() if k != "title"})


def test_a_record_inside_a_record():
    doc = normalize("It rained in Spain .")
    record = doc.to_dict()
    outer = {"text": doc.text, "title": None, "captions": [], "language": doc.language, "id": 7}
    assert Document.from_dict({**outer, "newsnorm": {k: v for k, v in record.items() if k not in outer}}) == doc


def test_fields_of_the_users_own_are_not_read():
    doc = normalize("It rained , mostly.")
    record = doc.to_dict()
    outer = {name: record.pop(name) for name in ("text", "title", "captions", "language")}
    own = {"sentences": ["It rained"], "flags": 1, "changes": "none", "people": "nobody", "record": 99}
    assert Document.from_dict({**outer, **own, "newsnorm": record}) == doc


def test_a_field_of_a_later_version_is_left_out():
    text = "She left. fish soup, and Angela Merkel stayed."
    doc = replace(normalize(text), sentences=(Sentence(0, 3, 0, 3, "ct2", doubts=("soup",)),))
    assert doc.flags
    assert doc.people
    record = doc.to_dict()
    for name in ("changes", "flags", "people", "sentences"):
        record[name] = [{**entry, "new": 1} for entry in record[name]]
    assert Document.from_dict({**record, "new": 1}) == doc


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 2), (0, 2)), ((3, 6), (3, 4)), ((4, 5), (3, 4)), ((6, 9), (4, 7)), ((0, 9), (0, 7)), ((2, 4), (2, 4))],
)
def test_a_span_is_carried_over_a_step(span, expected):
    step = make_step("abcdefghi", [Edit("a.b", 3, 6, "def", "X", 1.0, "")])
    assert step.carry(*span) == expected
