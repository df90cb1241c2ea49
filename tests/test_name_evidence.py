"""What a corpus, a file of people and the settings say of names: evidence for repairs, vetoes, and surnames on request."""

import pickle

import pytest

from newsnorm import Config, ConfigError, InputError, NameTable, Normalizer, normalize

CORPUS = NameTable(
    {
        "Jens Brekkestad": 6,
        "Kari Nordmoen": 12,
        "Ola Vikan": 3,
        "Ane Tveiten": 9,
        "Ane Tveitan": 2,
        "Angela Merkel": 30,
        "Angela Mercel": 2,
        "Kim Il Sung": 9,
        "Kim Il-sung": 2,
        "Per Sandvoll": 9,
        "Per Sandvall": 1,
    },
    100,
)
WITH, WITHOUT = Normalizer(names=CORPUS), Normalizer()


def came(right, other):
    return f"{right} came to town. {right} spoke. Later {other} left it again."


def text(normalizer, damaged):
    return normalizer.normalize(damaged, language="en").text


def flags(normalizer, damaged):
    return [(flag.before, flag.after) for flag in normalizer.normalize(damaged, language="en").flags]


# --- names of the corpus


@pytest.mark.parametrize(("right", "other"), [("Ola Vikan", "Ola Vikun"), ("Per Sandvoll", "Per Sandvall")])
def test_a_name_of_three_documents_makes_a_repair_sure(right, other):
    damaged = came(right, other)
    assert text(WITHOUT, damaged) == damaged
    assert flags(WITHOUT, damaged) == [(other, right)]
    assert text(WITH, damaged) == came(right, right)
    assert text(WITH, text(WITH, damaged)) == came(right, right)


def test_two_documents_are_too_few():
    assert text(Normalizer(names=NameTable({"Ola Vikan": 2}, 9)), came("Ola Vikan", "Ola Vikun")) == came("Ola Vikan", "Ola Vikun")


def test_a_name_that_the_corpus_has_twice_is_somebody():
    assert text(WITH, came("Ane Tveiten", "Ane Tveitan")) == came("Ane Tveiten", "Ane Tveitan")
    assert flags(WITH, came("Ane Tveiten", "Ane Tveitan")) == []


def test_a_name_that_the_corpus_prefers_does_not_go():
    corpus = Normalizer(names=NameTable({"Tony Vikun": 1}, 9))
    damaged = came("Tony Vikan", "Tony Vikun")
    assert flags(WITHOUT, damaged) == [("Tony Vikun", "Tony Vikan")]
    assert text(corpus, damaged) == damaged
    assert flags(corpus, damaged) == []


def test_a_usual_misspelling_of_a_known_person_is_repaired():
    assert text(WITH, came("Angela Merkel", "Angela Mercel")) == came("Angela Merkel", "Angela Merkel")
    often = Normalizer(names=NameTable({"Angela Merkel": 30, "Angela Mercel": 9}, 99))
    assert text(often, came("Angela Merkel", "Angela Mercel")) == came("Angela Merkel", "Angela Mercel")


def test_no_evidence_overrides_a_veto():
    many = Normalizer(names=NameTable({"Martin Vikan": 99, "Ola Brown": 99, "Ola Vikan": 99}, 99))
    for right, other in (("Martin Vikan", "Martina Vikan"), ("Ola Brown", "Ola Browne"), ("Ola Vikan", "Ola Vikans")):
        assert text(many, came(right, other)) == came(right, other)
        assert text(many, f"The mayor, {other}, left the town.") == f"The mayor, {other}, left the town."
    together = "Ola Vikan and Ola Vikun came to town. Ola Vikan spoke."
    assert text(many, together) == together


def test_a_name_that_only_the_corpus_has():
    damaged = "The mayor, Kari Nordmoan, left the town."
    doc = WITH.normalize(damaged, language="en")
    assert doc.text == "The mayor, Kari Nordmoen, left the town."
    assert [(c.rule, c.reason) for c in doc.changes()] == [("names.misspelling", "the corpus spells the same name Kari Nordmoen")]
    assert text(WITHOUT, damaged) == damaged


