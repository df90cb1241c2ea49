"""Damaged articles come back repaired, with exactly the changes and flags that their files expect."""

import json
from pathlib import Path
from typing import Any

import pytest

import newsnorm

FOLDER = Path(__file__).parent.parent / "fixtures" / "damaged"
ARTICLES: dict[str, dict[str, Any]] = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}


@pytest.fixture(params=ARTICLES.values(), ids=ARTICLES.keys(), scope="module")
def article(request: pytest.FixtureRequest) -> dict[str, Any]:
    return request.param


@pytest.fixture(scope="module")
def doc(article: dict[str, Any]) -> newsnorm.Document:
    return normalized(article["input"])


def normalized(given: dict[str, Any]) -> newsnorm.Document:
    return newsnorm.normalize(given["text"], **{key: value for key, value in given.items() if key != "text"})


def test_text(article: dict[str, Any], doc: newsnorm.Document) -> None:
    assert doc.text == article["expected"]["text"]


def test_title_captions_and_language(article: dict[str, Any], doc: newsnorm.Document) -> None:
    assert (doc.title, list(doc.captions), doc.language) == (article["expected"]["title"], article["expected"]["captions"], article["language"])


def test_changes(article: dict[str, Any], doc: newsnorm.Document) -> None:
    assert [[c.rule, c.before, c.after] for c in doc.changes()] == article["expected"]["changes"]


def test_flags(article: dict[str, Any], doc: newsnorm.Document) -> None:
    assert [[f.rule, f.before] for f in doc.flags] == article["expected"]["flags"]


def test_every_change_can_be_undone(article: dict[str, Any], doc: newsnorm.Document) -> None:
    title, text = article["input"].get("title"), article["input"]["text"]
    assert doc.revert() == doc.original == (f"{title}\n\n{text}" if title else text)


def test_a_second_pass_changes_nothing(article: dict[str, Any], doc: newsnorm.Document) -> None:
    again = normalized({**article["input"], "text": doc.text, "title": doc.title})
    assert (again.text, again.title, again.changes()) == (doc.text, doc.title, ())


def test_the_record_gives_the_document_back(doc: newsnorm.Document) -> None:
    assert newsnorm.Document.from_dict(json.loads(json.dumps(doc.to_dict()))) == doc


def test_there_are_enough_articles() -> None:
    assert len(ARTICLES) >= 12
    assert {a["language"].partition("-")[0] for a in ARTICLES.values()} >= {"ar", "de", "en", "es", "fr", "pt", "ru", "zh"}


@pytest.mark.parametrize("rule", [rule.id for rule in newsnorm.RULES])
def test_every_rule_has_an_article(rule: str) -> None:
    assert any(rule == found[0] for a in ARTICLES.values() for found in (*a["expected"]["changes"], *a["expected"]["flags"]))
