"""Restores words that a naive word filter broke: `badurances` -> `assurances`, `clbades` -> `classes`.

Where the damage comes from: a filter that replaces a rude word inside other words (*ass* by *bad* or *butt*, *tit* by
*breast*); Scunthorpe is its most famous victim.

The table (data/filter_scars.tsv) is made from SCOWL's word list. It holds a damaged form only if that is no word or name
in the word lists of fourteen languages, and comes from one word only.

A capitalised word that ends in the filter's word may be a name: it is flagged.

Left alone on purpose: `badly`, `badminton`, `Islamabad`, `Badenoch`, `butter`, `ambassador`, and every form that is not in
the table; other languages than English; addresses.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

#: Letters of the longest word in the table.
_LONGEST = 40


def find(view: View) -> Iterator[Proposal]:
    text, last = view.text, 0
    for m in compiled(r"(?i)bad|butt|breast").finditer(text):
        if m.start() < last:
            continue
        head = compiled(r"\p{L}*+\Z").search(text, max(last, m.start() - _LONGEST), m.start())
        tail = compiled(r"\p{L}*+").match(text, m.end(), m.end() + _LONGEST)
        start, last = head.start() if head else m.start(), tail.end() if tail else m.end()
        word = _table().get(text[start:last].lower())
        if word and compiled(r"(?<![\p{L}\p{N}\p{M}@#/_.-])").match(text, start) and compiled(r"(?![\p{L}\p{N}\p{M}@/_]|\.\p{L})").match(text, last):
            yield Proposal(start, last, _in_case_of(text[start:last], word), confidence=0.6 if _may_be_name(text, start, last) else None)


def _may_be_name(text: str, start: int, end: int) -> bool:
    """A capital and the filter's word at the end (`Harbutt` is no `Harass`), or a short form with a capital in mid-sentence."""
    word = text[start:end]
    if not word[0].isupper():
        return False
    if compiled(r"(?i)(?:bad|butt|breast)s?$").search(word):
        return True
    return len(word) < 7 and not word.isupper() and not compiled(r"(?<=(?:^|[.!?:\n])[\s\p{P}]{0,4})").match(text, start)


@cache
def _table() -> dict[str, str]:
    text = (files("newsnorm.data") / "filter_scars.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def _in_case_of(model: str, word: str) -> str:
    if model.isupper():
        return word.upper()
    return word.capitalize() if model[0].isupper() else word


RULE = Rule(
    "wording.filter-scar",
    find,
    reason="a word filter replaced letters inside the word",
    confidence=0.99,
    languages=("en",),
    examples=(
        Example("They asked for badurances.", "They asked for assurances."),
        Example("Two clbades met. Mbadive applause, NO TRESPBADING.", "Two classes met. Massive applause, NO TRESPASSING."),
        Example("The consbreastution of the clbuttroom.", "The constitution of the classroom."),
        Example.clean("He played badminton badly in Islamabad, said the ambassador."),
        Example.clean("Badenoch forbade the debutante; Sindbad ate butter at the abbey."),
        Example.flag("It was shown to Ann Harbutt.", "Harbutt"),
        Example.flag("Harbutt invented it.", "Harbutt"),
        Example.clean("The badger, the rebuttal and the breaststroke stay."),
        Example.clean("The Titmuss family and Mr Buttigieg went to Faisalabad."),
        Example.clean("A sábado in Baden is no bad day, and a rebadged van is no ambulance."),
        Example.clean("See badurances.org or @clbades."),
    ),
)
