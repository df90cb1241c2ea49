"""Spanish to English: he, she, it or they, and his, her, its or their, by what the sentence speaks of.

Spanish leaves the subject out and has one possessive for all; Apertium then writes "it" and "his". The subject of the
sentence so far decides, where it shows what it is: a person's name, a word for a person, a plural, a thing.
"""

from __future__ import annotations

from ...patterns import compiled

_PERSON = frozenset(
    """
    president minister chancellor king queen pope prince princess judge senator mayor head leader man woman boy girl child
    son daughter father mother brother sister wife husband person actor actress singer player director boss owner doctor
    lawyer officer official soldier captain coach manager expert scientist spokesman spokeswoman politician candidate deputy
    ambassador secretary adviser analyst journalist writer author artist musician driver pilot teacher professor student
    victim witness suspect prisoner patient worker farmer businessman businesswoman chairman governor general colonel
    dictator activist citizen resident neighbour guest tourist fan member colleague friend rival opponent partner heir
    founder successor predecessor counterpart striker goalkeeper footballer rapper filmmaker hacker Mr. Mrs. Ms. Dr.
    """.split()
)
_SAYING = frozenset(
    """
    say tell add explain think believe want ask announce claim decide warn comment stress insist report hope know
    recognise recognize admit deny
    """.split()
) | {"point# out", "point out"}
_UNIT = r"\^((?:[^\\^$]|\\.)*+)\$"


def agreed(stream: str) -> str:
    """The transferred stream with its pronouns in agreement, sentence by sentence."""
    return "[][\n\n]".join(_sentence(part) for part in stream.split("[][\n\n]"))


def _sentence(text: str) -> str:
    units = [(m.start(), m.end(), m[1]) for m in compiled(_UNIT).finditer(text)]
    subject: str | None = None
    fresh = True
    out: list[str] = []
    at = 0
    for i, (start, end, unit) in enumerate(units):
        lemma, _, tags = unit.partition("<")
        tags = "<" + tags
        if "<sent>" in tags:
            fresh = True
        elif fresh and ("<n>" in tags or "<np>" in tags) and not _in_phrase(units, i):
            subject, fresh = _kind(units, i, lemma, tags), False
        elif subject and (changed := _changed(units, i, lemma, tags, subject)) is not None:
            out += [text[at:start], f"^{changed}$"]
            at = end
        elif subject is None and lemma in ("prpers", "Prpers") and "<subj><p3><nt><sg>" in tags and _says(units, i):
            out += [text[at:start], f"^{lemma}{tags.replace('<nt>', '<m>')}$"]
            at = end
    return "".join([*out, text[at:]])


def _in_phrase(units: list[tuple[int, int, str]], i: int) -> bool:
    """Whether the noun belongs to a preposition."""
    for j in range(i - 1, max(-1, i - 6), -1):
        tags = units[j][2].partition("<")[2]
        if tags.startswith(("pr>", "adv>")):
            return tags.startswith("pr>")
        if not tags.startswith(("det", "adj", "num", "predet", "preadv", "n>")):
            return False
    return False


def _kind(units: list[tuple[int, int, str]], i: int, lemma: str, tags: str) -> str:
    """ "m", "f" (a person), "pl" or "nt"; what it says of two with "and" between is a plural."""
    if "<pl>" in tags or any(units[j][2].startswith("and<") for j in range(i + 1, min(len(units), i + 2))):
        return "pl"
    if "<ant>" in tags or "<cog>" in tags:
        return "f" if "<f>" in tags else "m"
    if lemma.lower() in _PERSON or lemma in _PERSON:
        return (
            "f"
            if lemma.lower() in ("queen", "woman", "girl", "daughter", "mother", "sister", "wife", "actress", "princess", "spokeswoman", "mrs.", "ms.")
            else "m"
        )
    return "nt"


def _changed(units: list[tuple[int, int, str]], i: int, lemma: str, tags: str, subject: str) -> str | None:
    if lemma in ("his", "His") and tags.startswith("<det><pos>"):
        word = {"f": "her", "nt": "its", "pl": "their"}.get(subject)
        return None if word is None else f"{word.capitalize() if lemma[0] == 'H' else word}{tags}"
    if lemma in ("prpers", "Prpers") and "<subj><p3><nt><sg>" in tags:
        if subject in ("m", "f"):
            return lemma + tags.replace("<nt>", f"<{subject}>")
        if _says(units, i):
            return lemma + tags.replace("<nt>", "<m>")
    return None


def _says(units: list[tuple[int, int, str]], i: int) -> bool:
    """Whether the verb after the pronoun is one of saying: things say nothing."""
    for _, _, unit in units[i + 1 : i + 4]:
        lemma, _, tags = unit.partition("<")
        if tags.startswith("vblex"):
            return lemma in _SAYING
        if not tags.startswith(("v", "adv")):
            return False
    return False
