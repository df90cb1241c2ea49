"""Titles of works in quotation marks, which a translation leaves as they are if it is asked to."""

import pytest

from engines import Upside
from newsnorm import Config, ConfigError, Normalizer, retranslate
from newsnorm.translate.titles import quoted_titles
from newsnorm.translate.verify import problems


def titles(text, language="es"):
    return [text[a:b] for a, b in quoted_titles(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ('Actuó en "La puerta verde" y en «Ceniza de abril».', "es", ["La puerta verde", "Ceniza de abril"]),
        ("Estrenan 'La lluvia' y ‘El río de Vellamo’.", "es", ["La lluvia", "El río de Vellamo"]),
        ("La canción “¿Quién llama?” suena.", "es", ["¿Quién llama?"]),
        ("Sie las „Der stille Hafen“ zweimal.", "de", ["Der stille Hafen"]),
        ("他读了《静静的港湾》。", "zh", ["静静的港湾"]),
        # what somebody says is no title
        ('"Estamos felices", dijo Lund.', "es", []),
        ('"Volveremos pronto" aseguró Lund.', "es", []),
        ('Lund: "No hay pan para todos"', "es", []),
        ('"Llegaron tarde y se fueron pronto."', "es", []),
        # nor is a word that somebody uses with a wink, a long quotation, an apostrophe
        ('El "loco" se rió.', "es", []),
        ('Habló de "Una noche larga en la que nadie supo qué hacer con tanta agua en el sótano"', "es", []),
        ("The men's and women's teams of Dahl's Harbour", "en", []),
        ("the '80s and the '90s", "en", []),
    ],
)
def test_quoted_titles(text, language, found):
    assert titles(text, language) == found


def test_titles_stay_if_asked():
    text = "Lund actuó en «Ceniza de abril» durante un año."
    assert "Ceniza de abril" not in retranslate(text, source="es", translator=Upside(), cache=False).text
    doc = retranslate(text, source="es", translator=Upside(), cache=False, keep_titles=True)
    assert "«Ceniza de abril»" in doc.text
    assert "etnarud" in doc.text


def test_the_cache_tells_both_ways_apart(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSNORM_CACHE", str(tmp_path))
    text = "Lund actuó en «Ceniza de abril» durante un año."
    both = [retranslate(text, source="es", translator=Upside(identity="v1"), keep_titles=keep).text for keep in (False, True, False)]
    assert both[0] == both[2] != both[1]


def test_a_kept_title_is_no_untranslated_part():
    source = "Estrenan «Ceniza en la tarde de un año» y se van."
    text = "They show «Ceniza en la tarde de un año» and go."
    assert problems(source, text, "es", "en", 4) == ["a part is not translated"]
    assert problems(source, text, "es", "en", 4, ["Ceniza en la tarde de un año"]) == []


def test_the_setting():
    with pytest.raises(ConfigError, match="keep_titles takes true or false"):
        Config(keep_titles="yes")
    one, other = (Normalizer(Config(translate_to="en", keep_titles=keep)).signature for keep in (True, False))
    assert one != other
