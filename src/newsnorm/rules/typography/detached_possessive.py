"""Joins an English possessive to its word: `Russia 's support` becomes `Russia's support`.

Where the damage comes from: a tokeniser in the translator's pipeline splits the possessive and nothing joins it.

Left alone on purpose: an apostrophe that opens a quotation (`the 's' in Paris`), and `'s` after anything but a word.
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "typography.detached-possessive",
    r"(?<=\p{L})[  ]++(?=(?<!'[^'\n]{0,80})'s[  ]\p{L}|(?<!‘[^’\n]{0,80})’s[  ]\p{L})(?!['’]s [^'’\n]{0,40}(?<=\p{L})'(?!\p{L}))",
    "",
    needle=(" 's ", " ’s ", " 's "),
    reason="possessive torn from its word",
    confidence=0.98,
    languages=("en",),
    examples=(
        Example("They asked for Norway 's support.", "They asked for Norway's support."),
        Example("They asked for Norway ’s support.", "They asked for Norway’s support."),
        Example.clean("The letter 's' in Paris is silent."),
        Example.clean("He said 'the 's form' is old"),
        Example.clean("the producers' income and Norway's support"),
        Example.clean("In the ’s Gravenhage of old, ‘tis ’s all"),
    ),
)
