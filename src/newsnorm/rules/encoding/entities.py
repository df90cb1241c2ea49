"""Unescapes HTML entities: `AT&amp;T`, `caf&eacute;`, `it&#39;s`, also those that were escaped twice (`&amp;#39;`).

Where the damage comes from: text taken from HTML or a feed without a parser. Seen in 595 titles of 1,101 autoblogs.

Left alone on purpose: an ampersand without a name and semicolon behind it; names that HTML does not know; a line that
holds tags, where `&lt;` is written on purpose; numbers of no character.
"""

import html
from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

_ENTITY = r"&(?:amp;|#38;|#[xX]26;){0,8}+(#\d{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if "&" not in text or ";" not in text:
        return
    tagged: tuple[int, bool] = (-1, False)
    for m in compiled(_ENTITY).finditer(text):
        if (plain := _character(m[1])) is None:
            continue
        if m.start() >= tagged[0]:
            end = text.find("\n", m.start())
            end = len(text) if end < 0 else end
            start = text.rfind("\n", 0, m.start()) + 1
            tagged = end, bool(compiled(r"</?[A-Za-z][^<>\n]{0,200}+>").search(text, start, end))
        if not tagged[1]:
            yield Proposal(m.start(), m.end(), plain)


def _character(name: str) -> str | None:
    plain = html.unescape(f"&{name};")
    if plain == f"&{name};" or any((c < " " and c not in "\t\n") or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff" or c == "\ufffd" for c in plain):
        return None
    return plain if len(plain) <= 2 and ";" not in plain else None


RULE = Rule(
    "encoding.entities",
    find,
    reason="HTML entity",
    confidence=0.98,
    examples=(
        Example("AT&amp;T said it&#39;s 20&deg;", "AT&T said it's 20°"),
        Example("AT&amp;amp;T said it&amp;#39;s late", "AT&T said it's late"),
        Example.clean("Research & development; AT&T; R&D;"),
        Example.clean("Write <b>&lt;</b> for the sign."),
        Example.clean("/page?a=1&copy=2&foo;"),
        Example.clean("&nosuchname; &#0; &#55296;"),
    ),
)
