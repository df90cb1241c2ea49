"""Unescapes HTML entities: `AT&amp;T`, `caf&eacute;`, `it&#39;s`, also those that were escaped twice (`&amp;#39;`).

Where the damage comes from: text taken from HTML or a feed without a parser. Seen in 595 titles of 1,101 autoblogs.
A tokenizer or a machine translation tears entities up (`& # 39;`, `& quot;`), a splitter at semicolons takes their end
(`It&#39s`). Numbers from 128 to 159 mean windows-1252, as the HTML standard has it.

Left alone on purpose: an ampersand without a name and semicolon behind it; names that HTML does not know; a line that
holds tags or code, where `&lt;` is written on purpose; up to four entities in a text that names HTML or character
references; numbers of no character. Of torn entities only those whose name is
no word or whose number is a letter or a quotation mark are repaired, and not where numbers are listed (`#38 & #39;`).
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsnorm.blocks import is_indented_code, line_around
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

if TYPE_CHECKING:
    import regex

#: An ampersand escaped any number of times, with the entity that it was part of; or an entity.
_AMPERSAND = r"(?:amp|#38|#[xX]26);"
_NAME = r"(#\d{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);"
_WHOLE = rf"(?P<chain>(?:{_AMPERSAND})++)(?:{_NAME})?+|{_NAME}"

#: Entities in pieces or without an end: of names only those that are no words, and none behind an instrument (`guitar & amp;`).
_ACCENTED = r"szlig|(?i:[ao]elig)|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)"
_NO_WORD = rf"(?>amp|quot|apos|nbsp|[lg]t|[lr][sda]quo|[sb]dquo|sbquo|hellip|[nm]dash|{_ACCENTED})"
_INSTRUMENT = r"\b(?:bass|guitars?|keyboards?|microphones?|mics?|pedals?|speakers?)"
_TORN = (
    rf"(?<!{_INSTRUMENT}[ \xa0]&)[ \xa0](?P<apart>{_NO_WORD})[ \xa0]?;|(?P<open>{_NO_WORD})[ \xa0];"
    r"|(?<!#[ \xa0]?\d{1,5},?[ \xa0]&)[ \xa0]?#[ \xa0]?(?P<pieces>\d{2,5}+|[xX][0-9a-fA-F]{2,4}+)[ \xa0]?;|#(?P<endless>\d{2,5}+)(?![\d;])"
)
_ENTITY = f"&(?:{_WHOLE}|{_TORN})"
#: What the number of such an entity may mean, besides a letter.
_MARKS = "'\"&‘’‚‛“”„«»‹›–—…•\xa0"

#: Words in front of an entity that is spoken of.
_ABOUT = (
    r"(?i)(?:(?<!\p{L})(?>ampersand|as|code|decode|entity|escaped?|html|is|replace|sequences?|show|typed|types?|use|with|writes?|wrote)"
    r"\P{L}{1,3}|[`=|][^\S\n]?)\Z"
)
_IN_ADDRESS = r"\?\w++=[^\s?]{0,200}\Z"

#: What a text speaks of that shows entities on purpose, and how many it may show: in a damaged text there are more.
_SUBJECT = r"(?i)\b(?:(?<![./_-])x?html\d?+|ampersands?|character (?:entit(?:y|ies)|references?)|entity (?:codes?|names?|references?))\b"
_FEW = 4

#: Lines that hold tags or code, and lists of entities. A backtick without another is an old quotation mark.
_CODE = (
    r"</?[A-Za-z][^<>\n]{0,200}+>|(?<!`)`(?![`\s])[^`\n]{1,200}+(?<!\s)`(?!`)"
    r"|&(?:lt|gt|amp|quot|apos);,? (?:(?:and|or) )?&(?:lt|gt|amp|quot|apos);"
)


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if "&" not in text or (";" not in text and "&#" not in text):
        return
    found = list(_entities(text))
    if len(found) > _FEW or not compiled(_SUBJECT).search(text):
        yield from found


def _entities(text: str) -> Iterator[Proposal]:
    """The entities that do not stand in code and are not spoken of."""
    line_end, tagged = -1, False
    for m in compiled(_ENTITY).finditer(text):
        found = _repaired(m)
        if found is None:
            continue
        if m.start() >= line_end:
            start, line_end = line_around(text, m.start())
            tagged = is_indented_code(text, start, line_end) or bool(compiled(_CODE).search(text, start, line_end))
        if not tagged and not _is_spoken_of(text, m.start(), m.end()):
            yield found


def _repaired(m: regex.Match[str]) -> Proposal | None:
    name = m[2] or m[3]
    plain = _character(name) if name else None
    if name or m["chain"]:
        end = m.end() if plain or not name else m.end("chain")
        return Proposal(m.start(), end, plain or "&") if plain or m["chain"] else None
    number = m["pieces"] or m["endless"]
    plain = _character(f"#{number}" if number else m["apart"] or m["open"])
    if plain is None or (number and not (plain in _MARKS or (plain.isalpha() and not plain.isascii()))):
        return None
    return Proposal(*_with_spaces(m, plain), plain, reason="torn HTML entity")


def _with_spaces(m: regex.Match[str], plain: str) -> tuple[int, int]:
    """The span of a torn entity; an apostrophe takes the spaces that were put around it: `it & # 39; s`, `l & # 39; eau`."""
    start, end = m.span()
    if plain not in "'’":
        return start, end
    before, behind = m.string[max(0, start - 4) : start], m.string[end : end + 4]
    english = compiled(r"\p{L} ?\Z").search(before) and compiled(r" ?(?:[smtd]|re|ve|ll)(?!\p{L})").match(behind)
    if english or (compiled(r"(?i)(?<!\p{L})(?:[cdjlmnst]|qu) ?\Z").search(before) and compiled(r" ?\p{L}").match(behind)):
        return start - before.endswith(" "), end + behind.startswith(" ")
    return start, end


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether the entity stands alone behind a word for it, in brackets, or in an address."""
    if compiled(_IN_ADDRESS).search(text, max(0, start - 200), start):
        return True
    if compiled(r"(?<=\p{L})").match(text, start) or compiled(r"\p{L}|&").match(text, end):
        return False
    in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return in_brackets or bool(compiled(_ABOUT).search(text, max(0, start - 20), start))


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
    needs=Needs("&"),
    examples=(
        Example("AT&amp;T said it&#39;s 20&deg;", "AT&T said it's 20°"),
        Example("AT&amp;amp;T said it&amp;#39;s late", "AT&T said it's late"),
        Example("“Lund &amp; Dahl” opens", "“Lund & Dahl” opens", title="Lund &amp; Dahl&#146;s shop"),
        Example("Lund & amp; Dahl said it & # 39; s late &#8211 ; too late", "Lund & Dahl said it's late – too late"),
        Example("It&#39s in the caf&#233 , he said", "It's in the café , he said"),
        Example.clean("Research & development; AT&T; R&D;"),
        Example.clean("Write <b>&lt;</b> for the sign."),
        Example.clean("HTML writes &amp; for the sign. He typed &lt; in his page."),
        Example.clean('The text "caf&eacute;" shows how HTML writes é. Use &amp; to write an ampersand.'),
        Example("Lund &amp; Dahl: see index.html", "Lund & Dahl: see index.html"),
        Example.clean("A web page has character references. Caf&eacute; was one of them."),
        Example.clean("Write &amp; in your page when you mean the sign."),
        Example.clean("To show a <, use &lt; and not the sign. The sequences &lt;, &gt; and &amp; are predefined."),
        Example.clean("ptr = &para; foo(&not;) | &amp; | ampersand |"),
        Example.clean("See /page?a=1&copy;=3"),
        Example.clean("/page?a=1&copy=2&foo;"),
        Example.clean("&nosuchname; &#0; &#3; &#55296;"),
        Example.clean("Buses #38 & #39; a guitar & amp; rooms 7 &# 8; Dunn & part ;"),
    ),
)
