"""Bytes to text."""

import bz2
import codecs
import gzip
import lzma
import random
import subprocess
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import DecodeError, InputError, decode, normalize
from newsnorm.decoding import detection
from newsnorm.decoding.detection import excerpt, telling
from newsnorm.decoding.names import codecs_of

TEXT = "Größe und Maß – der Hafen öffnet wieder"
RUSSIAN = "Порт открылся в понедельник после шторма"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16be"),
        (codecs.BOM_UTF32_LE, "utf-32le"),
        (codecs.BOM_UTF32_BE, "utf-32be"),
    ],
)
def test_marks(mark, codec):
    assert decode(mark + TEXT.encode(codec)) == (TEXT, codec, 1.0)
    assert decode(mark) == ("", codec, 1.0)
    assert decode(mark + TEXT.encode(codec), declared="cp1251").text == TEXT, "the mark is surer than the declaration"


@pytest.mark.parametrize("codec", ["utf-16le", "utf-16be", "utf-32le", "utf-32be"])
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
    found = decode(codecs.BOM_UTF8 + b"The caf\xe9 is closed, and so is the caf\xe9 on the quay.")
    assert found.encoding == "windows-1252"
    assert 0.5 < found.confidence < 1


@pytest.mark.parametrize(
    ("text", "codec", "declared", "known"),
    [
        (RUSSIAN, "cp1251", "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", " KOI8-R ", "koi8-r"),
        ("“Maß”", "cp1252", "iso-8859-1", "windows-1252"),
        ("“Maß”", "cp1252", "us-ascii", "windows-1252"),
        ("港口重新开放", "gb18030", "gb2312", "gb18030"),
        ("港は再び開いた", "cp932", "shift_jis", "shift_jis"),
        ("港は再び開いた ①", "cp932", "x-sjis", "cp932"),
        ("港口重新開放", "big5", "big5", "big5"),
        ("Порт открылся", "mac-cyrillic", "x-mac-cyrillic", "mac-cyrillic"),
        ("Порт открылся", "cp866", "cp866", "ibm866"),
        ("El puerto abrió", "mac-roman", "macintosh", "macintosh"),
        ("항구가 다시 열렸다", "cp949", "euc-kr", "euc-kr"),
        ("똠방각하가 다시 왔다", "cp949", "euc-kr", "cp949"),
        ("İstanbul’da liman", "cp1254", "iso-8859-9", "windows-1254"),
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
    found = decode(TEXT.encode("cp1252"), declared="utf-8")
    assert found[:2] == (TEXT, "windows-1252")
    assert 0.5 < found.confidence < 0.95


def test_a_guess():
    found = decode(b"\x81\x8d\x8f\x90\x9d \xff\xfe")
    assert found.confidence < 0.5


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


def test_what_was_detected_is_flagged():
    doc = normalize(b"Caf\xe9 Lund is closed")
    assert doc.text == "Café Lund is closed"
    assert [(f.rule, f.start, f.end) for f in doc.flags] == [("decode.guess", 0, 0)]
    assert "the bytes declare no charset; read as windows-1252" in doc.flags[0].reason
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


#: Sentences of our own, and encodings that they were usual in.
ARTICLES = {
    "bg": ("Пристанището отвори отново в понеделник, след като бурята го държа затворено девет дни.", "cp1251 iso8859-5 mac-cyrillic"),
    "cs": ("Přístav se v pondělí znovu otevřel, když ho bouře držela devět dní zavřený. Ještě dnes žádá město o pomoc.", "cp1250 iso8859-2 cp852"),
    "da": ("Havnen åbnede igen mandag, efter at stormen havde holdt den lukket i ni døgn. Også færgen sejler nu.", "cp1252 iso8859-15 cp850"),
    "de": (
        "Der Hafen öffnete am Montag wieder, nachdem ihn der Sturm neun Tage lang geschlossen hatte. Für Fährgäste ist das schön.",
        "cp1252 cp850 mac-roman",
    ),
    "el": ("Το λιμάνι άνοιξε ξανά τη Δευτέρα, αφού η καταιγίδα το είχε κρατήσει κλειστό εννέα ημέρες.", "cp1253 iso8859-7 cp737"),
    "es": ("El puerto abrió de nuevo el lunes, después de que la tormenta lo cerrara nueve días. Mañana también habrá niños a bordo.", "cp1252 mac-roman"),
    "fr": ("Le port a rouvert lundi après neuf jours de tempête. L’équipage a été reçu à l’hôtel de ville par la préfète.", "cp1252 mac-roman"),
    "he": ("הנמל נפתח מחדש ביום שני לאחר שהסערה סגרה אותו תשעה ימים.", "cp1255 iso8859-8 cp862"),
    "hu": ("A kikötő hétfőn újra megnyílt, miután a vihar kilenc napig zárva tartotta. A hajók ismét közlekednek.", "cp1250 iso8859-2 cp852"),
    "it": ("Il porto ha riaperto lunedì, perché la tempesta è finita. La città è più tranquilla, così come i pescatori.", "cp1252 iso8859-15"),
    "ja": ("港は嵐のため九日間閉鎖されていたが、月曜日に再び開いた。船はまた毎時間出る。", "cp932 euc_jp iso2022_jp utf-16-le utf-16-be"),
    "ko": ("항구는 폭풍으로 아흐레 동안 닫혔다가 월요일에 다시 문을 열었다고 시장이 말했다.", "cp949 johab iso2022_kr utf-16-le utf-16-be"),
    "pl": ("Port otwarto ponownie w poniedziałek, gdyż burza zamknęła go na dziewięć dni. Załoga życzy sobie spokoju.", "cp1250 iso8859-2 cp852"),
    "pt": ("O porto reabriu na segunda-feira, após nove dias de tempestade. A população não está tranquila, disse o capitão.", "cp1252 cp850"),
    "ru": ("Порт снова открылся в понедельник после того, как шторм закрыл его на девять дней.", "cp1251 koi8-r cp866 iso8859-5 mac-cyrillic cp855 utf-16-le"),
    "sv": ("Hamnen öppnade igen på måndagen efter att stormen hållit den stängd i nio dygn. Färjan går åter varje timme.", "cp1252 mac-roman"),
    "th": ("ท่าเรือเปิดอีกครั้งในวันจันทร์หลังจากพายุทำให้ปิดเก้าวัน", "cp874"),
    "tr": ("Liman, fırtınanın dokuz gün kapalı tutmasının ardından pazartesi günü yeniden açıldı. Şehirde sevinç büyük.", "cp1254 cp857"),
    "uk": ("Порт знову відкрився в понеділок після того, як шторм закрив його на дев’ять днів. Її капітан задоволений.", "cp1251 mac-cyrillic"),
    "zh": ("港口因风暴关闭九天之后，于星期一重新开放。市长说，船只又可以每小时开出一班了。", "gb18030 hz utf-16-le utf-16-be"),
    "zh-Hant": ("港口因風暴關閉九天之後，於星期一重新開放。市長說，船隻又可以每小時開出一班了。", "big5 utf-16-be"),
    "ar": ("أعيد فتح الميناء يوم الاثنين بعد أن أغلقته العاصفة تسعة أيام.", "cp1256 iso8859-6 utf-16-le"),
}


@pytest.mark.parametrize(("text", "codec"), [(text, codec) for text, names in ARTICLES.values() for codec in names.split()])
def test_detected(text, codec):
    data = text.encode(codec)
    found = decode(data)
    assert found.text == text
    assert found.confidence >= 0.65
    assert data.decode(found.encoding) == text, "the name is one that Python reads by"


@pytest.mark.parametrize("text", [text for text, names in ARTICLES.values() if text.upper() != text])
def test_headlines_in_capitals(text):
    codec = next(names for known, names in ARTICLES.values() if known == text).split()[0]
    headline = text[:60].replace("’", "").upper()
    assert decode(headline.encode(codec, "ignore")).text == headline.encode(codec, "ignore").decode(codec)


@pytest.mark.parametrize(("text", "codec"), [(text, codec) for text, names in ARTICLES.values() for codec in names.split()])
def test_what_is_declared_and_right_stands(text, codec):
    found = decode(text.encode(codec), declared=codec)
    assert found.text == text
    assert found.confidence >= 0.95


@pytest.mark.parametrize(("language", "codec"), [("ru", "cp1251"), ("ru", "koi8-r"), ("el", "cp1253"), ("he", "cp1255"), ("ko", "cp949"), ("ja", "cp932")])
@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "iso-8859-2", "utf-16"])
def test_the_language_objects_to_what_is_declared(language, codec, declared):
    text = ARTICLES[language][0]
    doc = normalize(text.encode(codec), media_type=f"text/plain; charset={declared}")
    assert doc.text == text
    assert f"the bytes do not read as the declared {declared}" in doc.flags[0].reason


