"""Keeps one of two full stops or commas with a space between: `in the world. . And` becomes `in the world. And`.

Of a full stop and a comma before a small letter the comma stays: `in the Far East. , on`.

Where the damage comes from: the scraper ends each paragraph with a full stop of its own when it joins them; two commas stay when
what stood between them is dropped.

Left alone on purpose: three dots with spaces (`. . .`, a pause), an ellipsis after a stop (`years. ...`), and commas that are spoken of.
"""

from newsnorm.rule import Example, Needs, substitution

#: Words of four letters and more that end in a full stop of their own.
_ABBREVIATED = (
    "(?i:approx|ariz|asst|assn|assoc|ave|avda|bros|calif|capt|colo|conn|corp|dept|hons|incl|mass|messrs|mich|minn|miss|mons|nebr|okla|penn|"
    "prof|reps|sens|sept|sres|supt|tenn|univ|wash)"
)

#: A full stop before a comma and a small letter; a second full stop; a second comma.
_STOP_COMMA = rf"(?<=(?<![\p{{L}}.])(?!{_ABBREVIATED}\.)\p{{Latin}}{{4,20}})\.[^\S\n],(?=[^\S\n]\p{{Ll}})"
_STOP_STOP = r"(?<=[\p{L}\p{M}\p{N})\]”»’\"%!?….]\.)[^\S\n]++\.(?=\s|\Z)(?!\s++\.)"
_COMMA_COMMA = r"(?<=\p{Ll}{3},)[^\S\n],(?=[^\S\n]\p{L})"

RULE = substitution(
    "typography.doubled-stop",
    f"{_STOP_COMMA}|{_STOP_STOP}|{_COMMA_COMMA}",
    lambda m: "," if m[0][0] == "." else "",
    needs=Needs(".,", r"(?:(?<=\.[^\S\n].)|(?<=\.  .)|(?<=[,.][^\S\n],))(?=\s|\Z)"),
    reason="a second full stop or comma",
    confidence=0.98,
    examples=(
        Example("It rained in the north. . And it froze.", "It rained in the north. And it froze."),
        Example("Choveu na capital. .", "Choveu na capital.", "pt"),
        Example("Ele foi embora!. . Depois voltou, etc... .", "Ele foi embora!. Depois voltou, etc...", "pt"),
        Example("The department, , which is shut, is old.", "The department, which is shut, is old."),
        Example("They met in the Far East. , on an island.", "They met in the Far East, on an island."),
        Example.clean("It was made by Orm Corp. , which is old, and by Lund Bros. , who are not."),
        Example.clean("The marks . . and , , and a, , b"),
        Example.clean("He paused. . . and went on"),
        Example.clean("It lasted for years. ... Then it stopped."),
        Example.clean("The file is called . . and nothing else"),
    ),
)
