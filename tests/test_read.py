"""What the caller gave becomes text: media types, charsets, HTML."""

import builtins
import sys

import pytest

from newsnorm import InputError, MissingExtraError, normalize
from newsnorm.extract import declared_charset, is_html
from newsnorm.read import read

FIRST = "The port reopened on Monday after the storm had kept it closed for nine days, the harbour master said."
SECOND = "It will be dredged in June, and the ferries will run again every hour until midnight."
HEAD = "<!DOCTYPE html><html><head><title>Port</title></head><body>"
PAGE = f"{HEAD}<article><h1>Port reopens after the storm</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"


@pytest.mark.parametrize("data", [PAGE, PAGE.encode(), bytearray(PAGE.encode()), "\n <!-- a --> " + PAGE])
@pytest.mark.parametrize("media_type", [None, "text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml"])
def test_html(data, media_type):
    doc = normalize(data, media_type=media_type)
    assert doc.text == f"{FIRST}\n\n{SECOND}"
    assert doc.title == "Port reopens after the storm"
    assert doc.original == f"{doc.title}\n\n{doc.text}"


def test_html_that_says_its_charset():
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("the storm had", "шторм had")
    doc = normalize(page.encode("cp1251"))
    assert "шторм" in doc.text
    assert not [flag for flag in doc.flags if flag.rule.startswith("decode")]


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<!doctype html>"])
def test_no_article(page):
    with pytest.raises(InputError, match="no article"):
        normalize(page)


@pytest.mark.parametrize("data", ["", "text", "<", "\x00", "\ud800"])
def test_text_that_is_called_html(data):
    with pytest.raises(InputError):
        normalize(data, media_type="text/html")


def test_html_taken_as_it_is():
    assert read(PAGE, "text/plain") == (PAGE, ())


def test_text_with_a_tag_is_text():
    text = "He wrote <b>bold</b> and 1 < 2."
    assert read(text, None) == (text, ())
    assert read(text.encode(), None) == (text, ())


def test_without_the_extra(monkeypatch):
    real = builtins.__import__

    def without(name, *args, **more):
        if name.startswith("trafilatura"):
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"pip install 'newsnorm\[html\]'"):
        normalize(PAGE)


class Extractor:
    """In place of trafilatura."""

    def __init__(self, answer):
        self.answer = answer

    def extract(self, html, **options):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def test_a_failure_of_the_parser(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", Extractor(AttributeError("no tree")))
    with pytest.raises(InputError, match=r"cannot read this HTML \(AttributeError: no tree\)"):
        normalize(PAGE)


@pytest.mark.parametrize("answer", [None, ""])
def test_no_answer_of_the_parser(monkeypatch, answer):
    monkeypatch.setitem(sys.modules, "trafilatura", Extractor(answer))
    with pytest.raises(InputError, match="no article"):
        normalize(PAGE)


def test_paragraphs_have_blank_lines_between(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", Extractor("a\nb"))
    assert read(PAGE, None)[0] == "a\n\nb"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<!doctype html>", True),
        ("<HTML lang=en>", True),
        ("  \n<head>", True),
        ("<body class=a>", True),
        ('<?xml version="1.0"?><!DOCTYPE html>', True),
        ("<!-- a --><!-- b --><html>", True),
        ("<p>The port", False),
        ("The <html> element", False),
        ("<htmlx>", False),
        ("", False),
    ],
)
def test_is_html(text, wanted):
    assert is_html(text) is wanted


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<META CHARSET='windows-1251'>", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b"<meta name=a>", None),
        (b" " * 1024 + b"<meta charset=utf-8>", None),
        (b"", None),
    ],
)
def test_declared_charset(head, wanted):
    assert declared_charset(head) == wanted


@pytest.mark.parametrize("media_type", ["image/png", "", "text", "html", "text/htm"])
def test_other_media_types(media_type):
    with pytest.raises(InputError, match="is not supported; give text/plain or text/html"):
        normalize("text", media_type=media_type)


@pytest.mark.parametrize(
    "media_type",
    [
        "text/plain; charset=cp1251",
        'text/plain;charset="windows-1251"',
        "text/plain; charset='cp1251'",
        "text/plain; Charset=cp1251",
        "text/plain; charset=cp1251; format=flowed",
    ],
)
def test_charset_of_the_media_type(media_type):
    assert read("Порт".encode("cp1251"), media_type) == ("Порт", ())


def test_a_charset_that_does_not_exist():
    assert read("Порт".encode(), "text/plain; charset=foo") == ("Порт", ())
    (flag,) = read("кафе в порту".encode("cp1251"), "text/plain; charset=foo")[1]
    assert flag.reason.startswith("there is no charset 'foo', which is declared; read as windows-1251")


def test_plain_text_declares_nothing():
    data = b'<meta charset="koi8-r"> \xcf\xcf'
    assert read(data, "text/plain")[1][0].rule == "decode.guess"
    assert read(data, None)[1][0].rule == "decode.guess"
    mentioned = 'Write <meta charset="windows-1251"> in the head; the café does.'
    assert read(mentioned.encode(), None) == (mentioned, ())
    assert read(mentioned.encode(), "text/plain; charset=windows-1251") == (mentioned, ()), "valid UTF-8 is UTF-8"
