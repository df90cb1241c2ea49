"""Keeps one of two full stops with a space between: `in the world. . And` becomes `in the world. And`.

Where the damage comes from: the scraper ends each paragraph with a full stop of its own when it joins them. Seen in 110
of 2,274 scraped texts.

Left alone on purpose: three dots with spaces (`. . .`, a pause) and an ellipsis after a stop (`years. ...`).
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "typography.doubled-stop",
    r"(?<=[\p{L}\p{M}\p{N})\]”»’\"%]\.)[^\S\n]++\.(?=\s|\Z)(?!\s++\.)",
    "",
    needle=(". .", ".  .", ". ."),
    reason="a second full stop",
    confidence=0.98,
    examples=(
        Example("It rained in the north. . And it froze.", "It rained in the north. And it froze."),
        Example("Choveu na capital. .", "Choveu na capital.", "pt"),
        Example.clean("He paused. . . and went on"),
        Example.clean("It lasted for years. ... Then it stopped."),
        Example.clean("The file is called . . and nothing else"),
    ),
)
