"""Spanish to English: the sense that news means, chosen after Apertium's dictionary and after its transfer.

Both texts are streams. After the dictionary a unit is ``^source<tags>/target<tags>/...$``, after the transfer ``^target<tags>$``. Written from
general knowledge of both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from ...patterns import any_of, compiled
from .referents import agreed

if TYPE_CHECKING:
    import regex

    _Replacement = str | Callable[[regex.Match[str]], str]

#: Nouns before a name that take no article and a capital in English.
_TITLES = any_of(
    """
    president chancellor minister king queen pope prince princess judge senator mayor colonel general captain Mr. Mrs. Ms.
    Dr. doctor professor
    """.split()
)
_DAYS = "(?>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTHS = "(?>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"


def after_dictionary(stream: str, senses: Mapping[str, str]) -> str:
    """The stream with the senses of news."""
    stream = compiled(r"\^([^/^$<]++<[a-z]++>)([^/^$]*+)/([^/^$<]++)(<[^/^$]*+)(?:/[^$]*+)?\$").sub(lambda m: _sense(m, senses), stream)
    for pattern, replacement in _lookups():
        stream = pattern.sub(replacement, stream)
    return stream


def _sense(m: regex.Match[str], senses: Mapping[str, str]) -> str:
    key = m[1][:1].lower() + m[1][1:]
    if (meaning := senses.get(key)) is None:
        return str(m.group())
    if m[1][:1].isupper():
        meaning = meaning[:1].upper() + meaning[1:]
    return f"^{m[1]}{m[2]}/{meaning}{m[4]}$"


@cache
def _lookups() -> tuple[tuple[regex.Pattern[str], _Replacement], ...]:
    de = r"\^de<pr>[^$]*+\$"
    number = r"(?=\^\d[^$]*+\$)"
    since = r"^\2esde<pr>/since<pr>$ "
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
            (rf"\^(tratar<vblex>[^/^$]*+)/[^<$]++((?:<[a-z0-9]++>)++)[^$]*+\$ {de} (?=\^[^/$<]++<v[a-z]++><inf>)", r"^\1/try\2$ ^a<pr>/to<pr>$ "),
            # más ... que: more ... than
            (r"(\^(?:más|menos)<[^$]*+\$ \^[^$/<]++<(?:adj|adv|n)>[^$]*+\$ \^que<cnjsub>/)that<cnjsub>", r"\1than<cnjsub>"),
            (r"(\^(?:mayor|menor|mejor|peor)<adj>[^$]*+\$ \^que<cnjsub>/)that<cnjsub>", r"\1than<cnjsub>"),
            (r"\^mayor<adj>(<[^/]*+)/main<adj>(?=[^$]*+\$ \^que<)", r"^mayor<adj>\1/older<adj>"),
            (r"\^señor<n><m><sg>/gentleman<n><sg>\$ (?=\^\p{Lu}[^$/<]*+<np>)", "^señor<n><m><sg>/Mr.<n><sg>$ "),
            (r"\^señor<n><f><sg>/lady<n><sg>\$ (?=\^\p{Lu}[^$/<]*+<np>)", "^señor<n><f><sg>/Ms.<n><sg>$ "),
            # desde 2009, desde enero: since; desde hace dos meses: for two months
            (
                rf"(\^)(d|D)esde<pr>/from<pr>\$ (?=\^(?:(?:19|20)\d\d<num>|{_MONTHS}<))",
                since,
            ),
            # por with a participle before it is by, else for
            (r"(?<!<pp>[^$]{0,60}\$ )\^por<pr>/by<pr>(?:/[^$]*+)?\$(?= \^(?:el|uno|este|ese|suyo|su|nuestro)<det>)", "^por<pr>/for<pr>$"),
            (r"\^[aA]<pr>[^$]*+\$ \^el<det>[^$]*+\$ \^igual<[^$]*+\$ \^que<[^$]*+\$", "^como<pr>/like<pr>$"),
            (r"\^Por<pr>/By<pr>(?:/[^$]*+)?\$(?= \^suyo<det>[^$]*+\$ \^parte<n>)", "^Por<pr>/For<pr>$"),
            (r"(\^mucho<det><qnt><[mf]+><pl>/)a lot of(?=<)", r"\1many"),
            (r"(\^Mucho<det><qnt><[mf]+><pl>/)A lot of(?=<)", r"\1Many"),
        )
    )


def after_transfer(stream: str) -> str:
    """The stream with English constructions where the transfer keeps the Spanish ones."""
    stream = agreed(stream)
    for pattern, replacement in _constructions():
        stream = pattern.sub(replacement, stream)
    return stream


def _capital(m: regex.Match[str]) -> str:
    return f"^{m[1][:1].upper()}{m[1][1:]}{m[2]}"


@cache
def _constructions() -> tuple[tuple[regex.Pattern[str], _Replacement], ...]:
    return tuple(
        (compiled(pattern), replacement)
        for pattern, replacement in (
            (rf"\^the<det><def><(?:sg|pl)>\$ (\^{_DAYS}<n>[^$]*+\$) \^(?:spend|happen|past|last)<[^$]*+\$", r"^last<adv>$ \1"),
            (rf"\^the<det><def><(?:sg|pl)>\$ \^(?:past|last)<adj>[^$]*+\$ (\^{_DAYS}<n>[^$]*+\$)", r"^last<adv>$ \1"),
            (rf"\^The<det><def><(?:sg|pl)>\$ (\^{_DAYS}<n>[^$]*+\$) \^(?:spend|happen|past|last)<[^$]*+\$", r"^Last<adv>$ \1"),
            (
                r"\^from<pr>\$ ((?:\^[^$<]*+<(?:num|det|adv|preadv)>[^$]*+\$ ){1,3}\^(?:year|month|week|day|hour|decade|century)<n>[^$]*+\$) \^ago<adv>\$",
                r"^for<pr>$ \1",
            ),
            (r"(\^\d[^$<]*+<num>[^$]*+\$ \^(?:million|thousand|billion)<n>)<pl>\$(?: \^of<pr>\$)?", r"\1<sg>$"),
            (rf"(\^(?:of|from|on|in|until|since|for|this|next|last)<[^$]*+\$ )\^the<det><def><sg>\$ (?=\^{_DAYS}<n>)", r"\1"),
            (rf"\^the<det><def><sg>\$ (?=\^{_DAYS}<n><sg>)", "^on<pr>$ "),
            (rf"\^The<det><def><sg>\$ (?=\^{_DAYS}<n><sg>)", "^On<pr>$ "),
            (r"\^the<det><def><(?:sg|pl)>\$ \^(?:past|last)<adj>\$ (?=\^(?:year|month|week|night|summer|winter|spring|autumn|century)<n><sg>)", "^last<adj>$ "),
            (r"\^the<det><def><(?:sg|pl)>\$ (\^(?:year|month|week|night|summer|winter)<n><sg>\$) \^(?:spend|happen|past|last)<[^$]*+\$", r"^last<adj>$ \1"),
            (rf"\^[tT]he<det><def><sg>\$ \^({_TITLES})(<n>[^$]*+\$ )(?=\^\p{{Lu}}[^$<]*+<np>)", _capital),
            (r"\^[tT]he<det><def><(?:sg|pl)>\$ (?=\^India<np>)", ""),
            # ..., dijo: the subject that Spanish leaves out
            (r"(\^,<cm>\$ )(?=\^(?:say|add|conclude|explain|stress|point# out)<vblex><past>\$ ?\^[.,]<)", r"\1^prpers<prn><subj><p3><m><sg>$ "),
            (r"\^the<det><def><(?:sg|pl)>\$ (?=\^(?:19|20)\d\d<num>)", ""),
            (r"\^the<det><def><(?:sg|pl)>\$ (?=\^[\d.,]+<num>[^$]*+\$ ?(?:\^%|%))", ""),
        )
    )
