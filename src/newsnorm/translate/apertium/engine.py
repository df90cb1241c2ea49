"""The engine: Apertium's programs, run in three stages so that words can be put in where its dictionaries lack them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import ModelNotInstalledError, TranslationError
from ...patterns import compiled
from ..engine import Hypothesis
from . import english, lexicon, names, senses
from .stream import INSTALL, Stages, plain, read, run, spans, stages, units, written

if TYPE_CHECKING:
    import regex

#: Letters from which a word is cut: the programs' time grows with their square.
LONGEST_WORD = 200
#: Raised when the same programs would give another translation.
_FORM = "1"
#: Three-letter codes that Apertium's pairs may have, and the BCP 47 subtag.
_SUBTAG = {
    "afr": "af", "ara": "ar", "arg": "an", "bel": "be", "ben": "bn", "bre": "br", "bul": "bg", "cat": "ca", "ces": "cs", "cym": "cy", "dan": "da",
    "deu": "de", "ell": "el", "eng": "en", "epo": "eo", "est": "et", "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gle": "ga",
    "glg": "gl", "hbs": "sh", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ind": "id", "isl": "is", "ita": "it", "kat": "ka", "kaz": "kk",
    "kor": "ko", "lat": "la", "lav": "lv", "lit": "lt", "mkd": "mk", "mlt": "mt", "msa": "ms", "nld": "nl", "nno": "nn", "nob": "nb", "nor": "no", "oci": "oc",
    "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "srd": "sc", "srp": "sr", "swe": "sv",
    "tat": "tt", "tur": "tr", "ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi", "zho": "zh",
}  # fmt: skip
_PLACEHOLDER = r"XQ\d++QX"
#: How the press writes señor: Apertium knows one way.
_TITLE = r"(?<![\p{L}\p{M}])[Ss](ra|rta|res|r)\b\.?(?= (?:\p{Lu}|XQ))"
_NAME_TAGS = "<np><cog><mf><sg>"
_PLACE_TAGS = "<np><loc><mf><sg>"


class Apertium:
    """The program ``apertium``. ``path``: where it is, if it is not on PATH. Raises TranslationError if it is not there."""

    name = "apertium"
    #: One process translates as much as it gets; starting it is what takes time.
    batch_characters = 200_000

    def __init__(self, path: str | Path | None = None) -> None:
        found = shutil.which(str(path or "apertium"))
        if found is None:
            where = f"at {path}" if path else "on PATH"
            raise TranslationError(f"there is no program apertium {where}; install it: apt install apertium apertium-eng-spa")
        self._program = found

    @cached_property
    def _modes(self) -> dict[tuple[str, str], str]:
        """(source, target) -> Apertium's name of the mode, the plainest of several."""
        found: dict[tuple[str, str], str] = {}
        for mode in sorted(run([[self._program, "-l"]], "").split(), key=lambda m: (len(m), m)):
            source, _, target = mode.partition("-")
            if source and target:
                found.setdefault((_subtag(source), _subtag(target)), mode)
        return found

    def _stages(self, source: str, target: str) -> Stages | None:
        folder = Path(self._program).resolve().parent.parent / "share" / "apertium" / "modes"
        return stages(folder / f"{self._mode(source, target)}.mode")

    def _mode(self, source: str, target: str) -> str:
        if (mode := self._modes.get((source, target))) is None:
            have = ", ".join("-".join(p) for p in sorted(self._modes)) or "none"
            raise ModelNotInstalledError(f"apertium has no pair {source}-{target} (it has {have}); `apt-cache search apertium-` lists packages to install")
        return mode

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs that are installed."""
        return frozenset(self._modes)

    def shapes(self, source: str, target: str) -> tuple[str, ...]:  # noqa: ARG002  the protocol's
        """Word-like placeholders first: others make Apertium invent pronouns."""
        return ("XQ{}QX", "⟦{}⟧")

    def identity(self, source: str, target: str) -> str:
        """The pair's files by size and time, and this engine's own form and words."""
        total = sha256(lexicon.digest(source, target).encode())
        if (found := self._stages(source, target)) is not None:
            for path in sorted({Path(w) for part in found for program in part for w in program if w.startswith("/")}):
                if path.is_file():
                    total.update(f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}".encode())
        return f"{self._mode(source, target)} form:{_FORM} files:{total.hexdigest()[:16]}"

    def names(self, sentences: Sequence[str], source: str, target: str) -> list[list[tuple[int, int]]]:
        """The spans that Apertium would spoil."""
        if (found := self._stages(source, target)) is None:
            return [[] for _ in sentences]
        given = [_prepared(s) for s in sentences]
        known = lexicon.words(source, target).keys() | lexicon.places(source, target)
        analysed = spans(run(found.analyse, written(given)))
        if len(analysed) != len(given):
            raise TranslationError(f"apertium analysed {len(analysed)} sentences of {len(given)}; {INSTALL}")
        marked = [[(a, b, w, "<acr>" if w.lower() in known or w in known else x) for a, b, w, x in sentence] for sentence in analysed]
        seen = frozenset(part for s, p, u in zip(sentences, given, marked, strict=True) if p == s for part in names.parts(s, u))
        return [names.spoilt(s, u, seen) if p == s else [] for s, p, u in zip(sentences, given, marked, strict=True)]

    def translate_batch(self, sentences: Sequence[str], source: str, target: str, n_best: int = 1) -> list[list[Hypothesis]]:  # noqa: ARG002  it has one
        """One hypothesis each, flagged with the words that Apertium did not know."""
        mode = self._mode(source, target)
        if not sentences:
            return []
        given = [_prepared(s) for s in sentences]
        if source == "es":
            given = [compiled(_TITLE).sub(r"S\1.", s) for s in given]
        found = self._stages(source, target)
        back = self._plainly(mode, given) if found is None else _staged(found, given, source, target)
        if len(back) != len(given):
            back = [p[0] if len(p := self._plainly(mode, [g])) == 1 else "" for g in given]
        return [[_hypothesis(s, t, target)] for s, t in zip(given, back, strict=True)]

    def _plainly(self, mode: str, given: list[str]) -> list[str]:
        """The program itself, for pairs whose programs are not of the usual kind."""
        out = run([[self._program, "-f", "txt", mode]], "\n\n".join(given) + "\n\n")
        return [p.strip() for p in compiled(r"\n[^\S\n]*+\n").split(out.strip("\n"))]


def _staged(found: Stages, given: list[str], source: str, target: str) -> list[str]:
    words, meanings, places = lexicon.words(source, target), lexicon.meanings(source, target), lexicon.places(source, target)

    def known(unit: str) -> str:
        surface, slash, _ = unit.partition("/*")
        if not slash:
            surface = unit.partition("/")[0]
            return f"{surface}/{surface}{_PLACE_TAGS}" if surface in places else unit
        if surface in places:
            return f"{surface}/{surface}{_PLACE_TAGS}"
        if compiled(_PLACEHOLDER).fullmatch(surface):
            return f"{surface}/{surface}{_NAME_TAGS}"
        analyses = words.get(surface) or words.get(surface.lower())
        return "/".join([surface, *(_cased(a, surface) for a in analyses)]) if analyses else unit

    def translated(unit: str) -> str:
        head, slash, rest = unit.partition("/@")
        if not slash:
            return unit
        lemma, bracket, tags = rest.partition("<")
        if compiled(_PLACEHOLDER).fullmatch(lemma):
            return f"{head}/{rest}"
        tags = bracket + tags
        meaning = meanings.get((lemma, tags[1:].partition(">")[0])) or meanings.get((lemma.lower(), tags[1:].partition(">")[0]))
        if meaning is None:
            return unit
        if tags.startswith("<adj>"):
            tags = "<adj>"
        return f"{head}/{_like(meaning, lemma)}{tags}"

    analysed = units(run(found.analyse, written(given)), known)
    looked_up = units(run(found.look_up, analysed), translated)
    if (source, target) == ("es", "en"):
        transferred = senses.after_transfer(run(found.transfer, senses.after_dictionary(looked_up, lexicon.senses(source, target))))
    else:
        transferred = run(found.transfer, looked_up)
    return [_generated(s) for s in read(run(found.generate, transferred))]


def _cased(analysis: str, surface: str) -> str:
    """The analysis of a capitalised form has a capital lemma: so the transfer knows to give it back."""
    return analysis[:1].upper() + analysis[1:] if surface[:1].isupper() else analysis


def _like(word: str, other: str) -> str:
    return word[:1].upper() + word[1:] if other[:1].isupper() and not other.isupper() else word


def _generated(text: str) -> str:
    """What the generator could not inflect, inflected."""

    def form(m: regex.Match[str]) -> str:
        mark, lemma, tags = m.group(1, 2, 3)
        word = english.inflected(plain(lemma), plain(tags))
        return word if mark == "#" else "@" + word

    return plain(compiled(r"(?<![^\s\p{P}])(?:\\@|([#]))((?:[^\\<\s#@]|\\[^<]| (?=[^\s\\<]+\\<))++)((?:\\<[^\\>]*+\\>)++)").sub(form, text))


def _subtag(code: str) -> str:
    primary = code.partition("_")[0]
    return _SUBTAG.get(primary, primary)


def _prepared(text: str) -> str:
    """The sentence as one line that the program can read."""
    text = compiled(r"[\ud800-\udfff\x00]").sub("�", text)
    text = compiled(rf"\S{{{LONGEST_WORD}}}(?=\S)").sub(lambda m: m.group() + " ", text)
    return " ".join(text.split()) or "."


def _hypothesis(source: str, text: str, target: str) -> Hypothesis:
    """The translation without the marks of words that were not known; these are the doubts."""
    mark = r"(?<![\p{L}\p{N}*#@])[*#@](?=[\p{L}\p{N}])|(?<=\d)\*(?=\p{L})| [#](?= )|(?<=\p{L})#(?= ?\p{L})"
    doubts = compiled(r"(?<![\p{L}\p{N}*#@])[*#@]([\p{L}\p{N}][^\s,.;:!?\"»”)]*+)").findall(text)
    text = english.spaced(compiled(mark).sub("", text), source)
    if target == "en":
        text = english.mended(text)
    return Hypothesis(text, None, tuple(f"unknown: {d}" for d in doubts))
