"""The lexicon of name parts: what is a given name, a surname, a place, a common word."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import lexicon
from newsnorm.lexicon import CALENDAR, COMMON, GIVEN, GIVEN_F, GIVEN_M, PLACE, RARE, SURNAME, attested, flags, fold, is_place


@pytest.mark.parametrize(
    ("part", "folded"),
    [
        ("Sánchez", "sanchez"),
        ("O’Neil", "oneil"),
        ("D'Arcy", "darcy"),
        ("Weiß", "weiss"),
        ("Sørensen", "sorensen"),
        ("Łukasz", "lukasz"),
        ("Đorđe", "dorde"),
        ("Æsa", "aesa"),
        ("Þórður", "thordur"),
        ("Işık", "isik"),
        ("İnan", "inan"),
        ("Ёлкин", "елкин"),
        ("Γιάννης", "γιαννησ"),
        ("ガ", "カ\u3099"),
        ("김", "\u1100\u1175\u11b7"),
        ("", ""),
    ],
)
def test_fold(part, folded):
    assert fold(part) == folded


@given(st.text() | st.text("ℋᾳİΐŉﬃßÆØ가がй"))
def test_folding_again_changes_nothing(text):
    once = fold(text)
    assert fold(once) == once
    assert fold(unicodedata.normalize("NFD", text)) == once


@pytest.mark.parametrize(
    ("part", "has", "has_not"),
    [
        ("anna", GIVEN | GIVEN_F, PLACE | CALENDAR | COMMON),
        ("иван", GIVEN | GIVEN_M, GIVEN_F | PLACE),
        ("γιαννησ", GIVEN | GIVEN_M, PLACE),
        ("merkel", SURNAME, GIVEN | PLACE | COMMON | RARE),
        ("brown", SURNAME | COMMON, PLACE | CALENDAR),
        ("may", GIVEN_F | SURNAME | CALENDAR | COMMON, PLACE),
        ("brazil", PLACE, CALENDAR),
        ("brasilien", PLACE, CALENDAR),
        ("франция", PLACE, CALENDAR),
        ("апреля", CALENDAR, PLACE),
        ("marz", CALENDAR, PLACE),
        ("whereas", COMMON, GIVEN | SURNAME | PLACE),
    ],
)
def test_flags(part, has, has_not):
    assert flags(part) & has == has
    assert not flags(part) & has_not


@pytest.mark.parametrize("part", ["", "x", "qqxzk", "an\n", "an\t8", "anna\n", "=", "anna-", "42"])
def test_no_flags(part):
    assert flags(part) == 0


@pytest.mark.parametrize("part", ["un", "de", "la", "of", "the", "merkell", "whereas", ""])
def test_not_attested(part):
    assert not attested(part)


@pytest.mark.parametrize("part", ["jong", "hassan", "hasan", "khaled", "fischer", "fisher", "иванова"])
def test_attested(part):
    assert attested(part)


@pytest.mark.parametrize("phrase", ["New York", "são paulo", "Sao Paulo", "NEW YORK", "Paris", "Francia", "Saudi Arabia", "Saudi-Arabien", "Côte d’Ivoire"])
def test_places(phrase):
    assert is_place(phrase)


@pytest.mark.parametrize("phrase", ["", " ", "Anna Lund", "York New", "Merkel", "-"])
def test_no_places(phrase):
    assert not is_place(phrase)


def test_every_given_name_of_a_gender_is_a_given_name():
    heads = [head for head in lexicon._table()[0] if head != "="]
    numbers = {int(line[1:], 16) for head in heads for line in lexicon._chunk(head).split("\n") if line.startswith("\t")}
    assert numbers
    assert all(n & GIVEN for n in numbers if n & (GIVEN_F | GIVEN_M))
    assert all(n & (GIVEN | SURNAME) for n in numbers if n & RARE)


@pytest.mark.parametrize("name", "Saira Baljit Navya Haresh Sujit Temitope Tatenda Achieng Cerys Delyth Ranya Umran Rukhsana Bakari Mousa Mohit".split())
def test_given_names_of_many_regions(name):
    assert flags(fold(name)) & GIVEN
