"""Makes `for her part` agree with its subject: `Kim said for her part that she had slept` -> `his part that he had slept`.

Where the damage comes from: the source's possessive (*por su parte*, *de son côté*, *за свою очередь*) shows no gender of
the person, and the translator guesses sentence by sentence.

The words are bound to the subject that stands beside them. It is edited only if everyone in the text who bears that
name is known, by the gazetteer or the caller, and of the other gender, and the same paragraph uses a pronoun of that
gender too.

Left alone on purpose: subjects that nobody knows, names shared by a man and a woman, texts with a word for a relation of
the other gender (`sister`, `wife`), and every pronoun that is not bound to the subject.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from newsnorm.names.cast import Named
from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "pronouns.for-his-part"
_NAME = r"(?<![\p{L}\p{N}-])(?P<name>\p{Lu}[\p{L}'’-]++(?: \p{Lu}[\p{L}'’-]++){0,3})"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if " her part" not in text and " his part" not in text:
        return
    data = view.data(ID)
    verbs = any_of(data["verbs"])
    that = r"(?: that (?P<subject>s?he)\b)?"
    patterns = (
        rf"{_NAME},? {verbs} for (?P<possessive>his|her) part(?=,? that\b),?{that}",
        rf"{_NAME},? {verbs}, for (?P<possessive>his|her) part,{that}",
        rf"{_NAME}, for (?P<possessive>his|her) part, {verbs}\b{that}",
        rf"\b[Ff]or (?P<possessive>his|her) part, {_NAME} {verbs}\b{that}",
    )
    evidence = _Evidence(view, data)
    for pattern in patterns:
        for m in compiled(pattern).finditer(text):
            said, meant = ("f", "m") if m["possessive"] == "her" else ("m", "f")
            if evidence.gender(m["name"]) != meant or not evidence.agrees(m.start(), m.end(), meant):
                continue
            words = data["pronouns"][meant]
            yield Proposal(m.start("possessive"), m.end("possessive"), words["possessive"])
            if m["subject"] == data["pronouns"][said]["subject"]:
                yield Proposal(m.start("subject"), m.end("subject"), words["subject"])


class _Evidence:
    """What the text says of its people's gender, gathered once."""

    def __init__(self, view: View, data: dict[str, Any]) -> None:
        self.text, self.offices = view.text, data["offices"]
        self.bearers: dict[str, list[Named]] = {}
        for named in view.cast.named:
            for word in {word for surface in named.surfaces for word in surface.split()}:
                self.bearers.setdefault(word, []).append(named)
        self.pronouns = {g: [m.start() for m in compiled(rf"(?i)\b{any_of(words)}\b").finditer(view.text)] for g, words in data["evidence"].items()}
        relation = {g: rf"\b(?>(?i:{any_of(data['relations'][g])})|{any_of(data['titles'][g])})\b" for g in ("m", "f")}
        self.related = {g: bool(compiled(pattern).search(view.text)) for g, pattern in relation.items()}
        self.neighbours = _neighbours(view.text)  # `Melania` beside `Trump` makes the surname nobody's
        self.known: dict[str, str | None] = {}

    def gender(self, name: str) -> str | None:
        """The gender of everyone in the text who could be meant by the name; None if unknown or not the same."""
        if name not in self.known:
            self.known[name] = self._gender(name)
        return self.known[name]

    def _gender(self, name: str) -> str | None:
        *before, last = name.split()
        alone = all(word in self.offices for word in before)
        bearers = [n for n in self.bearers.get(last, ()) if alone or any(name.endswith(s) for s in n.surfaces)]
        genders = {n.gender for n in bearers}
        if len(genders) != 1 or None in genders:
            return None
        words = {word for n in bearers for s in n.surfaces for word in s.split()} | set(self.offices)
        return None if alone and self.neighbours.get(last, set()) - words else genders.pop()

    def agrees(self, start: int, end: int, gender: str) -> bool:
        """Whether the paragraph has a pronoun of the gender, and the text no relation of the other one."""
        first, last = self.text.rfind("\n", 0, start) + 1, self.text.find("\n", end)
        pronouns = self.pronouns[gender]
        i = bisect_left(pronouns, first)
        return i < len(pronouns) and (last < 0 or pronouns[i] < last) and not self.related["f" if gender == "m" else "m"]


def _neighbours(text: str) -> dict[str, set[str]]:
    """Each capitalised word -> the capitalised words beside it; one at the head of a sentence is no neighbour of the next."""
    beside: dict[str, set[str]] = {}
    name = r"\p{Lu}[\p{L}'’-]++"
    for m in compiled(rf"(?<!\p{{L}})(?P<word>{name})(?:[  ](?P<word>{name}))++").finditer(text):
        words = [word.removesuffix("'s").removesuffix("’s") for word in m.captures("word")]
        at_head = compiled(r"(?<=(?:^|[.!?\n\"“]) ?)").match(text, m.start())
        for i, (left, right) in enumerate(pairwise(words)):
            beside.setdefault(left, set()).add(right)
            if i or not at_head:
                beside.setdefault(right, set()).add(left)
    return beside


_HIS = " He thanked his hosts."

RULE = Rule(
    ID,
    find,
    reason="the pronoun contradicts the person it is bound to",
    confidence=0.95,
    from_data=True,
    examples=(
        Example(
            "Kim Jong-un came. Kim said for her part that she had slept." + _HIS,
            "Kim Jong-un came. Kim said for his part that he had slept." + _HIS,
        ),
        Example("Angela Merkel left. For his part, Merkel said that she was tired.", "Angela Merkel left. For her part, Merkel said that she was tired."),
        Example.clean("Kim Jong-un came. Kim Yo-jong came. Kim said for her part that she had slept." + _HIS),
        Example.clean("Joe Biden came. He said so. Biden called for her part in the affair to be investigated."),
        Example.clean("Emmanuel Macron asked for her part of the bill. He paid."),
        Example.clean("Barack Obama met Ann. He praised her. Obama thanked for her part the nurse."),
        Example.clean("Kim Jong-un came with his sister. Kim said for her part that she had slept." + _HIS),
        Example.clean("Kim Jong-un came. Ann Lund said for her part that she had slept." + _HIS),
        Example.clean("Kim said for her part that she had slept." + _HIS),
        Example.clean("Donald Trump left. He waved. Melania Trump said for her part that she had slept." + _HIS),
        Example.clean("Hillary Clinton left and she waved. Bill Clinton said for his part that he had slept."),
        Example.clean("Donald Trump and Melania Trump came. Trump said for her part that she had slept." + _HIS),
    ),
)
