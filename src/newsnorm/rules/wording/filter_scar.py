"""Restores words that a naive word filter broke: `badurances` -> `assurances`, `clbades` -> `classes`.

Where the damage comes from: a filter that replaces a rude word inside other words (*ass* by *bad* or *butt*, *tit* by
*breast*); Scunthorpe is its most famous victim.

The table (data/filter_scars.tsv) is made from SCOWL's word list and from lists of names. It holds a damaged form only if that is no
English word, and comes from one word only. A form that is a word of another language (`badet` is Danish) or that might be somebody's name
(`Agbadi`) is restored if the text has a sure repair of the same filter and more of them than words that the filter left whole. So is a short
capitalised word that ends in what the filter writes (`Harbutt` is a name, not `Harass`); without such support it is flagged. Where no name
can begin with the consonants before the filter's b (`Glbutt`), none is asked for.

Measured on 523 damaged articles: 1,195 of 1,235 words restored, none wrong. On 4,126 clean articles in eight languages and 2,562 words that only look
damaged: no edit.

Only flagged: a form near words that speak of what filters do (`The filter turned classic into clbuttic`).

Left alone on purpose: `badly`, `badminton`, `Islamabad`, `Badenoch`, `butter`, `ambassador`, and every form that is not in
the table; words with asterisks (`a**`), which nobody can read with certainty; other languages than English; addresses.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

#: Letters of the longest word in the table, and how far a compound or an address is looked at.
_LONGEST = 40
#: What a filter writes, and the pattern of words that it would have broken.
_FILTERS = {"bad": "(?i)ass", "butt": "(?i)ass", "breast": "(?i)tit"}
_FILTERING = r"(?i)\bfilter\w*+ [^.\n]{0,40}?\b(?:turn|chang|replac|made|mak|wrote|writ)|\b(?:Scunthorpe|(?:word|profanity|swear) ?filter)"
#: A capitalised word of fewer letters that ends in what the filter writes may be a name.
_LONG_NAME = 8


def find(view: View) -> Iterator[Proposal]:
    text, last = view.text, 0
    sure: dict[str, int] = dict.fromkeys(_FILTERS, 0)
    doubtful = []
    for m in compiled(r"(?i)bad|butt|breast").finditer(text):
        if m.start() < last:
            continue
        head = compiled(r"\p{L}*+\Z").search(text, max(last, m.start() - _LONGEST), m.start())
        tail = compiled(r"\p{L}*+").match(text, m.end(), m.end() + _LONGEST)
        start, last = head.start() if head else m.start(), tail.end() if tail else m.end()
        word, kind = _table().get(text[start:last].lower(), ("", ""))
        if not word or not _stands_alone(text, start, last):
            continue
        proposal = Proposal(start, last, _in_case_of(text[start:last], word))
        if _is_spoken_of(text, start, last):
            yield proposal._replace(confidence=0.6)
            continue
        if kind == "cluster" or (kind == "sure" and not _may_be_name(text, start, last)) or (kind == "lower" and text[start].islower()):
            sure[m[0].lower()] += 1
            yield proposal
        elif kind != "lower":
            doubtful.append((m[0].lower(), kind, proposal))
    if doubtful:
        supported = {polite for polite, n in sure.items() if n and n > sum(1 for _ in compiled(_FILTERS[polite]).finditer(text))}
        for polite, kind, proposal in doubtful:
            if polite in supported:
                yield proposal._replace(confidence=0.97)
            elif kind == "sure":
                yield proposal._replace(confidence=0.6)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the word, or the compound with hyphens that it is a part of, is no part of an address, a number or a longer word."""
    head = compiled(r"(?<![\p{L}\p{N}\p{M}@#/_.-])(?:[\p{L}\p{N}]++-)*+\Z").search(text, max(0, start - _LONGEST), start)
    return bool(head and compiled(r"(?>(?:-[\p{L}\p{N}]++)*)(?![\p{L}\p{N}\p{M}@/_]|\.\p{L})").match(text, end, end + _LONGEST))


def _may_be_name(text: str, start: int, end: int) -> bool:
    """A capital and the filter's word at the end (`Harbutt`), a short form with a capital in mid-sentence, or one that may be an acronym."""
    word = text[start:end]
    if not word[0].isupper():
        return False
    if compiled(r"(?i)(?:bad|butt|breast)s?$").search(word):
        return len(word) < _LONG_NAME
    return len(word) < 7 and not word.isupper() and not compiled(r"(?<=(?:^|[.!?:\n])[\s\p{P}]{0,4})").match(text, start)


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether the words around the form speak of what a filter does to words."""
    return compiled(_FILTERING).search(text, max(0, start - 100), end + 40) is not None


@cache
def _table() -> dict[str, tuple[str, str]]:
    text = (files("newsnorm.data") / "filter_scars.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {damaged: (word, kind) for damaged, word, kind in rows}


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
        Example("A world-clbad team in the middle-clbad east.", "A world-class team in the middle-class east."),
        Example("Gunter Glbutt owns the hotel.", "Gunter Glass owns the hotel."),
        Example("Two clbades met, and Mr Agbadi sold his badets.", "Two classes met, and Mr Agassi sold his assets."),
        Example.clean("He played badminton badly in Islamabad, said the ambassador."),
        Example.clean("Badenoch forbade the debutante; Sindbad ate butter at the abbey."),
        Example.clean("Mr Agbadi had a class with Ms Badam."),
        Example.clean("The a** of the b*tch."),
        Example.flag("It was shown to Ann Harbutt.", "Harbutt"),
        Example.flag("Harbutt invented it.", "Harbutt"),
        Example.flag("The filter turned classic into clbuttic.", "clbuttic"),
        Example.clean("The badger, the rebuttal and the breaststroke stay."),
        Example.clean("The Titmuss family and Mr Buttigieg went to Faisalabad."),
        Example.clean("A sábado in Baden is no bad day, and a rebadged van is no ambulance."),
        Example.clean("See badurances.org, x-badurances-y.org or @clbades."),
        Example.clean("Al-Badad and the town of Hbadan stay, and so does sbadata."),
    ),
)
