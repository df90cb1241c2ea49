"""Chinese names in pinyin: a surname, then one or two syllables."""

from __future__ import annotations

import re

from newsnorm.data import words

_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINALS = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|in|un|ia|ie|iu|ua|ue|ui|uo|a|e|i|o|u"
_GIVEN = re.compile(f"(?:(?:{_INITIALS})?(?:{_FINALS})){{1,2}}")


def is_given(part: str) -> bool:
    """Whether a folded part can be a given name in pinyin."""
    return _GIVEN.fullmatch(part) is not None


def is_surname(part: str) -> bool:
    """Whether a folded part is a Chinese surname."""
    return part in words("chinese_surnames")