@pytest.mark.parametrize("text", ["ԵՐԵՎԱՆ քաղաքում նավահանգիստը վերաբացվել է", "პორტი ორშაბათს კვლავ გაიხსნა ქალაქში"])
def test_languages_that_nobody_knows(text):
    assert decode(text.encode("utf-16-le")).text == decode(text.encode("utf-16-be")).text == text
    assert decode(text.encode("utf-16-le"), declared="utf-16le").text == text


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<html><head><meta charset="koi8-r">', "koi8-r"),
        ('<!doctype html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "windows-1251"),
        ('<?xml version="1.0" encoding="koi8-r"?><html>', "koi8-r"),
    ],
)
def test_a_page_declares_its_charset(head, found):
    page = f"{head}<p>Порт</p>"
    assert decode(page.encode(found)) == (page, found, 0.95)


def test_two_encodings_that_differ_in_one_letter_far_down():
    text = "Le préfet a été reçu à l'hôtel de ville. " * 300 + "Il en a gardé le cœur léger. " + "Le préfet a été reçu à l'hôtel de ville. " * 300
    assert decode(text.encode("iso8859-15"))[:2] == (text, "iso-8859-15")


def test_a_cut_end():
    assert decode("Größe und Maß".encode()[:-1]) == ("Größe und Ma\ufffd", "utf-8", 0.9)
    text = ARTICLES["zh"][0] * 3
    assert decode(text.encode("gb18030")[:-1]).text == text[:-1] + "\ufffd"


