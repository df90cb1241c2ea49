"""Gives one person one style of spelling: `Kim Il Sung` beside `Kim Il-sung` becomes `Kim Il-sung`.

Where the damage comes from: the translator works sentence by sentence and joins, hyphenates and accents the same name
anew each time.

Only the style may differ: hyphens, spaces, accents, and capitals within a name. The most used form wins, then the one
with more marks, then the one in the gazetteer, then the first. An accent is never taken away.

Left alone on purpose: what is called after a person (`Kim Il Sung University`); everyone who is not a person for sure
(names/forms.py), names in capitals, apostrophes, capitals of particles (`De Klerk`), accents of capitals (`Eric`, Éric), the
marks of scholarly romanization (`Ḥadīd`), a spelling that introduces somebody where the text had the name before (`Lee Minho,
a film star`), and every other letter: `Kim Jong-il` is not `Kim Jong-un`.
"""

from collections.abc import Iterator
from itertools import pairwise
from unicodedata import name, normalize

from newsnorm.names.cast import Named, is_in_title, names_something, spaced_as
from newsnorm.names.judge import introduces, is_presented
from newsnorm.names.korean import is_korean
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule
from newsnorm.view import View


def find(view: View) -> Iterator[Proposal]:
    for named in view.cast.named:
        if len(named.surfaces) > 1 and _speaks_of_spelling(view.text, named):
            continue
        for mention in named.mentions:
            if mention.surface == named.form or frozenset((mention.surface, named.form)) in view.different or not _worth(mention.surface, named):
                continue
            if not (
                names_something(view.text, mention.end)
                or is_in_title(view.text, mention.start, mention.end)
                or _is_introduced(view.text, mention.surface, named)
            ):
                after = spaced_as(view.text[mention.start : mention.end], named.form)
                yield Proposal(mention.start, mention.end, after, f"the text spells the same name {named.form}")


def _worth(surface: str, named: Named) -> bool:
    """Whether the difference is one to edit, and in this direction."""
    old, new = _plain(surface), _plain(named.form)
    if old == new:
        return False
    if old.casefold() == new.casefold():
        known = named.known
        return (known is not None and named.form in (known.name, *known.aliases)) or is_korean(named.form) or bool(compiled(r"-\p{Ll}").search(old))
    if _bare_capitals(old) == _bare_capitals(new):
        return False  # French, for one, often leaves the accents of capitals out
    lost, gained = _marks(old) - _marks(new), _marks(new) - _marks(old)
    if lost:
        return False
    return not any("MACRON" in name(c) or "DOT BELOW" in name(c) or "BREVE BELOW" in name(c) for c in gained if not _is_vietnamese(new))


def _is_introduced(text: str, surface: str, named: Named) -> bool:
    """Whether the text introduces somebody by this spelling, though it had the name before: then it may be another person's.

    Of a person whom nobody knows, the spelling that comes second may be the one that stays, and an age or a town introduces, too.
    """
    first = next(m for m in named.mentions if m.surface == surface)
    if first is not named.mentions[0] and introduces(text, first.end):
        return True
    if named.known:
        return False
    other = next((m for m in named.mentions if m.surface == named.form), first)
    second = max(first, other)
    return introduces(text, second.end) or is_presented(text, second.end)


def _bare_capitals(surface: str) -> str:
    """The name with no accents on capitals: `Éric` as `Eric`."""
    return "".join(normalize("NFD", c)[0] if c.isupper() else c for c in surface)


def _plain(surface: str) -> str:
    return surface.replace("’", "'").replace("ʼ", "'").replace("\xa0", " ").replace("‐", "-").replace("‑", "-")


def _marks(surface: str) -> set[str]:
    return {c for c in surface if not c.isascii()}


def _is_vietnamese(surface: str) -> bool:
    return any("\u1ea0" <= c <= "\u1ef9" for c in surface)


def _speaks_of_spelling(text: str, named: Named) -> bool:
    """Whether two spellings stand in one sentence, or a word for spelling or a namesake stands near one."""
    for one, other in pairwise(named.mentions):
        if one.surface != other.surface and other.start - one.end < 40 and not compiled(r"[.!?。\n]").search(text, one.end, other.start):
            return True
    near = compiled(r"(?i)\b(?>spell|spelt|spelled|spelling|namesakes?|transliterated?|written|romani[sz])")
    return any(near.search(text, max(0, m.start - 40), m.end + 40) for m in named.mentions)


RULE = Rule(
    "names.style",
    find,
    reason="the same name in another style",
    confidence=0.97,
    examples=(
        Example("Kim Il-sung ruled. Later Kim Il Sung died.", "Kim Il-sung ruled. Later Kim Il-sung died."),
        Example("Pedro Sanchez ganó. Pedro Sánchez rió. Pedro Sánchez calló.", "Pedro Sánchez ganó. Pedro Sánchez rió. Pedro Sánchez calló.", "es"),
        Example.clean("Kim Jong-un met Kim Jong-il and Kim Il-sung."),
        Example.clean("Lee Min-ho won gold. Later Lee Minho, a film star, cheered."),
        Example.clean("Martin Gonzalez, 22, won. Martín González of Monterrey lost."),
        Example.clean("Il Sung Kim is a dentist. Kim Il-sung was not."),
        Example.clean("Kim Il-sung founded it. Kim Il Sung University is in Pyongyang."),
        Example.clean("Kim Jong-un by Reuters, Kim Jong Un by AP: both say so."),
        Example.clean("He is spelled Kim Jong-un. In the south he is Kim Jong Un."),
        Example.clean("KIM JONG-UN ARRIVES. Kim Jong-un arrived."),
        Example.clean("Ann Mary Lund met Ann-Mary Lund."),
        Example.clean("Zaha Hadid drew it. Zahā Ḥadīd was from Baghdad."),
        Example.clean("Éric Halvard est venu. Eric Halvard est parti.", "fr"),
        Example.clean("Samuel Eto'o scored. Samuel Eto’o smiled."),
        Example.clean("Éric Lund ganó. Eric Lund rió. Eric Lund calló.", "es"),
    ),
)
