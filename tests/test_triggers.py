"""The fast path: it lets nothing pass in which ftfy would find mojibake. These tests fail if ftfy changes what it looks for."""

from functools import reduce
from itertools import product
from operator import and_
from re import _parser  # type: ignore[attr-defined]

from ftfy.badness import BADNESS_RE
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.encodings import triggers
from newsnorm.encodings.memory import Memory
from newsnorm.encodings.pages import LATIN_PAIRS, may_be_another_script, readings
from newsnorm.encodings.triggers import OWN_SCRIPT, letters, may_be_latin, may_be_mojibake

#: Every character that ftfy's pattern speaks of, and some that it does not.
CHARACTERS = [chr(c) for first, last in ((0x09, 0x250), (0x2B0, 0x530), (0x2000, 0x2670)) for c in range(first, last)]
CHARACTERS += list("\ufb01\ufb02\uf8ff\ufffd\u0661あ中אश")


def sets(parsed):
    """The sets of characters in a parsed pattern."""
    for op, argument in parsed:
        match str(op):
            case "IN":
                yield argument
            case "LITERAL":
                yield [(op, argument)]
            case "BRANCH":
                for alternative in argument[1]:
                    yield from sets(alternative)
            case "SUBPATTERN":
                yield from sets(argument[3])
            case "MAX_REPEAT":
                yield from sets(argument[2])


def holds(members, character):
    found, negated = False, False
    for op, argument in members:
        match str(op):
            case "NEGATE":
                negated = True
            case "LITERAL":
                found |= argument == ord(character)
            case "RANGE":
                found |= argument[0] <= ord(character) <= argument[1]
            case "CATEGORY":
                found |= character.isspace() if "SPACE" in str(argument) else character.isalnum() or character == "_"
    return found != negated


def representatives():
    """One character of each class that ftfy's pattern tells apart."""
    every = list(sets(_parser.parse(BADNESS_RE.pattern, BADNESS_RE.flags)))
    classes = {}
    for c in CHARACTERS:
        classes.setdefault(tuple(holds(s, c) for s in every), []).append(c)
    return [members[len(members) // 2] for members in classes.values()]


def test_no_string_of_three_characters_is_missed():
    some = representatives()
    assert 70 <= len(some) <= 100, "ftfy tells other classes of characters apart: prove the fast path again"
    missed = [t for n in (1, 2, 3) for t in map("".join, product(some, repeat=n)) if BADNESS_RE.search(t) and not may_be_mojibake(t)]
    assert missed == []


@given(st.text(st.sampled_from(representatives()), max_size=12))
def test_no_longer_string_is_missed(text):
    assert may_be_mojibake(text) or not BADNESS_RE.search(text)


@given(st.text(max_size=20))
def test_no_text_is_missed(text):
    assert may_be_mojibake(text) or not BADNESS_RE.search(text)


@given(st.from_regex(BADNESS_RE))
def test_no_match_of_the_pattern_is_missed(text):
    assert may_be_mojibake(text)


#: Latin and Cyrillic letters, and signs, that tell of a code page, between what tells of none.
TELLING = " \n\tamZ9.—’“”…éÉñşŞþðžŽöÖÍ²µ§¤\x85\x9e\xadАБжё中"


@given(st.text(st.sampled_from(TELLING), max_size=30))
def test_words_tell_what_their_text_tells(text):
    around = triggers._latin().findall(f" {text}")
    every = reduce(and_, map(triggers._languages, around), triggers._EVERY)
    told = letters(text)
    assert told & triggers._EVERY == every
    assert bool(told & triggers.SILENT) == (not around)
    assert bool(told & OWN_SCRIPT) == (not may_be_another_script(text))


@given(st.text(st.sampled_from(TELLING), max_size=30))
def test_text_that_cannot_be_latin_has_no_reading(text):
    assert may_be_latin(letters(text)) or not list(readings(text, LATIN_PAIRS))


def test_a_memory_has_room_for_so_many_words_and_no_long_ones():
    asked = []
    memory = Memory(lambda word: asked.append(word) or len(word), 2)
    assert [memory[word] for word in ("a", "a", "bb", "x" * 65, "ccc", "a")] == [1, 1, 2, 65, 3, 1]
    assert asked == ["a", "bb", "x" * 65, "ccc", "a"]
    assert sorted(memory) == ["a", "ccc"]
