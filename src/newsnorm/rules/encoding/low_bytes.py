r"""Gives quotation marks and dashes their lost high byte back: `It\x19s` -> `It’s`, `\x1cYes\x1d` -> `“Yes”`, ` \x13 ` -> ` – `.

Where the damage comes from: a program that keeps only the low byte of a character. Typographic marks lie at U+2013 to
U+201E, so of `’` the control character 0x19 is left. encoding.control-characters would delete it, and the mark with it.

Left alone on purpose: such a control character where its mark would not stand, such as an opening quotation mark in
mid-word; quotation marks that only open or only close; a text with other control characters, which is no text but binary
data, a library's record, a terminal's output or a news wire.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

_WORD = r"[\p{L}\p{N}]"
#: What may stand before an opening mark and behind a closing one: nothing, a space, some punctuation, another such mark.
_OPENS = r"(?<![^\s(\[{\"'“‘«„—–/\-\x13\x14\x18\x1c\x1e])"
_CLOSES = r"(?![^\s\p{P}\x13\x14\x18\x19\x1c\x1d])"
#: Quotation marks (German closes with those that English opens with, Swedish opens with those that close); an apostrophe;
#: a dash between two spaces or two words.
_MARK = (
    rf"{_OPENS}(?P<opens>[\x18\x19\x1c\x1d\x1e])(?=[\x18\x1c\x1e]?(?:{_WORD}|[¿¡$£€…(\[]))"
    rf"|(?<=(?:{_WORD}|[.,!?…%)\]])[\x18\x19]?)(?P<closes>[\x18\x19\x1c\x1d]){_CLOSES}"
    rf"|(?<=\p{{L}})(?P<apostrophe>\x19)(?=\p{{L}})|(?<=[^\S\n])[\x13\x14](?=[^\S\n])|(?<={_WORD})[\x13\x14](?={_WORD})"
)
#: Control characters that are the low byte of no usual mark.
_BINARY = r"[\x00-\x08\x0e\x0f\x16\x17\x1b\x1f]"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if not any(c in text for c in "\x13\x14\x18\x19\x1c\x1d\x1e") or compiled(_BINARY).search(text):
        return
    found = list(compiled(_MARK).finditer(text))
    double, single = "\x1c\x1d\x1e", "\x18\x19"
    sides = {(m.lastgroup, m[0] in double) for m in found}
    paired = {marks for marks, is_double in ((double, True), (single, False)) if {("opens", is_double), ("closes", is_double)} <= sides}
    for m in found:
        trailing = m[0] == "\x19" and ("apostrophe", False) in sides  # `the boys’`: apostrophes are sure, so this is one
        if m.lastgroup not in ("opens", "closes") or trailing or any(m[0] in marks for marks in paired):
            yield Proposal(m.start(), m.end(), chr(0x2000 + ord(m[0])))


RULE = Rule(
    "encoding.low-bytes",
    find,
    reason="typographic mark that lost its high byte",
    confidence=0.97,
    needs=Needs(r"\x13\x14\x18\x19\x1c-\x1e"),
    examples=(
        Example("It\x19s late, the boys\x19 aunt said.", "It’s late, the boys’ aunt said."),
        Example("\x1cYes, \x18yes\x19,\x1d she said \x13 in 2010\x132014.", "“Yes, ‘yes’,” she said – in 2010–2014."),
        Example("Er sagte: \x1eJa\x1c.", "Er sagte: „Ja“.", "de"),
        Example.clean("Bread \x19 and wa\x1cter\x13 \x1d"),
        Example.clean("The port reopened.\x1d The end.\x1d"),
        Example.clean("\x02It\x19s\x03"),
        Example.clean("It’s “late” – 2010–2014."),
    ),
)
