"""Language codes as people give them."""

from __future__ import annotations

from .errors import InputError

#: ISO 639-2 and -3 codes, usual in crawls, of the languages that have a shorter one and that rules speak of.
_SHORT = {"eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "por": "pt", "ita": "it", "rus": "ru", "zho": "zh", "chi": "zh"}
_SHORT |= {"jpn": "ja", "kor": "ko", "ara": "ar"}


def language_code(name: str, language: str | None) -> str | None:
    """A language code in BCP 47's spelling: "pt_br" and "PT-BR" are "pt-BR", "ZH-hans" is "zh-Hans", "eng" is "en"."""
    if language is None:
        return None
    if not isinstance(language, str):
        raise InputError(f"{name} takes a str or None, not {type(language).__name__}")
    primary, *others = language.strip().replace("_", "-").split("-")
    if not (primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3 and all(tag.isascii() and tag.isalnum() for tag in others)):
        raise InputError(f'{name} takes a BCP 47 code such as "en" or "pt-BR"; it is {language!r}')
    primary = _SHORT.get(primary.lower(), primary.lower())
    return "-".join([primary, *(tag.title() if len(tag) == 4 else tag.upper() if len(tag) == 2 else tag.lower() for tag in others)])
