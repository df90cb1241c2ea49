"""The engine ct2: argostranslate's packages through CTranslate2 and SentencePiece alone (extra ``newsnorm[translate]``).

The same models as the engine argos, without its 83 packages, its network and its defects.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import MissingExtraError, ModelError, TranslationError
from .engine import Hypothesis
from .models.package import PIECES, Package, checksum_of, open_package
from .models.probe import guessing, rates, typical, usable
from .models.store import installed, not_installed
from .neural import Decoder, Forbidden, joined, ready

#: Sentences that a processor translates at once, measured with a model of argostranslate's usual size and with the test model: more are slower, for
#: they fall out of its cache. Pieces that are translated at once, which is what limits a graphics card.
_ROWS, _PIECES = 16, 2048
#: Threads that are used unless told otherwise, where the machine has them; argostranslate's own limit.
_THREADS = 4


class Ct2:
    """Translates with installed packages, or with one package given by its path.

    Several threads may share one object. Each pair's model is loaded when it is first used and checked against its lock file.
    A hypothesis may have the flags "cut" (stopped at the length limit), "split" (a long sentence, translated in parts), "unknown" (it has
    characters that the model does not know) and "unsure" (the model gave its own words a low probability).
    """

    name = "ct2"
    #: Many sentences at once, so that many are of one length; they are cut into batches here. A minute for a large model.
    batch_characters = 30_000

    def __init__(
        self,
        model: str | Path | None = None,
        *,
        threads: int | None = None,
        device: str = "cpu",
        compute_type: str = "int8",
        beam_size: int = 4,
        unsure: float | None = None,
        intra_threads: int = 1,
    ) -> None:
        """``model``: an .argosmodel file or a package's folder; all installed packages if not given.

        ``threads`` that translate a batch each at the same time, which changes no word; None for as many processors as there are, at most 4.
        ``device`` "cpu" or "cuda"; ``compute_type`` as CTranslate2 names them, pinned because "auto" would give other words on other
        machines; ``beam_size`` 1 is the fastest. ``unsure``: the mean log probability of a piece below which a translation has the flag
        "unsure"; None for a guess from what the model's probe found. ``intra_threads`` share one batch, which seldom pays.
        Raises ModelError, TranslationError for a wrong setting.
        """
        if threads is None:
            threads = min(_THREADS, processors()) if device == "cpu" else 1
        for what, value in (("threads", threads), ("threads", intra_threads), ("beam_size", beam_size)):
            if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 64:
                raise TranslationError(f"{what} is {value!r}; give a number from 1 to 64")
        if unsure is not None and not (isinstance(unsure, (int, float)) and unsure <= 0):
            raise TranslationError(f"unsure is {unsure!r}; give a log probability, such as -1.5 (-inf lets everything pass)")
        self._given = None if model is None else open_package(model)
        self._settings = {"device": device, "compute_type": compute_type, "inter_threads": threads, "intra_threads": intra_threads}
        self._beam = beam_size
        self._unsure = unsure
        self._lock = threading.Lock()
        self._models: dict[tuple[str, str], Loaded] = {}
        self._checksums: dict[tuple[str, str], str] = {}
        self._shapes: dict[tuple[str, str], tuple[str, ...]] = {}

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of the package given, or of all that are installed."""
        return frozenset(package.pair for package in self._packages())

    def _packages(self) -> list[Package]:
        return installed()[0] if self._given is None else [self._given]

    def package(self, source: str, target: str) -> Package:
        """The package that translates the pair. Raises ModelNotInstalledError."""
        packages = self._packages()
        for package in packages:
            if package.pair == (source, target):
                return package
        raise not_installed(source, target, [package.pair for package in packages])

    def versions(self) -> str:
        """The libraries that decide the output, such as "ctranslate2 4.8.5, sentencepiece 0.2.3". Raises MissingExtraError."""
        return ", ".join(f"{name} {installed_version(name, 'translate')}" for name in ("ctranslate2", "sentencepiece"))

    def identity(self, source: str, target: str) -> str:
        """Engine, versions, the model's sha256 and the settings that decide the output; nothing is loaded. Raises ModelNotInstalledError."""
        pair, s, own = (source, target), self._settings, "" if self._unsure is None else f" unsure {self._unsure:g}"
        if pair in self._models:
            self._checksums[pair] = self._models[pair].checksum
        elif pair not in self._checksums:
            self._checksums[pair] = self.package(source, target).checksum()
        return f"ct2 {self.versions()}, model {self._checksums[pair]}, {s['device']} {s['compute_type']} beam {self._beam}{own}"

    def shapes(self, source: str, target: str) -> tuple[str, ...]:
        """The shapes that the package's probe found to be kept, best first; a package without a probe is probed now, once."""
        pair = (source, target)
        if pair not in self._shapes:
            lock = self.package(source, target).lock
            self._shapes[pair] = usable(lock.probe if lock and lock.probe else rates(self, source, target))
        return self._shapes[pair]

    def translate_batch(self, sentences: Sequence[str], source: str, target: str, n_best: int = 1) -> list[list[Hypothesis]]:
        """Hypotheses for each sentence, best first, at most ``n_best`` and at most ``beam_size``; a blank sentence comes back as it is.

        What comes out for a sentence does not depend on the others. Raises TranslationError, ModelNotInstalledError, ModelError.
        """
        texts = [ready(sentence) for sentence in sentences]
        decoder = self.loaded(source, target).decoder
        out: list[list[Hypothesis]] = [[Hypothesis(sentence)] for sentence in sentences]
        flags: dict[int, tuple[str, ...]] = {}
        # Only sentences of one length share a batch. Measured with int8: alone or together their scores are then the same to the last bit; with
        # padding they differ by up to 0.02, which now and then is another word.
        groups: dict[tuple[Forbidden, int], list[tuple[int, int, list[str]]]] = {}
        parts: dict[int, list[list[Hypothesis]]] = {}
        for index, text in enumerate(texts):
            if text:
                runs, flags[index] = decoder.encoded(text)
                parts[index] = [[] for _ in runs]
                for place, run in enumerate(runs):
                    groups.setdefault((decoder.forbidden(text), len(run)), []).append((index, place, run))
        started = []
        for (forbidden, length), group in sorted(groups.items(), key=lambda item: -item[0][1]):  # the longest first: threads then end together
            rows = max(1, min(_ROWS if self._settings["device"] == "cpu" else _PIECES, _PIECES // length))
            started.append((group, decoder.start([run for *_, run in group], forbidden, n_best, rows)))
        for group, answers in started:
            for (index, place, _), answer in zip(group, answers, strict=True):
                parts[index][place] = decoder.hypotheses(answer)
        for index, found in parts.items():
            out[index] = joined(found, flags[index])
        return out

    def loaded(self, source: str, target: str) -> Loaded:
        """The pair's model, loaded when it is first asked for. Raises ModelNotInstalledError, ModelError, MissingExtraError."""
        pair = (source, target)
        if (found := self._models.get(pair)) is not None:
            return found
        with self._lock:
            if pair not in self._models:
                package = self.package(source, target)
                found = Loaded(package, self._settings, self._beam)
                lock = package.lock
                if self._unsure is None:
                    found.decoder.unsure = guessing(lock.typical if lock and lock.probed_with else typical(found.decoder, source))
                else:
                    found.decoder.unsure = self._unsure
                self._models[pair] = found
            return self._models[pair]


class Loaded:
    """A package in memory: its checksum and its decoder."""

    def __init__(self, package: Package, settings: dict[str, Any], beam_size: int) -> None:
        ctranslate2, sentencepiece = _libraries()
        self.package = package
        parts = package.parts()
        files = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()} if parts else package.files()
        if package.lock is not None and (found := package.lock.difference(files)):
            raise ModelError(f"{package.path}: {found} since it was installed; install it again: `newsnorm models install FILE.argosmodel`")
        self.checksum = checksum_of(files)
        longest = package.longest()
        try:
            pieces = sentencepiece.SentencePieceProcessor(model_proto=parts[PIECES] if parts else (package.path / PIECES).read_bytes())
            if parts:
                inner = {name.removeprefix("model/"): data for name, data in parts.items() if name.startswith("model/")}
                translator = ctranslate2.Translator(str(package.path), files=inner, **settings)
            else:
                translator = ctranslate2.Translator(str(package.path / "model"), **settings)
            prefix = package.metadata.target_prefix
            vocabulary = package.vocabulary()
            if prefix and prefix not in vocabulary:
                raise ValueError(f"its target_prefix {prefix!r} is not in its vocabulary")
            self.decoder = Decoder(pieces, translator, beam_size=beam_size, vocabulary=vocabulary, prefix=prefix, longest=longest)
        except (RuntimeError, ValueError, OSError, MemoryError, TypeError, KeyError) as error:
            why = " ".join(str(error).split())[:200]
            raise ModelError(f"{package.path} cannot be loaded ({why}); check device and compute_type, or install the package again") from error


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@lru_cache
def installed_version(name: str, extra: str) -> str:
    """The version of an installed library, without importing it. Raises MissingExtraError."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError as error:
        raise MissingExtraError(f"translating needs the extra: pip install 'newsnorm[{extra}]'; missing: {name}") from error


def _libraries() -> tuple[Any, Any]:
    try:
        import ctranslate2
        import sentencepiece
    except ImportError as error:
        raise MissingExtraError(f"translating needs the extra: pip install 'newsnorm[translate]'; missing: {error.name}") from error
    return ctranslate2, sentencepiece
