"""Hostile texts: any characters, mixed with every damage and look-alike that the rules know, so that rules fire and interact."""

from hypothesis import strategies as st

from newsnorm import RULES

EXAMPLES = tuple(dict.fromkeys(e.before for r in RULES for e in r.examples))
TITLES = tuple(dict.fromkeys(e.title for r in RULES for e in r.examples if e.title))

#: What the rules look for, and what looks like it.
TOKENS = (
    *("[ad_1]", "[ad_2]", "\n[ad_1]\n", "\n[ad_2]\nSource", "Source link", "Source", "\nSource link\n", "Source: Eurostat"),
    *(".", " .", ". .", ". . .", "...", "…", " ,", ", ,", " , ", "\n.\n", "\n。\n", "。", "، ", "؟", ".\u00a0.", "\u202f.", "\u00a0,"),
    *("))", ")", "(", "((", ":))", "(Norway)). ", "(D)", "(I)", "(D) and ", "[", "]"),
    *(" 's ", " ’s ", "\u00a0's ", "'s", "'", "’", "‘", '"', "“", "”", "«", "»"),
    *(', "added the', ', "said Ann', ', "he said', '"x," he said. declared.', '" he said. he concluded.', '," she said. she added. added.'),
    *(
        "&amp;amp;#39;",
        "&amp;",
        "&#39;",
        "&lt;",
        "&gt;",
        "&lt;b&gt;",
        "&eacute;",
        "&nbsp;",
        "&#10;",
        "&#x85;",
        "&amp;lt;",
        "&",
        ";",
        "&#38;amp;",
        "#39;",
        "amp;",
    ),
    *("<b>", "</b>", "<", ">", "html", "<p>", "&lt;html&gt;", "<!doctype"),
    *("Ã©", "Â ", "â€™", "Ãƒ©", "Ð¿Ñ€Ð¸", "â€œ", "\x80", "\x85", "\x92", "Ã\xa0", "ï»¿", "\ufeff", "\x00", "\x0b", "\x1f"),
    *("\ud83d", "\ude00", "\ud83d\ude00", "\U0001f600", "👩\u200d🚒", "🇳🇴", "\u200f", "\u200e", "\u202e", "\u200d", "\u00ad", "e\u0301", "\u0301", "ﬁ"),
    *("Kim Jong-un", "Kim Jong Un", "Kim Jon-a", "Kim Jong-a", "Kim Il Sung", "Kim Il-sung", "Kim Yo-jong", "Kim", "Pedro Sanchez", "Pedro Sánchez"),
    *("Charles of Gaulle", "Charles de Gaulle", "Charles De Gaulle", "Marine the Pen", "Marine Le Pen", "Angela Merkel", "Ann Lund", "Putin"),
    *("for her part", "Kim said for her part that she ", "For his part, Merkel said that she ", "Kim, for her part, said that she ", "he", "his", "sister"),
    *(" | ... …", "Storm closes port | The harbour was closed on …", " | ", "|", "…"),
    *("world – wide ", "world - wide affair", "face - to - face talks", "nation—wide", " – ", "-", "—"),
    *("dishes. such as cod ", "dishes. which were", "father and successor of ", "dumplings. reindeer meat. ", "approx. which "),
    *(
        "The bridge at Tromsø seen from the east bank.",
        "  The bridge at Tromsø seen from the east bank.",
        "Photo: NTB",
        " Photo: AP.",
        "Foto: EFE",
        "照片：新华社",
    ),
    *(
        "特罗姆瑟大桥在夜间从东岸看去。",
        "東京都の橋は夜に開いた。",
        "오슬로 항구가 다시 열렸다.",
        "عاد الميناء إلى العمل",
        "Порт открылся в понедельник",
        "הנמל נפתח",
    ),
    *(
        "Bridge opens after ten years",
        "It was long.",
        "The harbour was closed on Friday after waves broke over the wall.",
        "a",
        "A",
        "word",
        "Word",
        "été",
        "ß",
        "İ",
        "ŉ",
    ),
)
SEPARATORS = (
    "",
    " ",
    " ",
    "\n",
    "\n\n",
    "\n\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\t",
    "\u00a0",
    "\n\u00a0\n",
    "\n \t\n",
    "  ",
    "\u2028",
    "\x0c",
    "\x85",
    "\u3000",
    ", ",
    ". ",
)

anything = st.text(st.characters(categories=None, codec=None, exclude_categories=()), max_size=12)
words = st.text("abcdeé ABC.,'\"\n", max_size=12)
pieces = st.one_of(st.sampled_from(TOKENS), st.sampled_from(TOKENS), st.sampled_from(EXAMPLES), words, anything)


@st.composite
def mixtures(draw, max_pieces=9):
    """Fragments of damage joined by varied separators."""
    found = draw(st.lists(st.tuples(pieces, st.sampled_from(SEPARATORS)), max_size=max_pieces))
    text = "".join(piece + separator for piece, separator in found)
    return text.rstrip("\n") if draw(st.booleans()) else text


@st.composite
def mutants(draw):
    """One of the rules' own examples, with characters deleted, doubled, swapped or replaced by a token."""
    text = draw(st.sampled_from(EXAMPLES))
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, max(0, len(text) - 1)))
        kind = draw(st.sampled_from(("delete", "double", "swap", "insert", "double line", "cut")))
        if kind == "delete":
            text = text[:at] + text[at + 1 :]
        elif kind == "double":
            text = text[: at + 1] + text[at:]
        elif kind == "swap":
            text = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        elif kind == "insert":
            text = text[:at] + draw(pieces) + text[at:]
        elif kind == "cut":
            text = text[at:]
        else:
            lines = text.split("\n")
            line = draw(st.integers(0, len(lines) - 1))
            text = "\n".join([*lines[: line + 1], *lines[line:]])
    return text


@st.composite
def captioned(draw):
    """Lines that stand twice in a row, some indented, between other lines."""
    line = st.one_of(st.sampled_from(TOKENS), st.sampled_from(EXAMPLES), words)
    out = []
    for text in draw(st.lists(line, min_size=1, max_size=4)):
        times = draw(st.integers(1, 3))
        out += [draw(st.sampled_from(("", "  ", "\t", "\u00a0"))) + text for _ in range(times)]
    return draw(st.sampled_from(("\n", "\n\n", "\r\n", "\n\u00a0\n"))).join(out)


@st.composite
def articles(draw):
    """A title, sentences and captions: what most rules expect, with damage in it."""
    title = draw(st.sampled_from(("Bridge opens after ten years", "Storm closes port | The harbour was closed on …", "Порт открылся", *TITLES)))
    body = draw(st.lists(st.one_of(mixtures(max_pieces=3), captioned()), min_size=1, max_size=4))
    return draw(st.sampled_from(("\n\n", "\n", "\r\n\r\n", "\n\n\n"))).join([title, *body])


punctuation = st.text(".,;:!?()[]\"'“”‘’«»…-–—|&#<>。，、 \n", max_size=20)
texts = st.one_of(mixtures(), mixtures(max_pieces=4), mutants(), captioned(), articles(), punctuation, anything, st.text(max_size=1))
titles = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(("", " ", "\n", "Bridge opens", "Bridge opens\n", "Kim Jon-a", *TITLES)),
    st.sampled_from(TOKENS),
    words,
    anything,
    mixtures(max_pieces=3),
    mutants(),
)
