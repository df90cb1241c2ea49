"""Names that no list knows, told by their capitals: words in the middle of a sentence that are no words of the language."""

from __future__ import annotations

from ..lexicon import CALENDAR, COMMON, FUNCTION, GIVEN, ORGANISATION, PLACE, SURNAME, flags, fold, is_place
from ..patterns import compiled
from .shield import Span

#: Languages in which a capital within a sentence means a name, and whose usual endings are known here.
_ENDINGS = {
    "es": "ci[oó]n|ciones|si[oó]n|siones|dad|dades|tad|ismo|ismos|ista|istas|mente|encia|encias|ancia|ancias|orio|oria|orios|orias|miento|mientos|ería|erías"
    "|ología|grafía|ado|ada|ados|adas|ido|ida|idos|idas|ense|enses|eño|eña|eños|eñas|és|eses|iano|iana|ianos|ianas|dor|dora|dores|doras|ura|uras"
    "|ivo|iva|ivos|ivas",
}
#: What English translates though no table of everyday words or places has it. Written from general knowledge.
_TRANSLATED = {
    "es": frozenset(
        """
        abjasia adriático alá alpes amberes andes antillas aristóteles atlántica atlántico aviñón azores baleares balcanes báltico basilea
        biblia bohemia brujas burdeos cairo calcuta cisjordania confucio corán córcega cracovia cristo cuaresma danubio dresde edimburgo
        estrasburgo eurasia filipinas fráncfort francfort friburgo ginebra golán gotemburgo guayana habana hawái haya himalaya holanda
        holocausto homero iberoamérica jesucristo kazajstán kremlin kirguizistán lausana leópolis lovaina luisiana macedonia maguncia mahoma
        marsella mediterráneo meca misisipi moisés moldavia moravia nápoles navidades nilo niza nobel olimpiada olimpiadas olímpicos osetia
        óscar pascua pensilvania petersburgo pirineos platón popular ramadán renania renacimiento rin roma sena silesia sinaí sócrates
        támesis talibán talibanes tejas tolstói transilvania turingia urales venecia virgen volga zaragoza
        """.split()
    ),
}
#: What comes before the field of an office: `ministra de Sanidad`.
_OFFICE = r"(?i)(?:ministr[oa]s?|ministerio|concejal[aí]?a?|consejer[oaí]a?|secretarí?[oa]?|departamento|área|delegad[oa]|facultad) de $"
#: What place names begin with.
_HEADS = frozenset(("San", "Santa", "Santo", "Puerto", "Villa", "Nuevo", "Nueva", "Cerro", "Fuente"))
_WORD = r"(?<![\p{L}\p{M}\p{N}@#/_.-])\p{Lu}[\p{Ll}\p{M}]++(?:[-'’]?\p{Lu}?[\p{Ll}\p{M}]++)*+(?![\p{L}\p{N}_/@-])"
#: Nothing, an end of sentence, an opening mark, a dash or a line's end: what comes next has a capital anyway.
_BEGINNING = r"(?:^|[^\p{L}\p{M}\p{N}\s,)\]/&;%\"”»’'])[\"”»’'\s]*+$|[\r\n\u2028\u2029][^\p{L}\p{N}]*+$|(?:^|[\s(])[\"“«'‘]$"


def unknown(text: str, language: str) -> list[Span]:
    """The spans of runs of such words: a name's other parts (`Puerto` of `Puerto Umbral`) with them. Empty for languages without a table.

    A word that is one in the middle of a sentence is one at a beginning too.
    """
    if language not in _ENDINGS:
        return []
    found = [(m.start(), m.end(), m.group()) for m in compiled(_WORD).finditer(text)]
    inner = {start: not compiled(_BEGINNING).search(text[max(0, start - 6) : start]) for start, _, _ in found}
    sure = [(start, word) for start, _, word in found if inner[start] and _is_name(word, language)]
    named = {word for start, word in sure if not compiled(_OFFICE).search(text[max(0, start - 24) : start])}
    out: list[Span] = []
    last, previous, inside = "", 0, False
    for start, end, word in found:
        joined = bool(last) and text[previous:start] == " "
        name = word in named or (_is_foreign(word) and not inner[start]) or (joined and inner[start] and _completes(last, word))
        if name and joined and (_leads(last) if inside else _opens(last)):
            begin = out.pop()[0] if out and out[-1][1] == previous else previous - len(last)
            out.append((begin, end))
        elif name:
            out.append((start, end))
        elif joined and out and out[-1][1] == previous and inner[start] and _leads(word):
            out[-1] = (out[-1][0], end)
        last, previous, inside = word, end, inner[start]
    return out


def _completes(before: str, word: str) -> bool:
    """Whether a word that alone proves nothing is a name's second part: `Fierrado` of `Olmo Fierrado`, `Umbral` of `Puerto Umbral`."""
    if before in _HEADS:
        return not is_place(f"{before} {word}") and not flags(fold(word)) & (ORGANISATION | PLACE)
    return not flags(fold(word)) and _leads(before)


def _opens(word: str) -> bool:
    """Whether the first word of a sentence is a part of the name that follows, and no plain word: `Ana`, `Puerto`."""
    known = flags(fold(word))
    return word in _HEADS or bool(known & GIVEN and not known & (COMMON | PLACE | ORGANISATION | FUNCTION))


def _leads(word: str) -> bool:
    """Whether a word beside a name may be a part of it: no institution, no place that English translates."""
    known = flags(fold(word))
    return word in _HEADS or not known or bool(known & (GIVEN | SURNAME) and not known & (PLACE | ORGANISATION | CALENDAR | FUNCTION))


def _is_name(word: str, language: str) -> bool:
    folded = fold(word)
    known = flags(folded)
    if known & (PLACE | ORGANISATION | CALENDAR | COMMON | FUNCTION) or word.lower() in _TRANSLATED[language] or len(word) < 3:
        return False
    if known & (SURNAME | GIVEN):
        return True
    return not compiled(rf"(?:{_ENDINGS[language]})$").search(word.lower()[2:])


def _is_foreign(word: str) -> bool:
    """Whether no Spanish word is written like it, so that it is a name at the beginning of a sentence too."""
    return not flags(fold(word)) & (COMMON | PLACE) and bool(compiled(r"(?i)[kwç]|[xtgmpbcfhv]$|[bcdfgjlmnpqrstvxz]{4}|(?<![aeiou])y").search(word))
