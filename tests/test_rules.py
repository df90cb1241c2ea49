"""Every rule's examples: repairs, flags and look-alikes, alone and in the whole pipeline."""

import pytest

from newsnorm import RULES, Config, Normalizer, normalize
from newsnorm.document import GIVEN_TITLE

EXAMPLES = [pytest.param(r, e, id=f"{r.id}-{i}") for r in RULES for i, e in enumerate(r.examples)]
REPAIRS = [p for p in EXAMPLES if p.values[1].before != p.values[1].after]
FLAGGED = [p for p in EXAMPLES if p.values[1].flagged]
CLEAN = [p for p in EXAMPLES if p.values[1].is_clean]


def alone(rule, example):
    return normalize(example.before, title=example.title, language=example.language, config=Config(select=(rule.id,)))


def traces(doc, rule):
    return [c for c in (*doc.changes(), *doc.flags) if c.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), REPAIRS)
def test_repairs(rule, example):
    doc = alone(rule, example)
    assert doc.text == example.after
    assert {c.rule for c in doc.changes()} == {rule.id}
    assert all(c.reason and 0.9 <= c.confidence <= 1 for c in doc.changes())
    assert not doc.flags


@pytest.mark.parametrize(("rule", "example"), REPAIRS)
def test_repairs_in_the_whole_pipeline(rule, example):
    doc = normalize(example.before, title=example.title, language=example.language)
    assert any(c.rule == rule.id for c in doc.changes())


@pytest.mark.parametrize(("rule", "example"), REPAIRS)
def test_repairs_are_silent_on_their_own_result(rule, example):
    n = Normalizer(Config(select=(rule.id,)))
    doc = n.normalize(example.before, title=example.title, language=example.language)
    again = n.normalize(doc.text, title=doc.title, language=example.language)
    assert (again.text, again.changes()) == (doc.text, ())


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_flags(rule, example):
    for doc in (alone(rule, example), normalize(example.before, language=example.language)):
        found = [f for f in doc.flags if f.rule == rule.id]
        assert [doc.original[f.start : f.end] for f in found] == [example.flagged]
        assert not any(c.rule == rule.id for c in doc.changes())
    assert alone(rule, example).text == example.before


@pytest.mark.parametrize(("rule", "example"), CLEAN)
def test_look_alikes_stay(rule, example):
    doc = alone(rule, example)
    assert (doc.text, doc.changes(), doc.flags) == (example.before, (), ())
    assert all(e.rule == GIVEN_TITLE for s in doc.steps for e in s.edits)


@pytest.mark.parametrize(("rule", "example"), CLEAN)
def test_look_alikes_stay_in_the_whole_pipeline(rule, example):
    assert traces(normalize(example.before, title=example.title, language=example.language), rule) == []


@pytest.mark.parametrize(("rule", "example"), CLEAN)
def test_look_alikes_stay_without_any_confidence(rule, example):
    config = Config(select=(rule.id,), min_confidence=0)
    assert traces(normalize(example.before, title=example.title, language=example.language, config=config), rule) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_edits_only_flags_below_its_confidence(rule):
    for e in rule.examples:
        doc = normalize(e.before, title=e.title, language=e.language, config=Config(select=(rule.id,), min_confidence=1))
        assert doc.text == e.before
        assert bool(doc.flags) is not e.is_clean
