"""Repairs a slip in a full name: `Tony Bliar` beside Tony Blair, `Emmanue Macron` beside Emmanuel Macron.

Where the damage comes from: typing, optical character recognition, and engines that lose the last letter of a word.

One part of a full name may differ, by one letter lost, added, changed, or two swapped. The form that stays must be a
person for sure; the part that goes must be nobody's name (lexicon.py) and stand nowhere else in the text. A Korean hyphen may be another letter
(names/hyphen.py), and the first of three parts a word (names/heads.py). If it is a name, but hardly that of
another person (`Georg Orwell`, `Angel Merkel`), it is edited where the text plainly goes on to speak of the same one (names/reference.py); else it is flagged.
A surname short of a letter in the place of the given name is nobody's name beside a known person of three parts (`Basha al-Assad`).

Left alone on purpose: every other part that is somebody's name (`John Kerr` beside John Kerry), Korean and Chinese syllables
(`Li Ming`, `Li Ning`), two people in one sentence, initials and numerals (`Henry VII`), women's and men's forms (`Jan`, `Jana`), a name in
quotation marks of its own or in those of a title (`"Angela Merkl: A Life"`), and a name of two parts that is introduced
(`Tony Bliar, a baker`) or near words that speak of spelling or of namesakes.
Only flagged where nobody knows the person: another first letter (`Baljit`, `Daljit`), an age or a town behind the second name, a role before it.
A slip in a name that no list knows is flagged as well, unless the text goes on like that: two unknown names that are nearly alike may be two people.
So is one in a listed name of two parts that reads like a name itself (names/letters.py), where the surname never stands alone.
"""

from collections.abc import Iterator

from newsnorm.names.cast import proposals
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    return proposals(view, "slip", "lost-letter")


RULE = Rule(
    "names.misspelling",
    find,
    reason="a slip in the name",
    confidence=0.98,
    examples=(
        Example("Tony Blair came. Later Tony Bliar left.", "Tony Blair came. Later Tony Blair left."),
        Example("Emmanuel Macron came. Later Emmanue Macron left.", "Emmanuel Macron came. Later Emmanuel Macron left."),
        Example("Angela Merkel came. Later Mrs Angel Merkel left.", "Angela Merkel came. Later Mrs Angela Merkel left."),
        Example("Bashar al-Assad came. Later Basha al-Assad left.", "Bashar al-Assad came. Later Bashar al-Assad left."),
        Example(
            "Recep Tayyip Erdoğan came. Later Recep Tayyip Erdoan, a former mayor, left.",
            "Recep Tayyip Erdoğan came. Later Recep Tayyip Erdoğan, a former mayor, left.",
        ),
        Example("Ban Ki-moon came. Later Ban Kinmoon left.", "Ban Ki-moon came. Later Ban Ki-moon left."),
        Example("Moon Jae-in came. Later Moon Jae-n left.", "Moon Jae-in came. Later Moon Jae-in left."),
        Example("Recep Tayyip Erdoğan came. Later Rece Tayyip Erdoğan left.", "Recep Tayyip Erdoğan came. Later Recep Tayyip Erdoğan left."),
        Example.flag("Angela Merkel came. Later Angel Merkel left.", "Angel Merkel"),
        Example.flag("Derek Haldane came first. Berek Haldane came third.", "Berek Haldane"),
        Example.flag("Derek Haldane came first. Then coach Derel Haldane spoke.", "Derel Haldane"),
        Example.flag("Marine Le Pen came. Later Marin Le Pen left.", "Marin Le Pen"),
        Example.clean("Li Ming came. Later Li Ning left."),
        Example.clean("Donald Trump came. Later Ronald Trump left."),
        Example.clean("Tony Blair and Tony Bliar are two people."),
        Example.clean("John Kerry came. Later John Kerr left."),
        Example.clean("Andrew Jackson is on the banknote. Andre Jackson sells it."),
        Example.clean("Barack Obama came. “Barrack Obama” read the banner."),
        Example.clean("Neil Armstrong landed. Niel Armstrong was a typing error in the programme."),
        Example.clean("Hamid Karzai came. Later Hamida Karzai, who is a teacher, left."),
        Example.clean("Tony Blair came. Tony Bliar, a baker, opened the door."),
        Example.clean("Yao Ming is tall. Later Yao Minh left."),
        Example.clean("Chen Long won. Later Chen Lung lost."),
        Example.clean("Ban Ki-moon came. Later Ban Ki-moon and Ban Kinmoon left."),
        Example.clean("Kim Jong-un came. Later Kim Jongmun left."),
        Example.clean("Recep Tayyip Erdoğan came. The recent Tayyip Erdoğan speech was long."),
        Example.clean("Henry VII came. Later Henry VIII left."),
    ),
)
