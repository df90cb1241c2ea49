"""The laws over every rule alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsnorm import RULES, Config
from properties import laws
from strategies import texts, titles

FEWER = max(25, settings.default.max_examples // 5)


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=FEWER)
@given(text=texts, title=titles, captions=st.sampled_from(("separate", "keep", "drop")), least=st.sampled_from((0, 0.9, 1)))
def test_in_english(rule, text, title, captions, least):
    laws.check(text, title=title, language="en", config=Config(select=(rule.id,), captions=captions, min_confidence=least))


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=FEWER)
@given(text=texts)
def test_in_any_language(rule, text):
    laws.check(text, config=Config(select=(rule.id,)))


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=FEWER)
@given(text=texts)
def test_without_confidence_everything_is_a_flag(rule, text):
    doc = laws.check(text, language="en", config=Config(select=(rule.id,), min_confidence=1))
    assert (doc.text, doc.title, doc.captions) == (laws.with_whole_characters(text), None, ())


@pytest.mark.parametrize("rule", RULES)
def test_its_examples(rule):
    for e in rule.examples:
        laws.check(e.before, title=e.title, language=e.language, config=Config(select=(rule.id,)))
        laws.check(e.before, title=e.title, language=e.language)
        laws.check(e.before, title=e.title)
