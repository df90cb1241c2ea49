"""Apertium as an engine. What needs the program is skipped, with the reason, where it is not installed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from newsnorm import Config, ConfigError, ModelNotInstalledError, TranslationError, normalize, retranslate
from newsnorm.translate.apertium import Apertium, english, lexicon, stream
from newsnorm.translate.apertium.names import spoilt
from newsnorm.translate.engines import engine

FOLDER = Path(__file__).parent.parent / "fixtures" / "retranslation"
ARTICLES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
MISSING = "apertium is not installed: apt install apertium apertium-eng-spa"


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch):
    monkeypatch.setenv("NEWSNORM_CACHE", "off")


@pytest.fixture(scope="module")
def apertium():
    if shutil.which("apertium") is None:
        pytest.skip(MISSING)
    found = Apertium()
    if ("es", "en") not in found.pairs():
        pytest.skip(MISSING)
    return found


def english_of(apertium, text, **given):
    return retranslate(text, source="es", translator=apertium, **given).text


# --- articles


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_articles(apertium, article):
    language, text = article["language"], article["text"]
    if (language, "en") not in apertium.pairs():
        pytest.skip(f"apertium has no pair {language}-en here")
    doc = retranslate(text, source=language, translator=apertium)
    for name in article["names"]:
        assert doc.text.count(name) == text.count(name), name
    assert "Jong-a" not in doc.text
    for number in article["numbers"]:
        decimal = number.count(",") == 1
        there = number.replace(",", "@").replace(".", "," if not decimal and len(number.rpartition(".")[2]) == 3 else ".").replace("@", ".")
        assert there in doc.text
    assert doc.text.count("«") == doc.text.count("»") == text.count("«")
    assert doc.revert() == text
    assert [doc.text.count("\n\n"), len(doc.sentences)] == [text.count("\n\n"), sum(article["sentences"])]
    assert not doc.flags
    for s in doc.sentences:
        assert (s.engine, s.fallback) == ("apertium", None)
        assert text[s.source_start : s.source_end].strip()
        assert doc.text[s.start : s.end].strip()


def test_an_article_as_a_whole(apertium):
    del apertium
    text = ARTICLES["es-cumbre"]["text"].replace("ó", "&oacute;").replace("Putin.", "Putin .")
    doc = normalize(text, config=Config(translate_to="en", translator="apertium"))
    assert (doc.language, doc.captions) == ("en", ("Kim Jong-un and Putin, during the lunch. Photo: AFP.",))
    assert doc.title == "Kim Jong-un and Vladimir Putin agree to reopen a rail bridge"
    assert doc.revert() == text
    assert [p.name for p in doc.people][:2] == ["Kim Jong-un", "Vladimir Putin"]


KEPT = ("O'Donovan", "El Enebro", "Arch.Design", "Gran Vía", "Echo", "Honda Jazz", "Casa", "Globo")


@pytest.mark.parametrize(
    ("spanish", "expected"),
    [
        ("Kim Jong-un visitó Hanói.", "Kim Jong-un visited Hanoi."),
        ("El presidente norcoreano llegó el jueves.", "The North Korean president arrived on Thursday."),
        ("Los drones norcoreanos vuelan.", "The North Korean drones fly."),
        ("Pablo Iglesias y Angela Merkel cantan.", "Pablo Iglesias and Angela Merkel sing."),
        ("El presidente dijo que vendrá con su hermana.", "The president said that he will come with his sister."),
        ("La empresa vendió sus barcos.", "The company sold its ships."),
        ("El Sr. Duncan vive cerca de Madrid.", "Mr. Duncan lives near Madrid."),
        ("Es la 59ª edición.", "It is the 59th edition."),
        ("El OIEA y la OCDE se reúnen.", "The IAEA and the OECD gather."),
        ("«Ya veremos», dijo.", "«Already we will see», he said."),
        ("Vive en Multan y trabaja en el centro Levada.", "It lives in Multan and works in the centre Levada."),
        ("El avión Casa despegó, dijo radio Globo.", None),
        ("O'Donovan ve a su hermana en El Enebro.", None),
        ("La sede de Arch.Design está en la Gran Vía de Madrid.", None),
        ("El premio «Echo» fue para Honda Jazz.", None),
        ("El presidente viajó a Londres y el Rey habló en Navarra.", "The president travelled to London and the King spoke in Navarra."),
        ("El puente costó 1.500 millones de euros.", "The bridge cost 1,500 million euros."),
    ],
)
def test_sentences(apertium, spanish, expected):
    found = english_of(apertium, spanish)
    if expected is None:  # the names are what counts
        assert [n for n in KEPT if n in spanish and n not in found] == []
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("spanish", "names"),
    [
        ("Marta Ruiz de la Vega habló el lunes. De la Vega negó los hechos.", ["De la Vega"]),
        ("El asilo La Esperança de Mirlar cerró. La Esperança lo negó.", ["asylum La Esperança", ". La Esperança"]),
        ("Vive en la avenida Como, en la comunidad de Puente de Piedra.", ["Como", "Puente de Piedra"]),
        ("La reunión del Hotel Nacional terminó tarde.", ["Hotel Nacional"]),
        ("Mientras Sorensen y Coles hablaban, llegó el tren.", ["Sorensen and Coles"]),
        ("El Dr. Lee llegó a Puerto Princesa, en el distrito de Paro.", ["Lee", "Puerto Princesa", "Paro"]),
        ("En una China que cambia, la fábrica de Zaragoza cerró.", ["China", "Zaragoza"]),
        ("El partido MoDem y la red FriendFeed crecen; B.Zs: nada.", ["MoDem", "FriendFeed", "B.Zs"]),
    ],
)
def test_names_that_are_words_stay(apertium, spanish, names):
    found = english_of(apertium, spanish)
    assert [n for n in names if n not in found] == []


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("La comunidad de Madrid pagó el viaje.", "community of Madrid"),
        ("La comunidad de Estados Independientes se reunió.", "community of Independent States"),
        ("De Madrid salió otro tren.", "Of Madrid"),
        ("El Sr. Alcalde saludó al Sr. Ministro.", "Mr. Mayor"),
        ("El barco llegó al municipio de Nueva York.", "New York"),
        ("El Banco Central Europeo (BCE) y la ONU callan.", "ECB"),
    ],
)
def test_what_english_translates_is_translated(apertium, spanish, english):
    assert english in english_of(apertium, spanish)


@pytest.mark.parametrize(
    "text",
    [
        "*hola #hola @hola ^hola$ [hola] {hola} <b>hola</b> a\\b a/b",
        "hola\x00hola",
        "hola \ud800 hola",
        "XQ0QX ⟦0⟧",
        "^ $ \\ / [ ] { } < > @ * # + ~",
        ".[][\u00a0\u00a0]",
        "[][ ] hola",
    ],
)
def test_signs_of_its_own_format(apertium, text):
    hypotheses = apertium.translate_batch([text, "El barco."], "es", "en")
    assert [len(h) for h in hypotheses] == [1, 1]
    assert hypotheses[1][0].text == "The ship."
    out = english_of(apertium, f"{text}\n\nEl barco.")
    assert out.endswith("\n\nThe ship.")


def test_marks_are_doubts(apertium):
    (hypothesis,) = apertium.translate_batch(["El frumbo pernocta."], "es", "en")[0]
    assert "frumbo" in hypothesis.text
    assert "*" not in hypothesis.text
    assert "unknown: frumbo" in hypothesis.flags
    doc = retranslate("Frumbo grimba trelo marpa zunda.", source="es", translator=apertium)
    assert {f.rule for f in doc.flags} <= {"retranslate.doubtful", "retranslate.kept-source"}
    assert doc.flags


def test_batches_equal_single_sentences(apertium):
    batch = [s for a in ARTICLES.values() if a["language"] == "es" for s in a["text"].split("\n\n")]
    together = [h[0].text for h in apertium.translate_batch(batch, "es", "en")]
    assert together == [apertium.translate_batch([s], "es", "en")[0][0].text for s in batch]


def test_absurd_words(apertium):
    out = english_of(apertium, f"El barco {'x' * 100_000} llegó.")
    assert out.startswith("The ship")
    assert "x" * 100_000 in out.replace(" ", "")


def test_pairs(apertium):
    assert apertium.identity("es", "en") == apertium.identity("es", "en")
    with pytest.raises(ModelNotInstalledError, match="apertium has no pair es-xx"):
        apertium.translate_batch(["Hola."], "es", "xx")
    assert apertium.translate_batch([], "es", "en") == []


# --- without the program


def test_no_program():
    with pytest.raises(TranslationError, match="apt install apertium apertium-eng-spa"):
        Apertium("/no/such/apertium")


def test_apertium_takes_no_model(tmp_path):
    with pytest.raises(ValueError, match="takes no model"):
        engine("apertium", model=tmp_path)


def test_apertium_refuses_the_settings_of_models(apertium):
    for setting in ({"beam_size": 2}, {"device": "cuda"}, {"compute_type": "float32"}):
        with pytest.raises(ConfigError, match=f"apertium has no {next(iter(setting))}"):
            engine("apertium", **setting)
    assert engine("apertium", threads=2, device="cpu", compute_type="int8", beam_size=4).name == "apertium", "these say what is so anyway"


def script(tmp_path, body):
    path = tmp_path / "bin" / "apertium"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


LIST = 'if [ "$1" = -l ]; then echo "  spa-eng"; echo "  spa-eng_US"; echo "  fr-es"; exit; fi'


def test_codes_of_pairs(tmp_path):
    assert Apertium(script(tmp_path, LIST)).pairs() == {("es", "en"), ("fr", "es")}


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("echo broken >&2; exit 1", "apertium failed .broken"),
        ("exit 3", "apertium failed .3"),
        ("printf '\\377'", "not UTF-8"),
        ("sleep 20", "did not answer within"),
    ],
)
def test_a_program_that_fails(tmp_path, monkeypatch, body, says):
    monkeypatch.setattr(stream, "TIMEOUT", 1)
    with pytest.raises(TranslationError, match=says):
        Apertium(script(tmp_path, f"{LIST}\n{body}")).translate_batch(["Hola."], "es", "en")


def test_a_pair_without_stages(tmp_path):
    plain = Apertium(script(tmp_path, f"{LIST}\nsed s/hola/hello/"))
    assert [h[0].text for h in plain.translate_batch(["hola", "di hola"], "es", "en")] == ["hello", "di hello"]
    assert plain.names(["Hola"], "es", "en") == [[]]


def test_stages_of_a_mode(tmp_path):
    mode = tmp_path / "a.mode"
    mode.write_text("lt-proc 'm.bin' | apertium-tagger -g $2 't.prob' | lt-proc -b 'b.bin' | apertium-transfer x | lt-proc $1 'g.bin' | lt-proc -p 'p.bin'\n")
    found = stream.stages(mode)
    assert found is not None
    assert found.look_up == (("apertium-tagger", "-g", "t.prob"), ("lt-proc", "-b", "b.bin"))
    assert found.generate == (("lt-proc", "-d", "g.bin"), ("lt-proc", "-p", "p.bin"))
    for text in ("", "cat | cat", "lt-proc 'x", "lt-proc m | lt-proc -b b"):
        mode.write_text(text)
        assert stream.stages(mode) is None


def test_names_that_it_would_spoil():
    text = "Ayer Pablo Iglesias y la ESA vieron a Kim Jong-un, Morales y N.A. en Nueva York."
    analyses = {
        "Pablo": "Pablo<np><ant><m><sg>", "Iglesias": "Iglesia<n><f><pl>", "ESA": "ESE<prn>", "Kim": "Kim<np><ant><f><sg>", "Jong": "*Jong",
        "Morales": "Moral<adj>", "N": "N<num>", "A": "A<pr>", "Nueva York": "Nueva York<np><loc>",
    }  # fmt: skip
    units, at = [], 0
    for word in [
        "Ayer",
        "Pablo",
        "Iglesias",
        "y",
        "la",
        "ESA",
        "vieron",
        "a",
        "Kim",
        "Jong",
        "-",
        "un",
        "Morales",
        "y",
        "N",
        ".",
        "A",
        ".",
        "en",
        "Nueva York",
    ]:
        at = text.index(word, at)
        units.append((at, at + len(word), word, analyses.get(word, word.lower() + "<adv>")))
        at += len(word)
    assert [text[a:b] for a, b in spoilt(text, units)] == ["Pablo Iglesias", "ESA", "Kim Jong-un", "Morales", "N.A."]


@pytest.mark.parametrize(
    ("lemma", "tags", "form"),
    [
        ("drone", "<n><pl>", "drones"),
        ("SME", "<n><pl>", "SMEs"),
        ("hitman", "<n><pl>", "hitmen"),
        ("pharmacy", "<n><pl>", "pharmacies"),
        ("hack", "<vblex><past>", "hacked"),
        ("chat", "<vblex><ger>", "chatting"),
        ("seize", "<vblex><pp>", "seized"),
        ("make viral", "<vblex><pres><p3><sg>", "makes viral"),
        ("Kim", "<np><ant><pl>", "Kim"),
    ],
)
def test_inflection(lemma, tags, form):
    assert english.inflected(lemma, tags) == form


def test_forms():
    words = lexicon.words("es", "en")
    assert words["norcoreanas"] == ["norcoreano<adj><f><pl>"]
    assert "tuitear<vblex><ifi><p3><sg>" in words["tuiteó"]
    assert words["desnuclearizaciones"] == ["desnuclearización<n><f><pl>"]
    assert lexicon.words("xx", "yy") == {}
