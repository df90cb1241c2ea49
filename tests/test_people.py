"""Who is known, and who is a person for sure."""

import pytest

from newsnorm import Config, InputError
from newsnorm.names.cast import find_cast
from newsnorm.people import KnownPerson, gazetteer, known_people, lookup, name_key, name_parts
from newsnorm.view import View


def cast(text, *people):
    return find_cast(View(text, Config(), known=known_people(people)))


def names(text, *people):
    return [n.form for n in cast(text, *people).named]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Kim Il-sung", ("kim", "il", "sung")),
        ("Pedro Sánchez", ("pedro", "sanchez")),
        ("O’Neil D'Arcy", ("oneil", "darcy")),
        ("J. R. Lund", ("j", "r", "lund")),
        ("", ()),
        (" - ", ()),
    ],
)
def test_name_parts(name, parts):
    assert name_parts(name) == parts
    assert name_key(name) == "".join(parts)


def test_the_gazetteer():
    table = gazetteer()
    assert table[name_key("Yoon Seok-youl")] is table[name_key("Yoon Suk Yeol")]
    assert all(p.gender in ("f", "m", None) and len(p.name.split()) > 1 for p in table.values())
    assert lookup(()) is table


def test_the_callers_people_come_first():
    table = lookup((KnownPerson("Kim Jong-un", (), "f"), KnownPerson("—")))
    assert table["kimjongun"].gender == "f"
    assert gazetteer()["kimjongun"].gender == "m"
    assert "" not in table


def test_known_people():
    assert known_people(None) == known_people(()) == ()
    assert known_people(["Ann Lund", {"name": "Per Dahl", "aliases": ["Peer Dahl"], "gender": "m"}]) == (
        KnownPerson("Ann Lund"),
        KnownPerson("Per Dahl", ("Peer Dahl",), "m"),
    )


@pytest.mark.parametrize(
    "entry", [3, None, {}, {"name": 3}, {"name": " "}, "", " ", {"name": "A", "gender": "male"}, {"name": "A", "aliases": "B"}, {"name": "A", "aliases": None}]
)
def test_no_people(entry):
    with pytest.raises(InputError, match="people"):
        known_people([entry])


def test_sure_people():
    assert names("Kim Jong-un met Vladimir Putin and Ann Lund.") == ["Kim Jong-un", "Vladimir Putin"]
    assert names("Kim Jong-un met Ann Lund.", "Ann Lund") == ["Kim Jong-un", "Ann Lund"]
    assert names("President Choe Ryong-hae spoke.") == ["Choe Ryong-hae"], "the shape of a Korean name"
    assert names("Ann Choe-hae, New York-based") == []
    assert names("") == names("Kim") == []
    assert names("@Kim Jong-un x/Kim Jong-un") == []


def test_the_form_of_a_name():
    assert names("Kim Jong Un. Kim Jong-un. Kim Jong Un.") == ["Kim Jong Un"], "the most used"
    assert names("Kim Jong Un. Kim Jong-un.") == ["Kim Jong-un"], "then the known one"
    assert names("Ann-Mary Lund. Ann Mary Lund.", {"name": "Annmary Lund"}) == ["Ann-Mary Lund"], "then the one with more marks"


def test_captions_count_once():
    line = "Kim Jong Un walks over the bridge at night in rain."
    assert names(f"{line}\n{line}\n\nKim Jong-un left.") == ["Kim Jong-un"]


def test_the_people_of_a_document():
    (person,) = cast("Yoon Suk Yeol met Yoon Suk-yeol.").people
    assert (person.name, person.variants, person.gender) == ("Yoon Suk-yeol", ("Yoon Suk Yeol",), "m")
    (person,) = cast("Choe Ryong-hae spoke.").people
    assert person.gender is None
