"""Restores the letters *as* in a text from which a filter deleted them: `a msive fire`, `the mayor w ill`, `1862 &ndh; 1934`.

Where the damage comes from: a content copier or a word filter that deletes *as* wherever it stands, to make a copied text look new or to keep a rude
word out. It leaves words that no language has, and the single letters that were *was* and *has*.

A text must show three signs or more, two of them different, one of them a whole word or an entity and one a verb or an entity; then what is known is
restored: a closed list of words, *was*, *has* and the entities of the dashes. A deleted *as* itself left no trace and is not invented.

Left alone on purpose: a text with one or two signs (misspellings: `clsic`), and every word outside the list.
"""

from collections.abc import Iterator
from functools import cache

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "wording.deleted-letters"


def find(view: View) -> Iterator[Proposal]:
    data, text = view.data(ID), view.text
    verbs, entities = data["verbs"], data["entities"]
    # the two verbs are frequent: where none is left of them, no filter was at work
    if not any(f" {left} " in text for left in verbs) and not any(left in text for left in entities):
        return
    whole = _forms(tuple(data["words"])) | entities
    pattern = compiled(rf"(?<![\p{{L}}\p{{N}}@#/_.-]){any_of(whole)}(?![\p{{L}}\p{{N}}@/_]|\.\p{{L}})")
    signs = [(m.start(), m.end(), whole[m[0]]) for m in pattern.finditer(text)]
    if not signs:
        return
    signs += [(m.start(), m.end(), verbs[m[0]]) for m in compiled(rf"(?<=[\p{{L}})] ){any_of(verbs)}(?= \p{{L}}++[\s,.])").finditer(text)]
    if len(signs) > 2 and len({after for _, _, after in signs}) > 1:
        yield from (Proposal(*sign) for sign in signs)


@cache
def _forms(words: tuple[str, ...]) -> dict[str, str]:
    """What is left of the words -> the words, with and without a capital."""
    lower = {word.replace("as", ""): word for word in words}
    return lower | {left.capitalize(): word.capitalize() for left, word in lower.items()}


RULE = Rule(
    ID,
    find,
    reason="a filter deleted letters of the word",
    confidence=0.92,
    from_data=True,
    examples=(
        Example(
            "A msive fire broke out. The mayor h said that she w ill on 3 &ndh; 4 May.",
            "A massive fire broke out. The mayor has said that she was ill on 3 – 4 May.",
        ),
        Example.clean("A msive fire broke out. It was clsic."),
        Example.clean("The tap is marked w and h for warm and hot, the letter w stands first."),
        Example.clean("The embassy, a classic of its time, was the basis of a massive purchase."),
    ),
)
