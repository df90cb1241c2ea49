"""Joins a French or Italian elision to its word: `l ' homme` becomes `l'homme`.

Where the damage comes from: a tokeniser sets the apostrophe apart. With a space on both sides it is always damage; a space on one
side is also a slip of careful writers, and is repaired only in a text that has it three times or more.

Left alone on purpose: an apostrophe that opens a quotation (`un 'fossile'`), and letters that are spoken of (`la lettre l '`).
"""

from collections.abc import Iterator

from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

_ELIDED = {
    "fr": "(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd)",
    "it": "(?i:[cdl]|all|dall|dell|nell|sull|quell|quest|un|sant)",
}
#: The last two letters of the longer ones.
_LAST = "(?:[qQ][uU]|[lL][lL]|[uU][nN]|[sS][tT]|[nN][tT]|[rR][dD])"
_ONE = "[cdjlmnstCDJLMNST]"
_OFTEN = 3


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    elided = rf"(?<![\p{{L}}\p{{N}}'’])(?<!\b(?:lettre|mot|article|lettera|parola) ){_ELIDED[view.primary_language]}"
    word = r"(?=[aeiouyhàâäéèêëîïôöùûüœ]\p{L}|[aày][ ]|[AEIOUYHÉÈÊÎÔÀ]\p{L})"
    pattern = rf"(?<={elided})(?:[ ]['’][ ]?|['’][ ]){word}"
    found = [m for m in compiled(pattern).finditer(text) if not compiled(r"[^'’\n.]{0,30}\p{L}{3}['’](?!\p{L})").match(text, m.end(), m.end() + 40)]
    often = len(found) >= _OFTEN
    for m in found:
        if often or len(m.group()) == 3:
            yield Proposal(m.start(), m.end(), m.group().strip(" "))


RULE = Rule(
    "typography.elision",
    find,
    reason="elision torn from its word",
    confidence=0.96,
    needs=Needs("'’", rf"(?:(?<=(?<![^\W_]){_ONE} .)|(?<={_LAST} .)|(?<=(?<![^\W_]){_ONE}.)(?= )|(?<={_LAST}.)(?= ))(?=[ ]?[^\W\d_])"),
    languages=("fr", "it"),
    examples=(
        Example("On a vu l ' homme sur le quai.", "On a vu l'homme sur le quai.", "fr"),
        Example("Il n' a rien dit, qu 'elle sache, de l' école.", "Il n'a rien dit, qu'elle sache, de l'école.", "fr"),
        Example("È arrivato all ’ alba con dell ’ acqua.", "È arrivato all’alba con dell’acqua.", "it"),
        Example.clean("On a trouvé un 'objet' et c 'est' en deux mots.", "fr"),
        Example.clean("La lettre l ' est suivie d'un mot.", "fr"),
        Example.clean("L'homme n'a rien dit ; aujourd'hui non plus.", "fr"),
    ),
)