def test_stray_bytes():
    text = "Der Hafen öffnete für Fährgäste, und der Bürgermeister begrüßte die Mannschaft."
    assert decode(text.encode() + b" \x93Sch\xf6n\x94") == (text + " “Schön”", "utf-8", 0.45)
    broken = bytearray(((ARTICLES["zh"][0] + "\n") * 20).encode("gb18030"))
    broken[600] = 0xFF
    assert decode(bytes(broken)).confidence < 0.5
    assert decode(bytes(broken)).text.startswith(ARTICLES["zh"][0])


def test_a_control_byte_in_a_long_text():
    text = ARTICLES["ru"][0] * 3
    assert decode(text.encode("cp1251") + b"\x1a").text == text + "\x1a"


def test_padding():
    assert decode(b"The port reopened." + b"\0" * 500).text.strip("\0") == "The port reopened."


@pytest.mark.parametrize("code", ["x~{y~}z", "a = ~{b}", "~{!!~}", "\x1b[31mred\x1b[0m"])
def test_ascii_that_is_no_escape(code):
    assert decode(code.encode()) == (code, "utf-8", 1.0)


def test_a_pdf():
    with pytest.raises(DecodeError, match="it is a PDF"):
        decode(b"%PDF-1.4\n1 0 obj\n")


def test_a_failure_of_the_detector(monkeypatch):
    monkeypatch.setattr("chardet.detect_all", lambda *_, **__: 1 / 0)
    assert decode(ARTICLES["de"][0].encode("cp1252")).text == ARTICLES["de"][0]


def test_the_sample_of_a_large_file():
    data = b"plain\n" * 1_000 + "größer\n".encode("cp1252") + b"plain\n" * 1_000 + "ärger\n".encode("cp1252")
    assert excerpt(data, 100) == "größer\närger\n".encode("cp1252")
    assert excerpt(data, 8) == b"gr\xf6\xdfer\n\xe4"
    assert excerpt(b"abc", 3) == b"abc"
    line = b"\xe9 " * 500 + b"one \xe8 two"
    assert telling(line, 100).endswith(b"\n\xe8")


