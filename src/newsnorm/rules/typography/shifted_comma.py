"""Moves a comma to the word that it belongs to: `three days ,said the town` becomes `three days, said the town`.

Where the damage comes from: a scraper or a translator puts the space on the wrong side; a typist's slip. That is seen in careful texts
too, so a single one is flagged; two or more in a text, or one beside other gaps before commas and stops, are edited.

Left alone on purpose: code, commands and addresses (`sort -t ,f2`), a comma before a number or a sign (` ,5`), one between letters
that stand for things (`a ,b`), one that is spoken of, one that stands for a low quotation mark (`,nein‘`), and Chinese and Japanese, whose commas are others.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

_SHIFTED = (
    r"(?:(?<=\p{L}{2})|(?<=[\p{L}\p{M}\p{N}][)»”“\"]))[ \u00a0]++(?P<comma>[,،])"
    # a word, and no field or address
    r"(?!\p{Han}|\p{Hiragana}|\p{Katakana})(?=(?:[\"“«](?=\p{L}))?\p{L}{2})(?!.\p{L}++[:=(\[_@/.]\S)"
    # a typewriter's low quotation mark: ,nein‘
    r"(?![^\n,‘’']{2,100}[‘’'](?!\p{L}))"
)
#: What tells that a line is no prose.
_CODE = r"[`{}<>=\\@#_|;$]|\p{L}\(|(?<!\S)--?[\p{Latin}]|\bSELECT\b|\b(?i:comma|komma)"
#: Characters on both sides that are looked at.
_NEAR = 60


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    found = []
    for m in compiled(_SHIFTED).finditer(text):
        start = text.rfind("\n", max(0, m.start() - _NEAR), m.start()) + 1 or max(0, m.start() - _NEAR)
        if not compiled(_CODE).search(text, start, min(len(text), m.end() + _NEAR)):
            found.append(m)
    often = len(found) > 1 or (found and compiled(r"(?<=\p{L}{2})[ \u00a0][,،.](?:\s|\Z)").search(text))
    for m in found:
        yield Proposal(m.start(), m.end(), m["comma"] + " ", confidence=None if often else 0.8)


RULE = Rule(
    "typography.shifted-comma",
    find,
    reason="comma with its space on the wrong side",
    confidence=0.95,
    needs=Needs(",،", r"(?<=[ \u00a0].)(?=[^\W\d_]|[\"“«])"),
    examples=(
        Example("It lasts three days ,said the town. The band played ,and it rained.", "It lasts three days, said the town. The band played, and it rained."),
        Example("La fiesta dura tres días ,según dicen ,pero es gratis.", "La fiesta dura tres días, según dicen, pero es gratis.", "es"),
        Example("افتتح الرئيس المكتبة ،وقال إنه سعيد. وتستمر الاحتفالات ،كما قال.", "افتتح الرئيس المكتبة، وقال إنه سعيد. وتستمر الاحتفالات، كما قال.", "ar"),
        Example.flag("It lasts three days ,said the town.", " ,"),
        Example.clean("Type cut -d ,in one file and sort -t ,on another."),
        Example.clean("The points are a ,b and c ,d here."),
        Example.clean("It costs 3 ,50 or 4 ,20 in Faro."),
        Example.clean("The list is key=one ,two and key=three ,four."),
        Example.clean("Call f(alpha ,beta) and then g(gamma ,delta) here."),
        Example.clean("Er sagte ,nein‘ und sie ,ja' zu dem ,dritten Weg’.", "de"),
        Example.clean("「はい」 ,これ ,です", "ja"),
    ),
)
