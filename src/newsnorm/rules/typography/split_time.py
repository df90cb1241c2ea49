"""Joins a time of day that a space broke: `at 12: 30 p.m.` and `at 12 :30 p.m.` become `at 12:30 p.m.`

Where the damage comes from: a translator or a tokeniser takes the colon for one of a sentence.

Left alone on purpose: numbers at a colon that nothing shows to be a time: verses (`Genesis 12: 30`), scores, ratios. The words that
show it stand behind the number and are the language's own (data/<language>.toml).
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "typography.split-time"


def find(view: View) -> Iterator[Proposal]:
    hour, minute = r"(?<![\d.,:/-]|\d )(?:[01]?\d|2[0-3])", r"[0-5]\d(?![\d:])"
    for m in compiled(rf"{hour}(?P<gap>: | :| : ){minute}(?=[ ]?{any_of(view.data(ID)['units'])}(?!\p{{L}}))").finditer(view.text):
        yield Proposal(m.start("gap"), m.end("gap"), ":")


RULE = Rule(
    ID,
    find,
    reason="time of day broken at its colon",
    confidence=0.95,
    needs=Needs(":", r"(?:(?<=[0-9].)(?= [0-5][0-9])|(?<=[0-9] .)(?=[ ]?[0-5][0-9]))"),
    from_data=True,
    examples=(
        Example("They met at 12: 30 p.m. and left at 3 :45 pm.", "They met at 12:30 p.m. and left at 3:45 pm."),
        Example("Der Zug fährt um 7 : 05 Uhr.", "Der Zug fährt um 7:05 Uhr.", "de"),
        Example("Cierra a las 20: 30 horas.", "Cierra a las 20:30 horas.", "es"),
        Example.clean("See Genesis 12: 30 and Psalm 23: 10, and the score 2 : 10."),
        Example.clean("At 3: 45 people were there. At 12:30 p.m. they left."),
        Example.clean("Die Mischung 2 : 30 ist alt.", "de"),
        Example.clean("Won 10: 30 hours went by 2: 90 p.m."),
    ),
)
