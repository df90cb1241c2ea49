r"""Restores letters lost to U+FFFD or `?` from the article's own words: `Erdo\ufffdan` is `Erdoğan` if that stands elsewhere in it.

Where the damage comes from: a program wrote a letter that its encoding does not have, or cut one in the middle; title,
body and caption took different ways, so one of them may still be whole. Up to three lost bytes stand for one letter.

Left alone on purpose: everything that more than one word of the article would fit, or none (encoding.lost-letters flags it);
scripts other than Latin, and Vietnamese, where nearly any letter of a word could be another; short words, and small words
whose ending is lost, since `habl\ufffd` may be another form of the verb; addresses and their `?`.
"""

from bisect import bisect_left
from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

#: Words with lost letters; at most three bytes of a letter, or its two halves as `??`.
_LETTERS = r"[\p{Latin}\p{M}]"
_DAMAGED = (
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}\ufffd?]){_LETTERS}{{1,30}}+(?:\ufffd{{1,9}}+{_LETTERS}{{0,30}}+){{1,4}}+(?![\p{{L}}\p{{M}}\p{{N}}\ufffd?])"
    rf"|(?<![\p{{L}}\p{{M}}\p{{N}}\ufffd?]){_LETTERS}{{1,30}}+(?:\?{{1,2}}+{_LETTERS}{{1,30}}+){{1,4}}+(?![\p{{L}}\p{{M}}\p{{N}}\ufffd]|\?\p{{L}})"
)
_WHOLE = rf"(?<![\p{{L}}\p{{M}}\p{{N}}\ufffd]|\p{{L}}\?){_LETTERS}{{4,40}}+(?![\p{{L}}\p{{M}}\p{{N}}\ufffd]|\?\p{{L}})"
_VIETNAMESE = r"[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
#: What an address has around its question mark.
_ADDRESS = r"[/=&@\\]|www\."
#: Words of the article that are compared with one damaged word; more of them begin alike only in a text made for it.
_MOST = 200


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if text.isascii() or ("\ufffd" not in text and not has_inner_mark(text)):
        return
    damaged = [m.span() for m in compiled(_DAMAGED).finditer(text) if not in_address(text, *m.span())]
    if not damaged or compiled(_VIETNAMESE).search(text):
        return
    whole = sorted({m[0] for m in compiled(_WHOLE).finditer(text) if not m[0].isascii()})
    known: dict[str, str | None] = {}
    for start, end in damaged:
        word = text[start:end]
        if word not in known:
            known[word] = _restored(word, whole)
        if after := known[word]:
            yield Proposal(start, end, after)


def has_inner_mark(text: str) -> bool:
    """Whether a question mark stands between two letters anywhere."""
    return "?" in text and bool(compiled(r"(?<=\p{L})\?\??\p{L}").search(text))


def in_address(text: str, start: int, end: int) -> bool:
    """Whether what stands there between two spaces looks like an address."""
    if "?" not in text[start:end]:
        return False
    left, right = text[max(0, start - 100) : start].split(), text[end : end + 100].split()
    around = (left[-1] if left and not text[start - 1].isspace() else "") + (right[0] if right and not text[end].isspace() else "")
    return bool(compiled(_ADDRESS).search(around))


def _restored(word: str, whole: list[str]) -> str | None:
    """The one word of the article that the damaged one can have been, or None."""
    parts = compiled(r"(\ufffd++|\?++)").split(word)
    at = bisect_left(whole, parts[0])
    alike = [w for w in whole[at : at + _MOST + 1] if w.startswith(parts[0])]
    fits = [w for w in alike if _fits(parts, w)]
    return fits[0] if len(fits) == 1 and len(alike) <= _MOST and _is_sure(word, fits[0]) else None


def _fits(parts: list[str], whole: str) -> bool:
    """Whether a word is what is left of the damaged one (every other part) with letters above ASCII in its gaps."""
    if not whole.startswith(parts[0]) or len(parts) == 1:
        return whole == parts[0]
    whole, gap = whole[len(parts[0]) :], parts[1]
    least = -(-len(gap) // (3 if gap[0] == "\ufffd" else 2))
    most = min(len(gap), len(whole))
    return any(all(c > "\x7f" for c in whole[:n]) and _fits(parts[2:], whole[n:]) for n in range(least, most + 1))


def _is_sure(word: str, whole: str) -> bool:
    """Whether enough of the word is there: a name needs three letters, another word six and its beginning and ending."""
    known = compiled(r"[\ufffd?]++").split(word)
    kept = sum(map(len, known))
    if kept < 3 or kept <= len(whole) - kept:
        return False
    return word[0].isupper() or (len(whole) >= 6 and len(known[0]) >= 2 and len(known[-1]) >= 2)


RULE = Rule(
    "encoding.lossy",
    find,
    reason="letter lost; the word stands whole elsewhere in the text",
    confidence=0.97,
    needs=Needs(r"\ufffd?", r"(?:(?<=\ufffd)|(?<=\w\?)(?=\w|\?\w)|(?<=\w\?\?)(?=\w))"),
    examples=(
        Example("Erdo\ufffdan spoke. Later Erdoğan left.", "Erdoğan spoke. Later Erdoğan left."),
        Example("Bogot\ufffd\ufffd is high. Bogotá’s mayor said so.", "Bogotá is high. Bogotá’s mayor said so."),
        Example("Los espa?oles llegan. ¿Qué españoles?", "Los españoles llegan. ¿Qué españoles?", "es"),
        Example.clean("Habló ayer; mañana habl\ufffd otra vez, y Ana camin\ufffd.", "es"),
        Example.clean("P\ufffdrez met Pérez and Pírez in M\ufffd\ufffdxico."),
        Example.clean("See example.org/page?año=3 and example.org/montaña?id=4; who?montaña"),
        Example.clean("Những người tr\ufffdng trồng", "vi"),
        Example.clean("Он при\ufffdел, она привела, он привёл", "ru"),
    ),
)
