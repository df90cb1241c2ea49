"""Repairs a part of a name that was translated as a function word: `Kim Jon-a` for Kim Jong-un (Spanish *un* is "a").

Where the damage comes from: the engine cuts a name at its hyphen or space and translates the parts it knows as words.
Apertium, for one, makes this very damage. A last letter that it took along may be missing too (`Jon` for Jong).

The sound form must stand in the same text, and be a person for sure (mentions.py). At least one part must be equal, one
the translation of a function word (data/<language>.toml), and all others equal or short of their last letter.

Left alone on purpose: every other difference. Kim Jong-il is another person.
"""

from collections.abc import Iterator

from newsnorm.patterns import any_of, compiled
from newsnorm.people import name_parts
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View

ID = "names.function-word"


def find(view: View) -> Iterator[Proposal]:
    translations: dict[str, list[str]] = view.data(ID)["translations"]
    seen: dict[int, int] = {}
    for named in view.cast.named:
        parts = name_parts(named.form)
        if len(parts) < 2 or not any(p in translations for p in parts[1:]):
            continue
        for m in compiled(_damaged(named.form, translations)).finditer(view.text):
            if m.group() != named.form and m.start() not in seen and any(m.captures("word")):
                seen[m.start()] = m.end()
                yield Proposal(m.start(), m.end(), named.form, f"{m.group()!r}: a part of {named.form} translated as a word")


def _damaged(form: str, translations: dict[str, list[str]]) -> str:
    """A pattern for what translation makes of a name: each part after the first itself, its translation, or short of a letter."""
    pieces = compiled(r"[\s-]|[^\s-]++").findall(form)
    out = [rf"(?<![\p{{L}}\p{{N}}-]){any_of([pieces[0]])}"]
    for piece in pieces[1:]:
        options = [any_of([piece])]
        if words := translations.get(piece.casefold()):
            options.append(f"(?P<word>{any_of(words)})")
        elif len(piece) >= 4:
            options.append(any_of([piece[:-1]]))
        out.append(f"(?>{'|'.join(options)})")
    return "".join(out) + r"(?![\p{L}\p{N}-])"


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
        Example.clean("Kim Jong-un is the leader. Kim a la carte is a dish."),
    ),
)
