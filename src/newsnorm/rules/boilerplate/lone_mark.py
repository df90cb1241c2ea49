"""Removes a line that holds one full stop and nothing else.

Where the damage comes from: the scraper's own end of paragraph, left over when an embedded video or an advertisement
was cut out.

Left alone on purpose: a stop with text right below it (a folder, the end of a message); other marks and rows of marks
(`***`, `...`, `—`), which separate sections.
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "boilerplate.lone-mark",
    r"(?m)(?<=\A|\n[^\S\n]{0,20}\n|[.!?…\"”»)]\n)[^\S\n]*+[.。][^\S\n]*+(?:\n(?![^\S\n]*+\S)|\Z)",
    "",
    needle=(".", "。"),
    reason="a full stop alone on its line",
    confidence=0.97,
    examples=(
        Example("It rained in Bergen.\n\n.\n\nIt stopped at noon.", "It rained in Bergen.\n\n\nIt stopped at noon."),
        Example("It rained.\n.", "It rained.\n"),
        Example.clean("It rained.\n\n...\n\nIt stopped."),
        Example.clean("It rained.\n\n***\n\nIt stopped."),
        Example.clean("$ ls\n.\n..\nreadme"),
        Example.clean("End the data with\n.\nand then quit."),
        Example.clean(". It rained"),
    ),
)
