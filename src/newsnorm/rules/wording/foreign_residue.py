"""Flags a word in the letters of another script in the middle of a sentence: `its speed և altitude`.

Where the damage comes from: the translator leaves a word that it does not know, or that a line break tore, as it stands in the source.
What it means is not known here, so nothing is translated.

Left alone on purpose: what stands in brackets or quotation marks, single letters of Greek (`the α particle`), a sentence that speaks of a
language, a letter or a word (`the Greek root ὀξύς`), and texts in which other scripts have more than a tenth.
"""

import re
from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "wording.foreign-residue"
#: A run of letters of other scripts between two Latin words of a line; marks (`ー`) and a single Greek letter are no words.
_RUN = r"(?<=\p{Latin},? )(?!\p{Greek} )(?:[\p{L}--\p{Latin}--\p{Lm}][\p{L}\p{M}--\p{Latin}]{0,39}+(?=[ ,])[ ,]{0,2}+){1,12}+(?=\p{Latin}|\p{N})"

#: Where the scripts besides Latin have their letters, roughly.
_OTHER = re.compile(r"[\u0370-\u1dff\u2c80-\ua71f\ua800-\ufaff]")


def find(view: View) -> Iterator[Proposal]:
    text, seen = view.text, 0
    if not _OTHER.search(text):
        return
    found = list(compiled(_RUN).finditer(text))
    if not found or sum(1 for _ in compiled(r"[\p{L}--\p{Latin}]").finditer(text)) > max(30, len(text) // 10):
        return
    about = compiled(rf"(?i)(?<!\p{{L}}){any_of(view.data(ID)['about'])}(?!\p{{L}})")
    for m in found:
        if m.start() < seen:
            continue
        seen = m.end()
        line = max(text.rfind("\n", max(0, m.start() - 200), m.start()) + 1, m.start() - 200, 0)
        before = text[line : m.start()]
        open_marks = before.count("(") > before.count(")") or before.count("“") > before.count("”") or before.count('"') % 2
        if not open_marks and not about.search(text, line, min(len(text), m.end() + 60)):
            end = m.start() + len(m.group().rstrip(" ,"))
            yield Proposal(m.start(), end, text[m.start() : end])


RULE = Rule(
    ID,
    find,
    reason="a word in another script was left untranslated",
    confidence=0.8,
    from_data=True,
    flags_only=True,
    examples=(
        Example.flag("The drone changed its speed և altitude over the lake.", "և"),
        Example.flag("The date is not fixed, пока этих people are here.", "пока этих"),
        Example.clean("The name comes from the Greek root ὀξύς oxys, which means acid."),
        Example.clean("The α particle met the letter Ж on the way."),
        Example.clean("The mayor (мэр of the town) spoke, and the sign said “пока all”."),
    ),
)
