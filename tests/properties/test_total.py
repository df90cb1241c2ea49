"""Law 5: any str or bytes gives a Document or a NewsnormError that says what to do; in linear time."""

import json

from hypothesis import given
from hypothesis import strategies as st

from newsnorm import Document, NewsnormError, decode, normalize
from properties import laws
from strategies import anything, texts, titles

CODECS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig", "cp1252", "cp1251", "gb18030", "shift_jis", "iso2022_jp")
MEDIA_TYPES = (None, None, "text/plain", "text/html", "application/xhtml+xml; charset=utf-8", "text/plain; charset=cp1251", 'text/html; charset="x-none"')


def says_what_to_do(error):
    assert len(str(error)) > 20


def total(data, **how):
    try:
        doc = normalize(data, **how)
    except NewsnormError as error:
        says_what_to_do(error)
        return
    assert isinstance(doc, Document)
    assert Document.from_dict(json.loads(json.dumps(doc.to_dict()))) == doc
    laws.replays(doc)


@st.composite
def encoded(draw):
    """Text in some encoding, cut anywhere, with some bytes changed."""
    data = draw(texts).encode(draw(st.sampled_from(CODECS)), "ignore")
    data = data[draw(st.integers(0, 3)) : len(data) - draw(st.integers(0, 3))]
    if data and draw(st.booleans()):
        at = draw(st.integers(0, len(data) - 1))
        data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
    return data


@st.composite
def pages(draw):
    """Fragments of HTML, closed or not."""
    tags = (
        "<p>",
        "</p>",
        "<html>",
        "<body>",
        "</html>",
        "<article>",
        "<h1>",
        "<meta charset=utf-8>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<script>",
        "<br/>",
        "<table><td>",
    )
    parts = draw(st.lists(st.one_of(st.sampled_from(tags), st.sampled_from(tags), texts), max_size=8))
    return draw(st.sampled_from(("", "<!doctype html>", "<html>", '<?xml version="1.0"?>', "\ufeff<html>"))) + "".join(parts)


@given(texts, titles, st.sampled_from(MEDIA_TYPES))
def test_any_text(text, title, media_type):
    total(text, title=title, media_type=media_type)


@given(st.one_of(st.binary(max_size=60), encoded()), st.sampled_from(MEDIA_TYPES))
def test_any_bytes(data, media_type):
    total(data, media_type=media_type)


@given(pages(), st.sampled_from((None, "text/html")))
def test_any_page(page, media_type):
    total(page, media_type=media_type)
    total(page.encode("utf-8", "surrogatepass"), media_type=media_type)


@given(anything, st.sampled_from(("language", "source_language", "source", "media_type", "title")))
def test_any_setting(value, name):
    total("The port reopened on Monday .", **{name: value})


@given(st.one_of(st.binary(max_size=200), encoded()), st.one_of(st.none(), st.sampled_from(CODECS), anything))
def test_decode_any_bytes(data, declared):
    try:
        found = decode(data, declared=declared)
    except NewsnormError as error:
        says_what_to_do(error)
        return
    assert isinstance(found.text, str)
    assert 0 <= found.confidence <= 1
