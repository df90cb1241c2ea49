"""Turns a closing mark round that opens a quotation: `the mayor wrote ” We are late”` becomes `wrote “We are late”`.

Where the damage comes from: a translator or a writer's software sets the straight mark as a closing one because a space follows or
a letter stands before it.

Left alone on purpose: a text that has no `“` (in Swedish and Finnish usage `”` stands on both sides), a mark inside a quotation, a mark without a
partner behind it in its paragraph, and languages that pair these marks in another way.
"""

from collections.abc import Iterator

from newsnorm.blocks import line_around
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

_TURNED = r"(?<=[\p{L}\p{M}\p{N}.,:;] )”(?P<gap>[ ]?)(?=\p{Lu}\p{L}*+ [^“”„\n]{10,600}+”(?:[\s.,;:!?)]|\Z))"


def find(view: View) -> Iterator[Proposal]:
    text, last, at, inside, straight = view.text, -1, 0, 0, 0
    if "“" not in text or "„" in text:
        return
    for m in compiled(_TURNED).finditer(text):
        if m.start() > last:
            at, last = line_around(text, m.start())
            inside = straight = 0
        inside += text.count("“", at, m.start()) - text.count("”", at, m.start())
        straight += text.count('"', at, m.start())
        at = m.start()
        if not inside and straight % 2 == 0:
            yield Proposal(m.start(), m.end("gap"), "“")
            inside += 2  # it opens, and is counted as what it looks like


RULE = Rule(
    "typography.turned-quote",
    find,
    reason="closing quotation mark where the quotation opens",
    confidence=0.95,
    languages=("en", "es", "pt", "it"),
    needs=Needs("”", r"(?<= .)(?=[ ]?[^\W\d_])"),
    examples=(
        Example("“So what?” he asked.\nThe mayor wrote ” We are late again” and left.", "“So what?” he asked.\nThe mayor wrote “We are late again” and left."),
        Example("Dijo “sí”.\nLuego dijo: ”Ya estamos en el puerto viejo”. Y calló.", "Dijo “sí”.\nLuego dijo: “Ya estamos en el puerto viejo”. Y calló.", "es"),
        Example.clean("“We put up with this. ” We left, and “they stayed behind” he said."),
        Example.clean("The mayor wrote ” We are late again” and left."),
        Example.clean("Er sagte: „Das ist so. ” Wir gehen jetzt alle” und ging.", "de"),
        Example.clean("“He said ” We are late again” and left."),
    ),
)