def test_six_documents_are_too_few_for_an_unknown_name_that_the_text_lacks():
    damaged = "The mayor, Jens Brekkestat, left the town."
    assert text(WITH, damaged) == damaged
    assert flags(WITH, damaged) == [("Jens Brekkestat", "Jens Brekkestad")]


def test_a_name_that_the_text_has_twice_is_no_slip_of_one_it_lacks():
    damaged = "The mayor, Kari Nordmoan, left the town. It rained. Then Kari Nordmoan came back."
    assert text(WITH, damaged) == damaged


def test_of_two_near_names_none_is_taken():
    corpus = Normalizer(names=NameTable({"Kari Nordmoen": 12, "Kari Nordmoin": 12}, 99))
    damaged = "The mayor, Kari Nordmoan, left the town."
    assert text(corpus, damaged) == damaged
    assert flags(corpus, damaged) == []


def test_the_corpus_decides_between_two_styles():
    damaged = "The leader Kim Il Sung came. Later the leader Kim Il-sung left."
    assert text(WITHOUT, damaged) == damaged.replace("Il Sung", "Il-sung")
    assert text(WITH, damaged) == damaged.replace("Il-sung", "Il Sung")


def test_a_surname_of_the_corpus_is_somebody():
    damaged = "Angela Merkel came. Merkel spoke. Later Ms Mrekel left."
    assert flags(WITHOUT, damaged) == [("Mrekel", "Merkel")]
    assert flags(Normalizer(names=NameTable({"Ola Mrekel": 2}, 9)), damaged) == []


def test_only_a_table_is_taken():
    with pytest.raises(ConfigError, match=r"names takes a newsnorm\.NameTable, not dict; NameTable\.load"):
        Normalizer(names={"Ola Vikan": 3})


# --- surnames


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("Angela Merkel came. Merkel spoke. They said that Mrekel left.", "Merkel"),
        ("Angela Merkel came. Later Ms Mrekel left.", "Merkel"),
        ("Angela Merkel came. It was late, Mrekel said.", "Merkel"),
        ("Gordon Brown came. Mr Brown spoke. Later Mr Brwn left.", "Brown"),
        ("Michael Jackson came. Jackson spoke. Janet Jackson sang. Later Mr Jacskon left.", "Jackson"),
    ],
)
def test_surnames_are_repaired_on_request(damaged, repaired):
    repairing = Normalizer(Config(surnames="repair"))
    doc = repairing.normalize(damaged, language="en")
    (change,) = doc.changes()
    assert (change.rule, change.confidence) == ("names.surname", 0.97)
    assert doc.text.count(repaired) == damaged.count(repaired) + 1
    assert doc.revert() == damaged
    assert repairing.normalize(doc.text, language="en").text == doc.text
    assert text(WITHOUT, damaged) == damaged
    assert len(flags(WITHOUT, damaged)) == 1


@pytest.mark.parametrize(
    "right",
    [
        "Angela Merkel came. They said that Mrekel left.",  # one full name, and a word that may be anything
        "Ola Vikan came. Later Mr Vikun left.",  # nobody knows which is right
        "Marco Olympics came. Olympics spoke. Later an Olympic record fell.",
        "Ola Brown came. Brown spoke. Later Mr Browne left.",
        "Angela Merkel (or Mrekel) came. Merkel spoke.",
        "Gordon Brown came. Mr Brown spoke. Later the Brwn left.",
    ],
)
def test_surnames_that_stay(right):
    doc = Normalizer(Config(surnames="repair")).normalize(right, language="en")
    assert (doc.text, doc.flags) == (right, ())


def test_surnames_of_declined_languages_keep_their_cases():
    right = "Судья Валерий Зорькин выступил в суде. Зорькин ответил на вопросы. Позже высказывание Зорькина обсуждали все."
    assert Normalizer(Config(surnames="repair")).normalize(right, language="ru").text == right


