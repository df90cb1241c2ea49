"""Which names of a text an engine must not touch."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..patterns import compiled
from .shield import Span, merged

_LATIN = frozenset(
    [
        "af",
        "ast",
        "br",
        "bs",
        "ca",
        "cs",
        "cy",
        "da",
        "de",
        "en",
        "eo",
        "es",
        "et",
        "eu",
        "fi",
        "fr",
        "ga",
        "gl",
        "hr",
        "hu",
        "id",
        "is",
        "it",
        "la",
        "lt",
        "lv",
        "ms",
        "mt",
        "nb",
        "nl",
        "nn",
        "no",
        "oc",
        "pl",
        "pt",
        "ro",
        "sk",
        "sl",
        "sq",
        "sv",
        "sw",
        "tl",
        "tr",
        "uz",
        "vi",
    ]
)


#: Before a part of a person's name these make it a place's: `Los Ángeles`, `Santa Marta`.
_HEADED = r"(?<![\p{L}\p{M}])(?:El|La|Los|Las|San|Santa|Santo) $"
#: A surname with its particles, at the end of a name, and standing alone with a capital.
_PARTICLES = "d[eiou]s?|del|da|das|de la|de las|de los|della|van|van de[nr]?|von|zu|al|bin"
_TAIL = rf" ((?:{_PARTICLES}) \p{{Lu}}[\p{{L}}\p{{M}}]++)$"
_ALONE = rf"(?<![\p{{L}}\p{{M}}\p{{N}}-])(?=\p{{Lu}})(?i:{_PARTICLES}) \p{{Lu}}[\p{{L}}\p{{M}}]++(?![\p{{L}}\p{{M}}\p{{N}}-])"


def known_names(text: str, people: tuple[str, ...] = ()) -> list[Span]:
    """The names that are a person's for sure: those of the cast, the parts of such names standing alone, and those given."""
    from ..config import Config
    from ..people import known_people
    from ..view import View

    cast = View(text, Config(), known=known_people(people)).cast
    spans = [(m.start, m.end) for named in cast.named for m in named.mentions]
    parts = {w for s, e in spans for w in text[s:e].split() if len(w) > 2 and w[0].isupper()}
    hyphenated = compiled(r"(?<![\p{L}\p{M}\p{N}@#/_-])\p{Lu}\p{Ll}++-\p{Lu}\p{Ll}++(?![\p{L}\p{M}\p{N}-])")
    whole = merged(spans)
    starts = [s for s, _ in whole]
    words = compiled(r"(?<![\p{L}\p{M}\p{N}@#/_-])\p{Lu}[\p{L}\p{M}]++(?:[-'’][\p{L}\p{M}]++)*+")
    for m in words.finditer(text):
        if m.group() in parts or hyphenated.fullmatch(text, *m.span()):
            i = bisect_right(starts, m.start()) - 1
            if (i < 0 or whole[i][1] <= m.start()) and not compiled(_HEADED).search(text, max(0, m.start() - 6), m.start()):
                spans.append(m.span())
    return merged([*spans, *_tails(text, whole)])


def _tails(text: str, whole: list[Span]) -> Iterator[Span]:
    """The surnames of known names with their particle, which has a capital where they stand alone: `De la Vega`, after `Fernández de la Vega`."""
    tails = {m[1] for s, e in whole if (m := compiled(_TAIL).search(text[s:e])) is not None}
    for m in compiled(_ALONE).finditer(text) if tails else ():
        if m.group()[0].lower() + m.group()[1:] in tails:
            yield m.span()


def keeps_letters(source: str, target: str) -> bool:
    """Whether a name is written with the same letters in both languages, so that it can be taken over as it is."""
    return source in _LATIN and target in _LATIN
