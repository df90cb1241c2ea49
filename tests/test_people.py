"""Who is known, and who is a person for sure."""

import pickle
import re
import runpy
from importlib.resources import files
from pathlib import Path

import pytest

import newsnorm
from newsnorm import Config, InputError
from newsnorm.data import words
from newsnorm.lexicon import fold
from newsnorm.names.cast import find_cast
from newsnorm.names.misspelt import misspelt_lines
from newsnorm.people import (
    KnownPerson,
    People,
    gazetteer,
    known_heads,
    known_people,
    load_people,
    lookup,
    name_key,
    name_parts,
    people_of,
)
from newsnorm.view import View

ROWS = [
    line.split("\t") for line in (files("newsnorm.data") / "names" / "people.tsv").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


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


def forms(row):
    return [form for field in (row[0], *row[4:6]) for form in field.split("|") if form]


def test_the_gazetteer():
    table = gazetteer()
    assert len(ROWS) >= 700
    assert table[name_key("Yoon Seok-youl")] is table[name_key("Yoon Suk Yeol")]
    assert table[name_key("Муаммар Каддафи")] is table[name_key("Moammar Gadhafi")] is table[name_key("Muammar Gaddafi")]
    assert table[name_key("Vladimir Putin")] == table["普京"]
    assert table[name_key("Vladimir Poutine")].spellings[:2] == ("Wladimir Putin", "Vladimir Poutine")
    assert "Vladimir Vladimirovich Putin" not in table[name_key("Vladimir Putin")].spellings
    assert all(len(p.name.split()) > 1 for p in table.values())
    assert lookup(()) is table


@pytest.mark.parametrize(
    "names",
    [
        ("George W. Bush", "George H. W. Bush", "Jeb Bush"),
        ("Kim Jong-un", "Kim Jong-il", "Kim Il-sung", "Kim Jong-nam", "Kim Yo-jong"),
        ("Hillary Clinton", "Bill Clinton", "Chelsea Clinton"),
        ("Hafez al-Assad", "Bashar al-Assad", "Maher al-Assad"),
        ("Justin Trudeau", "Pierre Trudeau"),
        ("Indira Gandhi", "Rajiv Gandhi", "Rahul Gandhi", "Sonia Gandhi", "Mahatma Gandhi"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Ali Khamenei", "Ruhollah Khomeini"),
        ("Lech Kaczyński", "Jarosław Kaczyński"),
        ("Franklin D. Roosevelt", "Theodore Roosevelt"),
        ("Michael Schumacher", "Mick Schumacher"),
    ],
)
def test_near_namesakes_are_apart(names):
    assert len({id(gazetteer()[name_key(name)]) for name in names}) == len(names)


def test_no_form_belongs_to_two_people():
    owner = {}
    for row in ROWS:
        for form in forms(row):
            assert owner.setdefault(name_key(form), row[0]) == row[0], form
    assert set(owner) == set(gazetteer())


def test_the_keys_are_those_of_the_names():
    path = Path(__file__).parent.parent / "tools/make_people.py"
    made = runpy.run_path(str(path))["keys_file"]((files("newsnorm.data") / "names" / "people.tsv").read_text(encoding="utf-8"))
    kept = (files("newsnorm.data") / "names" / "people.keys").read_text(encoding="utf-8")
    assert made == kept, "run tools/make_people.py"


def test_the_gazetteer_is_a_mapping():
    table = gazetteer()
    assert len(table) == len(list(table)) == len(dict(table)) > 6_000
    assert len(list(table.persons())) == len({id(person) for person in table.values()}) == len(ROWS)
    assert table.get("kimjongun") is table["kimjongun"]
    assert table.get("annlund") is table.get("") is None
    assert "annlund" not in table
    assert 3 not in table
    assert table.get("annlund", 3) == 3
    with pytest.raises(KeyError):
        table["annlund"]


def test_a_row_of_the_gazetteer():
    assert [name_key(row[0]) for row in ROWS] == sorted({name_key(row[0]) for row in ROWS}), "sorted, each name once"
    for row in ROWS:
        name, gender, role, years, *_ = row
        assert len(row) == 6, name
        assert gender in ("f", "m"), name
        assert re.fullmatch(r"[A-Za-z]+( [A-Za-z]+){0,4}", role), name
        assert re.fullmatch(r"(?:\d{4}-(?:\d{4})?)?", years), name
        assert len({name_key(form) for form in forms(row)}) == len(forms(row)), f"{name}: two forms differ only in style"
        assert all(form == form.strip() for form in forms(row)), name


def test_heads():
    assert known_heads() == {name_parts(form)[0] for row in ROWS for form in forms(row)}
    assert {"Kim", "Park", "Thae"} <= words("korean_surnames")


def test_the_callers_people_come_first():
    table = lookup((KnownPerson("Kim Jong-un", (), "f"), KnownPerson("—")))
    assert table["kimjongun"].gender == "f"
    assert gazetteer()["kimjongun"].gender == "m"
    assert "" not in table


def test_known_people():
    assert known_people(None) == known_people(()) == ()
    assert known_people(["Ann Lund", {"name": "Per Dahl", "aliases": ["Peer Dahl"], "gender": "m"}]) == (
        KnownPerson("Ann Lund"),
        KnownPerson("Per Dahl", ("Peer Dahl",), "m", spellings=("Peer Dahl",)),
    )
    assert known_people([{"name": "Ann Lund", "role": "mayor", "years": "1970-"}]) == (KnownPerson("Ann Lund", role="mayor", years="1970-"),)


@pytest.mark.parametrize(
    "entry",
    [
        *(3, None, {}, {"name": 3}, {"name": " "}, "", " "),
        *({"name": "A", "gender": "male"}, {"name": "A", "aliases": "B"}, {"name": "A", "aliases": None}, {"name": "A", "role": 3}, {"name": "A", "years": 3}),
    ],
)
def test_no_people(entry):
    with pytest.raises(InputError, match="people"):
        known_people([entry])


def test_sure_people():
    assert names("Kim Jong-un met Vladimir Putin and Ann Lund.") == ["Kim Jong-un", "Vladimir Putin", "Ann Lund"]
    assert names("Ann, New York-based") == names("South Australia, Santa Catarina and the Lund Bank") == []
    assert names("Kim Jong-un met Ann Lund.", "Ann Lund") == ["Kim Jong-un", "Ann Lund"]
    assert names("President Choe Ryong-min spoke.") == ["Choe Ryong-min"], "the shape of a Korean name"
    assert names("") == names("Kim") == []
    assert names("@Kim Jong-un x/Kim Jong-un") == []


def test_the_form_of_a_name():
    assert names("Kim Jong Un. Kim Jong-un. Kim Jong Un.") == ["Kim Jong Un"], "the most used"
    assert names("Kim Jong Un. Kim Jong-un.") == ["Kim Jong-un"], "then the known one"
    assert names("Ann-Mary Lund. Ann Mary Lund.", {"name": "Annmary Lund"}) == ["Ann-Mary Lund"], "then the one with more marks"


def test_captions_count_once():
    line = "Kim Jong Un walks over the bridge at night in rain."
    assert names(f"{line}\n{line}\n\nKim Jong-un left.") == ["Kim Jong-un"]


def people(text, **given):
    return newsnorm.normalize(text, **{"language": "en", **given}).people


def test_the_people_of_a_document():
    (person,) = people("Yoon Suk Yeol came. Yoon Suk-yeol left.")
    assert (person.name, person.variants, person.gender, person.gender_from) == ("Yoon Suk-yeol", ("Yoon Suk Yeol",), "m", "known")
    assert person.mentions == ((0, 13), (20, 33))
    (person,) = people("Choe Ryong-min spoke.")
    assert person.gender is person.gender_from is None


def test_one_known_person_of_several_names():
    (person,) = people("Vladimir Vladimirovich Putin came. Vladimir Putin left. Vladimir Putin slept.")
    assert (person.name, person.variants, len(person.mentions)) == ("Vladimir Putin", ("Vladimir Vladimirovich Putin",), 3)


def test_what_says_the_gender():
    assert [(p.name, p.gender, p.gender_from) for p in people("Mrs Kim Lundqvist met Mr Kim Dahlberg, Gunnar Lundby and Robin Dahlby.")] == [
        ("Kim Lundqvist", "f", "title"),
        ("Kim Dahlberg", "m", "title"),
        ("Gunnar Lundby", "m", "given name"),
        ("Robin Dahlby", None, None),
    ]


def test_mentions_count_from_the_body():
    doc = newsnorm.normalize("Ann Lund came.", title="Ann Lund is here", language="en")
    assert [(p.name, p.mentions) for p in doc.people] == [("Ann Lund", ((0, 8),))]
    assert doc.text[:8] == "Ann Lund"


def test_scripts_without_capitals():
    (putin, kim) = people("俄罗斯总统普京周一会见了金正恩。普京说很好。", language="zh")
    assert (putin.name, putin.mentions, kim.name) == ("普京", ((5, 7), (16, 18)), "金正恩")
    assert [p.name for p in people("التقى فلاديمير بوتين أمس", language="ar")] == ["فلاديمير بوتين"]
    assert people("التقى xفلاديمير بوتينx أمس", language="ar") == (), "a part of a word"


TOML = """
different = [["Ann Lund", "Anne Lund"]]
[[person]]
name = "Ann Lund"
aliases = ["Anna Lund"]
gender = "f"
role = "mayor"
years = "1970-"
"""
JSON = (
    '{"different": [["Ann Lund", "Anne Lund"]], "person": [{"name": "Ann Lund", "aliases": ["Anna Lund"], "gender": "f", "role": "mayor", "years": "1970-"}]}'
)


@pytest.mark.parametrize(("name", "text"), [("people.toml", TOML), ("people.json", JSON), ("PEOPLE.JSON", "\ufeff" + JSON)])
def test_load_people(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    ann = KnownPerson("Ann Lund", ("Anna Lund",), "f", "mayor", "1970-", ("Anna Lund",))
    assert load_people(tmp_path / name) == People((ann,), (("Ann Lund", "Anne Lund"),))


def test_load_names_alone(tmp_path):
    (tmp_path / "people.json").write_text('{"person": ["Ann Lund"]}')
    assert load_people(str(tmp_path / "people.json")) == People((KnownPerson("Ann Lund"),))
    (tmp_path / "people.json").write_text('["Ann Lund"]')
    assert load_people(tmp_path / "people.json") == People((KnownPerson("Ann Lund"),))
    (tmp_path / "none.toml").write_text("")
    assert load_people(tmp_path / "none.toml") == People()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.toml", None, "cannot read .*a.toml: .*; give the path"),
        ("a.toml", b"x = ", "a.toml is not TOML"),
        ("a.json", b"{", "a.json is not JSON"),
        ("a.json", b"[" * 100_000, "a.json is not JSON"),
        ("a.toml", b"\xff", "a.toml is not TOML"),
        ("a.json", b"3", r'a.json takes "person".*: \{"person": \['),
        ("a.json", b"[3]", "a.json: people takes names"),
        ("a.toml", b"people = []", 'a.toml takes "person"'),
        ("a.toml", b"person = 3", r"a.toml: .*\[\[person\]\]"),
        ("a.toml", b"[[person]]\nnom = 'Ann'", "a.toml: people takes"),
        ("a.toml", b"different = [['Ann Lund']]", "a.toml: .*pairs"),
        ("a.toml", b"different = 3", "a.toml: .*pairs"),
        ("a.toml", b"different = [['Ann Lund', '']]", "a.toml: .*pairs"),
    ],
)
def test_no_file_of_people(tmp_path, name, data, message):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message):
        load_people(tmp_path / name)


