"""Law 6: text without any damage comes back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from newsnorm import normalize

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрст",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "अआइईउऊकखगघ",
    "กขคงจฉชซ",
    "가나다라마바사",
    "的一是不了人我",
)
word = st.one_of([st.text(alphabet, min_size=1, max_size=9) for alphabet in ALPHABETS])
line = st.lists(st.tuples(word, st.sampled_from((" ", " ", ", "))), min_size=1, max_size=20).map(lambda pairs: "".join(w + s for w, s in pairs).rstrip(" ,"))


@given(line)
def test_one_line(text):
    untouched(text)


@given(line.map(str.capitalize))
def test_one_sentence(text):
    untouched(f"{text}.")


@given(st.lists(line, min_size=1, max_size=6, unique=True), st.sampled_from(("\n", "\n\n")), st.sampled_from(("", "\n")))
def test_lines(lines, separator, end):
    untouched(separator.join(lines) + end)


def untouched(text):
    doc = normalize(text)
    assert (doc.text, doc.title, doc.captions, doc.changes(), doc.flags) == (text, None, (), (), ())
