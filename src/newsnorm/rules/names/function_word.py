"""Repairs a part of a name that was translated as a function word: `Kim Jon-a` for Kim Jong-un (Spanish *un* is "a").

Where the damage comes from: the engine cuts a name at its hyphen or space and translates the parts it knows as words.
Apertium, for one, makes this very damage. A last letter that it took along may be missing too (`Jon` for Jong).

The sound form must stand in the same text, and be a person for sure (mentions.py). At least one part must be equal, one
the translation of a function word (data/<language>.toml), and all others equal or short of their last letter.

Left alone on purpose: every other difference. Kim Jong-il is another person.
"""

from collections.abc import Iterator
from itertools import islice, product

from newsnorm.patterns import compiled
from newsnorm.people import name_parts
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "names.function-word"


#: Damaged forms of one name at most: a part has few translations, and few of its parts are words.
_MOST = 64
_PIECE = r"[\p{L}\p{M}'’]"


def find(view: View) -> Iterator[Proposal]:
    forms = _damaged_forms(view)
    if not forms:
        return
    heads = {compiled(rf"{_PIECE}++").match(form).group() for form in forms}
    last = 0
    for m in compiled(rf"(?<![\p{{L}}\p{{N}}-])\p{{Lu}}{_PIECE}*+").finditer(view.text):
        if m.start() < last or m.group() not in heads:
            continue
        tail = compiled(rf"(?P<piece>[ -]{_PIECE}++){{1,7}}+").match(view.text, m.end())
        for end in reversed(tail.ends("piece") if tail else ()):
            if (name := forms.get(view.text[m.start() : end])) and not compiled(r"[\p{N}-]").match(view.text, end):
                last = end
                yield Proposal(m.start(), end, name, f"{view.text[m.start() : end]!r}: a part of {name} translated as a word")
                break


def _damaged_forms(view: View) -> dict[str, str]:
    """What translation can make of the names in the text -> the name; forms that two names share are left out."""
    translations: dict[str, list[str]] = view.data(ID)["translations"]
    sound = {surface for named in view.cast.named for surface in named.surfaces}
    forms: dict[str, str] = {}
    for named in view.cast.named:
        if any(part in translations for part in name_parts(named.form)[1:]):
            for form in islice(_variants(named.form, translations), _MOST):
                forms[form] = "" if form in sound or form in forms else named.form
    return forms


def _variants(name: str, translations: dict[str, list[str]]) -> Iterator[str]:
    """Each part after the first itself, its translation, or short of its last letter; at least one is translated."""
    first, *pieces = compiled(rf"{_PIECE}++|[^\p{{L}}]++").findall(name)
    options: list[list[tuple[str, bool]]] = []
    for piece in pieces:
        words = translations.get(piece.casefold(), [])
        shorter = [(piece[:-1], False)] if len(piece) >= 4 and not words else []
        options.append([(piece, False), *shorter, *((word, True) for word in words)])
    for choice in product(*options):
        if any(translated for _, translated in choice):
            yield first + "".join(piece for piece, _ in choice)


RULE = Rule(
    ID,
    find,
    reason="a part of the name translated as a word",
    confidence=0.98,
    from_data=True,
    examples=(
        Example("Kim Jong-un spoke. Kim Jon-a left.", "Kim Jong-un spoke. Kim Jong-un left."),
        Example("Charles de Gaulle spoke. Charles of Gaulle left.", "Charles de Gaulle spoke. Charles de Gaulle left."),
        Example.clean("Kim Jong-il spoke. Kim Jon-a left."),
        Example.clean("Kim Jong-un met Kim Jong-il, and Kim Jong was there."),
        Example.clean("Charles de Gaulle spoke. Charles of Gaulle-le-Bois left."),
        Example.clean("Kim Jong-un is the leader. Kim a la carte is a dish."),
    ),
)
