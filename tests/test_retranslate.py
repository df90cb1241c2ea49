"""retranslate: paragraphs one to one, names as they were, every sentence on record, and engines that misbehave."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import newsnorm
from engines import DAMAGES, Answering, Damaging, Hanging, Raising, Upside
from newsnorm import ConfigError, Document, Hypothesis, InputError, ModelNotInstalledError, TranslationError, retranslate
from newsnorm.translate import ask, engines
from newsnorm.translate.cache import Cache
from newsnorm.translate.sentences import paragraphs, sentences

FOLDER = Path(__file__).parent.parent / "fixtures" / "retranslation"
ARTICLES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
TEXT = "El barco zarpó el lunes con 40 cajas.\n\n\n  Kim Jong-un no estaba a bordo. Volverá en 2031.\r\nFin\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSNORM_CACHE", str(tmp_path / "cache"))


def by(engine, text=TEXT, **given):
    return retranslate(text, **{"source": "es", "translator": engine, **given})


def test_paragraphs_and_what_is_between_them():
    doc = by(Upside())
    assert doc.text == "lE ocrab ópraz le senul noc 40 sajac.\n\n\n  Kim Jong-un on abatse a odrob. árevloV ne 2031.\r\nniF\n"
    assert (doc.original, doc.revert(), doc.language, doc.flags) == (TEXT, TEXT, "en", ())
    assert {change.rule for change in doc.changes()} == {"retranslate.paragraph"}
    for a, b in zip(paragraphs(TEXT), paragraphs(doc.text), strict=True):
        start, end = doc.origin(*b)
        assert a[0] <= start <= end <= a[1]


def test_the_record_has_every_sentence():
    doc = by(Upside(identity="v1"))
    assert [TEXT[s.source_start : s.source_end] for s in doc.sentences] == [
        "El barco zarpó el lunes con 40 cajas.",
        "Kim Jong-un no estaba a bordo.",
        "Volverá en 2031.",
        "Fin",
    ]
    assert [doc.text[s.start : s.end] for s in doc.sentences][1:] == ["Kim Jong-un on abatse a odrob.", "árevloV ne 2031.", "niF"]
    assert {(s.engine, s.model, s.score, s.fallback, s.pivot) for s in doc.sentences} == {("upside", "v1 es-en", -1.0, None, None)}
    assert Document.from_dict(json.loads(json.dumps(doc.to_dict()))) == doc
    assert "sentences" not in newsnorm.normalize("It rained.").to_dict()


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t ", "\u2028"])
def test_empty_text(text):
    assert by(Upside(), text).text == text


@pytest.mark.parametrize("text", ["42", "— 15.30", "…"])
def test_what_has_no_words_stays(text):
    engine = Upside()
    assert by(engine, text).text == text
    assert engine.calls == []


def test_text_in_the_target_language_stays():
    english = "The harbour was closed on Friday after waves broke over the wall and flooded the market."
    assert by(Upside(), english, source="en").sentences == ()
    mixed = f"El puerto cerró el viernes por las olas. {english}"
    doc = by(Upside(), mixed)
    assert doc.text.endswith(english)
    assert doc.sentences[1].doubts == ("it is in en already",)


def test_the_language_is_identified():
    assert by(Upside(), "El puerto cerró el viernes porque las olas rompieron el muro.", source=None).sentences
    with pytest.raises(InputError, match="give it"):
        by(Upside(), "Kim", source=None)


def test_a_sentence_is_translated_once():
    engine = Upside()
    by(engine, "Hola a todos. Hola a todos.\n\nHola a todos.")
    assert engine.calls == [["Hola a todos."]]


def test_a_huge_sentence_is_cut():
    text = "palabra " * 12500
    doc = by(Upside(), text)
    assert doc.text.split() == ["arbalap"] * 12500
    assert max(s.source_end - s.source_start for s in doc.sentences) <= 1200
    assert by(Upside(), "a" * 100_000).text == "a" * 100_000


def test_placeholders_in_the_text_are_no_placeholders():
    text = "El código XQ0QX y el signo ⟦1⟧ no son de Kim Jong-un, dijo *Ana."
    for damage in (lambda t: t, DAMAGES["drops placeholders"], DAMAGES["swaps placeholders"]):
        doc = by(Damaging(damage), text)
        assert "Kim Jong-un" in doc.text
        assert "XQ0QX" in doc.text
        assert "⟦1⟧" in doc.text


def test_addresses_and_numbers_come_through():
    text = "Escriba a ana_lopez@ejemplo.org o a @casa_real (https://ejemplo.org/a_b?c=1). Cuesta 60.000 euros, un 2,4 % más, a las 15.30."
    out = by(Upside(), text).text
    for kept in ("ana_lopez@ejemplo.org", "@casa_real", "https://ejemplo.org/a_b?c=1", "60,000", "2.4", "15.30"):
        assert kept in out


@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_bad_engines_never_spoil_a_text(damage):
    text = "Kim Jong-un habló con Vladimir Putin durante 3 horas en el puerto.\n\n«Vuelvan mañana», dijo Kim Yo-jong a las 17 personas."
    doc = by(Damaging(DAMAGES[damage]), text)
    assert len(paragraphs(doc.text)) == 2
    assert doc.revert() == text
    for name in ("Kim Jong-un", "Vladimir Putin", "Kim Yo-jong", "17"):
        assert name in doc.text
    assert not re.search(r"XQ\d|⟦|⟧|\ud800|4711|very|#of", doc.text)
    for s in doc.sentences:
        source = text[s.source_start : s.source_end]
        assert s.fallback != "source" or (doc.text[s.start : s.end] == source and any(f.before == source for f in doc.flags))


def test_what_is_kept_is_flagged_with_why():
    doc = by(Damaging(DAMAGES["stutters"]), "El barco zarpó el lunes.")
    assert [(f.rule, f.reason, f.start, f.end) for f in doc.flags] == [("retranslate.kept-source", "kept in es: it repeats itself", 0, 24)]
    assert doc.sentences[0].fallback == "source"


def test_the_next_hypothesis_is_taken():
    class Second(Upside):
        def translate_batch(self, sentences, source, target, n_best=1):
            return [[Hypothesis("no no no no"), Hypothesis(self.translated(s), -2.0)] for s in sentences]

    doc = by(Second(), "El barco zarpó el lunes.")
    assert (doc.text, doc.sentences[0].fallback, doc.sentences[0].score) == ("lE ocrab ópraz le senul.", "hypothesis 2", -2.0)


def test_another_shape_is_tried():
    class Fussy(Upside):
        def translated(self, sentence):
            return super().translated(sentence.replace("XQ", "XX"))

    doc = by(Fussy(), "Ayer Kim Jong-un llegó.")
    assert (doc.text, doc.sentences[0].fallback) == ("reyA Kim Jong-un ógell.", "other shape")


def test_names_are_put_back():
    class Cutting(Upside):
        def shapes(self, source, target):
            return ()

        def translated(self, sentence):
            return sentence.replace("Jong-un", "Jong-a").replace("llegó", "arrived")

    doc = by(Cutting(), "Kim Jong-un llegó.")
    assert doc.text == "Kim Jong-un arrived."


def test_people_of_the_caller_are_names():
    assert "Pablo Iglesias" in by(Upside(), "Llegó Pablo Iglesias.", people=("Pablo Iglesias",)).text


# --- engines that fail


@pytest.mark.parametrize(
    ("engine", "says"),
    [
        (Raising(), "engine upside failed .RuntimeError: out of memory"),
        (Answering(lambda s: []), "gave 0 answers for 1 sentences"),
        (Answering(lambda s: [[]] * 9), "gave 9 answers"),
        (Answering(lambda s: None), "gave NoneType answers"),
        (Answering(lambda s: [None] * len(s)), "must give a list of Hypothesis"),
        (Answering(lambda s: [["text"] for _ in s]), "must give Hypothesis"),
        (Answering(lambda s: [[Hypothesis(3)] for _ in s]), "must give Hypothesis"),
    ],
)
def test_a_failing_engine_is_an_error(engine, says):
    with pytest.raises(TranslationError, match=says):
        by(engine, "Hola a todos.")


def test_an_engine_without_an_answer_leaves_the_sentence():
    doc = by(Answering(lambda s: [[] for _ in s]), "Hola a todos.")
    assert (doc.text, doc.flags[0].rule) == ("Hola a todos.", "retranslate.kept-source")


def test_an_engine_that_hangs_is_an_error(monkeypatch):
    monkeypatch.setattr(ask, "SECONDS", 0.2)
    with pytest.raises(TranslationError, match="did not answer within"):
        by(Hanging(), "Hola a todos.")


def test_no_such_pair():
    with pytest.raises(ModelNotInstalledError, match="upside has no pair es-fr"):
        by(Upside(), target="fr")
    with pytest.raises(ModelNotInstalledError, match="newsnorm models install xx yy"):
        retranslate("Hola.", source="xx", target="yy")


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"translator": "google"}, ConfigError),
        ({"translator": 3}, ConfigError),
        ({"translator": "ct2", "threads": [1]}, ConfigError),
        ({"translator": "ct2", "beam": 2}, ConfigError),
        ({"translator": None, "beam": 2}, ConfigError),
        ({"source": "not a code"}, InputError),
        ({"target": ""}, InputError),
    ],
)
def test_wrong_arguments(given, error):
    with pytest.raises(error):
        retranslate("Hola a todos.", **{"source": "es", "translator": Upside(), **given})
    with pytest.raises(InputError, match="takes a str"):
        retranslate(b"Hola")


def test_a_missing_engine_says_what_to_install(monkeypatch):
    monkeypatch.setitem(engines._ENGINES, "ct2", ("no_such_module", "Ct2", "pip install 'newsnorm[translate]'"))
    engines._made.cache_clear()
    with pytest.raises(newsnorm.MissingExtraError, match=r"newsnorm\[translate\]"):
        retranslate("Hola.", source="es", translator="ct2")


# --- through English


def test_through_english():
    doc = by(Upside((("es", "en"), ("en", "fr"))), "Ayer Kim Jong-un llegó.", target="fr")
    assert doc.text == "Ayer Kim Jong-un llegó."  # turned twice
    assert (doc.sentences[0].pivot, doc.language) == ("en", "fr")
    doc = by(Damaging(DAMAGES["stutters"], pairs=(("es", "en"), ("en", "fr"))), "Ayer llegó Ana.", target="fr")
    assert (doc.sentences[0].fallback, doc.text) == ("source", "Ayer llegó Ana.")


# --- the cache


def test_a_second_run_asks_nobody():
    first, second, other = Upside(identity="v1"), Upside(identity="v1"), Upside(identity="v2")
    doc = by(first)
    assert by(second) == doc
    assert (len(first.calls), second.calls) == (1, [])
    by(other)
    assert other.calls
    fresh = Upside(identity="v1")
    assert by(fresh, cache=False).text == doc.text
    assert fresh.calls


def test_without_an_identity_nothing_is_kept():
    by(Upside())
    again = Upside()
    by(again)
    assert again.calls


def test_a_cache_that_cannot_be_used_is_a_flag(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSNORM_CACHE", str(tmp_path / "file"))
    doc = by(Upside(identity="v1"))
    assert [f.rule for f in doc.flags] == ["retranslate.no-cache"]
    assert "goes on without it" in doc.flags[0].reason
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "translations.sqlite").write_bytes(b"this is no database" * 100)
    monkeypatch.setenv("NEWSNORM_CACHE", str(folder))
    assert [f.rule for f in by(Upside(identity="v1")).flags] == ["retranslate.no-cache"]


def test_a_full_disk_loses_the_cache_only(tmp_path, monkeypatch):
    def full(self):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Cache, "_open", full)
    doc = by(Upside(identity="v1"))
    assert "No space left on device" in doc.flags[0].reason
    assert doc.text != TEXT


def test_the_cache_can_be_off(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSNORM_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    by(Upside(identity="v1"))
    assert [*tmp_path.iterdir()] == []
    monkeypatch.delenv("NEWSNORM_CACHE")
    by(Upside(identity="v1"))
    assert (tmp_path / "newsnorm" / "translations.sqlite").is_file()


# --- sentences


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_sentences_of_articles(article):
    text = article["text"]
    assert [len(sentences(text[a:b], article["language"])) for a, b in paragraphs(text)] == article["sentences"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El Sr. Gil llegó a EE. UU. el 3 de mayo. No habló.", 2),
        ("es", "«No hay prisa. No hay miedo», dijo.", 1),
        ("es", "Ana Gil, en el puerto. Foto: EFE", 1),
        ("es", "Un puente nuevo para el puerto", 1),
        ("fr", "M. Dupont est arrivé. Il est parti.", 2),
        ("fr", "Selon l'O.N.U., tout va bien. Fin.", 2),
        ("de", "Am 3. Mai kam Dr. Ott. Er ging.", 2),
        ("zh", "会谈持续了两小时。双方很高兴！他说：“谢谢。再见。”", 3),
        ("ja", "首相は「これで終わりだ。帰ろう」と述べた。会談は続いた。", 2),
        ("ru", "В 1998 г. сад закрыли. «Ждём. Верим», — сказал он.", 2),
    ],
)
def test_sentences(language, text, expected):
    assert len(sentences(text, language)) == expected


def test_wrapped_lines_are_one_paragraph():
    wrapped = "El barco que zarpó el lunes del puerto con cuarenta cajas de\nmanzanas y que debía llegar el jueves a la otra orilla no ha\n"
    wrapped += "llegado todavía, dijo su dueño.\n\nFin\n"
    assert len(paragraphs(wrapped)) == 2
    poem = "Verde que te quiero\nverde viento\nverdes ramas\n"
    assert len(paragraphs(poem)) == 3


# --- the whole article


def test_an_article_is_normalised_on_both_sides(monkeypatch):
    def instead(name, **given):
        return Upside()

    monkeypatch.setattr("newsnorm.translate.retranslate.engine", instead)
    text = "El barco zarp&oacute; el lunes , con 40 cajas de fruta.\n\nEl barco en el puerto de la isla. Foto: EFE\n\n"
    text += "El capit&aacute;n Kim Jong-un lleg&oacute; m&aacute;s tarde."
    config = newsnorm.Config(translate_to="en")
    doc = newsnorm.normalize(text, title="Un barco zarpa", language="es", config=config)
    assert (doc.title, doc.language) == ("nU ocrab apraz", "en")
    assert "Kim Jong-un" in doc.text
    assert doc.revert() == doc.original == f"Un barco zarpa\n\n{text}"
    assert {"encoding.entities", "retranslate.paragraph"} <= {c.rule for c in doc.changes()}
    assert Document.from_dict(doc.to_dict()) == doc
    first = next(s for s in doc.sentences if doc.text[s.start : s.end].startswith("lE ocrab"))
    assert doc.original[first.source_start : first.source_end] == "El barco zarp&oacute; el lunes , con 40 cajas de fruta."


def test_an_article_in_the_language_is_only_normalised():
    doc = newsnorm.normalize("It rained &amp; froze , in the north of the country.", language="en", config=newsnorm.Config(translate_to="en"))
    assert (doc.text, doc.sentences) == ("It rained & froze, in the north of the country.", ())


def test_an_article_of_no_language_is_flagged():
    doc = newsnorm.normalize("Kim", config=newsnorm.Config(translate_to="en"))
    assert (doc.text, [f.rule for f in doc.flags]) == ("Kim", ["retranslate.language"])
    assert newsnorm.normalize("", config=newsnorm.Config(translate_to="en")).flags == ()


def test_signature_names_the_translation():
    a, b = (newsnorm.Normalizer(newsnorm.Config(translate_to="en", beam_size=n)).signature for n in (1, 2))
    assert "translate:en" in a
    assert a != b
