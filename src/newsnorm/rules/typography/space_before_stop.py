"""Removes the space between a word and its comma or full stop: `in Spain . The`, `Simón , director`.

Where the damage comes from: a link or an element stood between word and stop; the scraper left its space. Seen in 955
places of 2,274 scraped texts, most of them Portuguese and English.

Left alone on purpose: dots that begin something (` .38`, ` .NET`, ` ...`), pauses (`. . .`), the French space before
`; : ! ? »`, and Chinese and Japanese, whose stops carry their own space.
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "typography.space-before-stop",
    r"(?<=[\p{L}\p{M}\p{N})\]”»’%])(?<!\p{Han}|\p{Hiragana}|\p{Katakana})[   ]++(?=[.,](?:\s|\Z))(?!\.\s++[.,]|,\s++,)",
    "",
    needle=(" .", " ,", " .", " ,", " .", " ,"),
    reason="space before the stop",
    confidence=0.98,
    examples=(
        Example("It rained in Spain . The rest was dry , mostly .", "It rained in Spain. The rest was dry, mostly."),
        Example("Chove em Faro , diz o IPMA .", "Chove em Faro, diz o IPMA.", "pt"),
        Example.clean("A .38 and the .NET runtime ... and so on"),
        Example.clean("He paused . . . and went on"),
        Example.clean("Vraiment ? « Oui ! » ; voilà : c’est tout", "fr"),
        Example.clean("他来了 。他说 ，好", "zh"),
    ),
)
