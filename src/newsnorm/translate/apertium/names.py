"""Which names Apertium would spoil: its own analyser says what it does not know, and what it takes for a person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...lexicon import CALENDAR, COMMON, FUNCTION, GIVEN, ORGANISATION, PLACE, SURNAME, flags, fold
from ...patterns import compiled
from .same import RUNS, WORDS

Unit = tuple[int, int, str, str]
Span = tuple[int, int]
_TITLES = (
    r"(?i)(?:sr|sra|srta|sres|dr|dra|don|doña|presidente|rey|reina|papa|príncipe|princesa|juez|senador|ministro|general|coronel|capitán|señor|profesor)\.?<n>"
)
_OPENERS = r"<(?:adv|pr|det|prn|cnj[a-z]*+|rel|predet|preadv|v[a-z]++|ij)>"
_SHORT_TITLES = frozenset(("Sr", "Sra", "Srta", "Sres", "Dr", "Dra"))
_JOINING = frozenset(("de", "del", "la", "van", "von", "al", "bin", "da", "der"))


_ARTICLES = frozenset(("El", "La", "Los", "Las"))
#: Places with an article that English names otherwise.
_TRANSLATED = frozenset(("Habana", "Meca", "Cairo", "Vaticano", "Kremlin", "Pentágono", "Líbano", "Sáhara", "Mancha", "Balcanes", "Alpes", "Andes", "Pirineos"))
#: Before a name that is not translated, with and without "de".
_PLACES = frozenset(
    (
        "aldea",
        "cantón",
        "caserío",
        "comunidad",
        "condado",
        "corregimiento",
        "distrito",
        "ejido",
        "fraccionamiento",
        "localidad",
        "municipio",
        "paraje",
        "poblado",
        "provincia",
        "ranchería",
    )
)
_STREETS = frozenset(("avenida", "bulevar", "calle", "colonia"))
_HEADS = frozenset(("Café", "Hotel", "Puerto", "Restaurante"))
#: Before a surname, whatever else the word may mean.
_ADDRESSED = r"(?<![\p{L}\p{M}])(?:[DS]ra?|Srta|Don|Doña|don|doña|Fray|fray)\.? $"
#: Words of several parts that are one name: hyphens, apostrophes, initials.
_WHOLE = (
    r"(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}]*+(?:[-'’][\p{L}\p{M}]++)++(?![\p{L}\p{M}\p{N}-])"
    r"|(?<![\p{L}\p{M}\p{N}.])(?:(?:\p{Lu}{1,2}\.){2,6}+(?:\p{Lu}{1,2}(?![\p{L}\p{M}\p{N}]))?+|\p{Lu}\.\p{Lu}(?![\p{L}\p{M}\p{N}]))"
)


def spoilt(text: str, units: Sequence[Unit], seen: frozenset[str] = frozenset()) -> list[Span]:
    """The spans of a sentence that must be shielded: runs of capitalised words

    * with a word that is not known,
    * of two words and more, one of them a given name or surname ("Pablo Iglesias"),
    * of one word that is the same in English (a surname, a city), or a part of a name ``seen`` elsewhere in the text, and not the first of the sentence,
    * not at the beginning, with a word that could only be a verb ("Hay Festival"), or with an article ("El Enebro"),
    * what comes after "calle" or "municipio de", or begins with "Hotel", and one word after "Dr.",
    * of one noun right after a noun ("radio Globo"), of one given name that is a word too ("Marco"), of one word in quotation marks,
    * in capitals, up to five letters, not known as a name or acronym ("ESA"), where the sentence is not all in capitals.
    """
    shouting = text.upper() == text
    units = _whole(text, units)
    first = units[0][0] if units else 0
    before = {b[0]: a for a, b in pairwise(units)}
    headed = {c[0]: a for a, b, c in zip(units, units[1:], units[2:], strict=False) if b[2] == "de"}
    out: list[Span] = []
    for whole in _runs(text, units):
        if len(whole) > 1 and text[whole[0][0] : whole[1][1]] in seen:
            out.append((whole[0][0], whole[1][1]))  # at a beginning its article looks like any other
        run = _without_title(whole, first)
        if _is_spoilt(run, first, shouting=shouting) or _is_part(run, first, seen):
            out.append((run[0][0], run[-1][1]))
        elif not shouting:
            start = run[0][0]
            named = _is_name(text, run, before.get(start)) or _is_address(run, before.get(start), headed.get(start))
            if (start != first and _is_quoted(text, run)) or _is_addressed(text, run) or (not _begins(text, start, first) and named):
                out.append((run[0][0], run[-1][1]))
            elif len(run) > 1:
                out += _same(text, run, first)
    return out


def _same(text: str, run: list[Unit], first: int) -> list[Span]:
    """The names within a run that English writes the same: `Gran Vía` of `Gran Vía de Madrid`."""
    pairs = [(a[0], b[1]) for a, b in pairwise(run) if text[a[0] : b[1]] in RUNS]
    return pairs or [(u[0], u[1]) for u in run if u[2] in WORDS and not _begins(text, u[0], first)]


def _begins(text: str, start: int, first: int) -> bool:
    """Whether a sentence, a quotation or a title begins here, so that its capital proves nothing."""
    return start == first or bool(compiled(r"[^\p{L}\p{N}\s,)\]/&;]\s*+").search(text, max(0, start - 2), start))


def _is_name(text: str, run: list[Unit], before: Unit | None) -> bool:
    """Whether a run in the middle of a sentence is a name though the analyser knows its words."""
    capitals = [u for u in run if u[2][:1].isupper()]
    if len(run) > 1:
        if run[0][2] in _ARTICLES and run[1][2] in _TRANSLATED:
            return False
        if any(_is_verb(u) for u in capitals):
            return True
        return run[0][2] in _ARTICLES and run[1][2][:1].isupper()
    start, _, surface, analyses = run[0]
    known = flags(fold(surface))
    if not surface.isalpha() or surface.isupper() or compiled(_TITLES).search(analyses):
        return False
    if _is_verb(run[0]):
        return True
    if "<np>" not in analyses and known & (CALENDAR | FUNCTION | PLACE):
        return False
    if compiled(r"<(?:adj|adv|det|pr|prn|num|ij|cnj[a-z]*+|rel)>").search(analyses):
        return False
    if "<np>" in analyses:
        return compiled(r"<np><ant>").search(analyses) is not None and compiled(r"<(?:n|v[a-z]*+)>").search(analyses) is not None
    if known & SURNAME and not known & (COMMON | ORGANISATION) and not (before is not None and compiled(r"<det>").search(before[3])):
        return True
    beside = before is not None and before[2].islower() and text[before[1] : start] == " "
    return beside and before is not None and "<n>" in before[3] and not compiled(r"<det>|<pr>").search(before[3])


def _is_address(run: list[Unit], before: Unit | None, headed: Unit | None) -> bool:
    """Whether a run is what a street, a small place or a house is called: its words are no words there. Cities and countries are Apertium's."""
    if any("<np>" in u[3] or flags(fold(u[2])) & (CALENDAR | PLACE) for u in run if u[2][:1].isupper()):
        return False
    street = before is not None and before[2] in _STREETS
    place = headed is not None and headed[2] in _PLACES and "<pl>" not in run[0][3]
    return street or place or (len(run) > 1 and run[0][2] in _HEADS and run[1][2][:1].isupper())


