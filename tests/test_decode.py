"""Bytes to text."""

import bz2
import codecs
import gzip
import lzma
import random
import zlib

import pytest

from newsnorm import DecodeError, InputError, decode, normalize

TEXT = "Größe und Maß – der Hafen öffnet wieder"
RUSSIAN = "Порт открылся в понедельник после шторма"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_marks(mark, codec):
    assert decode(mark + TEXT.encode(codec)) == (TEXT, codec, 1.0)
    assert decode(mark) == ("", codec, 1.0)
    assert decode(mark + TEXT.encode(codec), declared="cp1251").text == TEXT, "the mark is surer than the declaration"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [TEXT, "A", "The port reopened.\n", RUSSIAN])
def test_without_a_mark(codec, text):
    assert decode(text.encode(codec)).text == text
    assert decode(text.encode(codec)).encoding == codec


def test_utf_8():
    assert decode(b"port") == ("port", "utf-8", 1.0)
    assert decode(b"") == ("", "utf-8", 1.0)
    assert decode(TEXT.encode()) == (TEXT, "utf-8", 0.99)


def test_other_kinds_of_bytes():
    assert decode(bytearray(b"port")).text == decode(memoryview(b"port")).text == "port"


def test_a_broken_mark_is_no_mark():
    found = decode(codecs.BOM_UTF8 + b"caf\xe9")
    assert (found.encoding, found.confidence) == ("cp1252", 0.3)


@pytest.mark.parametrize(
    ("text", "codec", "declared", "known"),
    [
        (RUSSIAN, "cp1251", "windows-1251", "cp1251"),
        (RUSSIAN, "koi8-r", " KOI8-R ", "koi8-r"),
        ("“Maß”", "cp1252", "iso-8859-1", "cp1252"),
        ("“Maß”", "cp1252", "us-ascii", "cp1252"),
        ("港口重新开放", "gb18030", "gb2312", "gb18030"),
        ("港は再び開いた", "cp932", "shift_jis", "cp932"),
        ("항구가 다시 열렸다", "cp949", "euc-kr", "cp949"),
        ("İstanbul’da liman", "cp1254", "iso-8859-9", "cp1254"),
        ("ท่าเรือ", "cp874", "tis-620", "cp874"),
    ],
)
def test_declared(text, codec, declared, known):
    assert decode(text.encode(codec), declared=declared) == (text, known, 0.95)


@pytest.mark.parametrize("declared", ["utf8", "koi8-r", "windows-1252", "raw_unicode_escape", "utf-7", "nonsense"])
def test_valid_utf8_is_utf8_whatever_is_declared(declared):
    assert decode(TEXT.encode(), declared=declared) == (TEXT, "utf-8", 0.99)


@pytest.mark.parametrize("declared", ["raw_unicode_escape", "unicode_escape", "utf-7", "punycode", "idna"])
def test_codecs_that_no_page_is_written_in(declared):
    assert decode(b"\\ud83d +AGE-", declared=declared).text == "\\ud83d +AGE-"


@pytest.mark.parametrize("declared", ["x-none", "", "hex", "base64", "rot13", "idna\0", "a" * 500, "ütf", "\ud800", "utf-16"])
def test_declared_but_useless(declared):
    assert decode(TEXT.encode(), declared=declared).text == TEXT


def test_declared_but_wrong():
    assert decode(TEXT.encode("cp1252"), declared="utf-8") == (TEXT, "cp1252", 0.3)


def test_a_guess():
    found = decode(b"caf\xe9 \x81\x93")
    assert found == ("café \x81“", "cp1252", 0.3)


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x08\x06"


@pytest.mark.parametrize("data", [PNG, b"PK\x03\x04\xff\xfe", b"\x00" * 50, b"\x00", bytes(range(256)), b"\xff\x01\x02\xfe\x80"])
def test_no_text(data):
    with pytest.raises(DecodeError, match="this is no text"):
        decode(data)


def test_a_few_nuls_in_utf_8():
    assert decode(b"a" * 300 + b"\0") == ("a" * 300 + "\0", "utf-8", 0.9)


@pytest.mark.parametrize("data", ["port", None, 3, [1]])
def test_no_bytes(data):
    with pytest.raises(InputError, match="decode takes bytes"):
        decode(data)


def test_a_guess_is_flagged():
    doc = normalize(b"Caf\xe9 Lund is closed")
    assert doc.text == "Café Lund is closed"
    assert [(f.rule, f.start, f.end, f.confidence) for f in doc.flags] == [("decode.guess", 0, 0, 0.3)]
    assert not normalize("Café Lund is closed".encode()).flags
    assert not normalize(b"Caf\xe9 Lund is closed", media_type="text/plain; charset=latin-1").flags


@pytest.mark.parametrize("size", [0, 20, 300, 5000])
@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, bz2.compress, lzma.compress])
def test_archives_are_no_text(pack, size):
    dice = random.Random(size)
    packed = pack("".join(dice.choices("abcdefgh ijkl\n", k=size)).encode())
    try:
        found = decode(packed)
    except DecodeError:
        return
    assert found.confidence < 0.5, f"{found.encoding} {found.confidence}"
