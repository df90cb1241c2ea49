"""Whether a text is Icelandic or Faroese: langdetect has no profile of them, and their ð and þ look like Turkish or Lithuanian read wrongly."""

from __future__ import annotations

from collections.abc import Iterable

from ..patterns import compiled

#: Frequent words that no damaged Turkish, Lithuanian or Latvian text holds (general knowledge, CC0).
_WORDS = (
    "og ekki það þau þeir þær með sem hann hún frá fyrir eftir vegna verður verið hefur hefði hafði hafa voru eru þegar segir sagði ég þú "
    "þess þetta því þessi þessu við úr yfir undir upp út inn nú þar tað ikki hevur segði vóru verða eisini teir tær"
)
#: "That", and damaged Lithuanian for "I": beside none of the letters that damaged Baltic text is full of.
_THAT, _BALTIC = "að", "ëèøûàËÈØÛÀ"
#: Letters of theirs beside ð, þ and ý; in damaged text there are many more of the latter.
_OWN, _SHARED, _FEWER = "íóúéÍÓÚÉ", "ðþýÐÞÝ", 3


def is_nordic(lines: Iterable[str]) -> bool:
    """Whether lines with ð or þ are Icelandic, Faroese or Old English."""
    lines = [line for line in lines if any(c in line for c in "ðþÐÞ")]
    own = sum(line.count(c) for line in lines for c in _OWN)
    shared = sum(line.count(c) for line in lines for c in _SHARED)
    if own * _FEWER > shared:
        return True
    baltic = any(c in line for line in lines for c in _BALTIC)
    words = _WORDS if baltic else f"{_WORDS} {_THAT}"
    return any(compiled(rf"(?<!\p{{L}})(?i:{'|'.join(words.split())})(?!\p{{L}})").search(line) for line in lines)


def tells_no_baltic(changed: str) -> bool:
    """Whether these characters are no evidence of damaged Lithuanian or Latvian: Icelandic has them, too."""
    return set(changed) <= set("ðþæÐÞÆ")
