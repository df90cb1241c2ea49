"""English after Apertium: words inflected that its generator does not know, and constructions mended that it always gets wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...patterns import compiled

if TYPE_CHECKING:
    import regex

_VOWELS = "aeiou"


def inflected(lemma: str, tags: str) -> str:
    """The form of an English word for Apertium's tags, by the regular rules: ``drone``, ``<n><pl>`` is ``drones``."""
    if tags.startswith("<n>") and "<pl>" in tags and "<np>" not in tags:
        return _with_s(lemma)
    if not tags.startswith("<vblex>"):
        return lemma
    head, _, tail = lemma.partition(" ")
    if "<past>" in tags or "<pp>" in tags:
        head = _with_ending(head, "ed")
    elif "<ger>" in tags or "<subs>" in tags:
        head = _with_ending(head, "ing")
    elif ("<pres>" in tags and "<p3>" in tags and "<sg>" in tags) or "<pri><p3><sg>" in tags:
        head = _with_s(head)
    return f"{head} {tail}" if tail else head


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es" if not word.isupper() else word + "s"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith("man") and word not in ("German", "Roman"):
        return word[:-3] + "men"
    return word + "s"


def _with_ending(word: str, ending: str) -> str:
    if word.endswith("e"):
        return word + "d" if ending == "ed" else word[:-1] + ending
    if word.endswith("y") and word[-2:-1] not in _VOWELS and ending == "ed":
        return word[:-1] + "ied"
    if word.endswith(("hat", "can", "top", "quit", "mit")):
        return word + word[-1] + ending
    return word + ending


def mended(text: str) -> str:
    """The sentence with what Apertium always gets wrong in English put right."""
    return str(compiled(r"(?<![\p{L}\p{N}])(\d{1,4})\.?[ºª](?![\p{L}\p{N}])").sub(_ordinal, text))


def _ordinal(m: regex.Match[str]) -> str:
    number = int(m[1])
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def spaced(text: str, source: str) -> str:
    """The text without the blanks that Apertium leaves where it drops a word: doubled ones, and those before a mark, if the source has none there."""
    text = compiled(r"[^\S\n]{2,}").sub(" ", text)
    before = r"[^\S\n](?=[.,;:!?»”])"
    return str(text if compiled(before).search(source) else compiled(before).sub("", text)).strip()