def _is_addressed(text: str, run: list[Unit]) -> bool:
    """Whether a run is the surname of somebody addressed: `Dr. Lee`, not `Sr. Ministro`."""
    start, _, surface, analyses = run[0]
    if len(run) > 1 or not surface.isalpha() or surface.isupper() or compiled(_TITLES).search(analyses):
        return False
    known = flags(fold(surface))
    office = "<n>" in analyses and (known & COMMON or not known & (SURNAME | GIVEN))
    return not office and compiled(_ADDRESSED).search(text, max(0, start - 6), start) is not None


def _is_quoted(text: str, run: list[Unit]) -> bool:
    """Whether a run is a title of one word, in quotation marks of its own."""
    start, end, _, analyses = run[0]
    if len(run) > 1 or compiled(r"<(?:adv|ij|det|pr|prn|num)>").search(analyses):
        return False
    return compiled(r"[\"“«]\p{L}++[\"”»]").fullmatch(text, max(0, start - 1), end + 1) is not None


def _is_verb(unit: Unit) -> bool:
    """Whether the analyser takes a word for a verb and nothing else."""
    readings = unit[3].split("/")
    return len(unit[2]) > 2 and unit[2].isalpha() and not unit[2].isupper() and all(compiled(r"[^<]*+<v[a-z]*+>").match(r) for r in readings)


