"""retranslate over any text and any engine: paragraphs one to one, the laws of the record, and no placeholder left.

NEWSNORM_HYPOTHESIS=long NEWSNORM_EXAMPLES=100000 runs a hundred thousand cases of each.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import Document, InputError, ModelNotInstalledError, retranslate
from newsnorm.document import make_step
from newsnorm.translate.sentences import paragraphs
from strategies import texts

sys.path.insert(0, str(Path(__file__).parent.parent))
from engines import DAMAGES, PLACEHOLDER, Damaging, Upside

_LEAK = re.compile(r"XQ\s?\d+\s?QX|⟦\d+⟧", re.IGNORECASE)
_NAMES = ("Kim Jong-un", "Vladimir Putin", "Angela Merkel", "Moon Jae-in", "Kim Il-sung")
_WORDS = (
    "El barco",
    "llegó",
    "no",
    "con",
    "a las 15.30",
    "1.500 cajas",
    "2,4 %",
    "«Ya",
    "viene»",
    "dijo",
    "@casa",
    "https://ejemplo.org/a_b",
    "XQ0QX",
    "⟦1⟧",
    "y",
    "·",
)


@st.composite
def spanish(draw):
    """Sentences with names, numbers, addresses and signs that look like placeholders."""
    pieces = st.one_of(st.sampled_from(_NAMES).map(lambda name: f"{name}, hoy"), st.sampled_from(_WORDS), st.sampled_from(_WORDS))
    out = []
    for _ in range(draw(st.integers(1, 4))):
        out.append(" ".join(draw(st.lists(pieces, min_size=1, max_size=7))) + draw(st.sampled_from((".", "?", "", "…", ".»"))))
    return draw(st.sampled_from((" ", "\n\n", "\n", "\r\n\r\n", "\n \n"))).join(out)


def check(text, doc):
    assert doc.revert() == doc.original
    assert doc.text == (doc.steps[0].apply(doc.original) if doc.steps else doc.original)
    before, after = paragraphs(doc.original), paragraphs(doc.text)
    for step in doc.steps:
        assert make_step(doc.original, step.edits) == step
    assert [t for t in re.split(r"\S+", gaps(doc.original, before)) if t] == [t for t in re.split(r"\S+", gaps(doc.text, after)) if t] or len(before) != len(
        after
    )
    assert Document.from_dict(doc.to_dict()) == doc
    for s in doc.sentences:
        assert 0 <= s.source_start < s.source_end <= len(doc.original)
        assert 0 <= s.start < s.end <= len(doc.text)
        if s.fallback == "source":
            assert doc.text[s.start : s.end].split() == doc.original[s.source_start : s.source_end].split()
    assert len(_LEAK.findall(doc.text)) <= len(_LEAK.findall(doc.original))
    starts = [(s.source_start, s.start) for s in doc.sentences]
    assert starts == sorted(starts)


def gaps(text, spans):
    """What stands between the paragraphs."""
    out, at = [], 0
    for start, end in spans:
        out.append(text[at:start])
        at = end
    return "x".join([*out, text[at:]])


@given(st.one_of(spanish(), texts), st.sampled_from((None, *DAMAGES)))
def test_any_text_any_engine(text, damage):
    engine = Upside() if damage is None else Damaging(DAMAGES[damage])
    doc = retranslate(text, source="es", translator=engine, cache=False)
    check(text, doc)
    assert retranslate(text, source="es", translator=engine, cache=False) == doc


@given(spanish(), st.sampled_from((None, *DAMAGES)))
def test_names_stay(text, damage):
    engine = Upside() if damage is None else Damaging(DAMAGES[damage])
    doc = retranslate(text, source="es", translator=engine, cache=False)
    assert [doc.text.count(name) for name in _NAMES] == [text.count(name) for name in _NAMES]


@given(st.lists(st.sampled_from(("El barco llegó.", "No vino Kim Jong-un.", "Fin", "Foto: EFE", "Dijo: «Ya. Ya».", "3.500 cajas")), min_size=1, max_size=6))
def test_as_many_paragraphs(pieces):
    for separator in ("\n\n", "\r\n\r\n", "\n\n\n"):
        text = separator.join(pieces)
        doc = retranslate(text, source="es", translator=Upside(), cache=False)
        assert doc.text.count(separator) == text.count(separator)
        for (a, b), (c, d) in zip(paragraphs(text), paragraphs(doc.text), strict=True):
            start, end = doc.origin(c, d)
            assert a <= start <= end <= b


@given(spanish())
def test_a_record_of_two_hops(text):
    doc = retranslate(text, source="es", target="fr", translator=Upside((("es", "en"), ("en", "fr"))), cache=False)
    check(text, doc)
    assert {s.pivot for s in doc.sentences} <= {"en"}


@given(texts)
def test_no_language_is_an_error_or_none_is_needed(text):
    everything = Upside(tuple((code, "en") for code in ("es", "fr", "de", "pt", "ru", "it", "zh", "ja", "ar")))
    try:
        doc = retranslate(text, translator=everything, cache=False)
    except (InputError, ModelNotInstalledError):
        return
    check(text, doc)


@pytest.mark.parametrize("shape", ["XQ{}QX", "⟦{}⟧"])
def test_placeholders_are_found(shape):
    assert PLACEHOLDER.fullmatch(shape.format(12))
