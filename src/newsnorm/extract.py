"""HTML to text: the article as trafilatura finds it (extra `newsnorm[html]`)."""

from __future__ import annotations

from .errors import InputError, MissingExtraError
from .patterns import compiled


def is_html(text: str) -> bool:
    """Whether a text is an HTML page: it begins with a doctype or an html, head or body element."""
    before = r"[\s\x00-\x1f\x7f\ufeff]*+(?:<\?xml[^>]{0,200}+>\s*+)?(?:<!--[^>]{0,2000}+>\s*+)*+"
    return bool(compiled(rf"(?i){before}<(?:!doctype\s++html|html|head|body)\b").match(text[:20_000]))


def declared_charset(data: bytes) -> str | None:
    """The charset that the page's own head declares, if any: in a meta element (WHATWG HTML, 13.2.3.2: within the first 1,024 bytes) or as XML."""
    head = data[:1024].decode("latin-1")
    meta, xml = r"""(?i)<meta[^>]{0,500}?charset\s*+=\s*+["']?\s*+([\w:.-]++)""", r"""\A\s*+<\?xml[^>]{0,200}?encoding\s*+=\s*+["']([\w:.-]++)"""
    found = compiled(meta).search(head) or compiled(xml).search(head)
    return found[1] if found else None


def extract(html: str) -> str:
    """The article of the page as paragraphs with blank lines between. Raises MissingExtraError without trafilatura, InputError if there is no article."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError(f"HTML needs the extra: pip install 'newsnorm[html]' (or give plain text); missing: {error.name}") from error
    try:
        found = trafilatura.extract(html, include_comments=False, include_tables=True, favor_recall=True)
    except Exception as error:  # the parser's own failures are of many kinds, and none of them is the caller's
        raise InputError(f"trafilatura cannot read this HTML ({type(error).__name__}: {error}); give the text of the page") from error
    if not found:
        raise InputError("no article was found in this HTML; give its text, or media_type='text/plain' to take it as it is")
    return "\n\n".join(str(found).split("\n"))
