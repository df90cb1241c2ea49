"""What encodings are called: the labels that pages declare, the codecs that read them, and the names that we report."""

from __future__ import annotations

import codecs
import re

#: What the web means by a label (WHATWG Encoding Standard, section 4.2: the superset is what publishers write), by codec.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "shift_jis_2004": "cp932",
    "euc_jis_2004": "euc_jp",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
    "utf-8-sig": "utf-8",
}
#: Labels of that standard, and of mail, that Python does not know.
_LABELS = {
    "dos-874": "cp874",
    "windows-874": "cp874",
    "windows-936": "gb18030",
    "windows-949": "cp949",
    "windows-31j": "cp932",
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "cn-big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-cp1254": "cp1254",
    "iso-8859-6-i": "iso8859-6",
    "iso-8859-8-i": "iso8859-8",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    "unicode": "utf-16-le",
    "ucs-2": "utf-16-le",
}
#: Codec -> the names it may be reported by, where Python reads the same text by that name; the last is Python's own for the codec.
#: The standard's windows-874 and x-mac-cyrillic are missing, since Python does not know them.
_NAMES = {
    "big5hkscs": ("big5", "cp950", "big5hkscs"),
    "cp866": ("ibm866",),
    "cp932": ("shift_jis", "cp932"),
    "cp949": ("euc-kr", "cp949"),
    "euc_jp": ("euc-jp",),
    "hz": ("hz-gb-2312",),
    "iso2022_jp": ("iso-2022-jp",),
    "iso2022_kr": ("iso-2022-kr",),
    "mac-roman": ("macintosh",),
    "utf-16-be": ("utf-16be",),
    "utf-16-le": ("utf-16le",),
    "utf-32-be": ("utf-32be",),
    "utf-32-le": ("utf-32le",),
}
#: Codecs that Python has and no page is written in.
_PYTHON_ONLY = re.compile("escape|idna|punycode|undefined|utf-7|mbcs|oem|raw|palmos|charmap")


def codecs_of(label: str) -> tuple[str, ...]:
    """The codecs to try for a declared charset, the web's superset first; none for a label that says nothing."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return ()
    if not codecs.lookup(name)._is_text_encoding or _PYTHON_ONLY.search(name):
        return ()
    wider = WIDER.get(name, name)
    return (wider, sloppy(wider)) if sloppy(wider) != wider else (wider, name) if wider != name else (name,)


def sloppy(codec: str) -> str:
    """ftfy's codec for one of windows-1250 to -1258, which reads the bytes that the code page leaves open as C1, as browsers do; else the codec."""
    return re.sub(r"\Acp(125\d)\Z", r"sloppy-windows-\1", codec)


def name_of(codec: str, data: bytes, text: str) -> str:
    """The name to report for data that the codec reads as text: the WHATWG Encoding Standard's in small letters, if Python reads the same by it."""
    *others, own = _NAMES.get(codec, (codec,))
    for name in others:
        try:
            if data.decode(name) == text:
                return name
        except UnicodeDecodeError:
            continue
    return re.sub(r"\A(?:sloppy-windows-|cp)(?=125\d\Z)", "windows-", re.sub(r"\Aiso8859-", "iso-8859-", own))
