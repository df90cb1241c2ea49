"""Removes the space between a word and its comma or full stop: `in Spain . The`, `Simón , director`.

Where the damage comes from: a link or an element stood between word and stop; the scraper left its space. Most are
Portuguese and English.

Left alone on purpose: one or two gaps behind `%` and `»` in a text that has no other (slips of careful writers); a full stop
before a small letter or a number (`git add . and press`), a mark behind an article or a preposition (data/<language>.toml:
words are missing there, or the mark is spoken of), lines of code; dots that begin something (` .38`, ` .NET`, ` ...`),
pauses (`. . .`), the French space before `; : ! ? »`, and Chinese and Japanese, whose stops carry their own space.
"""

from collections.abc import Iterator

from newsnorm.blocks import is_indented_code, line_around
from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "typography.space-before-stop"
_GAP = (
    r"(?<=[\p{L}\p{M}\p{N})\]”“»’%]|[\p{L}\p{M}\p{N}.!?…)]\")(?<!\p{Han}|\p{Hiragana}|\p{Katakana}|\p{Thai})[ \u00a0\u202f]++"
    # a full stop ends a sentence: what follows begins one, or nothing follows
    r"(?=,(?:\s|\Z)|\.(?:\s*+\Z|\s*?\n|\s++[^\s\p{Ll}\p{N}.,]))(?!\.\s++[.,]|,\s++,)"
)
#: In a text with so many gaps a full stop may have one before a small letter or a number too.
_OFTEN = 3
_GAP_ANYWHERE = _GAP.replace(r"[^\s\p{Ll}\p{N}.,]", r"[^\s.,]")
#: One letter on both sides: an operator (`f . g`), or a mark that is spoken of.
_OPERANDS = r"(?<![\p{L}\p{M}\p{N}])\p{Latin}[ \u00a0\u202f]++[.,] \p{Latin}(?![\p{L}\p{M}])"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    before = any_of(view.data(ID).get("no_word_before_a_stop", ()))
    line_end, code = -1, False
    found = list(compiled(_GAP).finditer(text))
    supported = any(text[m.start() - 1] not in "»%" for m in found)
    if supported and len(found) >= _OFTEN:
        found = list(compiled(_GAP_ANYWHERE).finditer(text))
    for m in found if supported or len(found) > 2 else ():
        if m.start() >= line_end:
            start, line_end = line_around(text, m.start())
            code = is_indented_code(text, start, line_end) or bool(compiled(r"(?<!\p{L})`|`(?!\p{L})|\$ ?[\p{Latin}_]").search(text, start, line_end))
        if code or compiled(_OPERANDS).match(text, m.start() - 1) or compiled(rf"(?<=(?<!\d )\b(?i:{before}))").match(text, m.start()):
            continue
        yield Proposal(m.start(), m.end(), "")


RULE = Rule(
    ID,
    find,
    reason="space before the stop",
    confidence=0.98,
    needs=Needs(".,", r"(?<=[ \u00a0\u202f].)(?!\S)"),
    examples=(
        Example("It rained in Spain . The rest was dry , mostly .", "It rained in Spain. The rest was dry, mostly."),
        Example('Chove em "Faro" , diz ele. "Chove" . Subiu 5% , diz.', 'Chove em "Faro", diz ele. "Chove". Subiu 5%, diz.', "pt"),
        Example.clean("El teatro «Polaco» . Subió 5% , dicen.", "es"),
        Example("Chove em Faro , diz o IPMA .", "Chove em Faro, diz o IPMA.", "pt"),
        Example("„Wir sind froh“ , sagte er.", "„Wir sind froh“, sagte er.", "de"),
        Example.clean("Then type git add . and press Enter."),
        Example.clean("Replace the , with a . and go on: the separator is , in German."),
        Example.clean("The composition (f . g) x and $a . $b and find . -name x"),
        Example.clean("A .38 and the .NET runtime ... and so on"),
        Example.clean("He paused . . . and went on"),
        Example.clean("Vraiment ? « Oui ! » ; voilà : c’est tout", "fr"),
        Example.clean("他来了 。他说 ，好", "zh"),
    ),
)
