"""Joins an English contraction that was split: `They have n't told us` becomes `They haven't told us`.

Where the damage comes from: a tokeniser splits contractions (`do n't`, `we 're`) and nothing joins them; some split at the
apostrophe (`don 't`). None was seen yet in
scraped or translated news.

Left alone on purpose: an apostrophe that opens a quotation or stands for a left-out letter (`they 'd it up`, `rock 'n' roll`), and
the endings when they are spoken of (`the ending n't`).
"""

import re

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, substitution

_NOT = "(?i:do|does|did|is|are|was|were|has|have|had|would|could|should|ca|wo|must|need|might|ai)"
_N_GONE = "(?i:don|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|won|wouldn|couldn|shouldn|mustn|needn|mightn|ain|can)"
_PRONOUN = "(?:I|(?i:you|we|they|he|she|it|that|there|who|what))"
#: A letter that is left out before these is no ending of the word before.
_GOES_ON = r"(?=[ ]\p{L}|[.,;:!?])"


def _joined(m: re.Match[str]) -> str | None:
    """The contraction; it stays apart behind an opened single quotation mark, which it may close."""
    opened = compiled(r"(?<![\p{L}\p{N}])['‘](?!(?:m|t|re|ve|ll|d|s)\b)[^'’\n]*+\Z").search(m.string, max(0, m.start() - 200), m.start())
    return None if opened else m.group().replace(" ", "")


RULE = substitution(
    "typography.contraction",
    rf"\b(?:(?<={_NOT})[ ]n['’]t\b|(?<={_N_GONE})(?:[ ]['’][ ]?|['’][ ])t\b(?!['’])|(?<=\b{_PRONOUN})[ ]['’](?:m|re|ve|ll|d)\b){_GOES_ON}",
    _joined,
    needs=Needs("'’", r"(?:(?<= .)(?=[ ]?t\b|(?:m|re|ve|ll|d)\b)|(?<= n.)(?=t\b)|(?<=[nN].)(?= t\b))"),
    reason="contraction split by a tokeniser",
    confidence=0.97,
    languages=("en",),
    examples=(
        Example("They have n't told us, and it does n't matter.", "They haven't told us, and it doesn't matter."),
        Example("We 're late, I 'm tired and they 'll wait.", "We're late, I'm tired and they'll wait."),
        Example("We don 't know, and we can ’ t say.", "We don't know, and we can’t say."),
        Example.clean("The ending n't is short, and rock 'n' roll is not."),
        Example.clean("He wrote 'they 're' and 'he 'd' on the wall."),
        Example.clean("The don 'twas said to fear was his wife."),
        Example.clean("They don't know, we're late, and the producers' income fell."),
    ),
)
