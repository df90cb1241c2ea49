r"""Removes the escape sequences of terminals: colours (`\x1b[31m`), movements of the cursor, titles of windows.

Where the damage comes from: text copied from a terminal or a log, such as a statement pasted from a program's output.
Where the escape character itself was lost on the way, `[31mError[0m` is left.

Left alone on purpose: `[31m` without the escape character, but for a colour with the reset behind it on the same line and
neither a space inside them nor another square bracket; `[5m]` and `[10m sprint]` are lengths.
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

#: ECMA-48: control sequences; strings such as the window's title, to their end; character sets; single functions.
_SEQUENCE = r"\x1b(?:\[[0-?]{0,40}+[ -/]{0,4}+[@-~]|[\]PX^_][^\x07\x1b\n]{0,400}+(?:\x07|\x1b\\)|[ #%()*+./-][0-~]|[=>78NOcDEHMZ])"
#: The parameters of colours and styles, without the reset.
_STYLE = r"\[(?:[1-9]|2[1-9]|[34][0-7]|[349]9|9[0-7]|10[0-7]|[01];\d{1,2}|[34]8;5;\d{1,3})(?:;\d{1,3}){0,3}+m(?!\])"
_RESET = r"\[(?:0|22|39|0?;0|)m(?!\])"
#: A colour or several, what they colour, and the reset.
_BARE = rf"(?P<on>(?:{_STYLE}){{1,4}}+)(?=\S)[^\[\]\n]{{1,200}}+(?<=\S)(?P<off>(?:{_RESET}){{1,4}}+)"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if "\x1b" in text and "\x1b$" not in text:  # with a dollar it is Japanese or Korean text in ISO 2022
        for m in compiled(_SEQUENCE).finditer(text):
            yield Proposal(m.start(), m.end(), "")
    elif "m" in text and "[" in text:
        for m in compiled(_BARE).finditer(text):
            for part in ("on", "off"):
                yield Proposal(m.start(part), m.end(part), "")


RULE = Rule(
    "encoding.terminal-escapes",
    find,
    reason="escape sequence of a terminal",
    confidence=0.98,
    needs=Needs(r"\x1b\[", r"(?:(?<=\x1b)|(?=[0-9;]{0,40}m))"),
    examples=(
        Example("\x1b[1;31mPower cut\x1b[0m in Varlund\x1b[K", "Power cut in Varlund"),
        Example("\x1b]0;wire\x07The port\x1b(B reopened.", "The port reopened."),
        Example("[1m[31mPower cut[0m in Varlund", "Power cut in Varlund"),
        Example.clean("The pool [5m] and the [10m sprint] are new; so is the [1m wall]."),
        Example.clean("The wall is [1m high and [2m long."),
        Example.clean("It says [31m before the word and [0m behind it."),
    ),
)