def parts(text: str, units: Sequence[Unit]) -> set[str]:
    """The words of the sentence's names of several words: where one stands alone, it is the same person. Names with an article as they are."""
    found = set()
    units = _whole(text, units)
    for run in (_without_title(run, units[0][0]) for run in _runs(text, units)):
        capitals = [u for u in run if u[2][:1].isupper()]
        if len(run) > 1 and run[0][2] in _ARTICLES and not _begins(text, run[0][0], units[0][0]) and _is_name(text, run, None):
            found.add(text[run[0][0] : run[1][1]])
        if 2 <= len(capitals) <= 5 and any("<ant>" in u[3] for u in capitals):
            found |= {u[2] for u in capitals[1:] if len(u[2]) >= 4 and u[2].isalpha() and not u[2].isupper()}
    return found


def _is_part(run: list[Unit], first: int, seen: frozenset[str]) -> bool:
    return len(run) == 1 and run[0][0] != first and (run[0][2] in WORDS or (run[0][2] in seen and "<np>" not in run[0][3]))


def _whole(text: str, units: Sequence[Unit]) -> list[Unit]:
    """The units, those of one hyphenated name or of initials as one."""
    spans = [m.span() for m in compiled(_WHOLE).finditer(text)]
    out: list[Unit] = []
    k = 0
    for unit in units:
        while k < len(spans) and spans[k][1] <= unit[0]:
            k += 1
        if k < len(spans) and spans[k][0] <= unit[0] and unit[1] <= spans[k][1]:
            start, end = spans[k]
            if unit[:2] == (start, end):
                out.append(unit)
            elif unit[0] == start:
                known = "" if text[end - 1] != "." and "." not in text[start:end] else "*"
                if compiled(r"\p{L}{1,2}+['’]\p{Lu}").match(text, start):  # O'Donovan: its O is no word
                    unit = (*unit[:3], "*")
                out.append((start, end, text[start:end], unit[3] or known))
            elif out and out[-1][0] == start:
                analyses = "*" if unit[3].startswith("*") or "." in out[-1][2] or unit[2].islower() else out[-1][3]
                out[-1] = (*out[-1][:3], analyses)
        else:
            out.append(unit)
    return out


def _runs(text: str, units: Sequence[Unit]) -> list[list[Unit]]:
    """Maximal runs of capitalised units with a blank or nothing between; particles inside, not at the ends."""
    runs: list[list[Unit]] = []
    run: list[Unit] = []
    units = [part for unit in units for part in _apart(unit)]
    waiting: list[Unit] = []  # particles after the run: part of it if a capital follows
    for unit in units:
        last = [*run, *waiting][-1:]
        joined = bool(last) and text[last[0][1] : unit[0]] in (" ", "", "\u00a0")
        if unit[2][:1].isupper():
            if joined:
                run += [*waiting, unit]
            else:
                runs.append(run)
                run = [unit]
            waiting = []
        elif joined and unit[2] in _JOINING:
            waiting.append(unit)
        else:
            runs.append(run)
            run, waiting = [], []
    return [r for r in [*runs, run] if r]


def _apart(unit: Unit) -> list[Unit]:
    """A unit such as "del Sur" or "de Madera" as its particle and its name."""
    start, end, surface, analyses = unit
    particle, blank, rest = surface.partition(" ")
    if particle not in _JOINING or not blank or not rest[:1].isupper() or " " in rest:
        return [unit]
    return [(start, start + len(particle), particle, "<pr>"), (end - len(rest), end, rest, analyses)]


def _without_title(run: list[Unit], first: int) -> list[Unit]:
    """The run without what comes before the name and is to be translated: `Sr. Duncan`, `Presidente Obama`, `Ayer Ana` at the beginning."""
    while len(run) > 1:
        start, _, surface, analyses = run[0]
        title = compiled(_TITLES).match(analyses) or surface.rstrip(".") in _SHORT_TITLES
        opener = start == first and compiled(_OPENERS).search(analyses) and not compiled(r"^\*|<(?:np|n|adj)>").search(analyses)
        if not title and not opener:
            break
        run = run[1:]
    return run


def _is_spoilt(run: list[Unit], first: int, *, shouting: bool) -> bool:
    capitals = [u for u in run if u[2][:1].isupper()]
    if any(u[3].startswith("*") for u in capitals):
        return not shouting
    if len(capitals) > 1 and any("<ant>" in u[3] or "<cog>" in u[3] for u in capitals):
        return True
    if len(run) == 1:
        start, _, surface, analyses = run[0]
        short = len(surface) <= 5 and surface.isupper() and len(surface) > 1
        return short and start != first and not shouting and not compiled(r"<acr>|<np>").search(analyses)
    return False
