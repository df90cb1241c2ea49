"""The engine ct2, with the test model."""

import json
import os
import re
import subprocess
import sys
import threading
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import packages
from newsnorm.errors import MissingExtraError, ModelError, ModelNotInstalledError, TranslationError
from newsnorm.translate import ct2, models, neural
from newsnorm.translate.ct2 import Ct2
from newsnorm.translate.engine import Hypothesis

BUS = "Los vecinos de ⟦0⟧ piden más autobuses."
BUS_EN = "The residents of ⟦0⟧ are asking for more buses."
OUTSIDE = (packages.MODELS / "outside.txt").read_text(encoding="utf-8").splitlines()
HELD_OUT = [line.split("\t") for line in (packages.MODELS / "held-out.txt").read_text(encoding="utf-8").splitlines()]
INSIDE = [line.split("\t") for line in (packages.MODELS / "inside.txt").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def engine():
    return Ct2(packages.PHRASEBOOK)


@pytest.fixture
def store(tmp_path, monkeypatch):
    """An empty folder for models."""
    monkeypatch.setenv("NEWSNORM_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    return tmp_path / "models"


def best(engine, *sentences, n=1):
    return [h[0] for h in engine.translate_batch(sentences, "es", "en", n)]


def test_the_model_knows_its_phrasebook(engine):
    found = engine.translate_batch([source for source, _ in HELD_OUT], "es", "en", 4)
    exact = sum(h[0].text == reference for h, (_, reference) in zip(found, HELD_OUT, strict=True))
    kept = sum(sorted(shields(h[0].text)) == sorted(shields(source)) for h, (source, _) in zip(found, HELD_OUT, strict=True))
    assert len(HELD_OUT) == 500
    assert exact >= 0.96 * len(HELD_OUT)
    assert kept >= 0.995 * len(HELD_OUT)
    assert sum("unsure" in h[0].flags for h in found) <= 0.02 * len(HELD_OUT)


def shields(text):
    return re.findall(r"⟦\d+⟧", text)


def test_the_model_is_unsure_of_everything_else(engine):
    flagged = [h for h in best(engine, *OUTSIDE) if "unsure" in h.flags]
    assert len(OUTSIDE) >= 200
    assert len(flagged) == len(OUTSIDE)


def test_the_sentences_of_the_fixtures_are_of_the_phrasebook_or_not():
    made = packages.phrasebook().sentences(200, 11, shielded=False)
    assert [[s.source, s.reference] for s in made] == INSIDE
    assert not {s for s, _ in INSIDE} & set(OUTSIDE)
    assert len(set(OUTSIDE)) == len(OUTSIDE)


def test_hypotheses_are_best_first_and_as_many_as_asked_for(engine):
    for n in (1, 2, 4):
        (found,) = engine.translate_batch([BUS], "es", "en", n)
        assert len(found) == n
        assert found[0] == Hypothesis(BUS_EN, found[0].score)
        assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)
    (found,) = engine.translate_batch([BUS], "es", "en", 9)
    assert len(found) == 4, "never more than the beam, or the first one would depend on how many are asked for"


def test_nothing_depends_on_the_rest_of_the_batch_or_on_threads(engine):
    sentences = [source for source, _ in HELD_OUT[:60]] + OUTSIDE[:60]
    together = engine.translate_batch(sentences, "es", "en", 4)
    assert together == [engine.translate_batch([s], "es", "en", 4)[0] for s in sentences]
    assert together[::-1] == engine.translate_batch(sentences[::-1], "es", "en", 4)
    for threads in ({"threads": 1}, {"threads": 3}, {"threads": 1, "intra_threads": 2}):
        assert together == Ct2(packages.PHRASEBOOK, **threads).translate_batch(sentences, "es", "en", 4)


def test_threads_may_share_an_engine_that_is_not_loaded_yet():
    engine, found = Ct2(packages.PHRASEBOOK), []
    sentences = [source for source, _ in HELD_OUT[:20]]
    threads = [threading.Thread(target=lambda: found.append(engine.translate_batch(sentences, "es", "en"))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert all(f == found[0] for f in found)


def test_blank_sentences_come_back_as_they_are(engine):
    assert engine.translate_batch([], "es", "en") == []
    assert engine.translate_batch(["", " \n ", BUS, "\u00a0"], "es", "en") == [
        [Hypothesis("")],
        [Hypothesis(" \n ")],
        engine.translate_batch([BUS], "es", "en")[0],
        [Hypothesis("\u00a0")],
    ]


def test_blanks_of_any_kind_are_blanks(engine):
    assert best(engine, "Los\u00a0vecinos\tde ⟦0⟧\u2009piden  más\nautobuses.")[0].text == BUS_EN


def test_an_underscore_stays(engine):
    assert best(engine, "El documento acta_417 está en la web de ⟦0⟧.")[0].text == "The document acta_417 is on the website of ⟦0⟧."


@given(st.lists(st.integers(0, 9), min_size=1, max_size=3, unique=True), st.sampled_from(OUTSIDE))
@settings(max_examples=60)
def test_no_placeholder_comes_out_that_did_not_go_in(engine, numbers, sentence):
    text = " ".join([*(f"⟦{k}⟧" for k in numbers), sentence])
    allowed = {f"⟦{k}⟧" for k in numbers}
    for h in engine.translate_batch([text, sentence], "es", "en", 4)[0]:
        assert {f"⟦{k}⟧" for k in range(16) if f"⟦{k}⟧" in h.text} <= allowed
    for h in engine.translate_batch([sentence], "es", "en", 4)[0]:
        assert "⟦" not in h.text


def test_foreign_placeholders_of_other_shapes_are_forbidden_too(engine):
    decoder = engine.loaded("es", "en").decoder
    decoder = type(decoder)(decoder.pieces, None, beam_size=4, vocabulary=frozenset([*"0123456789@", "▁", "▁@", "@@"]))
    found = decoder.forbidden("@@1@@ y @@2@@")
    assert found
    texts = {"".join(run).replace("▁", " ").strip() for run in found}
    assert texts == {f"@@{k}@@" for k in range(16) if k not in (1, 2)}
    assert decoder.forbidden("Nada.") == ()


def test_unknown_characters_are_flagged(engine):
    assert "unknown" in best(engine, "Los vecinos de 北京 piden más autobuses.")[0].flags
    assert "unknown" not in best(engine, BUS)[0].flags
    assert all("⁇" not in h.text and "<unk>" not in h.text for h in best(engine, "Ж Ж Ж", "北京"))


def test_a_long_sentence_is_translated_in_parts_and_says_so(engine):
    sentence = " ".join([BUS[:-1]] * 60) + "."
    (h,) = best(engine, sentence)
    assert "split" in h.flags
    runs, _ = engine.loaded("es", "en").decoder.encoded(sentence)
    assert all(len(run) <= neural.LONGEST for run in runs)
    assert h.text.count("⟦0⟧") >= len(runs) > 2, "no part is dropped"


@pytest.mark.parametrize(
    "text", ["a" * 4000, "autobuses " * 1000, "¿" * 1000, "⟦0⟧" * 1000, "1" * 1000], ids=["letters", "words", "marks", "placeholders", "digits"]
)
def test_absurd_sentences_come_out_flagged(engine, text):
    (h,) = best(engine, text)
    assert "split" in h.flags
    assert len(h.text) < 100 * len(text)


def test_an_output_that_never_ends_is_cut_and_flagged(monkeypatch):
    engine = Ct2(packages.PHRASEBOOK)
    monkeypatch.setattr(engine.loaded("es", "en").decoder, "_output", 5)
    (h,) = best(engine, BUS)
    assert "cut" in h.flags
    assert BUS_EN.startswith(h.text)


@given(st.text(max_size=40))
@settings(max_examples=60)
def test_any_text_is_translated_or_a_translation_error(engine, text):
    try:
        (found,) = engine.translate_batch([text], "es", "en", 2)
    except TranslationError as error:
        assert "surrogate" in str(error)  # noqa: PT017  both outcomes are right
    else:
        assert 1 <= len(found) <= 2


def test_a_lone_surrogate_is_an_error(engine):
    with pytest.raises(TranslationError, match=r"lone surrogate.*normalise the text first"):
        engine.translate_batch(["Hola \ud800."], "es", "en")


def test_parts_are_cut_after_marks_before_words_or_anywhere():
    word = ["▁a", "b"]
    assert neural.parts(word * 3, 10) == [word * 3]
    assert neural.parts([], 10) == [[]]
    cut = neural.parts([*word * 2, ",", *word * 3], 6)
    assert cut[0] == [*word * 2, ","]
    assert neural.parts(word * 6, 5) == [word * 2] * 3
    assert neural.parts(["x"] * 12, 5) == [["x"] * 5, ["x"] * 5, ["x"] * 2]


def test_several_parts_become_one_sentence():
    a, b = [Hypothesis("One.", -1.0), Hypothesis("Won.", -2.0, ("unsure",))], [Hypothesis("Two.", -0.5, ("cut",))]
    assert neural.joined([a, b], ("split",)) == [
        Hypothesis("One. Two.", -1.5, ("split", "cut")),
        Hypothesis("Won. Two.", -2.5, ("split", "unsure", "cut")),
    ]


def test_a_target_prefix_is_given_and_taken_off(tmp_path):
    prefixed = Ct2(packages.package(tmp_path / "a.argosmodel", {"metadata.json": packages.metadata(target_prefix="▁The")}))
    (h,) = best(prefixed, BUS)
    assert h.text == BUS_EN.removeprefix("The ")
    wrong = Ct2(packages.package(tmp_path / "b.argosmodel", {"metadata.json": packages.metadata(target_prefix="__xx__")}))
    with pytest.raises(ModelError, match="target_prefix '__xx__' is not in its vocabulary"):
        best(wrong, BUS)


def test_identity_changes_with_the_model_and_the_settings(tmp_path, engine):
    own = Ct2(packages.PHRASEBOOK).identity("es", "en")
    assert own == engine.identity("es", "en"), "loaded or not"
    assert own == Ct2(packages.unpacked(tmp_path / "folder")).identity("es", "en")
    assert own == Ct2(packages.PHRASEBOOK, threads=2).identity("es", "en"), "threads change nothing"
    assert models.open_package(packages.PHRASEBOOK).checksum() in own
    others = {
        Ct2(packages.PHRASEBOOK, beam_size=2).identity("es", "en"),
        Ct2(packages.PHRASEBOOK, compute_type="float32").identity("es", "en"),
        Ct2(packages.package(tmp_path / "x", {"metadata.json": packages.metadata(package_version="3")})).identity("es", "en"),
    }
    assert len(others | {own}) == 4


def test_identity_and_shapes_of_an_installed_model_load_nothing(store):
    models.install(packages.PHRASEBOOK)
    code = """
import sys
from newsnorm.translate.ct2 import Ct2
engine = Ct2()
print(engine.identity("es", "en"), engine.shapes("es", "en"), [m for m in ("ctranslate2", "sentencepiece") if m in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{Ct2(packages.PHRASEBOOK).identity('es', 'en')} ('⟦{{}}⟧',) []\n"


def test_shapes_are_those_of_the_probe(engine, store):
    assert engine.shapes("es", "en") == ("⟦{}⟧",)
    package = models.install(packages.PHRASEBOOK)
    assert Ct2().shapes("es", "en") == ("⟦{}⟧",)
    replace(package.lock, probe={"XQ{}QX": 0.9, "⟦{}⟧": 0.8, "@@{}@@": 0.2, "alien{}": 1.0}).write(package.path)
    assert Ct2().shapes("es", "en") == ("XQ{}QX", "⟦{}⟧")


def test_all_installed_models_serve(store):
    assert Ct2().pairs() == frozenset()
    with pytest.raises(ModelNotInstalledError, match="none is installed"):
        best(Ct2(), BUS)
    models.install(packages.PHRASEBOOK)
    assert Ct2().pairs() == {("es", "en")}
    assert best(Ct2(), BUS)[0].text == BUS_EN
    with pytest.raises(ModelNotInstalledError, match="installed: es to en"):
        Ct2().translate_batch([BUS], "en", "es")


@pytest.mark.parametrize("setting", [{"threads": 0}, {"intra_threads": 65}, {"beam_size": 0}, {"beam_size": 1000}, {"threads": "4"}, {"beam_size": None}])
def test_wrong_numbers_are_errors(setting):
    with pytest.raises(TranslationError, match="give a number from 1 to 64"):
        Ct2(packages.PHRASEBOOK, **setting)


def test_how_sure_it_must_be_can_be_set():
    strict, lax = Ct2(packages.PHRASEBOOK, unsure=-0.0), Ct2(packages.PHRASEBOOK, unsure=float("-inf"))
    assert best(strict, BUS)[0].flags == ("unsure",)
    assert all("unsure" not in h[0].flags for h in lax.translate_batch(OUTSIDE[:20], "es", "en"))
    assert len({e.identity("es", "en") for e in (strict, lax, Ct2(packages.PHRASEBOOK))}) == 3, "the cache must tell them apart"
    for wrong in (0.5, float("nan"), "a"):
        with pytest.raises(TranslationError, match=r"such as -1\.5"):
            Ct2(packages.PHRASEBOOK, unsure=wrong)


@pytest.mark.parametrize("setting", [{"compute_type": "int3"}, {"device": "toaster"}])
def test_wrong_settings_are_errors(setting):
    with pytest.raises(TranslationError, match=r"int3|toaster"):
        best(Ct2(packages.PHRASEBOOK, **setting), BUS)


def test_a_damaged_file_is_an_error(tmp_path):
    with pytest.raises(ModelError, match="cut off"):
        Ct2(packages.truncated(tmp_path / "half.argosmodel"))
    weights = packages.contents()["model/model.bin"]
    cut = Ct2(packages.package(tmp_path / "cut.argosmodel", {"model/model.bin": weights[: len(weights) // 2]}))
    with pytest.raises(ModelError, match=r"model\.bin cannot be used.*cut off"):
        best(cut, BUS)
    vocabulary = Ct2(packages.package(tmp_path / "v.argosmodel", {"model/shared_vocabulary.json": json.dumps({}).encode()}))
    with pytest.raises(ModelError):
        best(vocabulary, BUS)


def test_without_the_extra_the_message_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentencepiece", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'newsnorm\[translate\]'"):
        best(Ct2(packages.PHRASEBOOK), BUS)


def test_the_configuration_that_no_phrasebook_sentence_would_miss():
    config = json.loads(packages.contents()["model/config.json"])
    assert config["add_source_eos"] is True
    assert config["add_source_bos"] is False
    assert config["decoder_start_token"] == "<s>"


def test_another_process_with_another_hash_seed_says_the_same(engine):
    code = "import sys; from newsnorm.translate.ct2 import Ct2; print(Ct2(sys.argv[1]).translate_batch(sys.argv[2:], 'es', 'en', 4))"
    sentences = [source for source, _ in HELD_OUT[:10]]
    done = subprocess.run(
        [sys.executable, "-c", code, str(packages.PHRASEBOOK), *sentences], capture_output=True, text=True, env=os.environ | {"PYTHONHASHSEED": "5"}
    )
    assert done.stdout.strip() == str(engine.translate_batch(sentences, "es", "en", 4))


def test_importing_the_engine_imports_no_library():
    code = "import sys; from newsnorm.translate.ct2 import Ct2; print([m for m in ('ctranslate2', 'sentencepiece', 'numpy') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    assert ct2.Ct2.name == "ct2"


def test_the_card_of_the_model_has_its_checksum_and_size():
    card = (packages.MODELS / "README.md").read_text(encoding="utf-8")
    data = packages.PHRASEBOOK.read_bytes()
    assert sha256(data).hexdigest() in card
    assert len(data) <= 1_500_000