def test_every_misspelling_belongs_to_one_person_of_the_gazetteer_and_to_nobody_else():
    seen = []
    for name, forms, context in misspelt_lines():
        person = gazetteer()[name_key(name)]
        assert name_key(person.name) == name_key(name)
        for form in (form.lstrip("*") for form in forms):
            assert gazetteer().get(name_key(form), person) is person, form
            assert name_key(form) != name_key(name), form
            seen.append(name_key(form))
        assert all(stem == fold(stem) and stem.strip() == stem and len(stem) >= 3 for stem in context.split("|")), name
    assert len(seen) == len(set(seen)) > 150
    assert [name for name, *_ in misspelt_lines()] == sorted((name for name, *_ in misspelt_lines()), key=name_key)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("El líder norcoreano, Kim Jung Un, dijo ayer que los puertos del país ya están abiertos para todos.", "Kim Jong Un"),
        ("North Korean General Secretary Kim Jung Eun spoke.", "Kim Jong Un"),
        ("Coreia do Norte: o país de Kim Jon-un não fala.", "Kim Jong-un"),
        ("The ruler of North Korea, Kim Jong-one, spoke.", "Kim Jong-un"),
        ("Recep Tayyep Erdoğan spoke in Turkey.", "Recep Tayyip Erdoğan"),
    ],
)
def test_a_misspelt_name_alone_takes_the_style_it_has(text, wanted):
    assert wanted in newsnorm.normalize(text, language=None if "í" in text or "ã" in text else "en").text


