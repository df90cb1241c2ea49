"""Apertium as an engine: the program on PATH, a process of its own (it is GPL-2; nothing of it is linked or bundled)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from ..errors import ModelNotInstalledError, TranslationError
from ..patterns import compiled
from .engine import Hypothesis

#: Seconds that the program gets, besides one for each 2,000 characters.
TIMEOUT = 60
#: Letters from which a word is cut: the program's time grows with their square.
LONGEST_WORD = 200
#: Three-letter codes that Apertium's pairs may have, and the BCP 47 subtag.
_SUBTAG = {
    "afr": "af", "ara": "ar", "arg": "an", "ast": "ast", "bel": "be", "ben": "bn", "bre": "br", "bul": "bg", "cat": "ca", "ces": "cs", "cym": "cy", "dan": "da",
    "deu": "de", "ell": "el", "eng": "en", "epo": "eo", "est": "et", "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gle": "ga",
    "glg": "gl", "hbs": "sh", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ind": "id", "isl": "is", "ita": "it", "kat": "ka", "kaz": "kk",
    "kor": "ko", "lat": "la", "lav": "lv", "lit": "lt", "mkd": "mk", "mlt": "mt", "msa": "ms", "nld": "nl", "nno": "nn", "nob": "nb", "nor": "no", "oci": "oc",
    "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "srd": "sc", "srp": "sr", "swe": "sv",
    "tat": "tt", "tur": "tr", "ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi", "zho": "zh",
}  # fmt: skip


class Apertium:
    """The program ``apertium``. ``path``: where it is, if it is not on PATH. Raises TranslationError if it is not there."""

    name = "apertium"

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
        for mode in sorted(self._run(["-l"], "").split(), key=lambda m: (len(m), m)):
            source, _, target = mode.partition("-")
            if source and target:
                found.setdefault((_subtag(source), _subtag(target)), mode)
        return found

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs that are installed."""
        return frozenset(self._modes)

    def shapes(self, source: str, target: str) -> tuple[str, ...]:  # noqa: ARG002  the protocol's
        """Word-like placeholders first: others make Apertium invent pronouns."""
        return ("XQ{}QX", "⟦{}⟧")

    def translate_batch(self, sentences: Sequence[str], source: str, target: str, n_best: int = 1) -> list[list[Hypothesis]]:  # noqa: ARG002  it has one
        """One hypothesis each, flagged with the words that Apertium did not know."""
        if (mode := self._modes.get((source, target))) is None:
            have = ", ".join("-".join(p) for p in sorted(self._modes)) or "none"
            raise ModelNotInstalledError(f"apertium has no pair {source}-{target} (it has {have}); `apt-cache search apertium-` lists packages to install")
        if not sentences:
            return []
        given = [_prepared(s) for s in sentences]
        out = self._run(["-f", "txt", mode], "\n\n".join(given) + "\n\n")
        back = [p.strip() for p in compiled(r"\n[^\S\n]*+\n").split(out.strip("\n"))]
        if len(back) != len(given):
            raise TranslationError(f"apertium gave {len(back)} translations for {len(given)} sentences; report the text that does this")
        return [[_hypothesis(s, t)] for s, t in zip(sentences, back, strict=True)]

    def _run(self, arguments: list[str], text: str) -> str:
        seconds = TIMEOUT + len(text) // 2000
        try:
            done = subprocess.run(  # noqa: S603  a program that the user installed, arguments of our own
                [self._program, *arguments], input=text.encode("utf-8"), capture_output=True, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise TranslationError(f"apertium did not answer within {seconds} seconds; give less text at a time") from error
        except OSError as error:
            raise TranslationError(f"apertium cannot be run ({error.strerror}); install it again: apt install apertium apertium-eng-spa") from error
        if done.returncode:
            why = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise TranslationError(f"apertium failed ({why[-1] if why else done.returncode}); install it again: apt install apertium apertium-eng-spa")
        try:
            return done.stdout.decode("utf-8")
        except UnicodeDecodeError as error:
            raise TranslationError("apertium wrote what is not UTF-8; install its newest version") from error


def _subtag(code: str) -> str:
    primary = code.partition("_")[0]
    return _SUBTAG.get(primary, primary)


def _prepared(text: str) -> str:
    """The sentence as one line that the program can read."""
    text = compiled(r"[\ud800-\udfff\x00]").sub("�", text)
    text = compiled(rf"\S{{{LONGEST_WORD}}}(?=\S)").sub(lambda m: m.group() + " ", text)
    return " ".join(text.split()) or "."


def _hypothesis(source: str, text: str) -> Hypothesis:
    """The translation without the marks of words that were not known; these are the doubts."""
    doubts = compiled(r"(?<![^\s\p{P}])[*#@](?=[\p{L}\p{N}])(\S++)").findall(text)
    text = compiled(r"(?<![^\s\p{P}])[*#@](?=[\p{L}\p{N}])").sub("", text)
    return Hypothesis(compiled(r"[^\S\n]{2,}").sub(" ", text).strip(), None, tuple(f"unknown: {d}" for d in doubts))
