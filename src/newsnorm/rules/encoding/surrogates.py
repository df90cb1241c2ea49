"""Joins surrogate pairs into the character they stand for; replaces a lone surrogate by U+FFFD.

Where the damage comes from: text that went through UTF-16 or JSON escapes in halves (`\\ud83d` and `\\ude00` apart). No
encoding can write a surrogate, so a text with one cannot be saved.

Left alone on purpose: everything else; whole emoji are one code point and no surrogate.
"""

import re

from newsnorm.rule import Example, substitution


def _joined(m: re.Match[str]) -> str:
    return m.group().encode("utf-16", "surrogatepass").decode("utf-16") if len(m.group()) == 2 else "\ufffd"


RULE = substitution(
    "encoding.surrogates",
    "[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]",
    _joined,
    reason="half of a character (UTF-16 surrogate)",
    confidence=0.99,
    examples=(
        Example("Well done \ud83d\ude00!", "Well done \U0001f600!"),
        Example("Well done \ud83d!", "Well done \ufffd!"),
        Example.clean("Well done \U0001f600!"),
        Example.clean("Well done \ufffd!"),
    ),
)
