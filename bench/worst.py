"""The inputs that bench/linear.py grows: those on which a careless pattern or loop takes time by the square."""

from __future__ import annotations

from collections.abc import Callable

from newsnorm import RULES, Rule

Grow = Callable[[int], str]

#: Repeated on one line, or as lines where they end in one.
_UNITS = {
    "spaces": " ",
    "tabs": "\t",
    "quotes": '"',
    "apostrophes": "'",
    "curly quotes": "“”",
    "dots": ".",
    "dashes": "-",
    "spaced dashes": " – ",
    "open brackets": "(",
    "closed brackets": ")",
    "doubled brackets": "a))",
    "balanced brackets": "(a))\n",
    "square brackets": "[",
    "capitalised words": "Aa Bb ",
    "words with hyphens": "Aa-Bb-",
    "words with U+2010": "Aa‐",
    "words with apostrophes": "Aa'Bb’",
    "capitals": "A",
    "small letters": "a",
    "letter and space": "a ",
    "newlines": "\n",
    "carriage returns": "\r\n",
    "blank lines": " \n",
    "spaces before newline": "a" + " " * 50 + "\n",
    "ampersands": "&",
    "entity amp": "&amp;",
    "entity amp in itself": "amp;&",
    "entity lt": "&lt;",
    "entity quot and space": "&quot; ",
    "open tags": "<",
    "open tags with a name": "<a ",
    "tags and entities": "<b>&lt;\n",
    "bars": "|",
    "spaced bars": " | ",
    "possessives": " 's",
    "possessives torn": "Norway 's a ",
    "shifted quotes": ', "added the ',
    "quote and shift": '"It rains, "added the mayor. ',
    "shortcodes": "[ad_1]\n",
    "shortcodes in line": "[ad_2] ",
    "source links": "Source link\n",
    "lone stops": ".\n",
    "lone stops apart": ".\n\n",
    "space and stop": " .",
    "stop and space": ". .",
    "word, space and stop": "a . ",
    "word, space and comma": "a , b",
    "doubled stops": "ab. . Cd",
    "one Korean name": "Kim Jong-un ",
    "styles of a name": "Kim Il-sung, Kim Il Sung, ",
    "his part": "for her part ",
    "her part said": "Kim said for her part that she had slept. ",
    "her part said with him": "Kim said for her part that she came. He left. Kim Jong-un. ",
    "a caption twice": "The bridge at Tromsø seen from the east bank.\n",
    "captions in pairs": "The bridge at Tromsø seen from the east bank.\nThe bridge at Tromsø seen from the east bank.\n\nIt rained.\n",
    "credits": "The bridge at Narvik at night. Photo: NTB\n",
    "captions with names": "Ann Lund (D) and Kim Jong-un open the bridge. Photo: NTB\n\n",
    "attributions": '," he said. declared. ',
    "cut sentences": "dishes. such as cod. reindeer meat ",
    "compounds": "a world – wide affair ",
    "face to face": "face - to - ",
    "kinship": "the father and successor of ",
    "mojibake e": "Ã©",
    "mojibake apostrophe": "â€™",
    "mojibake words": "CafÃ© SÃ£o ",
    "mojibake lines": "The cafÃ© in SÃ£o Paulo\n",
    "mojibake twice": "ÃƒÂ©",
    "letter A tilde": "Ã",
    "C1": "\x85a",
    "no-break spaces": "\xa0",
    "zero width": "\u200b",
    "byte order marks": "a\ufeff",
    "control characters": "\x00",
    "surrogates": "\ud800",
    "surrogate pairs": "\ud83d\ude00",
    "combining marks": "A\u0301",
    "marks alone": "\u0301",
    "Han": "中",
    "Han sentences": "他来了。",
    "emoji": "😀",
    "Arabic": "الحزب ",
    "titles": "A title alone\n\n",
}


def _letters(k: int) -> str:
    """A number in letters: four of them for any number below 456,976."""
    return "".join(chr(97 + k // 26**i % 26) for i in range(4))


def _numbered(form: str) -> Grow:
    """A text in which no unit is like another: what is kept or searched for each distinct name grows with it."""

    def grow(n: int) -> str:
        return "".join(form.format(_letters(k)) for k in range(max(1, n // len(form.format("aaaa")))))

    return grow


def _repeated(unit: str) -> Grow:
    # whole units only: half a unit at the end can send a library down another way, and that is no growth
    return lambda n: unit * max(1, n // len(unit))


#: Units that differ each time.
_DISTINCT = {
    "Korean names": "Kim A{0}-un, ",
    "Korean names with function words": "Kim B{0}-un. Kim B{0}-a. ",
    "names and her part": "Kim C{0}-un came. Kim said for her part that she slept. He left. ",
    "distinct captions": "The bridge {0} at night and by day. Photo: NTB\n",
    "distinct captions with names": "Kim D{0}-un and Ann Lund at the bridge. Photo: NTB\n",
    "captions twice with names": "Kim Jong-un saw the bridge of {0} in May\nKim Jong-un saw the bridge of {0} in May\n\n",
    "distinct words": "E{0} F{0} ",
    "distinct entities": "&{0}; ",
}

#: Name of the input -> what makes it of n characters.
WORST: dict[str, Grow] = {name: _repeated(unit) for name, unit in _UNITS.items()} | {name: _numbered(form) for name, form in _DISTINCT.items()}


def own(rule: Rule) -> dict[str, Grow]:
    """A rule's own examples, repeated as words and as lines."""
    found: dict[str, Grow] = {}
    for k, example in enumerate(rule.examples):
        if not example.is_clean:
            found[f"example {k} as words"] = _repeated(example.before + " ")
            found[f"example {k} as lines"] = _repeated(example.before + "\n")
    return found


def language_of(rule: Rule) -> str:
    """The language to force on a rule: that of its first example."""
    return rule.examples[0].language if rule.examples else "en"


def rule_named(rule_id: str) -> Rule:
    """The rule of that id."""
    return next(rule for rule in RULES if rule.id == rule_id)
