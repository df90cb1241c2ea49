"""Removes control characters that no text has: C0 (but tab and line ends), DEL, and byte order marks.

Where the damage comes from: terminal output, databases and joined files (a byte order mark in mid-text is the beginning
of the second file).

Left alone on purpose: tab, line feed, carriage return and form feed; the marks of right-to-left text (U+200E, U+200F);
joiners in emoji and in Indic, Persian and Arabic words (U+200C, U+200D); C1, which encoding.mojibake reads as letters.
What is left of a typographic mark or a terminal's colours has gone before (encoding.low-bytes, encoding.terminal-escapes).
"""

from newsnorm.rule import Example, Needs, substitution

RULE = substitution(
    "encoding.control-characters",
    "(?<![\ud800-\udbff])" r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]++",
    "",
    needs=Needs(r"\x00-\x08\x0b\x0e-\x1f\x7f\ufeff"),
    reason="control characters",
    confidence=0.99,
    examples=(
        Example("\ufeffThe port\x00 reopened.\x1f", "The port reopened."),
        Example("The \x08port", "The port"),
        Example.clean("The\tport\r\nreopened.\x0c"),
        Example.clean("می‌خواهم \u200fשלום\u200e 👩\u200d🚒", "fa"),
    ),
)
