"""Removes the space before a question mark, exclamation mark, colon or semicolon: `Is it open ? Yes.`

Where the damage comes from: a tokeniser sets the mark apart, or a link stood before it. In Arabic and in Japanese the comma is
a mark like the others; careful writers too set one apart now and then, so it is repaired only in a text that does it three times and with half of its marks.

Left alone on purpose: languages that set these marks apart (French; data/<language>.toml has the marks of the others), smileys,
code and labels in columns, ratios (`2 : 1`), a question mark in mid-sentence (a lost emoji), operators between single letters.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "typography.space-before-mark"
#: Languages of which careful writers too set a mark apart now and then.
_OFTEN = ("ar", "ja")
#: What a mark ends: a word of two letters, a bracket or a closing quotation mark, and for the colon a date.
_LEFT = r"(?<=\p{L}[\p{L}\p{M}]|\p{L}[)\]”’\"]|(?<![ \n])\d)"
_ENDS = r"(?=[ ]*+(?:\n|\Z)|[ \u00a0](?:\p{Lu}|[\"“‘«¿¡]\p{L}|pic\.|https?:))"


def find(view: View) -> Iterator[Proposal]:
    text, marks = view.text, view.data(ID)["marks"]
    if view.primary_language in _OFTEN:
        yield from _often(text, marks)
        return
    clause = r"(?=[ \u00a0](?:\p{L}|[\"“‘«]\p{L})|[ ]?\n)"
    pattern = rf"{_LEFT}[ \u00a0](?=[{marks}])(?=[?!]{_ENDS}|[:;]{clause}|:(?<=\p{{Ll}}{{3}}[ \u00a0]:)[ ]\d)"
    labels = _labels(text)
    for m in compiled(pattern).finditer(text):
        mark, before = text[m.end()], text[m.start() - 1]
        near = text[max(0, m.start() - 60) : m.end() + 60]
        code = compiled(r"(?<!\p{L})`|`(?!\p{L})|[{}<>=\t]|\$[\p{Latin}_]|@media|\w\.\w+\(|\n {4}").search(near)
        if code or (mark == ":" and labels) or (before.isdigit() and not (mark == ":" and text[m.end() + 1 : m.end() + 3].strip().isupper())):
            continue
        yield Proposal(m.start(), m.end(), "")


def _often(text: str, marks: str) -> Iterator[Proposal]:
    """Many careful writers set a mark apart now and then: repaired only where a text does it with half of its marks, and thrice."""
    ends = r"(?:\s|\Z)" if "،" in marks else ""  # Japanese sets no space behind a mark either
    gaps = list(compiled(rf"(?<=[\p{{L}}\p{{M}}\p{{N}})»\"”）」』])[ \u00a0\u3000](?=[{marks}]{ends})").finditer(text))
    if len(gaps) >= 3 and len(gaps) * 2 >= sum(map(text.count, marks)):
        for m in gaps:
            yield Proposal(m.start(), m.end(), "")


def _labels(text: str) -> bool:
    """Whether the text has a column of labels set apart from their colons (`Date : 3 May`)."""
    found = compiled(r"(?m)^[^\n:]{1,30} : ").finditer(text)
    return sum(1 for _ in zip(range(3), found, strict=False)) > 2


RULE = Rule(
    ID,
    find,
    reason="space before the mark",
    confidence=0.97,
    needs=Needs("?!;:،؛؟、。，．！？」』）", r"(?<=[ \u00a0\u3000].)"),
    from_data=True,
    examples=(
        Example("Is the harbour open ? It is. Gone !", "Is the harbour open? It is. Gone!"),
        Example("They voted : the harbour opens ; the mayor agreed.", "They voted: the harbour opens; the mayor agreed."),
        Example("O porto abre ; o prefeito disse que sim.", "O porto abre; o prefeito disse que sim.", "pt"),
        Example("Мост открыт ! Первым прошёл почтальон.", "Мост открыт! Первым прошёл почтальон.", "ru"),
        Example("قال ، وهو حزين ، إن السوق مغلق ؛ فقد أمطرت.", "قال، وهو حزين، إن السوق مغلق؛ فقد أمطرت.", "ar"),
        Example("駅は 、朝から 、静かだった 。", "駅は、朝から、静かだった。", "ja"),
        Example.clean("駅は静かだった 。本当に？　そうだ、と彼は言った。", "ja"),
        Example.clean("قال ، وهو حزين، إن السوق مغلق؛ فقد أمطرت.", "ar"),
        Example.clean("Vraiment ? Oui ! Il a dit : « Non » ; voilà.", "fr"),
        Example.clean("They won 2 : 1 and were glad :) or not :-( today ; ) they said."),
        Example.clean("The harbour is open ? and we love it ? they wrote."),
        Example.clean('{ "open" : true, "harbour" : "Varlund" }'),
        Example.clean("Date : May\nPlace : Varlund\nFrom : Dahl\nAll came."),
        Example.clean("If x ? y : z then a : b holds."),
    ),
)
