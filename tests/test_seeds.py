"""Two real articles, if they are there: what is repaired in them, by patterns only."""

import re
from pathlib import Path

import pytest

from newsnorm import normalize
from properties import laws

FOLDER = Path(__file__).parents[2] / "shared" / "seeds"
ARTICLES = sorted(FOLDER.glob("*.txt"))
pytestmark = pytest.mark.skipif(not ARTICLES, reason=f"there are no articles in {FOLDER}")

DAMAGE = (
    r"\[ad_\d\]",
    r"(?m)^Source link$",
    r"(?m)^\.$",
    r"\w 's \w",
    r', "added',
    r"\n\n\n",
    r"\(D\)",
    r"[a-z] \.(\s|\Z)",
    r"\. \.(?!\s*\.)",
    r"said\. \w+\.",
    r"\w\)\)\.",
    r"\w – wide\b",
)


@pytest.fixture(params=ARTICLES, ids=lambda p: p.stem)
def text(request):
    return request.param.read_text(encoding="utf-8")


@pytest.mark.parametrize("pattern", DAMAGE)
def test_damage_is_gone(text, pattern):
    doc = normalize(text)
    assert not re.search(pattern, doc.text)
    assert not any(re.search(pattern, caption) for caption in doc.captions)


def test_the_laws(text):
    doc = laws.check(text)
    assert doc.language == "en"
    assert doc.title
    assert doc.title not in doc.text
    assert len(set(doc.captions)) == len(doc.captions)
    assert not any(caption in doc.text for caption in doc.captions)


def test_most_of_it_stays(text):
    doc = normalize(text, language="en")
    kept = len(re.findall(r"\w+", doc.text)) + sum(len(re.findall(r"\w+", c)) for c in (doc.title, *doc.captions))
    repeated = sum(2 * len(re.findall(r"\w+", c)) for c in doc.captions)
    assert kept >= len(re.findall(r"\w+", text)) - repeated - 20


def test_one_person_one_spelling(text):
    doc = normalize(text)
    for person in doc.people:
        assert not [variant for variant in person.variants if variant in doc.text]
        assert person.name in "\n".join((doc.title, doc.text, *doc.captions))
