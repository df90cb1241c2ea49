"""Korean names in Latin letters: a surname and a given name of two syllables."""

from __future__ import annotations

from newsnorm.people import korean_surnames

#: Syllables of given names as Revised Romanization, McCune-Reischauer and the press write them. Written for newsnorm.
_SYLLABLES = frozenset(
    ["ae", "ah", "ahn", "an", "ba", "bae", "baek", "bang", "beom", "bin", "bo", "bok", "bong", "boo", "bum", "byeong", "byong", "byung", "cha", "chae", "chan", "chang", "cheol", "cheon", "cheong", "chi", "chin", "cho", "chol", "chon", "chong", "choo", "choon", "choong", "chul", "chun", "chung", "da", "dae", "dal", "dan", "dang", "deok", "do", "dol", "dong", "doo", "du", "duck", "duk", "eok", "eon", "eui", "eul", "eum", "eun", "ga", "gab", "gang", "gap", "geol", "geon", "geuk", "geum", "geun", "gi", "gil", "go", "gon", "gong", "goo", "gook", "gu", "guk", "gun", "gwan", "gwang", "gwon", "gye", "gyeong", "gyo", "gyu", "gyun", "ha", "hae", "haeng", "hak", "han", "hang", "hee", "heon", "heum", "heung", "hi", "ho", "hong", "hoo", "hoon", "hu", "hui", "huh", "hun", "hwa", "hwan", "hwang", "hye", "hyeok", "hyeon", "hyeong", "hyo", "hyok", "hyon", "hyong", "hyuk", "hyun", "hyung", "i", "ik", "il", "im", "in", "ja", "jae", "jang", "je", "jeok", "jeon", "jeong", "jeung", "ji", "jik", "jin", "jo", "jong", "joo", "joon", "joong", "ju", "jun", "jung", "kang", "kap", "keon", "keum", "keun", "ki", "kil", "ko", "kon", "kook", "ku", "kuk", "kun", "kwan", "kwang", "kwon", "kye", "kyo", "kyong", "kyoo", "kyoung", "kyu", "kyun", "kyung", "mae", "man", "mee", "mi", "min", "mo", "mok", "mong", "moo", "moon", "mu", "muk", "mun", "myeong", "myong", "myoung", "myung", "na", "nae", "nam", "nan", "no", "ok", "on", "pal", "pil", "po", "pong", "pum", "pyo", "pyong", "ra", "rae", "rak", "ran", "rang", "re", "ri", "rim", "rin", "ro", "rok", "ruk", "ryeol", "ryol", "ryon", "ryong", "ryul", "ryun", "ryung", "sa", "sae", "sam", "san", "sang", "se", "sek", "seo", "seok", "seol", "seon", "seong", "seop", "seul", "seung", "shi", "shick", "shik", "shim", "shin", "si", "sik", "sim", "sin", "so", "sob", "sok", "sol", "son", "song", "soo", "sook", "soon", "sop", "sou", "su", "sub", "suk", "sul", "sun", "sung", "sup", "tae", "taek", "taik", "tak", "tek", "u", "ui", "uk", "un", "ung", "wan", "wang", "wi", "wol", "won", "woo", "wook", "woon", "woong", "wu", "wuk", "ya", "yang", "ye", "yee", "yeo", "yeol", "yeon", "yeong", "yeop", "yeun", "yi", "yo", "yok", "yol", "yon", "yong", "yoo", "yool", "yoon", "you", "young", "yu", "yuk", "yul", "yun", "yung"]
)


def is_korean(name: str) -> bool:
    """Whether the name has the shape of one: ``Choe Ryong-hae``."""
    surname, _, given = name.partition(" ")
    one, hyphen, other = given.casefold().partition("-")
    return bool(hyphen) and surname in korean_surnames() and is_syllable(one) and is_syllable(other)


def is_syllable(part: str) -> bool:
    """Whether a folded part is a Korean syllable."""
    return part in _SYLLABLES
