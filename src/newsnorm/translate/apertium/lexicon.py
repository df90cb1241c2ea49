"""Words that Apertium's dictionaries lack: their forms, so that it inflects and orders them like words it knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

#: Class in the table -> the tags of a lemma of it. Verbs are regular, in -ar.
_PRESENT = ("o", "as", "a", "amos", "áis", "an")
_PAST = ("é", "aste", "ó", "amos", "asteis", "aron")
_IMPERFECT = ("aba", "abas", "aba", "ábamos", "abais", "aban")
_FUTURE = ("aré", "arás", "ará", "aremos", "aréis", "arán")
_CONDITIONAL = ("aría", "arías", "aría", "aríamos", "aríais", "arían")
_SUBJUNCTIVE = ("e", "es", "e", "emos", "éis", "en")
_PAST_SUBJUNCTIVE = ("ara", "aras", "ara", "áramos", "arais", "aran")
_PERSONS = ("<p1><sg>", "<p2><sg>", "<p3><sg>", "<p1><pl>", "<p2><pl>", "<p3><pl>")
_TENSES = {
    "pri": _PRESENT,
    "ifi": _PAST,
    "pii": _IMPERFECT,
    "fti": _FUTURE,
    "cni": _CONDITIONAL,
    "prs": _SUBJUNCTIVE,
    "pis": _PAST_SUBJUNCTIVE,
}
_PLAIN = str.maketrans("áéíóú", "aeiou")


@cache
def words(source: str, target: str) -> dict[str, list[str]]:
    """Form -> its analyses (lemma with tags), for the pair; empty if there is no table for it."""
    out: dict[str, list[str]] = {}
    for kind, lemma, _ in _rows(source, target):
        for form, tags in _forms(kind, lemma):
            out.setdefault(form, []).append(lemma + tags)
    return out


@cache
def meanings(source: str, target: str) -> dict[tuple[str, str], str]:
    """(lemma, first tag) -> the word in the target language."""
    return {(lemma, {"v": "vblex"}.get(k := kind.partition(".")[0], k)): meaning for kind, lemma, meaning in _rows(source, target)}


@cache
def places(source: str, target: str) -> frozenset[str]:
    """Names of places that are taken for other words, or not known."""
    return frozenset(lemma for kind, lemma, _ in _rows(source, target) if kind == "np")


@cache
def senses(source: str, target: str) -> dict[str, str]:
    """Source lemma and first tag -> the word that stands for it in news."""
    return {lemma: meaning for kind, lemma, meaning in _rows(source, target) if kind == "sense"}


@cache
def digest(source: str, target: str) -> str:
    """A hash of the pair's table."""
    return sha256(repr(list(_rows(source, target))).encode()).hexdigest()


def _rows(source: str, target: str) -> Iterator[tuple[str, str, str]]:
    table = files("newsnorm.data") / f"apertium_{source}_{target}.tsv"
    if table.is_file():
        for line in table.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                kind, lemma, meaning = line.split("\t")
                yield kind, lemma, meaning


def _forms(kind: str, lemma: str) -> Iterator[tuple[str, str]]:
    """The forms of a Spanish lemma with their tags."""
    if kind == "adv":
        yield lemma, "<adv>"
    elif kind == "adj":
        yield from _adjective(lemma)
    elif kind.startswith("n."):
        gender = kind[2:]
        yield lemma, f"<n><{gender}><sg>"
        if (plural := _plural(lemma)) != lemma:
            yield plural, f"<n><{gender}><pl>"
    elif kind == "v":
        yield from _verb(lemma)


def _adjective(lemma: str) -> Iterator[tuple[str, str]]:
    if lemma.endswith("o"):
        stem = lemma[:-1]
        yield from ((lemma, "<adj><m><sg>"), (stem + "a", "<adj><f><sg>"), (stem + "os", "<adj><m><pl>"), (stem + "as", "<adj><f><pl>"))
    elif lemma.endswith(("és", "or", "án", "ín", "ol")):
        stem = lemma[:-2] + lemma[-2:].translate(_PLAIN)
        yield from ((lemma, "<adj><m><sg>"), (stem + "a", "<adj><f><sg>"), (stem + "es", "<adj><m><pl>"), (stem + "as", "<adj><f><pl>"))
    else:
        yield lemma, "<adj><mf><sg>"
        yield _plural(lemma), "<adj><mf><pl>"
        if lemma.endswith("í"):
            yield lemma + "es", "<adj><mf><pl>"


def _plural(lemma: str) -> str:
    if lemma.endswith("s") and not lemma.endswith(("és", "ís")):
        return lemma
    if lemma[-1] in "aeiouáéíóú" or lemma.isupper() or lemma.endswith(("ck", "g", "t", "p", "m", "c")):
        return lemma + "s"
    if lemma.endswith("z"):
        return lemma[:-1] + "ces"
    if lemma.endswith(("ón", "án", "én", "és")):
        return lemma[:-2] + lemma[-2:].translate(_PLAIN) + "es"
    return lemma + "es"


def _verb(lemma: str) -> Iterator[tuple[str, str]]:
    stem = lemma.removesuffix("ar")
    soft = stem[:-1] + "qu" if stem.endswith("c") else stem + "u" if stem.endswith("g") else stem[:-1] + "c" if stem.endswith("z") else stem
    yield lemma, "<vblex><inf>"
    yield stem + "ando", "<vblex><ger>"
    for ending, tags in (("ado", "<m><sg>"), ("ada", "<f><sg>"), ("ados", "<m><pl>"), ("adas", "<f><pl>")):
        yield stem + ending, f"<vblex><pp>{tags}"
        yield stem + ending, f"<adj>{tags}"
    for tense, endings in _TENSES.items():
        for ending, person in zip(endings, _PERSONS, strict=True):
            yield (soft if ending[0] in "eé" else stem) + ending, f"<vblex><{tense}>{person}"
