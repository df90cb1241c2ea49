"""Repairs mojibake: UTF-8 that was read as windows-1252, Latin-1 and their like (`CafÃ©`), and C1 for windows-1252 marks.

Where the damage comes from: a page declares one encoding and is written in another. The repair is ftfy's encoding fixer
(Robyn Speer, Apache-2.0), called line by line with an explicit configuration: none of its fixes for quotation marks,
width, ligatures, line breaks or normal form, which rewrite correct text in most languages.

Left alone on purpose: a line that shows a word both ways, in quotation marks (it is about mojibake); lines that
ftfy's own test of badness finds nothing in; typographic quotation marks, full-width punctuation, and letters that are
only unusual.
"""

from collections import Counter
from functools import cache
from typing import Any

from newsnorm.patterns import compiled
from newsnorm.rule import Example, rewrite


@cache
def _settings() -> Any:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )


def _is_bad(text: str) -> bool:
    if text.isascii():
        return False
    from ftfy.badness import is_bad

    return bool(is_bad(text)) or bool(compiled(r"[\x80-\x9f]").search(text))


def _fixed(line: str) -> str:
    from ftfy import fix_encoding

    # Portuguese capitals end in Ã: before a mark or a space that is no half of a letter
    parts = compiled(r"((?<=\p{Lu}{2})Ã(?=[\s\p{P}]))").split(line)
    fixed = "".join(part if part == "Ã" else str(fix_encoding(part, _settings())) for part in parts)
    return line if _shows_both(line, fixed) else fixed


def _shows_both(line: str, fixed: str) -> bool:
    """Whether the line is about mojibake: its few repaired words stand in it already, or it says what a character turns into."""
    words = compiled(r"[\p{L}\p{M}]++").findall
    added = Counter(words(fixed)) - Counter(words(line))
    if not added or added.total() > 2:
        return False
    shown = compiled(r"(?:\b(?:shows? as|turns? into|becomes?|like|reads?)|→|=>)\s[\"“]?[ÃÂâ]").search(line)
    return shown is not None or any(word in Counter(words(line)) for word in added)


RULE = rewrite(
    "encoding.mojibake",
    _fixed,
    suspicious=_is_bad,
    reason="UTF-8 read in another encoding",
    confidence=0.99,
    examples=(
        Example("The cafÃ© in SÃ£o Paulo", "The café in São Paulo"),
        Example("Itâ€™s late", "It’s late"),
        Example("Он сказал Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "Он сказал привет", "ru"),
        Example.clean('The sign read "CafÃ©" instead of "Café".'),
        Example.clean("“PÃO FRESCO SÓ AMANHÃ”, IRMÃ – SÓ MAÇÃ, AMANHÃ!", "pt"),
        Example.clean("« Déjà vu », dit-il ; l’été à Nîmes", "fr"),
        Example.clean("“Größe” – 4288×2848 – ½ €", "de"),
        Example.clean("他说：“好！”（笑）", "zh"),
    ),
)
