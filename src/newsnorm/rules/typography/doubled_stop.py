"""Keeps one of two full stops or commas with a space between: `in the world. . And` becomes `in the world. And`.

Where the damage comes from: the scraper ends each paragraph with a full stop of its own when it joins them; two commas stay when
what stood between them is dropped. Seen in 110 of 2,274 scraped texts; on 4,126 clean ones the rule edits nothing.

Left alone on purpose: three dots with spaces (`. . .`, a pause), an ellipsis after a stop (`years. ...`), and commas that are spoken of.
"""

from newsnorm.rule import Example, Needs, substitution

RULE = substitution(
    "typography.doubled-stop",
    r"(?<=[\p{L}\p{M}\p{N})\]”»’\"%!?….]\.)[^\S\n]++\.(?=\s|\Z)(?!\s++\.)|(?<=\p{Ll}{3},)[^\S\n],(?=[^\S\n]\p{L})",
    "",
    needs=Needs(".,", r"(?:(?<=\.[^\S\n].)|(?<=\.  .)|(?<=,[^\S\n],))(?=\s|\Z)"),
    reason="a second full stop or comma",
    confidence=0.98,
    examples=(
        Example("It rained in the north. . And it froze.", "It rained in the north. And it froze."),
        Example("Choveu na capital. .", "Choveu na capital.", "pt"),
        Example("Ele foi embora!. . Depois voltou, etc... .", "Ele foi embora!. Depois voltou, etc...", "pt"),
        Example("The department, , which is shut, is old.", "The department, which is shut, is old."),
        Example.clean("The marks . . and , , and a, , b"),
        Example.clean("He paused. . . and went on"),
        Example.clean("It lasted for years. ... Then it stopped."),
        Example.clean("The file is called . . and nothing else"),
    ),
)