# --- people of one's own


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.toml"
    path.write_text(
        'different = [["Angela Merkel", "Angela Mercel"], ["Kim Il-sung", "Kim Il Sung"], ["Lavrow", "Lavrov"], ["Charles de Gaulle", "Charles of Gaulle"]]\n'
        '[[person]]\nname = "Ola Vikan"\naliases = ["Olav Vikan"]\ngender = "m"\n',
        encoding="utf-8",
    )
    return path


def test_people_of_a_file_are_known(people):
    ours = Normalizer(Config(people=str(people)))
    assert text(ours, came("Ola Vikan", "Ola Vikun")) == came("Ola Vikan", "Ola Vikan")
    assert text(ours, came("Ola Vikan", "Olav Vikan")) == came("Ola Vikan", "Ola Vikan")
    assert [p.gender for p in ours.normalize("Ola Vikan came to town.", language="en").people] == ["m"]
    doc = ours.normalize("Ola Vikan met Solvi Brekkestad in town.", language="en", people=[{"name": "Solvi Brekkestad", "gender": "f"}])
    assert {p.name: p.gender for p in doc.people} == {"Ola Vikan": "m", "Solvi Brekkestad": "f"}


@pytest.mark.parametrize(
    ("right", "other", "rule"),
    [
        ("Angela Merkel", "Angela Mercel", "names.romanization"),
        ("Sergei Lavrov", "Sergei Lavrow", "names.romanization"),
        ("Kim Il-sung", "Kim Il Sung", "names.style"),
        ("Charles de Gaulle", "Charles of Gaulle", "names.function-word"),
    ],
)
def test_names_that_are_never_one_stay_apart(people, right, other, rule):
    damaged = came(right, other)
    assert [c.rule for c in WITHOUT.normalize(damaged, language="en").changes()] == [rule]
    assert text(Normalizer(Config(people=str(people))), damaged) == damaged


def test_names_that_are_never_one_in_every_rule():
    for right, other in (("Sergei Lavrov", "Sergey Lavrov"), ("Emmanuel Macron", "Emmanuel Macronem"), ("Angela Merkel", "Angela Merkal")):
        damaged = came(right, other)
        apart = [{"name": right, "different": [other]}]
        assert normalize(damaged, language="en").text == came(right, right)
        assert normalize(damaged, language="en", people=apart).text == damaged
    surname = "Angela Merkel came. Merkel spoke. They said that Mrekel left."
    assert normalize(surname, language="en", people=[{"name": "Angela Merkel", "different": ["Angela Mrekel"]}]).flags == ()


def test_a_file_is_seen_from_the_settings(people):
    settings = people.parent / "newsnorm.toml"
    settings.write_text('people = "people.toml"\nsurnames = "repair"\n', encoding="utf-8")
    config = Config.from_toml(settings)
    assert (config.people, config.surnames) == (str(people), "repair")
    assert text(Normalizer(config), came("Ola Vikan", "Ola Vikun")) == came("Ola Vikan", "Ola Vikan")
    assert Config(people=people) == Config(people=str(people))


def test_people_are_part_of_the_signature_and_of_the_pickle(people):
    ours = Normalizer(Config(people=str(people)))
    stored = pickle.dumps(ours)
    people.write_text("", encoding="utf-8")
    assert ours.signature != Normalizer(Config(people=str(people))).signature != Normalizer().signature
    people.unlink()
    again = pickle.loads(stored)
    assert (again.signature, again.config) == (ours.signature, ours.config)
    assert text(again, came("Ola Vikan", "Ola Vikun")) == came("Ola Vikan", "Ola Vikan")


def test_a_file_that_cannot_be_used(tmp_path):
    with pytest.raises(InputError, match="cannot read"):
        Normalizer(Config(people=str(tmp_path / "none.toml")))
    (tmp_path / "people.json").write_text('{"persons": []}', encoding="utf-8")
    with pytest.raises(InputError, match='takes "person"'):
        Normalizer(Config(people=str(tmp_path / "people.json")))


@pytest.mark.parametrize("different", ["Ann Lund", [1], 3, None])
def test_different_takes_a_list_of_names(different):
    with pytest.raises(InputError, match='"different" take lists of names'):
        normalize("It rained.", people=[{"name": "Ann Lund", "different": different}])
