"""Right articles, full of look-alikes, come back as they were."""

import json
from pathlib import Path
from typing import Any

import pytest

import newsnorm

FOLDER = Path(__file__).parent.parent / "fixtures" / "clean"
ARTICLES: dict[str, dict[str, Any]] = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_clean_article_is_untouched(article: dict[str, Any]) -> None:
    doc = newsnorm.normalize(article["text"], title=article["title"])
    assert doc.text == article["text"]
    assert (doc.title, doc.captions, doc.language) == (article["title"], (), article["language"])
    assert (doc.changes(), doc.flags) == ((), ())


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_title_in_front_only_moves(article: dict[str, Any]) -> None:
    doc = newsnorm.normalize(f"{article['title']}\n\n{article['text']}")
    assert f"{doc.title or ''}\n\n{doc.text}".strip() == f"{article['title']}\n\n{article['text']}"
    assert ({c.rule for c in doc.changes()} <= {"layout.title"}, doc.flags) == (True, ())


def test_there_are_enough_articles() -> None:
    assert len(ARTICLES) >= 20
    assert len({a["language"].partition("-")[0] for a in ARTICLES.values()}) >= 8