@pytest.mark.parametrize(
    "text",
    [
        "KIM JUNG UN SPEAKS IN NORTH KOREA",
        "Kim Jong-un and Kim Jung-eun met in North Korea.",
        "In North Korea @Kim Jon-un is spelled so.",
        "Kim Jung-un is a dentist in Busan.",
        "The actress Kim Jung-eun stars in a film on North Korea.",
        "The engineer Saddam Hussain was named after the ruler of Iraq.",
        "The bakery sells a cake named Emmanuel Macaron, and in Paris alone.",
        "Teresa May has a bakery in Leeds, and she votes Conservative.",
        "The Russian invitation had Vladmir Putin (sic) on it.",
        "In Moscow a poster called him Vladmir Putin.",
        "Slobodan Milosović was tried in The Hague.",
    ],
)
def test_a_misspelt_name_that_may_be_meant_stays(text):
    assert newsnorm.normalize(text, language="en").text == text


def test_the_caller_knows_better_than_the_misspellings():
    text = "North Korea's Kim Jung-eun spoke."
    assert newsnorm.normalize(text).text != text
    assert newsnorm.normalize(text, people=["Kim Jung-eun"]).text == text


def test_people_from_another_process_have_the_hash_of_equal_people():
    people = people_of(["Ann Lund"])
    people.persons.__dict__["made"] = 7  # what a process with another seed made
    assert "made" not in pickle.loads(pickle.dumps(people)).persons.__dict__