@pytest.mark.parametrize("kind", ["binary", "high", "printable", "one line", "lines", "escapes"])
def test_large_input_takes_no_longer_than_it_must(kind, monkeypatch):
    asked = []
    monkeypatch.setattr(detection, "nats", lambda text: asked.append(len(text)) or float(len(text)))
    noise = random.Random(1).randbytes(2_000_000)
    data = {
        "binary": noise,
        "high": bytes(b | 0x80 for b in noise),
        "printable": bytes(b if b > 0x1F else 0x41 for b in noise),
        "one line": (ARTICLES["ru"][0] * 25_000).encode("cp1251"),
        "lines": (ARTICLES["ru"][0] + "\n").encode("cp1251") * 25_000,
        "escapes": b"\x1b$B~{!!" * 200_000,
    }[kind]
    try:
        decode(data)
    except DecodeError:
        return
    assert sum(asked) < 500_000


@pytest.mark.parametrize("size", [200, 1_000, 20_000])
def test_noise_is_a_guess(size):
    data = bytes(b | 0x80 for b in random.Random(size).randbytes(size))
    assert decode(data).confidence < 0.5


def test_what_is_not_needed_is_not_imported():
    code = "import newsnorm, sys; newsnorm.decode(b'port'); newsnorm.decode('größe'.encode()); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"chardet", "ftfy", "regex", "langdetect"} & set(out.split())


def test_what_the_detector_took_for_cut_utf_8():
    data = b"\xe1\x80\x80\xf0\x90\x80\x80\xe0\x01"
    assert detection.ranked(data)[1]
    assert decode(data, declared="cp1252").encoding == "windows-1252"


def test_labels():
    assert codecs_of("windows-1252") == ("cp1252", "sloppy-windows-1252")
    assert codecs_of("latin1") == ("cp1252", "sloppy-windows-1252")
    assert codecs_of("shift-jis") == ("cp932", "shift_jis")
    assert codecs_of("koi8-r") == ("koi8-r",)
    assert codecs_of("windows-874") == ("cp874",)
    assert codecs_of("utf-7") == codecs_of("rot13") == codecs_of("nonsense") == ()


def test_a_declared_code_page_has_no_holes():
    text = "Le préfet a été reçu à l'hôtel de ville par la préfète. \x81"
    assert decode(text.encode("latin-1"), declared="iso-8859-1") == (text, "windows-1252", 0.95)


@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(st.sampled_from(sorted(ARTICLES)), min_size=1, max_size=4),
        st.binary(min_size=20, max_size=60).map(lambda b: bytes(x | 0x80 for x in b)),
    )
)
def test_any_bytes(given):
    data = given if isinstance(given, bytes) else b"".join(ARTICLES[k][0].encode(ARTICLES[k][1].split()[0]) for k in given)
    try:
        found = decode(data)
    except DecodeError:
        return
    assert 0 < found.confidence <= 1
    codecs.lookup(found.encoding)
    assert decode(data) == found


@given(st.text(), st.sampled_from(["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"]))
def test_a_mark_is_believed(text, codec):
    text = text.encode(codec, "ignore").decode(codec)
    if text.startswith("\0") and codec == "utf-16le":
        return  # its mark and two NULs are the mark of UTF-32LE
    assert decode(("\ufeff" + text).encode(codec)) == (text, codec, 1.0)


@given(st.lists(st.sampled_from(sorted(ARTICLES)), min_size=1, max_size=3), st.sampled_from(["declared", "marked"]))
def test_plausible_text_comes_back(languages, how):
    name, text = languages[0], "\n".join(ARTICLES[languages[0]][0] for _ in languages)
    codec = ARTICLES[name][1].split()[0]
    if how == "declared":
        assert decode(text.encode(codec), declared=codec).text == text
    else:
        assert decode(text.encode("utf-8-sig")).text == text
