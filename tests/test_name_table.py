"""NameTable and learn_names: the laws of counting, files, errors."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import InputError, NameTable, Normalizer, learn_names

NAMES = st.sampled_from(["Ola Vikan", "Ola Vikun", "Óla Vikan", "Kim Il Sung", "Kim Il-sung", "Kari Nordmoen", "Ole Vikan", "Иван Ладов", "Å B"])
TABLES = st.dictionaries(NAMES, st.integers(1, 20)).map(lambda names: NameTable(names, 20))

STORM = "The mayor, Ola Vikan, closed the port on Monday, and Kari Nordmoen said that the storm would pass. Ola Vikan thanked her."
BRIDGE = "Minister Kari Nordmoen opened the bridge on Friday. Later that day Kari Nordmoen walked over it with the engineers."
CORPUS = [STORM, {"text": BRIDGE, "title": "Bridge opens", "id": 7}, b"It rained in the north, said Ola Vikan, and nobody was there to see it."]


@given(TABLES, TABLES, TABLES)
def test_joining_is_associative_and_commutative_and_has_a_zero(a, b, c):
    assert (a | b) | c == a | (b | c) == a.merge(b, c)
    assert a | b == b | a
    assert a | NameTable() == a
    assert len((a | b).to_json()) >= len(a.to_json()) - 1


@given(TABLES, TABLES, NAMES)
def test_joining_adds_every_count(a, b, name):
    both = a | b
    assert both.count(name) == a.count(name) + b.count(name)
    assert both.documents == a.documents + b.documents
    assert {s: both.spellings(name).get(s, 0) for s in both.spellings(name)} == {
        s: a.spellings(name).get(s, 0) + b.spellings(name).get(s, 0) for s in {*a.spellings(name), *b.spellings(name)}
    }


@given(TABLES)
def test_json_and_pickle_lead_back(table):
    for again in (NameTable.from_json(table.to_json()), pickle.loads(pickle.dumps(table))):
        assert again == table
        assert (again.to_json(), again.digest) == (table.to_json(), table.digest)


@given(st.dictionaries(NAMES, st.integers(1, 20)))
def test_the_order_of_the_names_does_not_matter(names):
    one, other = NameTable(names, 20), NameTable(dict(reversed(names.items())), 20)
    assert one == other
    assert one.digest == other.digest
    assert one.most_used() == other.most_used()


@given(TABLES, st.integers(0, 12))
def test_trimming_keeps_the_most_used(table, limit):
    kept = json.loads(table.trimmed(limit).to_json())["names"]
    everything = json.loads(table.to_json())["names"]
    assert list(kept) == sorted(sorted(everything, key=lambda s: (-everything[s], s))[:limit])
    assert table.trimmed(limit).documents == table.documents


@given(st.lists(st.sampled_from([STORM, BRIDGE, "It rained.", ""]), max_size=4), st.integers(0, 4))
def test_learning_in_parts_is_learning_at_once(texts, cut):
    assert learn_names(texts[:cut]) | learn_names(texts[cut:]) == learn_names(texts) == learn_names(reversed(texts))


def test_counts_are_of_documents():
    table = learn_names(CORPUS)
    assert table.documents == 3
    assert dict(table.most_used()) == {"Ola Vikan": 2, "Kari Nordmoen": 2}
    assert table.most_used(1) == [("Kari Nordmoen", 2)]


def test_texts_are_taken_one_by_one():
    taken = []

    def texts():
        for text in CORPUS:
            taken.append(text)
            yield text
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        learn_names(texts())
    assert len(taken) == 3


@pytest.mark.parametrize(("texts", "says"), [("abc def", "str"), (b"abc", "bytes"), ({"text": "abc"}, "dict"), (None, "NoneType")])
@pytest.mark.parametrize("language", [None, "en"])
def test_what_is_not_several_texts(texts, says, language):
    with pytest.raises(InputError, match=f"learn_names takes .* not (one )?{says}; "):
        learn_names(texts, language=language)


def test_which_text_failed():
    with pytest.raises(InputError, match=r"^items\[1\]: normalize takes str or bytes, not int"):
        learn_names(["It rained.", 5])


def test_a_damaged_character_is_no_new_name():
    right = "The minister, Pål Sørlie, spoke in Molde on Monday. It rained. He said that the ferry would sail again."
    assert learn_names([right.encode().decode("latin-1"), right]).spellings("Pål Sørlie") == {"Pål Sørlie": 2}


def test_the_language_is_that_of_the_item_or_of_all():
    text = "Bürgermeisterin Solvi Brekkestad sprach."
    assert learn_names([text], language="de").count("Solvi Brekkestad") == 1
    assert learn_names([{"text": text, "language": "de"}], language="en").count("Solvi Brekkestad") == 1


def test_the_people_of_a_record_are_known():
    text = "Wik Brekkestad went home."
    assert learn_names([text], language="en").count("Wik Brekkestad") == 0
    assert learn_names([{"text": text, "people": ["Wik Brekkestad"]}], language="en").count("Wik Brekkestad") == 1


def test_memory_is_bounded():
    people = [f"Minister Ola {a}{b}dal spoke." for a in ("Vik", "Brek", "Nes", "Stor") for b in "aeiou"]
    texts = ["Minister Kari Nordmoen spoke."] * 3 + people + ["Minister Kari Nordmoen spoke."]
    whole, bounded = learn_names(texts, language="en"), learn_names(texts, language="en", limit=4)
    assert len(whole) == 21
    assert len(bounded) <= 8
    assert bounded.count("Kari Nordmoen") == whole.count("Kari Nordmoen") == 4
    assert bounded.documents == whole.documents == 24


def test_style_does_not_count():
    table = NameTable({"Kim Il-sung": 3, "Kim Il Sung": 3, "Kim Il sung": 1}, 9)
    assert table.count("kim il sung") == 7
    assert table.surface("KIM IL SUNG") == "Kim Il Sung"
    assert list(table.spellings("Kim Il-sung")) == ["Kim Il Sung", "Kim Il-sung", "Kim Il sung"]
    assert (table.count("Kim Jong-un"), table.surface("Kim Jong-un"), table.spellings("Kim Jong-un")) == (0, None, {})
    assert len(table) == 3


def test_near_names_differ_in_one_part():
    table = NameTable({"Ola Vikan": 9, "Ola Vikun": 5, "Ole Vikan": 6, "Ola Vikon": 4, "Ola Per Vikan": 9, "Ole Vikun": 9}, 9)
    assert table.near("Ola Vikan") == ("Ole Vikan", "Ola Vikun")
    assert table.near("Ola") == table.near("") == ()


def test_many_near_names_are_those_alike():
    many = {f"Ola {a}{b}dal": 6 for a in ("Vik", "Brek", "Nes", "Stor") for b in "aeiou"}
    assert NameTable(many, 9).near("Ola Nesedahl") == ("Ola Nesedal",)


def test_surnames():
    table = NameTable({"Ola Vikan": 2, "Kari Nordmoen": 1}, 9)
    assert table.has_surname("vikan")
    assert not table.has_surname("nordmoen")


def test_a_file_leads_back(tmp_path):
    table = learn_names(CORPUS)
    path = tmp_path / "names.json"
    path.write_text("old", encoding="utf-8")
    table.save(path)
    assert NameTable.load(path) == table
    assert path.read_text(encoding="utf-8") == table.to_json()
    assert [p.name for p in tmp_path.iterdir()] == ["names.json"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "invalid JSON"),
        ('{"format": "newsnorm names", "version": 1, "documents": 4, "names": {\n"Ola Vikan": 4,', "invalid JSON"),
        ("[" * 100_000, "invalid JSON"),
        ("[]", 'no "format"'),
        ('{"format": "newsnorm names", "version": 2}', "version 2"),
        ('{"format": "newsnorm names", "version": 1, "documents": 4}', "are missing"),
        ('{"format": "newsnorm names", "version": 1, "documents": true, "names": {}}', "whole number"),
        ('{"format": "newsnorm names", "version": 1, "documents": 4, "names": {"Ola Vikan": 5}}', "from 1 to 4"),
        ('{"format": "newsnorm names", "version": 1, "documents": 4, "names": {"Ola Vikan": 1.5}}', "from 1 to 4"),
        ('{"format": "newsnorm names", "version": 1, "documents": 4, "names": {"": 1}}', "from 1 to 4"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (None, "cannot read"),
    ],
)
def test_a_damaged_file_is_an_error_of_one_line(tmp_path, content, says):
    path = tmp_path / "names.json"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=says) as error:
        NameTable.load(path)
    assert "\n" not in str(error.value)
    assert str(path) in str(error.value)


def test_what_cannot_be_written(tmp_path):
    with pytest.raises(InputError, match="cannot write"):
        NameTable().save(tmp_path / "none" / "names.json")
    with pytest.raises(InputError, match="cannot write"):
        NameTable().save(tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("limit", [0, -1, True, 2.5, None])
def test_a_limit_is_a_number(limit):
    with pytest.raises(InputError, match="limit takes"):
        learn_names([], limit=limit)


def test_arguments_that_cannot_be_used():
    with pytest.raises(InputError, match="limit takes"):
        NameTable().trimmed(-1)
    with pytest.raises(InputError, match="BCP 47"):
        learn_names([], language="?")
    with pytest.raises(InputError, match=r"names takes a mapping .* not list; learn_names"):
        NameTable([1])
    for ask in (NameTable().count, NameTable().surface, NameTable().near, NameTable().spellings):
        with pytest.raises(InputError, match="a name is a str, not int; give"):
            ask(5)
    with pytest.raises(InputError, match="merge takes tables of names, not dict; "):
        NameTable().merge({})
    for use in (NameTable.load, NameTable().save):
        with pytest.raises(InputError, match="the path of a file is a str or a Path, not NoneType; give"):
            use(None)
    with pytest.raises(InputError, match="no table of names: invalid JSON"):
        NameTable.from_json(None)
    with pytest.raises(InputError, match="documents takes"):
        NameTable({}, -1)
    with pytest.raises(TypeError):
        hash(NameTable())
    assert repr(NameTable({"Ola Vikan": 2}, 3)) == "<NameTable: 1 spellings of names in 3 documents>"


def test_the_signature_and_pickles_of_a_normalizer_hold_the_table():
    table = NameTable({"Ola Vikan": 5}, 5)
    with_names = Normalizer(names=table)
    assert with_names.signature != Normalizer().signature
    assert with_names.signature != Normalizer(names=NameTable({"Ola Vikan": 4}, 5)).signature
    again = pickle.loads(pickle.dumps(with_names))
    assert again.signature == with_names.signature
    assert again.names == table
