r"""Debris of the encoding stage, beyond the examples of its rules: escapes, torn entities, lost bytes, invisible characters."""

import pytest

from newsnorm import Config, Normalizer, normalize

ENCODING = Normalizer(Config(select=("encoding",)))


def text(damaged, title=None):
    return ENCODING.normalize(damaged, title=title, media_type="text/plain").text


def flags(damaged):
    return [f.rule for f in ENCODING.normalize(damaged, media_type="text/plain").flags]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        (r"The caf\u00c3\u00a9 is open.", "The café is open."),  # mojibake under escapes
        (r"Jos\u00e9\u2019s caf\u00e9 is \u0026 stays open \u2013 at 5 \u20ac.", "José’s café is & stays open – at 5 €."),
        (r"The port opened.\nThe mayor came.\nIt rained.\n\"Late,\" he said.", 'The port opened.\nThe mayor came.\nIt rained.\n"Late," he said.'),
        ("Jos\\u00e9 won.\nThe letter \\u00f1 is rare.", "José won.\nThe letter ñ is rare."),  # one word proves that the text is damaged
        ("It was 5 \\u20ac.", "It was 5 \\u20ac."),
        ("Use \\n, \\t and \\u0041 in it.", "Use \\n, \\t and \\u0041 in it."),
        ("Jos\\u00e9 \\ud83d \\udfff\\u00e9 \\uffff", "José \\ud83d \\udfff\\u00e9 \\uffff"),
    ],
)
def test_json_escapes(damaged, whole):
    assert text(damaged) == whole


def test_many_escapes_outweigh_what_the_line_speaks_of():
    assert text(r"caf\u00e9 is JSON") == r"caf\u00e9 is JSON"
    assert text(r"Jos\u00e9, \u00c1lvaro, N\u00fa\u00f1ez y Mu\u00f1oz leen JSON en Le\u00f3n") == "José, Álvaro, Núñez y Muñoz leen JSON en León"


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("(&copy; 2020 AP)", "(© 2020 AP)"),
        ("`&Eacute;t&eacute;'", "`Été'"),
        ("A caf&eacute ; is open", "A café is open"),
        ("qu & # 8217 ; il, l&#39eau", "qu’il, l'eau"),
        ("Tom & # 38 ; Ann & # 12; and & # 999999;", "Tom & Ann & # 12; and & # 999999;"),
        ("&#821 and &#38 and &#65 B", "&#821 and & and &#65 B"),
    ],
)
def test_entities(damaged, whole):
    assert text(damaged) == whole


def test_entities_in_the_title():
    doc = normalize("The shop of Lund & Dahl opened on Monday.", title="Lund &amp;amp; Dahl & # 39; s shop")
    assert doc.title == "Lund & Dahl's shop"


def test_what_is_no_mark_is_a_control_character():
    assert text("It\x19s \x1dlate\x19") == "It’s late’"
    assert text("\x1cIt is late.") == "It is late."
    assert text("\x1b[1mIt is\x1b[0m late.\x1b") == "It is late."
    assert text("\x1b$B\x1b(B") == "$B(B"


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Die Stra\xdf\xaden\xadbahn ist schlie\xdf\xadlich da.", "Die Straßenbahn ist schließlich da."),
        ("Der Mi\xadnis\xadter, \xadder\u200b kam.", "Der Minister, der kam."),
        ("Ein Wort\xad\xadteil und ein Wort\xadteil", "Ein Wort\xad\xadteil und ein Wort\xadteil"),
        ("An\ufff9other and an\ufffbother", "Another and another"),
        ("An\ufff9other \ufff9a\ufffab\ufffb an\xadother re\xadopened", "An\ufff9other \ufff9a\ufffab\ufffb another reopened"),
        ("ไทย\u200bไทย re\xadopened an\xadother \u200bport", "ไทย\u200bไทย reopened another \u200bport"),
    ],
)
def test_invisible_characters(damaged, whole):
    assert text(damaged) == whole


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("G\ufffdl\ufffden met Gülşen. \ufffdmit came.", "Gülşen met Gülşen. \ufffdmit came."),
        ("Beyo\ufffd\ufffd\ufffdlu lies by Beyoğlu.", "Beyoğlu lies by Beyoğlu."),
        ("Beyo\ufffd\ufffd\ufffd\ufffdlu lies by Beyoğlu.", "Beyo\ufffd\ufffd\ufffd\ufffdlu lies by Beyoğlu."),
        ("Los espa??oles y los españoles", "Los españoles y los españoles"),
        ("C\ufffdmara, Cámara; c\ufffdmaras, cámara", "Cámara, Cámara; c\ufffdmaras, cámara"),
    ],
)
def test_lost_letters(damaged, whole):
    assert text(damaged) == whole


def test_a_damaged_word_is_compared_with_so_many_words_only():
    begin = [f"Ab{chr(0x100 + k)}{chr(0x100 + n)}" for k in range(20) for n in range(20)]
    alone = Normalizer(Config(select=("encoding.lossy",)))
    assert alone.normalize(" ".join(["Ab\ufffdcd Abécd", *begin])).changes() == ()
    assert len(alone.normalize(" ".join(["Ab\ufffdcd Abécd", *begin[:50]])).changes()) == 1


def test_flags():
    assert flags("Iz\ufffdmir re\xadopened, e\u0301") == ["encoding.zero-width", "encoding.decomposed", "encoding.lost-letters"]
    assert flags("wat?r, cap?ain and har?our, see a.org/b?cd") == ["encoding.lost-letters"] * 3
