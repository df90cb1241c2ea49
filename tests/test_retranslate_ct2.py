"""ct2 through the whole pipeline: good sentences come through with their names, strange ones never unnoticed."""

from __future__ import annotations

import json
import random
import re

import pytest

import newsnorm
import packages
from newsnorm import Config, TranslationError
from newsnorm.translate import engines
from newsnorm.translate.capitals import unknown
from newsnorm.translate.ct2 import Ct2

NAMES = ("Peñalumbre", "Navaltorre", "Ferrolux", "Puerto Umbral", "Vilanébeda", "Hidronor", "Tadeo Mirambel", "Ingrid Solvanger", "Sofía Arralde", "Salmerales")


def lines(name):
    return [line.split("\t") for line in (packages.MODELS / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSNORM_CACHE", str(tmp_path / "cache"))


def by_ct2(text, **given):
    return newsnorm.retranslate(text, **{"source": "es", "translator": "ct2", "model": packages.PHRASEBOOK, **given})


def flagged(doc):
    return {(f.start, f.end) for f in doc.flags}


def named(pairs):
    """Sentences of the phrasebook with names of ours in their gaps."""
    chosen = random.Random(11)
    for source, target in pairs:
        gaps = dict(zip(dict.fromkeys(re.findall(r"⟦\d⟧", source)), chosen.sample(NAMES, 8), strict=False))
        if not re.search(r"⟦\d⟧ (?:personas|%)|las ⟦", source):  # numbers and times stood there
            yield tuple(re.sub(r"⟦\d⟧", lambda m, gaps=gaps: gaps[m[0]], text) for text in (source, target))


def test_no_hallucination_is_taken_unnoticed():
    sources = [source for [source] in lines("outside.txt")]
    doc = by_ct2("\n\n".join(sources))
    assert len(doc.sentences) == len(sources) >= 200
    assert [s for s in doc.sentences if s.fallback != "source" and (s.source_start, s.source_end) not in flagged(doc)] == []
    assert doc.text.split("\n\n") == sources
    assert {f.rule for f in doc.flags} == {"retranslate.kept-source"}


@pytest.mark.parametrize("pairs", [lines("inside.txt"), list(named(lines("held-out.txt")))], ids=["inside", "held out"])
def test_good_sentences_are_seldom_flagged_and_keep_their_names(pairs):
    doc = by_ct2("\n\n".join(source for source, _ in pairs))
    found = doc.text.split("\n\n")
    assert len(found) == len(doc.sentences) == len(pairs) >= 200
    assert len(doc.flags) <= 0.02 * len(pairs)
    taken = [(source, target, text) for (source, target), text, s in zip(pairs, found, doc.sentences, strict=True) if s.fallback != "source"]
    assert sum(text == target for _, target, text in taken) >= 0.85 * len(taken)
    wanted = [(name, text) for source, _, text in taken for name in NAMES if name in source]
    assert sum(name in text for name, text in wanted) >= 0.995 * len(wanted)
    for source, _, text in taken:
        assert digits(source) == digits(text)


def digits(text):
    return sorted("".join(re.findall(r"\d", n)) for n in re.findall(r"\d[\d.,]*", text))


def test_the_record_says_all():
    doc = by_ct2("Los vecinos de Navaltorre piden más autobuses.\n\nEl gato se comió la brújula del abuelo.")
    first, second = doc.sentences
    assert doc.text == "The residents of Navaltorre are asking for more buses.\n\nEl gato se comió la brújula del abuelo."
    assert (first.engine, first.fallback, first.doubts, second.fallback) == ("ct2", None, (), "source")
    assert first.score is not None
    assert first.score < 0
    assert first.model == Ct2(packages.PHRASEBOOK).identity("es", "en")
    assert "the engine guessed" in second.doubts
    assert doc.revert() == doc.original
    assert doc.origin(first.start, first.end) == (first.source_start, first.source_end)


def test_a_whole_article():
    page = "Los vecinos de Navaltorre piden más autobuses. «El puente viejo no es seguro», dijo Sofía Arralde."
    config = Config(translate_to="en", translator="ct2", model=str(packages.PHRASEBOOK))
    doc = newsnorm.normalize(page, config=config, language="es")
    assert doc.language == "en"
    assert "The residents of Navaltorre are asking for more buses." in doc.text
    assert "Sofía Arralde" in doc.text
    assert doc.original == page


@pytest.mark.parametrize("sentence", ["hola " * 20_000, "x" * 100_000, "¿" * 100_000], ids=["words", "one word", "marks"])
def test_a_huge_sentence_is_flagged_or_as_it_was(sentence):
    doc = by_ct2(sentence)
    taken = [s for s in doc.sentences if s.fallback != "source" and (s.source_start, s.source_end) not in flagged(doc)]
    assert all(doc.text[s.start : s.end] == sentence[s.source_start : s.source_end] for s in taken)
    assert len(doc.text) >= 0.4 * len(sentence)


def test_settings_reach_the_model_and_the_record():
    doc = by_ct2("Los vecinos de Navaltorre piden más autobuses.", beam_size=2, compute_type="float32", threads=2)
    assert doc.sentences[0].model.endswith("cpu float32 beam 2")
    assert "beam 4" in by_ct2("Los vecinos de Navaltorre piden más autobuses.").sentences[0].model


@pytest.mark.parametrize("given", [{"beam_size": 0}, {"threads": 100}, {"compute_type": "int3"}, {"device": "abacus"}])
def test_wrong_settings_are_errors(given):
    with pytest.raises(newsnorm.NewsnormError, match=r"give|check"):
        by_ct2("Los vecinos piden más autobuses.", **given)


def test_an_engine_that_guesses_or_is_cut_is_not_taken():
    class Guessing:
        def pairs(self):
            return frozenset([("es", "en")])

        def translate_batch(self, sentences, source, target, n_best=1):
            return [[newsnorm.Hypothesis("A first answer.", None, (flag,)) for flag in ("unsure", "cut")] for _ in sentences]

    doc = newsnorm.retranslate("Una primera respuesta.", source="es", translator=Guessing())
    assert (doc.text, doc.sentences[0].fallback) == ("Una primera respuesta.", "source")
    assert [f.reason for f in doc.flags] == ["kept in es: the engine guessed"]


def test_a_text_seen_before_needs_neither_model_nor_splitter(monkeypatch):
    text = "Los vecinos de Navaltorre piden más autobuses. El gato se comió la brújula."
    doc = by_ct2(text)
    for name in ("sentences", "known_names", "names_of"):
        monkeypatch.setattr(f"newsnorm.translate.retranslate.{name}", None)
    monkeypatch.setattr(Ct2, "translate_batch", None)
    assert by_ct2(text) == doc
    with pytest.raises(TypeError):
        by_ct2(text, people=("Navaltorre",))


def test_a_damaged_memory_is_none(monkeypatch):
    from newsnorm.translate import cache

    text = "Los vecinos de Navaltorre piden más autobuses."
    doc = by_ct2(text)
    for stored in ("x", [1], [[0, 900, "a", None, None, [], []]], [[0, 5, 7, None, None, [], []]], [[5, 5, "", None, None, [], []]]):
        monkeypatch.setattr(cache.Cache, "get", lambda _, keys, stored=stored: dict.fromkeys(keys, stored))
        assert by_ct2(text) == doc


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ayer llegó a Peñalumbre el equipo de Navimar.", ["Peñalumbre", "Navimar"]),
        ("La regata de Puerto Umbral y la de Olmo Fierrado.", ["Puerto Umbral", "Olmo Fierrado"]),
        ("Navimar gana. Según Navimar, todo va bien.", ["Navimar", "Navimar"]),
        ("La ministra de Transportes viajó a Nueva York, a Londres y al Danubio.", []),
        ("El Banco Central Europeo y la Unión Europea, en Navidad.", []),
        ("Celebraciones en la Contraloría. Habló la Procuraduría.", []),
    ],
)
def test_names_told_by_their_capitals(text, names):
    assert [text[a:b] for a, b in unknown(text, "es")] == names
    assert unknown(text, "de") == []


def test_the_command_line(tmp_path, capsys):
    from newsnorm.cli import main

    given = tmp_path / "a.txt"
    given.write_text("Los vecinos de Navaltorre piden más autobuses.\n", encoding="utf-8")
    code = main(["retranslate", str(given), "--from", "es", "--translator", "ct2", "--model", str(packages.PHRASEBOOK), "--beam-size", "2", "--format", "json"])
    out = capsys.readouterr().out
    assert code == 0
    assert json.loads(out)["text"].strip() == "The residents of Navaltorre are asking for more buses."


def test_a_missing_model_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSNORM_MODELS", str(tmp_path / "none"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    engines._made.cache_clear()
    with pytest.raises(newsnorm.ModelNotInstalledError, match="models install"):
        newsnorm.retranslate("Hola, mundo.", source="es", translator="ct2")
    assert issubclass(TranslationError, newsnorm.NewsnormError)
