"""Takes photo captions out of the body, each once: a line that stands twice in a row, or one that ends in a photo credit.

Where the damage comes from: pages hold a caption twice, as the picture's alternative text and under it; a scraper that
keeps only text puts both into the article. With `captions = "keep"` the caption stays in its place, once.

Left alone on purpose: lines that stand twice far from each other; without a credit also headlines, verses and lists (no
stop at the end), paragraphs of more than a sentence, cries and quotations, which speeches and songs repeat on purpose.
"""

from collections.abc import Iterator

from newsnorm.blocks import next_line
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    text, keep = view.text, view.config.captions == "keep"
    lift, reason = ("caption", None) if view.config.captions == "separate" else ("", "photo caption, dropped")
    for caption in view.captions:
        end = caption.repeats[-1][1] if caption.repeats else caption.end
        if keep:
            yield Proposal(caption.end, end, "", "photo caption that repeats the one before")
            continue
        start = text.rfind("\n", view.body_start, caption.start) + 1 or view.body_start
        yield Proposal(start, caption.start, "", reason)
        yield Proposal(caption.start, caption.end, "", reason, lift=lift)
        yield Proposal(caption.end, next_line(text, end), "", reason)


_DOUBLED = "The bridge at Tromsø seen from the east bank."

RULE = Rule(
    "layout.captions",
    find,
    reason="photo caption, moved out of the text",
    confidence=0.97,
    examples=(
        Example(f"It opened in May.\n\n    {_DOUBLED}\n{_DOUBLED}\n\nIt is long.", "It opened in May.\n\nIt is long."),
        Example("It opened in May.\n\nThe bridge at night. Photo: NTB\n\nIt is long.", "It opened in May.\n\nIt is long."),
        Example.clean("Roll on, grey river, and carry us home tonight\nRoll on, grey river, and carry us home tonight"),
        Example.clean("The course runs in spring and is open to all (credit: 3 units)."),
        Example.clean("What to bring:\nPhoto: two, 35 by 45 mm, in colour\nFee: 50 euros"),
        Example.clean("Das Gerät bekam im großen Test gute Noten (Bild: gut).", "de"),
        Example.clean("So they sang:\n\nHe's got the whole world in his hands.\nHe's got the whole world in his hands.\n\nTwice."),
        Example.clean("Cast on.\r\nThen turn to Anna and wait for her.\r\nThen turn to Anna and wait for her.\r\n\r\nRest."),
        Example.clean("Knit one.\nKnit two, purl two, to the end of the row.\nKnit two, purl two, to the end of the row.\nTurn."),
        Example.clean("Credit: up three percent on the year before\nStamps: none left"),
        Example.clean("We want work, not words!\nWe want work, not words!\n\nSo they shouted."),
        Example.clean("Row, row\nRow, row\n\nSo they sang."),
        Example.clean(f"{_DOUBLED}\n\nIt opened in May.\n\n{_DOUBLED}"),
        Example.clean("He sent the Photo: it was dark, and nobody in it could be known by his face."),
    ),
)
