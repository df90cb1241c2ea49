"""Which names Apertium would spoil: its own analyser says what it does not know, and what it takes for a person."""

from __future__ import annotations

from collections.abc import Sequence

from ...patterns import compiled

Unit = tuple[int, int, str, str]
Span = tuple[int, int]
_TITLES = (
    r"(?i)(?:sr|sra|srta|sres|dr|dra|don|doña|presidente|rey|reina|papa|príncipe|princesa|juez|senador|ministro|general|coronel|capitán|señor|profesor)\.?<n>"
)
_OPENERS = r"<(?:adv|pr|det|prn|cnj[a-z]*+|rel|predet|preadv|v[a-z]++|ij)>"
_SHORT_TITLES = frozenset(("Sr", "Sra", "Srta", "Sres", "Dr", "Dra"))
_JOINING = frozenset(("de", "del", "la", "van", "von", "al", "bin", "da", "der"))


#: Words of several parts that are one name: hyphens, apostrophes, initials.
_WHOLE = (
    r"(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}]*+(?:[-'’][\p{L}\p{M}]++)++(?![\p{L}\p{M}\p{N}-])"
    r"|(?<![\p{L}\p{M}\p{N}.])(?:(?:\p{Lu}{1,2}\.){2,6}+(?:\p{Lu}{1,2}(?![\p{L}\p{M}\p{N}]))?+|\p{Lu}\.\p{Lu}(?![\p{L}\p{M}\p{N}]))"
)
#: Surnames that are words too, and so are translated where they stand alone. Written from general knowledge.
_SURNAMES = frozenset(
    [
        "Aguilar",
        "Arroyo",
        "Blanco",
        "Borrego",
        "Bravo",
        "Caballero",
        "Calvo",
        "Camacho",
        "Campos",
        "Cano",
        "Casado",
        "Castillo",
        "Cordero",
        "Correa",
        "Cortés",
        "Crespo",
        "Delgado",
        "Flores",
        "Fuentes",
        "Guerrero",
        "Herrera",
        "Herrero",
        "Hidalgo",
        "Iglesias",
        "Lago",
        "Laguna",
        "Leal",
        "León",
        "Maduro",
        "Marín",
        "Márquez",
        "Medina",
        "Merino",
        "Molina",
        "Montes",
        "Montero",
        "Mora",
        "Morales",
        "Moreno",
        "Mota",
        "Nieto",
        "Otero",
        "Palacios",
        "Parra",
        "Pascual",
        "Pastor",
        "Peña",
        "Piñera",
        "Prado",
        "Redondo",
        "Reyes",
        "Rivera",
        "Robles",
        "Rojas",
        "Rojo",
        "Rubio",
        "Sabio",
        "Salas",
        "Santos",
        "Serrano",
        "Soto",
        "Torres",
        "Valle",
        "Vargas",
        "Vega",
        "Vidal",
        "Zapatero",
        "Honda",
        "Apple",
        "Shell",
        "Delta",
        "Bolsonaro",
        "Lula",
        "Milei",
        "Rajoy",
        "Casillas",
        "Puyol",
    ]
)


def spoilt(text: str, units: Sequence[Unit], seen: frozenset[str] = frozenset()) -> list[Span]:
    """The spans of a sentence that must be shielded: runs of capitalised words

    * with a word that is not known,
    * of two words and more, one of them a given name or surname ("Pablo Iglesias"),
    * of one word that is a surname too, or a part of a name ``seen`` elsewhere in the text, and not the first of the sentence,
    * in capitals, up to five letters, not known as a name or acronym ("ESA"), where the sentence is not all in capitals.
    """
    shouting = text.upper() == text
    units = _whole(text, units)
    first = units[0][0] if units else 0
    runs = (_without_title(run, first) for run in _runs(text, units))
    return [(run[0][0], run[-1][1]) for run in runs if run and (_is_spoilt(run, first, shouting=shouting) or _is_part(run, first, seen))]


def parts(text: str, units: Sequence[Unit]) -> set[str]:
    """The words of the sentence's names of several words: where one stands alone, it is the same person."""
    found = set()
    units = _whole(text, units)
    for run in (_without_title(run, units[0][0]) for run in _runs(text, units)):
        capitals = [u for u in run if u[2][:1].isupper()]
        if 2 <= len(capitals) <= 5 and any("<ant>" in u[3] for u in capitals):
            found |= {u[2] for u in capitals[1:] if len(u[2]) >= 4 and u[2].isalpha() and not u[2].isupper()}
    return found


def _is_part(run: list[Unit], first: int, seen: frozenset[str]) -> bool:
    return len(run) == 1 and run[0][0] != first and (run[0][2] in _SURNAMES or (run[0][2] in seen and "<np>" not in run[0][3]))


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
