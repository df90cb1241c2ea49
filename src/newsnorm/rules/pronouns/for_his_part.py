"""Makes `for her part` agree with its subject: `Kim said for her part that she had come` -> `his part that he had come`.

Where the damage comes from: the source's possessive (*por su parte*, *de son côté*, *за свою очередь*) shows no gender of
the person, and the translator guesses sentence by sentence.

The words are bound to the subject that stands beside them. It is edited only if everyone in the text who bears that
name is known, by the gazetteer or the caller, and of the other gender, and the same paragraph uses a pronoun of that
gender too.

Left alone on purpose: subjects that nobody knows, names shared by a man and a woman, texts with a word for a relation of
the other gender (`sister`, `wife`), and every pronoun that is not bound to the subject.
"""

from collections.abc import Iterator
from re import escape
from typing import Any

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
        rf"{_NAME},? {verbs},? for (?P<possessive>his|her) part,?{that}",
        rf"{_NAME}, for (?P<possessive>his|her) part, {verbs}\b{that}",
        rf"\b[Ff]or (?P<possessive>his|her) part, {_NAME} {verbs}\b{that}",
    )
    for pattern in patterns:
        for m in compiled(pattern).finditer(text):
            said, meant = ("f", "m") if m["possessive"] == "her" else ("m", "f")
            words = data["pronouns"][meant]
            wrong = [(m.span("possessive"), words["possessive"])]
            if m["subject"] == data["pronouns"][said]["subject"]:
                wrong.append((m.span("subject"), words["subject"]))
            if _gender(view, m["name"], data["offices"]) == meant and _agrees(view, m.span(), [span for span, _ in wrong], meant, data):
                for (start, end), word in wrong:
                    yield Proposal(start, end, word)


def _gender(view: View, name: str, offices: list[str]) -> str | None:
    """The gender of everyone in the text who could be meant by the name; None if unknown or not the same."""
    *before, last = name.split()
    if all(word in offices for word in before):
        bearers = [n for n in view.cast.named if last in n.form.split()]
        if _has_stranger(view.text, last, {word for n in bearers for s in n.surfaces for word in s.split()} | set(offices)):
            return None
    else:
        bearers = [n for n in view.cast.named if any(name.endswith(s) for s in n.surfaces)]
    genders = {n.gender for n in bearers}
    return genders.pop() if len(genders) == 1 else None


def _has_stranger(text: str, surname: str, known: set[str]) -> bool:
    """Whether the surname stands beside a capitalised word that is neither a known bearer's nor an office: `Melania Trump`."""
    name = r"\p{Lu}[\p{L}'’-]++"
    before = rf"(?:(?<![.!?\n\"“] ?)(?P<before>(?<!\p{{L}}){name})[  ])?"
    beside = compiled(rf"{before}(?<!\p{{L}}){escape(surname)}(?!\p{{L}})(?:[  ](?P<after>{name}))?")
    return any(word and word.removesuffix("'s").removesuffix("’s") not in known for m in beside.finditer(text) for word in (m["before"], m["after"]))


def _agrees(view: View, at: tuple[int, int], wrong: list[tuple[int, int]], gender: str, data: dict[str, Any]) -> bool:
    """Whether the paragraph has another pronoun of the gender, and the text no relation of the other one."""
    text, other = view.text, "f" if gender == "m" else "m"
    start, last = text.rfind("\n", 0, at[0]) + 1, text.find("\n", at[1])
    last = len(text) if last < 0 else last
    own = compiled(rf"(?i)\b{any_of(data['evidence'][gender])}\b").finditer(text, start, last)
    relation = compiled(rf"\b(?>(?i:{any_of(data['relations'][other])})|{any_of(data['titles'][other])})\b")
    return any(m.span() not in wrong for m in own) and not relation.search(text)


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
        Example.clean("Kim Jong-un came with his sister. Kim said for her part that she had slept." + _HIS),
        Example.clean("Kim Jong-un came. Ann Lund said for her part that she had slept." + _HIS),
        Example.clean("Kim said for her part that she had slept." + _HIS),
        Example.clean("Donald Trump left. He waved. Melania Trump said for her part that she had slept." + _HIS),
        Example.clean("Hillary Clinton left and she waved. Bill Clinton said for his part that he had slept."),
        Example.clean("Donald Trump and Melania Trump came. Trump said for her part that she had slept." + _HIS),
    ),
)
