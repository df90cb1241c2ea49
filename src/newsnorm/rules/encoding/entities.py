"""Unescapes HTML entities: `AT&amp;T`, `caf&eacute;`, `it&#39;s`, also those that were escaped twice (`&amp;#39;`).

Where the damage comes from: text taken from HTML or a feed without a parser. Seen in 595 titles of 1,101 autoblogs.

Left alone on purpose: an ampersand without a name and semicolon behind it; names that HTML does not know; a line that
holds tags, where `&lt;` is written on purpose; numbers of no character.
"""

import html
from collections.abc import Iterator

from newsnorm.blocks import is_indented_code, line_around
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

#: An ampersand escaped any number of times, with the entity that it was part of; or an entity.
_AMPERSAND = r"(?:amp|#38|#[xX]26);"
_NAME = r"(#\d{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);"
_ENTITY = rf"&(?:(?P<chain>(?:{_AMPERSAND})++)(?:{_NAME})?+|{_NAME})"

#: Words in front of an entity that is spoken of.
_ABOUT = (
    r"(?i)(?:(?<!\p{L})(?>ampersand|as|code|decode|entity|escaped?|html|is|replace|sequences?|show|type|types|typed|use|with|write|writes|wrote)"
    r"\P{L}{1,3}|[`(=|][^\S\n]?)\Z"
)
_IN_ADDRESS = r"\?\w++=[^\s?]{0,200}\Z"

#: Lines that hold tags or code, and lists of entities.
_CODE = r"</?[A-Za-z][^<>\n]{0,200}+>|`|&(?:lt|gt|amp|quot|apos);,? (?:(?:and|or) )?&(?:lt|gt|amp|quot|apos);"


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if "&" not in text or ";" not in text:
        return
    line_end, tagged = -1, False
    for m in compiled(_ENTITY).finditer(text):
        name = m[2] or m[3]
        plain = _character(name) if name else None
        if plain is None and not m["chain"]:
            continue
        if m.start() >= line_end:
            start, line_end = line_around(text, m.start())
            tagged = is_indented_code(text, start, line_end) or bool(compiled(_CODE).search(text, start, line_end))
        if not tagged and not _is_spoken_of(text, m.start(), m.end()):
            yield Proposal(m.start(), m.end() if plain or not name else m.end("chain"), plain or "&")


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether the entity stands alone behind a word for it, or in an address."""
    if compiled(_IN_ADDRESS).search(text, max(0, start - 200), start):
        return True
    alone = not compiled(r"(?<=\p{L})").match(text, start) and not compiled(r"\p{L}|&").match(text, end)
    return alone and bool(compiled(_ABOUT).search(text, max(0, start - 20), start))


def _character(name: str) -> str | None:
    plain = html.unescape(f"&{name};")
    if plain == f"&{name};" or any((c < " " and c not in "\t\n") or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff" or c == "\ufffd" for c in plain):
        return None
    return plain if 1 <= len(plain) <= 2 and ";" not in plain else None


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
        Example.clean("Write &amp; in your page when you mean the sign."),
        Example.clean("To show a <, use &lt; and not the sign. The sequences &lt;, &gt; and &amp; are predefined."),
        Example.clean("ptr = &para; foo(&not;) | &amp; | ampersand |"),
        Example.clean("See /page?a=1&copy;=3"),
        Example.clean("/page?a=1&copy=2&foo;"),
        Example.clean("&nosuchname; &#0; &#3; &#55296;"),
    ),
)
