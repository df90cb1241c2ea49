"""The laws over the whole pipeline."""

from hypothesis import given
from hypothesis import strategies as st

from newsnorm import Config
from properties import laws
from strategies import texts, titles

configs = st.builds(
    Config,
    captions=st.sampled_from(("separate", "separate", "keep", "drop")),
    min_confidence=st.sampled_from((0.9, 0.9, 0, 1, 0.975)),
)
languages = st.sampled_from(("en", "en", None, "es", "zh-Hans", "und"))


@given(texts)
def test_default(text):
    laws.check(text)


@given(texts)
def test_english(text):
    laws.check(text, language="en")


@given(texts, titles, configs, languages, st.sampled_from((None, "es", "fr")))
def test_settings(text, title, config, language, source_language):
    laws.check(text, title=title, config=config, language=language, source_language=source_language)


@given(texts, titles)
def test_people(text, title):
    people = [{"name": "Ann Lund", "gender": "f", "aliases": ["Anne Lund"]}, "Kim Jong", {"name": "Word Kim", "gender": "m"}]
    laws.check(text, title=title, language="en", people=people)


@given(texts)
def test_a_long_text_of_short_ones(text):
    laws.check(text * 3 + "\n\n" + text, language="en")
