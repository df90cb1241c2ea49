"""A few words that give a language away, written in ASCII: so that the letters above ASCII can be held against it.

Chosen by us (general knowledge, CC0): frequent, and a word of hardly any other language of these.
"""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from operator import and_

from ..language.profiles import profiles

_WORDS = {
    "cs": "jako jsou bude byl byla byly jeho jejich pro pouze podle nebo jen ale aby jsem jsme ve ze se na by to si v s k z i je",
    "sk": "ako bude bol bola boli jeho ich pre iba alebo len ale aby som sme vo zo sa na by to si v s k z i je sú",
    "pl": "nie jest oraz przez przed jak jako dla tego tym tylko jego ich przy pod co do od po na w z i ale lub by na to o za",
    "hr": "koji koja koje samo nego ili kao su nije bio bila ali za od do na se u i je da to s o po",
    "sl": "ki je so ni bil bila ali kot pri tudi samo za od do na se v in da to s o po",
    "ro": "din pentru este sunt care cu nu mai sau prin dar fost lui de la pe un o a al ale in ce s",
    "tr": "ve bir bu ile olan olarak ne daha de da ki ancak kadar sonra ise var gibi o en",
    "hu": "hogy nem is egy az ezt meg csak volt mint vagy de a el ki ha",
    "fi": "ja on ei se oli ovat kun mutta joka sen sekä hän voi",
    "et": "ja on ei see oli ning kui aga oma ta ka et",
    "lt": "ir kad yra buvo bet tik kaip ar jo su dar per iki tai",
    "lv": "un ir bija nav kas bet ar par no kad pie",
    "sv": "och att det som den av inte ett med han har om var men en de till vid kan i",
    "da": "og at det som den af ikke et med han har om var men en de til ved kan er der i",
    "no": "og at det som den av ikke et med han har om var men en de til ved kan er i",
    "de": "der die das und ist nicht ein eine mit von dem den des auf im sich auch als nach bei oder wird wir es ich du in an so zu",
    "nl": "het een van de en niet dat is op met voor zijn ook als naar bij of wordt door uit in",
    "fr": "les des une est dans pour que qui sur par pas avec sont plus ont ses aux ou mais cette de la le un du et il elle on en au ne ce se",
    "es": "los las una es en para que por con del se su no al como pero sus esta sin el la de un y lo o a",
    "pt": "os as uma um do da dos das em para que por com se na no ao mais como mas seu sua pelo foi de o a e",
    "it": "il di che la le gli una per non del della dei con sono nel alla anche da si al un lo e i a ma in questa",
    "ca": "els les una per que amb del no ha als com han dels aquest i el la de un a en",
    "sq": "nga dhe me se ka do te ne i e",
    "vi": "trong cho khi ra nam theo sau hai ba hay",
}


def spoken(words: list[str], languages: int) -> int:
    """Those of the languages, one bit each, that have the most of the function words among these; all of them if there are none."""
    known = function_words()
    found = [known[word] for word in known.keys() & words]
    if agreed := reduce(and_, found, languages):
        return agreed
    votes = sum(map(_one_byte_each, found)).to_bytes(64, "little")  # a name or a word of another language may be among them
    most = max(votes)
    number, those = votes.find(most), 0
    while number >= 0:
        those |= 1 << number
        number = votes.find(most, number + 1)
    return those & languages


@lru_cache(1_024)
def _one_byte_each(languages: int) -> int:
    return sum(1 << 8 * number for number in range(64) if languages >> number & 1)


@cache
def function_words() -> dict[str, int]:
    """Each word, and the languages that have it, one bit for each language of the profiles."""
    number = {code: i for i, code in enumerate(profiles().codes)}
    found: dict[str, int] = {}
    for code, text in _WORDS.items():
        for word in text.split():
            found[word] = found.get(word, 0) | 1 << number.get(code, 60)
    # what is spelt with accents elsewhere, or is a word of a language that is not here, gives nothing away
    return {word: languages for word, languages in found.items() if word.isascii() and len(word) > 1}
