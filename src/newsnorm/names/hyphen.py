"""Korean names with another letter in the place of the hyphen: `Ban Kinmoon` beside Ban Ki-moon."""

from __future__ import annotations

from collections.abc import Iterator

from newsnorm.lexicon import flags
from newsnorm.people import are_different

from .corpus import denies
from .forms import Form, Found
from .judge import Judge, Verdict
from .korean import is_korean, is_syllable

#: Letters of two Korean syllables and one more.
LONGEST = 13


def find_lost_hyphens(found: Found, judge: Judge) -> Iterator[Verdict]:
    """A verdict for each such name: it is no word and nobody's name, and stands nowhere else."""
    anchors = {form.parts: form for form in found.forms.values() if form.strong and form.mentions and is_korean(form.mentions[0].surface)}
    for form in found.forms.values() if anchors else ():
        if len(form.parts) != 2 or form.known or not form.mentions or len(given := form.parts[1]) > LONGEST or flags(given) or _is_given(given):
            continue
        for i in range(1, len(given) - 1):
            anchor = anchors.get((form.parts[0], given[:i], given[i + 1 :]))
            if anchor and _is_slip(form, anchor, judge):
                yield Verdict(form, anchor, "slip", True, 1.0)
                break


def _is_given(part: str) -> bool:
    """Whether the part is two syllables written together, as somebody's name may be: `Jongmun`."""
    return any(is_syllable(part[:i]) and is_syllable(part[i:]) for i in range(1, len(part)))


def _is_slip(variant: Form, anchor: Form, judge: Judge) -> bool:
    """Whether nothing speaks for a second person."""
    return not (
        judge.support(variant) > judge.support(anchor)
        or judge.standing[variant.parts[1]] > len(variant.mentions)
        or judge.together(variant, anchor, near=anchor.known is not None)
        or judge.said_to_differ(variant)
        or denies(judge.table, variant, anchor)
        or are_different(judge.different, variant.parts, anchor.parts)
    )
