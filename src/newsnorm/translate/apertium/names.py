"""Which names Apertium would spoil: its own analyser says what it does not know, and what it takes for a person."""

from __future__ import annotations

from collections.abc import Sequence

from ...patterns import compiled

Unit = tuple[int, int, str, str]
Span = tuple[int, int]
_PARTICLES = frozenset(("de", "del", "la", "van", "von", "al", "bin", "da", "der", "el", "y"))
_TITLES = r"(?i)(?:sr|sra|srta|sres|dr|dra|don|doña|presidente|rey|reina|papa|príncipe|princesa|juez|senador|ministro|general|coronel|capitán|señor|profesor)\.?<n>"
_JOINING = _PARTICLES - {"el", "y"}


def spoilt(text: str, units: Sequence[Unit]) -> list[Span]:
    """The spans of a sentence that must be shielded: runs of capitalised words

    * with a word that is not known,
    * of two words and more, one of them a given name or surname ("Pablo Iglesias"),
    * in capitals, up to five letters, not known as a name or acronym ("ESA"), where the sentence is not all in capitals.
    """
    shouting = text.upper() == text
    runs = (_without_title(run) for run in _runs(text, units))
    return [(run[0][0], run[-1][1]) for run in runs if run and _is_spoilt(run, units[0][0] if units else 0, shouting=shouting)]


def _runs(text: str, units: Sequence[Unit]) -> list[list[Unit]]:
    """Maximal runs of capitalised units with a blank or hyphen between; particles inside."""
    runs: list[list[Unit]] = []
    run: list[Unit] = []
    waiting: list[Unit] = []
    for unit in units:
        start, _, surface, _ = unit
        last = waiting[-1] if waiting else run[-1] if run else None
        joined = last is not None and text[last[1] : start] in (" ", "-", "", "'", "’", "\u00a0")
        if surface[:1].isupper():
            if joined:
                run += [*waiting, unit]
            else:
                if run:
                    runs.append(run)
                run = [unit]
            waiting = []
        elif joined and run and (surface in _JOINING or (last is not None and text[last[1] : start] in ("-", "")) and surface.isalnum()):
            if text[last[1] : start] in ("-", "") and last is not None:  # `Jong-un`: the rest of a hyphenated name belongs to it
                run += [*waiting, unit]
                waiting = []
            else:
                waiting.append(unit)
        else:
            if run:
                runs.append(run)
            run, waiting = [], []
    if run:
        runs.append(run)
    return runs


def _without_title(run: list[Unit]) -> list[Unit]:
    """The run without the title before the name, which is to be translated: `Sr. Duncan`, `Presidente Obama`."""
    while len(run) > 1 and compiled(_TITLES).match(run[0][3]):
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
