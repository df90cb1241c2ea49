"""Translates side marks that a caption kept from the source: `Ann Lund (D) and Per Dahl` -> `Ann Lund (right) and Per Dahl`.

Where the damage comes from: captions abbreviate *right* and *left* (Spanish `(D)` derecha, `(I)` izquierda; French `(D)`,
`(G)`; Portuguese `(D)`, `(E)`); the translator leaves single letters alone.

Left alone on purpose: anything outside a caption; a mark in a caption of one person only; parties and states: `(D)`
behind or near an office (`Sen.`, `Rep.`, `governor`), beside candidates and voters, in a text that speaks of Democrats or Republicans, `(D-Ohio)`.
With `source_language` (which says that the text is translated) the marks of that language are read, without it those that mean the same in every language.
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "wording.caption-side-mark"


def find(view: View) -> Iterator[Proposal]:
    data = view.data(ID)
    source = (view.source_language or "").partition("-")[0]
    marks: dict[str, str] = data["marks"].get(source, data["marks"]["any"])
    pattern = compiled(rf"(?<=\p{{Lu}}[\p{{L}}'’-]{{1,30}} )\(({any_of(marks)})\)(?=,? {any_of(data['joining'])} )")
    if not compiled(rf"\({any_of(marks)}\),? {any_of(data['joining'])} ").search(view.text):
        return
    offices = compiled(rf"(?i)(?<!\p{{L}}){any_of(data['offices'])}(?!\p{{L}})")
    if source not in data["marks"] and compiled(rf"(?i)(?<!\p{{L}}){any_of(data['parties'])}(?!\p{{L}})").search(view.text):
        return
    for caption in view.captions:
        for start, end in ((caption.start, caption.end), *caption.repeats):
            if not offices.search(view.text, start, end) and _are_sides(view.text, start, end, marks):
                for m in pattern.finditer(view.text, start, end):
                    yield Proposal(m.start(1), m.end(1), marks[m[1]])


def _are_sides(text: str, start: int, end: int, marks: dict[str, str]) -> bool:
    """Whether all short marks in brackets are sides, each once: `(D) and ... (R)` are parties."""
    found = [m[1] for m in compiled(r"\((\p{Lu}\p{L}?)\)").finditer(text, start, end)]
    return all(mark in marks for mark in found) and len(found) == len(set(found))


_END = " open the bridge at Narvik (Norway). Photo: NTB"

RULE = Rule(
    ID,
    find,
    reason="side mark of the source language in a caption",
    confidence=0.93,
    needs=Needs("(", r"(?=(?:[A-Z]|[^\W\d_A-Z][^()\n]{0,11}|Mitte)\),? [^\W\d_A-Z])"),
    from_data=True,
    examples=(
        Example("Minister Ann Lund (D) and Per Dahl" + _END, "Minister Ann Lund (right) and Per Dahl" + _END),
        Example("Minister Ann Lund (izq.) and Per Dahl" + _END, "Minister Ann Lund (left) and Per Dahl" + _END),
        Example.clean("Sen. Ann Lund (D) and Rep. Per Dahl (R)" + _END),
        Example.clean("The Democrat won.\n\nAnn Lund (D) and Per Dahl" + _END),
        Example.clean("Ann Lund (D) and Per Dahl (R)" + _END),
        Example.clean("Ann Lund (D) and Jon Dahl meet voters in Iowa. Photo: AP"),
        Example.clean("Ann Lund (D-Ohio) and Per Dahl" + _END),
        Example.clean("Ann Lund (D) and Per Dahl voted against it."),
        Example.clean("Vitamin A (D) opens the list. Photo: NTB"),
    ),
)
