"""Replaces a lone surrogate, half of a character, by U+FFFD.

Where the damage comes from: text that went through UTF-16 or JSON escapes and was cut in between. No encoding can write a
surrogate, so a text with one cannot be saved. Two halves side by side are one character for everybody who reads them; they
are joined when the text is read (read.py).

Left alone on purpose: everything else; a whole emoji is one code point and no surrogate.
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "encoding.surrogates",
    "[\ud800-\udfff]",
    "\ufffd",
    reason="half of a character (UTF-16 surrogate)",
    confidence=0.99,
    examples=(
        Example("Well done \ud83d!", "Well done \ufffd!"),
        Example.clean("Well done \U0001f600!"),
        Example.clean("Well done \ufffd!"),
    ),
)
