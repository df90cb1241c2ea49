"""Spanish to English: the sense that news means, chosen after Apertium's dictionary and after its transfer.

Both texts are streams. After the dictionary a unit is ``^source<tags>/target<tags>/...$``, after the transfer ``^target<tags>$``. Written from
general knowledge of both languages.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...patterns import any_of, compiled

if TYPE_CHECKING:
    import regex

#: Source lemma and first tag -> the lemma that stands for it in news.
_SENSES = {
    "ante<pr>": "before", "frente a<pr>": "against", "entre<pr>": "between", "durante<pr>": "during", "tras<pr>": "after", "pese a<pr>": "despite",
    "alto<adj>": "high", "anterior<adj>": "previous", "mundial<adj>": "global", "presunto<adj>": "alleged", "pasado<adj>": "last",
    "jefe<n>": "head", "funcionario<n>": "official", "cumbre<n>": "summit", "alcalde<n>": "mayor", "cargo<n>": "post", "tema<n>": "issue",
    "medida<n>": "measure", "diputado<n>": "deputy", "ministerio<n>": "ministry", "encuesta<n>": "poll", "carretera<n>": "road", "ayuntamiento<n>": "city council",
    "juicio<n>": "trial", "sentencia<n>": "sentence", "fiscal<n>": "prosecutor", "detenido<n>": "detainee", "manifestante<n>": "protester",
    "afirmar<vblex>": "say", "asegurar<vblex>": "say", "manifestar<vblex>": "say", "señalar<vblex>": "point out", "indicar<vblex>": "indicate",
    "informar<vblex>": "report", "comentar<vblex>": "comment", "subrayar<vblex>": "stress", "destacar<vblex>": "highlight",
    "además<adv>": "in addition", "después<adv>": "later", "luego<adv>": "then", "tampoco<adv>": "neither", "ni<cnjcoo>": "nor",
    "quien<rel>": "who", "actual<adj>": "current", "actualmente<adv>": "currently", "eventualmente<adv>": "possibly", "único<adj>": "only",
    "ex<adj>": "former", "gran<adj>": "great",
}  # fmt: skip
_UNIT = r"\^{}<[^$]*+\$"
#: Nouns before a name that take no article and a capital in English.
_TITLES = any_of(
    "president chancellor minister king queen pope prince princess judge senator mayor colonel general captain Mr. Mrs. Ms. Dr. doctor professor".split()
)
_DAYS = "(?>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTHS = "(?>January|February|March|April|May|June|July|August|September|October|November|December)"


def after_dictionary(stream: str) -> str:
    """The stream with the senses of news."""
    stream = compiled(r"\^([^/^$<]++<[a-z]++>)([^/^$]*+)/([^/^$<]++)(<[^/^$]*+)(?:/[^$]*+)?\$").sub(_sense, stream)
    for pattern, replacement in _lookups():
        stream = pattern.sub(replacement, stream)
    return stream


def _sense(m: regex.Match[str]) -> str:
    key = m[1][:1].lower() + m[1][1:]
    if (meaning := _SENSES.get(key)) is None:
        return m.group()
    if m[1][:1].isupper():
        meaning = meaning[:1].upper() + meaning[1:]
    return f"^{m[1]}{m[2]}/{meaning}{m[4]}$"


@cache
def _lookups() -> tuple[tuple[regex.Pattern[str], str], ...]:
    de = r"\^de<pr>[^$]*+\$"
    number = r"(?=\^\d[^$]*+\$)"
    return tuple(
        (compiled(pattern), replacement)
        for pattern, replacement in (
            # cerca de 30: about 30; cerca de Moscú: near Moscow
            (rf"\^cerca<adv>[^$]*+\$ {de} {number}", "^cerca<adv>/about<adv>$ "),
            (rf"\^alrededor<adv>[^$]*+\$ {de} {number}", "^alrededor<adv>/about<adv>$ "),
            (rf"\^(c)erca<adv>[^$]*+\$ {de}", r"^\1erca<pr>/near<pr>$"),
            (rf"\^(C)erca<adv>[^$]*+\$ {de}", r"^\1erca<pr>/Near<pr>$"),
            (rf"\^después<adv>[^$]*+\$ {de}", "^después de<pr>/after<pr>$"),
            (rf"\^Después<adv>[^$]*+\$ {de}", "^Después de<pr>/After<pr>$"),
            (rf"\^antes<adv>[^$]*+\$ {de}", "^antes de<pr>/before<pr>$"),
            (rf"\^Antes<adv>[^$]*+\$ {de}", "^Antes de<pr>/Before<pr>$"),
            (r"\^por<pr>[^$]*+\$ \^lo que<rel>[^$]*+\$", "^por lo que<cnjadv>/so<cnjadv>$"),
            # en el que, a la que, con los que: in which, to which, with which
            (r"(\^\p{L}++<pr>[^$]*+\$ \^(?:el|lo|la|los|las) (?:que|cual)(?:<rel>)[^/$]*+/)[^<$]++(?=<)", r"\1which"),
            (r"(\^,<cm>[^$]*+\$ \^(?:que|lo que|el cual|lo cual|el que)<rel>[^/$]*+/)[^<$]++(?=<)", r"\1which"),
            (r"(\^mucho<det><qnt><[mf]+><pl>/)a lot of(?=<)", r"\1many"),
            (r"(\^Mucho<det><qnt><[mf]+><pl>/)A lot of(?=<)", r"\1Many"),
        )
    )


def after_transfer(stream: str) -> str:
    """The stream with English constructions where the transfer keeps the Spanish ones."""
    for pattern, replacement in _constructions():
        stream = pattern.sub(replacement, stream)
    return stream


@cache
def _constructions() -> tuple[tuple[regex.Pattern[str], str], ...]:
    the = r"\^(t|T)he<det><def><(?:sg|pl)>\$ "
    name = r"(?=(?:\^\p{Lu}[^$<]*+<np>))"
    return tuple(
        (compiled(pattern), replacement)
        for pattern, replacement in (
            (rf"\^the<det><def><(?:sg|pl)>\$ (\^{_DAYS}<n>[^$]*+\$) \^(?:spend|happen|past|last)<[^$]*+\$", r"^last<adv>$ \1"),
            (rf"\^the<det><def><(?:sg|pl)>\$ \^(?:past|last)<adj>[^$]*+\$ (\^{_DAYS}<n>[^$]*+\$)", r"^last<adv>$ \1"),
            (rf"\^The<det><def><(?:sg|pl)>\$ (\^{_DAYS}<n>[^$]*+\$) \^(?:spend|happen|past|last)<[^$]*+\$", r"^Last<adv>$ \1"),
            (rf"(\^(?:of|from|on|in|until|since|for|this|next|last)<[^$]*+\$ )\^the<det><def><sg>\$ (?=\^{_DAYS}<n>)", r"\1"),
            (rf"\^the<det><def><sg>\$ (?=\^{_DAYS}<n><sg>)", "^on<pr>$ "),
            (rf"\^The<det><def><sg>\$ (?=\^{_DAYS}<n><sg>)", "^On<pr>$ "),
            (r"\^the<det><def><(?:sg|pl)>\$ \^(?:past|last)<adj>\$ (?=\^(?:year|month|week|night|summer|winter|spring|autumn|century)<n><sg>)", "^last<adj>$ "),
            (r"\^the<det><def><(?:sg|pl)>\$ (\^(?:year|month|week|night|summer|winter)<n><sg>\$) \^(?:spend|happen|past|last)<[^$]*+\$", r"^last<adj>$ \1"),
            (rf"\^the<det><def><sg>\$ (?=\^{_TITLES}<n>[^$]*+\$ \^\p{{Lu}}[^$<]*+<np>)", ""),
            (r"\^the<det><def><(?:sg|pl)>\$ (?=\^(?:19|20)\d\d<num>)", ""),
            (r"\^the<det><def><(?:sg|pl)>\$ (?=\^[\d.,]+<num>[^$]*+\$ ?(?:\^%|%))", ""),
        )
    )
