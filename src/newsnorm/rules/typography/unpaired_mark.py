"""Flags a quotation mark or a bracket without its partner: `“We are late, the mayor said.` and `the port (in Varlund is shut.`

Where the damage comes from: the translator or the scraper dropped the other one. Where it stood is not known, so nothing is written.

Marks are paired paragraph by paragraph, each kind for itself, and only the kinds that the language uses (data/<language>.toml). A text with as
many closing as opening marks is not looked at, nor one with an even number of straight ones.

Left alone on purpose: a quotation of several paragraphs, of which each opens anew (where the
line ends were lost, behind a full stop), or that goes on in the next line; inches and seconds (`12"`);
apostrophes and single quotation marks; list labels (`a)`, `1)`), smileys, half-open intervals, and a text that ends with `...`.
"""

from collections.abc import Iterator

from newsnorm.blocks import lines
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "typography.unpaired-mark"
#: A bracket that pairs with none: a smiley, the label of a list item, a bound of an interval.
_SMILEY = r"[:;=8xX]['’]?-?[()]|\)\)"
_LABEL = r"(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,3}\.?\)"
_INTERVAL = r"[\[(][^\[\]()\n]{1,20},[^\[\]()\n]{1,20}[\])]"
Span = tuple[int, int]
#: Flags of one kind in one text; with more the kind is used in another way than the language's.
_MOST = 3


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    found = []
    for kind in view.data(ID)["pairs"]:
        opening, closing = kind[0], kind[1:]
        if opening == closing:
            if text.count(opening) % 2:
                found.append(list(_straight(text, opening)))
        elif text.count(opening) != sum(map(text.count, closing)) and (opening in text or opening == "("):
            found.append(list(_paired(text, opening, closing)))
    for at in sorted(at for some in found if len(some) <= _MOST for at in some):
        yield Proposal(at, at + 1, text[at])


def _paired(text: str, opening: str, closing: str) -> Iterator[int]:
    """Where a mark of a kind stands that has no partner in its paragraph, or in the next one."""
    marks = compiled(rf"[\{opening}\{closing}]")
    open_before: list[int] = []
    for (start, end), after in _with_next(text):
        stack = open_before
        for m in marks.finditer(text, start, end):
            if m[0] == opening:
                if not (stack and opening != "(" and _opens_anew(text, start, m.start())):
                    stack.append(m.start())
            elif stack:
                stack.pop()
            elif opening != "(" or not compiled(rf"(?:{_SMILEY}|{_LABEL})").search(text, max(start, m.start() - 4), m.end()):
                yield m.start()
        open_before = stack if after and _goes_on(text, after, opening, closing) else []
        meant = opening == "(" and compiled(rf"{_SMILEY}|{_INTERVAL}").search(text, start, end)
        if stack and not open_before and not meant and not text[end - 3 : end].endswith(("...", "…")):
            yield stack[-1]


def _with_next(text: str) -> Iterator[tuple[Span, Span | None]]:
    """Each line, and the one behind it."""
    before: Span | None = None
    for line in lines(text):
        if before:
            yield before, line
        before = line
    if before:
        yield before, None


def _opens_anew(text: str, line: int, at: int) -> bool:
    """Whether a quotation that is open may open anew: at the head of a paragraph, or behind a sentence where the line end was lost."""
    return at == line or text[max(line, at - 3) : at].rstrip()[-1:] in (".", "!", "?", "…")


def _goes_on(text: str, line: Span, opening: str, closing: str) -> bool:
    """Whether what is open goes on in the line: it begins with an opening mark, or its first mark closes."""
    first = compiled(rf"[\{opening}\{closing}]").search(text, *line)
    return first is not None and (first.start() == line[0] or first[0] != opening)


def _straight(text: str, mark: str) -> Iterator[int]:
    """The same for a mark that opens and closes: what is written on either side of it tells which."""
    opened, went_on = -1, False
    for (start, end), after in _with_next(text):
        if not went_on:
            opened = -1
        for m in compiled(mark).finditer(text, start, end):
            at = m.start()
            left, right = (text[at - 1] if at > start else " "), (text[at + 1] if at + 1 < end else " ")
            if left.isdigit() and opened < 0:
                continue  # inches
            opens, closes = left in " ([{—–-/'‘“\u00a0" and right != " ", left != " " and not right.isalnum()
            if opened >= 0 and opens and _opens_anew(text, start, at):
                opened = at
            elif opened >= 0 and opens and not closes:
                yield opened
                opened = at
            elif opened >= 0:
                opened = -1
            elif closes and not opens:
                yield at
            else:
                opened = at
        went_on = opened >= 0 and after is not None and text.count(mark, *after) > 0
        if opened >= 0 and not went_on and not text[end - 3 : end].endswith(("...", "…")):
            yield opened


RULE = Rule(
    ID,
    find,
    reason="a quotation mark or a bracket without its partner",
    confidence=0.7,
    from_data=True,
    flags_only=True,
    examples=(
        Example.flag("“We are late, the mayor said.\n\nThe port is shut.", "“"),
        Example.flag('We are late," the mayor said.', '"'),
        Example.flag("The port (in Varlund is shut.\n\nIt rained.", "("),
        Example.flag("Er sagte: „Das ist so und ging.", "„", "de"),
        Example.flag("彼は「駅が開いたと言った。", "「", "ja"),
        Example.clean("“We are late,” he said. “We are tired.\n\n“We are leaving,” he said."),
        Example.clean('"We are late," he said. "We are tired.\n\n"We are leaving."'),
        Example.clean("The pipe is 12\" wide, the producers' income fell, and 'twas late :) :-( he wrote."),
        Example.clean("a) the port\nb) the boat\n1) the sea (old)\nand f([0, 1)) holds"),
        Example.clean("Er sagte: „Das ist so“ und ging. „So“, sagte er.", "de"),
        Example.clean("Il a dit : « Oui ».", "fr"),
        Example.clean("Привет)) сказал он :)", "ru"),
    ),
)
