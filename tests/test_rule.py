"""The helpers that rules are made with."""

from functools import partial

import pytest

from newsnorm import Config, ConfigError, Edit, Example, Normalizer, Rule, rewrite, substitution
from newsnorm.document import make_step
from newsnorm.rule import PIECE, changed_words

EXAMPLES = (Example("a", "b"),)


def test_examples():
    assert Example("a", "b") == Example(before="a", after="b", language="en", flagged="", title=None)
    assert Example.clean("a", "fr", "T") == Example("a", "a", "fr", "", "T")
    assert Example.clean("a").language == Example.flag("a", "a").language == "en"
    assert Example.flag("abc", "b", "de") == Example("abc", "abc", "de", "b")
    assert Example.clean("a").is_clean
    assert not Example.flag("a", "a").is_clean
    assert not Example("a", "b").is_clean


@pytest.mark.parametrize("make", [partial(substitution, pattern="a", replacement="b"), partial(rewrite, function=str.upper)])
def test_what_a_rule_is_told(make):
    rule = make("wording.mine", reason="because", languages=("en",), examples=EXAMPLES)
    assert (rule.id, rule.reason, rule.confidence, rule.languages, rule.examples) == ("wording.mine", "because", 0.95, ("en",), EXAMPLES)
    assert rule.stage == "wording"
    assert not rule.flags_only
    assert make("wording.mine", reason="because", confidence=0.5).confidence == 0.5


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": 5},
        {"find": None},
        {"reason": None},
        {"confidence": 5},
        {"confidence": -5},
        {"confidence": True},
        {"confidence": "high"},
        {"confidence": float("nan")},
        {"languages": "en"},
        {"languages": (1,)},
        {"needs": "a"},
        {"from_data": 1},
        {"flags_only": None},
        {"examples": ("a", "b")},
        {"examples": Example("a", "b")},
    ],
)
def test_values_of_the_wrong_kind(wrong):
    (field,) = wrong
    with pytest.raises(ConfigError, match=rf"^rule .*: {field} takes .*; it is "):
        Rule(**{"id": "wording.mine", "find": list, "reason": "because"} | wrong)


def test_lists_become_tuples():
    rule = Rule("wording.mine", list, "because", languages=["en"], examples=[Example("a", "b")])
    assert (rule.languages, rule.examples) == (("en",), (Example("a", "b"),))
    assert hash(rule)


def test_flags_only():
    rule = substitution("wording.mine", "a", "b", reason="because", flags_only=True)
    doc = Normalizer(rules=[rule]).normalize("a c")
    assert rule.flags_only
    assert doc.text == "a c"
    assert [(f.start, f.end, f.before, f.after) for f in doc.flags] == [(0, 1, "a", "b")]


def pieces(text):
    """What a rewrite rule gives to its function."""
    seen = []

    def see(piece):
        seen.append(piece)
        return piece

    Normalizer(Config(select=("wording",)), rules=[rewrite("wording.mine", see, reason="because")]).normalize(text)
    return seen


def test_a_function_is_given_lines():
    assert pieces("one two\nthree\n\nfour") == ["one two\n", "three\n", "\n", "four"]
    assert pieces("one\n") == ["one\n"]
    assert pieces("\u0085one\u2028two") == ["\u0085one\u2028two"]


def test_a_function_is_given_long_lines_in_pieces():
    word = "x" * 99 + " "
    assert pieces("x" * PIECE) == ["x" * PIECE]
    assert pieces("x" * (PIECE + 1)) == ["x" * PIECE, "x"]
    assert pieces("x" * (PIECE - 1) + "\ny") == ["x" * (PIECE - 1) + "\n", "y"]
    assert pieces("x" * PIECE + "\ny") == ["x" * PIECE, "\n", "y"]
    assert pieces(word * 11) == [word * 5, word * 5, word]
    assert pieces("y" + word * 5) == ["y" + word * 4, word]
    assert pieces("a b\n" + word * 6) == ["a b\n", word * 5, word]


def test_changed_words():
    assert list(changed_words("one two  three", "one 2  three", 10)) == [(14, 17, "2", None, None, "")]
    assert list(changed_words("one two", "one", 3)) == [(3, 10, "one", None, None, "")]
    assert [p[:3] for p in changed_words("a", "b")] == [(0, 1, "b")]
    assert [p[:3] for p in changed_words(" a", " b")] == [(1, 2, "b")]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("xyzab", "qab", (0, 3, "xyz", "q")),
        ("abcde", "abXde", (2, 3, "c", "X")),
        ("abab", "ab", (2, 4, "ab", "")),
        ("ab", "abab", (2, 2, "", "ab")),
        ("aXbcd", "aYbcd", (1, 2, "X", "Y")),
        ("pqrst", "uvrst", (0, 2, "pq", "uv")),
        ("abcabd", "abXabd", (2, 3, "c", "X")),
    ],
)
def test_edits_are_trimmed(before, after, wanted):
    (edit,) = make_step(before, [Edit("wording.mine", 0, len(before), before, after, 1.0, "because")]).edits
    assert (edit.start, edit.end, edit.before, edit.after) == wanted


def test_touching_edits_are_joined_into_one():
    def edit(start, end, before, after, confidence, reason):
        return Edit("wording.mine", start, end, before, after, confidence, reason)

    step = make_step(
        "abcdef", [edit(2, 3, "c", "Z", 0.9, "two"), edit(0, 1, "a", "", 1.0, "one"), edit(1, 2, "b", "", 0.95, "one"), edit(4, 5, "e", "E", 1.0, "far")]
    )
    assert [(e.start, e.end, e.before, e.after, e.confidence, e.reason) for e in step.edits] == [
        (0, 3, "abc", "Z", 0.9, "one; two"),
        (4, 5, "e", "E", 1.0, "far"),
    ]
    assert make_step("ab", [edit(0, 1, "a", "", 1.0, "one"), edit(1, 2, "b", "ab", 1.0, "two")]).edits == ()
