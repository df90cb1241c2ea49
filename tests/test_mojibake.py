"""UTF-8 read as a code page, whole lines and parts of lines, once and more often; and what only looks like it."""

import pytest

from newsnorm import Config, Normalizer
from newsnorm.encodings.utf8 import READ

ENCODING = Normalizer(Config(select=("encoding",)))
SENTENCES = {
    "cs": "Ministr dopravy v pondělí otevřel nový most přes řeku.",
    "de": "Der Minister eröffnete am Montag die neue Brücke, sagte er „später“.",
    "el": "Ο υπουργός άνοιξε τη Δευτέρα τη νέα γέφυρα.",
    "fa": "وزیر راه روز دوشنبه پل تازه را گشود.",
    "fr": "Le ministre a inauguré le pont, à côté de la forêt : « déjà ».",
    "hi": "मंत्री ने सोमवार को नए पुल का उद्घाटन किया।",
    "ja": "大臣は月曜日に新しい橋を開通させた。",
    "ko": "장관은 월요일에 새 다리를 열었다.",
    "ru": "Министр открыл в понедельник новый мост через реку.",
    "vi": "Bộ trưởng đã khánh thành cây cầu mới vào thứ hai.",
    "zh": "部长星期一为新的大桥开通。",
}


def damaged(text, codec):
    import ftfy.bad_codecs  # noqa: F401

    data = text.encode("utf-8")
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        pytest.skip(f"{codec} has no character for a byte of it")


@pytest.mark.parametrize("codec", READ)
@pytest.mark.parametrize("language", SENTENCES)
def test_whole_lines(language, codec):
    doc = ENCODING.normalize(damaged(SENTENCES[language], codec))
    assert doc.text == SENTENCES[language]
    assert {c.rule for c in doc.changes()} == {"encoding.mojibake"}
    assert doc.revert() == doc.original


@pytest.mark.parametrize("language", ["cs", "de", "fr", "ru", "vi"])
def test_half_of_a_line(language):
    text = SENTENCES[language]
    middle = text.index(" ", len(text) // 2)
    doc = ENCODING.normalize(text[:middle] + damaged(text[middle:], "sloppy-windows-1252"))
    assert doc.text == text


@pytest.mark.parametrize("times", [2, 3])
def test_more_than_once(times):
    text = right = SENTENCES["fr"]
    for _ in range(times):
        text = damaged(text, "sloppy-windows-1252")
    doc = ENCODING.normalize(text)
    assert doc.text == right
    assert doc.changes()[0].reason.count("windows-1252") in (0, times)


def test_lost_no_break_spaces():
    text = damaged("Voilà la mairie : à Nîmes, à côté.", "sloppy-windows-1252").replace("\xa0", " ")
    assert ENCODING.normalize(text).text == "Voilà la mairie : à Nîmes, à côté."


def test_what_one_line_shows_helps_the_next():
    lines = ["Le ministre a inaugurГ© le pont dГ©jГ  achevГ©.", "Un Г©tГ© Г\xa0 NoirmoГ»tier."]
    assert ENCODING.normalize("\n".join(lines)).text.startswith("Le ministre a inauguré le pont déjà achevé.")


def test_the_reason_names_the_code_page():
    (change,) = ENCODING.normalize("La cafГ©tГ©ria est fermГ©e").changes()[:1]
    assert change.reason == "UTF-8 read as windows-1251"


@pytest.mark.parametrize(
    "text",
    [
        "NESTLÉ® requiere personal; VOCÊ…",
        "a matrix of 4288×2848, 2012—∞, √π/2 = 0,886",
        "ВІКІ, НАТО й Рівень; ДІЇ — це «РФ»",
        "Το «Ά» και η Ελλάδα· Μ΄ όροφος",
        "CAFÉ» — “Él…” ¡YO SÉ¡ ÑANDÚ®",
        "Õ… ô¬ °° ¼½¾ §§",
        "TRANSFORMATORIŲ™ HÅØYA ER BLÅØYD",
    ],
)
def test_accidents_stay(text):
    assert ENCODING.normalize(text).changes() == ()


def test_a_text_that_is_damaged_throughout_may_speak_of_encodings():
    text = (
        "Die Bäcker hätten größere Öfen für süße Brötchen, und fünf Müller mähten dafür früher Gräser.\n\nIm Unicode stehen Zeichensätze mit vielen Schriften."
    )
    damaged = text.encode().decode("cp1252")
    assert ENCODING.normalize(damaged, media_type="text/plain").text == text


def test_a_text_that_speaks_of_encodings_keeps_what_it_shows():
    text = "Die Bäcker hätten größere Öfen für süße Brötchen.\n\nWer UTF-8 falsch liest, sieht ZeichensÃ¤tze und kein Wort mehr."
    assert ENCODING.normalize(text, media_type="text/plain").text == text


def test_lines_that_show_words_both_ways_are_no_damage_throughout():
    words = "Größe Bücher Höhe Fächer Glühwein Würste Dürre Zürich Straße Müller".split()
    shown = [f'The sign had "{word.encode().decode("cp1252")}" and not "{word}" on it.' for word in words]
    text = "\n\n".join([*shown, "UTF-8 read as Latin-1 makes GrÃ¼ÃŸe of a greeting."])
    assert ENCODING.normalize(text, media_type="text/plain").text == text
