"""What translation makes of a name whose parts it takes for words: ``Kim Jon-a`` of Kim Jong-un (Spanish *un* is "a")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product

from newsnorm.lexicon import GIVEN, RARE, flags, fold

from .forms import Form
from .words import PARTICLES

#: Damaged forms of one name at most: a part has few translations, and few of its parts are words.
MOST = 96
_PIECES = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\w]+")
_HEAD = re.compile(r"(?<![\w'’-])[^\W\d_]+")
_TAIL = re.compile(r"(?:[ \xa0-][^\W\d_]++(?:['’ʼ][^\W\d_]++)*+){1,7}")


def damaged_forms(surface: str, translations: Mapping[str, list[str]]) -> Iterator[str]:
    """The name with at least one part translated, and any other maybe short of its last letter; the intact parts first."""
    pieces = _PIECES.findall(surface)
    options: list[list[tuple[str, bool]]] = []
    for i, piece in enumerate(pieces):
        words = translations.get(fold(piece), []) if i else []
        shorter = [(piece[:-1], False)] if len(piece) >= 4 and piece.isalpha() and not words else []
        cased = [w for word in words for w in ((word, word.capitalize()) if piece[0].isupper() else (word,))]
        options.append([(piece, False), *((word, True) for word in cased), *shorter])
    for choice in product(*options):
        if any(translated for _, translated in choice) and not _is_another(pieces, choice):
            yield "".join(piece for piece, _ in choice)


def _is_another(pieces: list[str], choice: tuple[tuple[str, bool], ...]) -> bool:
    """Whether what is translated is a surname, and what is short of a letter a given name: `Ronald White` is not Ronaldo Blanco."""
    short = any(
        piece != whole and not translated and flags(fold(piece)) & (GIVEN | RARE) == GIVEN for whole, (piece, translated) in zip(pieces, choice, strict=True)
    )
    surname = any(translated and len(whole) > 3 and fold(whole) not in PARTICLES for whole, (_, translated) in zip(pieces, choice, strict=True))
    return short and surname


def find_damaged(text: str, anchors: Iterable[tuple[Form, str]], translations: Mapping[str, list[str]], sound: set[str]) -> Iterator[tuple[int, int, Form]]:
    """(start, end, whose name) for each place where one of the names stands with a part translated.

    anchors  the people and the form that stands for each; sound are names that stand for themselves
    """
    forms: dict[str, Form | None] = {}
    for anchor, surface in anchors:
        if any(part in translations for part in anchor.parts[1:]):
            for form in islice(damaged_forms(surface, translations), MOST):
                forms[form] = None if form in sound or forms.get(form, anchor) is not anchor else anchor
    heads = {m.group() for form in forms if (m := _HEAD.match(form))}
    if not heads:
        return
    longest = max(map(len, forms))
    last = 0
    initials = re.escape("".join(sorted({head[0] for head in heads})))
    for m in re.compile(rf"[{initials}](?<![\w'’-].)[^\W\d_]*+(?=[ \xa0-])", re.DOTALL).finditer(text):
        if m.group() not in heads or m.start() < last or not (tail := _TAIL.match(text, m.end(), m.start() + longest + 2)):
            continue
        ends = [tail.start() + x.end() for x in re.finditer(r"[^\W\d_]+(?=[^\w'’]|$|['’]s\b)", tail.group())]
        for end in reversed(ends):
            if (whose := forms.get(text[m.start() : end].replace("\xa0", " "))) and not re.compile(r"[\w-]").match(text, end):
                last = end
                yield m.start(), end, whose
                break
