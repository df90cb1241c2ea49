"""Where the title and the captions stand, and the View that keeps the answers."""

import pytest

from newsnorm import Config
from newsnorm.blocks import LONGEST_CAPTION, LONGEST_TITLE, find_captions, find_title, lines
from newsnorm.rule import Proposal, changed_words, rewrite, substitution
from newsnorm.view import View

BODY = "The harbour was closed on Friday after waves broke over the outer wall. It will open again next week."
CAPTION = "The bridge at Narvik seen from the east bank."


def at(text, *, config=None, **more):
    return View(text, config or Config(), **more)


def test_lines():
    text = "a\n\n  b c \n\u00a0\n\td"
    assert [text[s:e] for s, e in lines(text)] == ["a", "b c", "d"]
    assert [text[s:e] for s, e in lines(text, 3)] == ["b c", "d"]
    assert list(lines("")) == list(lines("\n \n")) == []


@pytest.mark.parametrize(
    "title",
    [
        "Storm closes port",
        "Will the port reopen?",
        "Port reopens!",
        "And then the storm came …",
        "And then it came ...",
        "Порт открылся сегодня",
        "特罗姆瑟大桥",
        "“Storm closes port”",
    ],
)
def test_titles(title):
    assert find_title(f"{title}\n\n{BODY}") == (0, len(title))
    assert find_title(f"\n  {title} \n\n\n{BODY}") == (3, 3 + len(title))


@pytest.mark.parametrize(
    "title",
    [
        "The storm closed the port.",
        "The port:",
        "The port,",
        "- Storm port",
        "[ad one]",
        "# Storm port",
        "Storm",
        "(storm port)",
        '"It closed."',
        "12 34",
        "风暴来了。",
        "a " * LONGEST_TITLE,
    ],
)
def test_no_titles(title):
    assert find_title(f"{title}\n\n{BODY}") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Storm closes port",
        "Storm closes port\n\n",
        f"Storm closes port\n{BODY}",
        "Storm closes port\n\nIt rained\n\nIt froze",
        "Storm closes port\n\nIt rained.",
    ],
)
def test_no_article(text):
    assert find_title(text) is None


def captions(text, start=0):
    return [(text[c.start : c.end], len(c.repeats)) for c in find_captions(text, start)]


def test_doubled_captions():
    assert captions(f"  {CAPTION}\n{CAPTION}\n\n{CAPTION}\n\n{BODY}") == [(CAPTION, 2)]
    assert captions(f"{BODY}\n\n{CAPTION}\n{CAPTION}") == [(CAPTION, 1)]
    assert captions(f"{CAPTION}\n{CAPTION}", start=3) == []
    assert captions("特罗姆瑟大桥在夜间从东岸看去。\n特罗姆瑟大桥在夜间从东岸看去。") == [("特罗姆瑟大桥在夜间从东岸看去。", 1)]


@pytest.mark.parametrize("line", ["The bridge. Photo: NTB", "Bridge (foto: EFE)", "Мост. Фото: ТАСС", "大桥。照片：新华社", "Photo by: Ann Lund"])
def test_credits(line):
    wanted = [(line, 0)] if len(line) >= 25 and line.count(" ") >= 4 else []
    assert captions(f"{BODY}\n\n{line}") == wanted
    long = f"A bridge in the far north. {line}"
    assert captions(f"{BODY}\n\n{long}\n\n{BODY}") == [(long, 0)]


@pytest.mark.parametrize(
    "line",
    ["We want work, not words, we do!", '"We want work, not words," he said.', "- We want work, not words at all", "Row, row", "word " * LONGEST_CAPTION],
)
def test_no_captions(line):
    assert captions(f"{line}\n{line}") == []


def test_a_view():
    view = at(f"Storm closes port\n\n{BODY}\n\n{CAPTION}\n{CAPTION}", language="zh-Hans")
    assert view.primary_language == "zh"
    assert view.title == (0, 17)
    assert view.body_start == 0
    assert view.captions is view.captions
    assert len(view.captions) == 1
    assert view.cast is view.cast
    assert view.data("wording.lost-words") == {}
    english = view.replace(language="en", text="Kim Jong-un came.")
    assert english.config is view.config
    assert english.data("wording.lost-words")["abbreviations"]
    assert english.data("none.such") == {}
    assert [n.form for n in english.cast.named] == ["Kim Jong-un"]
    given = at("T\n\ntext", title_end=1, gap=2)
    assert (given.title, given.body_start) == ((0, 1), 3)
    assert at("text", title_end=0).body_start == 0


@pytest.mark.parametrize("language", ["", "und", "x-klingon", "EN", "../en", "ö", "people"])
def test_data_of_odd_languages(language):
    assert isinstance(at("", language=language).data("wording.lost-words"), dict)


def found(rule, text, **more):
    return list(rule.find(at(text, **more)))


def test_substitution():
    rule = substitution("wording.a", r"b+", "c", needle="bb", reason="r")
    assert found(rule, "abba") == [Proposal(1, 3, "c")]
    assert found(rule, "aba") == [], "the needle is not there"
    literal = substitution("wording.a", r"(b)", r"\1", reason="r")
    assert found(literal, "b") == [Proposal(0, 1, r"\1")]
    some = substitution("wording.a", r"\w", lambda m: None if m[0] == "a" else m[0].upper(), needle=("x", "b"), reason="r")
    assert found(some, "abc") == [Proposal(1, 2, "B"), Proposal(2, 3, "C")]
    assert found(some, "ac") == []


def test_rewrite():
    asked = []

    def upper(line):
        asked.append(line)
        return line.replace("x", "X")

    rule = rewrite("wording.a", upper, suspicious=lambda text: "x" in text or "y" in text, reason="r")
    assert found(rule, "a b\nx y\nc x d\ny\n") == [Proposal(4, 5, "X"), Proposal(10, 11, "X")]
    assert asked == ["x y\n", "c x d\n", "y\n"]
    asked.clear()
    assert found(rule, "a b") == []
    assert asked == []


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("a b c", "a B c", [Proposal(12, 13, "B")]),
        ("a b c", "a bc", [Proposal(10, 15, "a bc")]),
        ("a", "a b", [Proposal(10, 11, "a b")]),
        ("  a", "  b", [Proposal(12, 13, "b")]),
        ("", "x", [Proposal(10, 10, "x")]),
        ("x", "", [Proposal(10, 11, "")]),
        ("a b", "a b", []),
        ("a b", "c d", [Proposal(10, 11, "c"), Proposal(12, 13, "d")]),
    ],
)
def test_changed_words(before, after, wanted):
    assert list(changed_words(before, after, 10)) == wanted


def test_a_rule_knows_where_it_applies():
    english = substitution("wording.a", "a", "b", reason="r", languages=("en",))
    assert english.stage == "wording"
    assert english.applies(at("", language="en-GB"))
    assert not english.applies(at("", language="und"))
    assert substitution("wording.a", "a", "b", reason="r").applies(at(""))
