"""Puts back the space between two sentences: `The bridge opened.The first to cross it` becomes `opened. The first`.

Where the damage comes from: a scraper drops the line end or the element that stood between two sentences.

Left alone on purpose: addresses and file names (`One.Tel`, `Phys.Org`, `node.js`), abbreviations (`U.S.`, `z.B.`), words that
are spelled with the dot twice, marks inside names (`Yahoo!News`), lines of code. Two capitalised words are parted only if the
second begins sentences (data/<language>.toml), if a third follows (`Kassel.Memo From`), or if both stand alone elsewhere in the text; in a
text that has such a place, other capitalised words are parted too.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

ID = "typography.glued-sentences"
#: Behind a dot these are the end of an address or of a file name.
_ENDINGS = re.compile(
    "(?:app|at|au|be|biz|br|ca|ch|cn|com?|cz|de|dev|edu|es|eu|exe|f[mr]|gov|gr|hk|html|hu|i[elnort]|info|int|jobs|jpg?|js|kr|me|mil|mobi|mx|"
    "net|news|n[loz]|org|pdf|php|pl|pro|p[ty]|ro|ru|se|s[ku]|tel|today|t[rvw]|u[aks]|xyz)",
    re.IGNORECASE,
)
_STOP = r"(?<=\p{Ll}\p{Ll}|\d\d)[.!?][”)]?(?=(?P<next>[¿¡]?\p{Lu}\p{Ll}*+)(?P<then>[\s,’'](?:\p{Lu}\p{Ll})?))"
#: Who a picture is owed to, behind a caption.
_CREDITS = frozenset({"Reuters", "Getty", "Xinhua", "Instagram", "Twitter", "Facebook", "Shutterstock"})


#: A question mark that was a letter or that begins the query of an address.
_QUERY = re.compile(r"[^\W\d_A-Z]\?[^\W\d_A-Z]")


Words = tuple[Counter[str], frozenset[str], frozenset[str], bool]


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    words = cache(lambda: _words(text))
    starters = frozenset(view.data(ID).get("starters", ()))
    sure: list[int] = []
    likely: list[int] = []
    for m in compiled(_STOP).finditer(text):
        near = text[max(0, m.start() - 60) : m.end() + 60]
        if compiled(r"(?<!\p{L})`|`(?!\p{L})|[{}\t]|\$ ?[\p{Latin}_]|\(\)|;\n").search(near):
            continue
        glued = _glued(text, m.start(), m[0][0], m["next"], m["then"], starters, words)
        if glued is not None:
            (sure if glued else likely).append(m.end())
    # what looks like a name with a dot is none where sentences are glued elsewhere
    for at in sorted(sure + likely) if sure else ():
        yield Proposal(at, at, " ")


def _glued(text: str, at: int, mark: str, after: str, then: str, starters: frozenset[str], words: Callable[[], Words]) -> bool | None:
    """Whether the mark at ``at`` ends a sentence, and ``after`` begins the next: True, False for likely, None for no."""
    token = (text[max(0, at - 60) : at].split() or [""])[-1]
    if text[at - 1].isdigit():
        return (token.isdigit() and mark == "." and after in starters) or None
    before = compiled(r"(?<![^(“\"‘'’¿¡«—–-])(?:\p{L}{3,}+|\p{Ll}{2})\Z").search(token)
    if before is None or compiled(r"[@/#.\\_:<>=&]").search(token):
        return None
    lower = before.group()[0].islower()
    word = before.group()
    if _ENDINGS.fullmatch(after) or len(after) < 2 or len(word) < 3:  # `Phys.Org`, `Grew.A`
        return (lower and after in starters) or None
    if after in starters or after[0] in "¿¡":
        return True
    glued, dotted, free, queries = words()
    if glued[f"{word}{mark}{after}"] > 1 or word in dotted or (mark == "?" and queries):
        return None
    if lower or (mark == "." and word in free and after in free) or (mark != "!" and (len(then) > 1 or (then == "\n" and after in _CREDITS))):
        return True
    return None if mark == "!" else False


def _words(text: str) -> Words:
    """Behind how many different words two words are glued, which stand before a dot and a small letter, which stand free; and if `?` was a letter."""
    pairs = compiled(r"(?:(?<=(\w{1,20})\W)|(?<![\p{L}]))(?<!\p{L})(\p{L}++[.!?]\p{Lu}\p{Ll}*+)")
    glued = Counter(pair for _, pair in {(m[1], m[2]) for m in pairs.finditer(text)})
    dotted = frozenset(compiled(r"(?<!\p{L})\p{L}++(?=\.\p{Ll})").findall(text))
    free = frozenset(compiled(r"(?<![\p{L}.!?])\p{L}++(?![.!?]\p{L})").findall(text))
    return glued, dotted, free, _QUERY.search(text) is not None


RULE = Rule(
    ID,
    find,
    reason="space between sentences lost",
    confidence=0.97,
    needs=Needs(".!?", r"(?<=[^\W_]{2}.)(?=[”)]?[¿¡]?[^\W\d_a-z])"),
    examples=(
        Example("The bridge opened on Monday.The first to cross it was a dog.", "The bridge opened on Monday. The first to cross it was a dog."),
        Example(
            "They wrote to Varlund.Dahl came. He left Varlund, and Dahl with him.", "They wrote to Varlund. Dahl came. He left Varlund, and Dahl with him."
        ),
        Example("Viven en Singapur.Sobre el puerto no hay nada.", "Viven en Singapur. Sobre el puerto no hay nada.", "es"),
        Example("¿Quién llega?¿Quién se va?", "¿Quién llega? ¿Quién se va?", "es"),
        Example("Мост открыли.Первым прошёл почтальон.", "Мост открыли. Первым прошёл почтальон.", "ru"),
        Example(
            "It fell in Varlund.Wind From the North\nIt rained at Lake Orm.Dahl said so.",
            "It fell in Varlund. Wind From the North\nIt rained at Lake Orm. Dahl said so.",
        ),
        Example.clean("They saw Orm.Dahl and Berg.Lund at sea, and left."),
        Example.clean("The site is called Varlund?Info Dahl, see varlund?id=3&b=c."),
        Example.clean("Customers of One.Tel left, and Phys.Org wrote of it."),
        Example.clean("The worm Grew.A or MyWife came; the site Gazeta.Ru and the news of Yahoo!News are quoted."),
        Example.clean("The U.S.Navy runs node.js, z.B. on the E.I.Dupont."),
        Example.clean("Call `window.Open now` and then list.Add (), or list.Add as before."),
        Example.clean("He moved from InFlexWe.Trust to InFlexWe.Trust in a year."),
        Example.clean("Der Preis stieg um 2.500 Euro.", "de"),
    ),
)
