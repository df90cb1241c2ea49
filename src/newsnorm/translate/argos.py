"""The engine argos: argostranslate itself (extra ``newsnorm[argos]``), kept off the network and fenced where it spoils text.

What is fenced (argostranslate 1.9 to 1.11):
  it downloads a sentence splitter and its onnxruntime reports home    ours gives the sentence back whole; reports are off before the import
  it makes folders in the home directory and reads settings there      both lie in a temporary folder
  one bad folder breaks every call, a reinstalled model stays the old  newsnorm finds the package, argostranslate is given its folder
  "_" becomes a blank, unknown words are replaced by any source word   pieces are put together by SentencePiece, unknown words are forbidden
  long sentences are cut without a word, placeholders are made up      as in the engine ct2
"""

from __future__ import annotations

import importlib
import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import MissingExtraError, ModelError, TranslationError
from .ct2 import Ct2, installed_version
from .engine import Hypothesis
from .models.installing import unpack
from .models.package import open_package
from .models.probe import rates, usable
from .neural import Decoder, Forbidden, joined, ready, rounded

#: What argostranslate reads when it is imported. Its other providers of models are online.
_SETTINGS = {"ARGOS_MODEL_PROVIDER": "OPENNMT", "ARGOS_CHUNK_TYPE": "MINISBD", "ARGOS_DEVICE_TYPE": "cpu", "ARGOS_DEBUG": "0"}
_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR")
_import_lock = threading.Lock()


class Argos:
    """Translates through argostranslate, with all installed packages or with one package given by its path.

    Threads may share one object; argostranslate is called by one at a time. Flags are those of the engine ct2.
    """

    name = "argos"

    def __init__(
        self,
        model: str | Path | None = None,
        *,
        threads: int | None = None,
        device: str = "cpu",
        compute_type: str = "int8",
        beam_size: int = 4,
        unsure: float | None = None,
    ) -> None:
        """``model``: an .argosmodel file or a package's folder; all installed packages if not given.

        ``threads`` that share the work on a sentence, one if not given; the other settings are those of the engine ct2.
        Raises ModelError, TranslationError for a wrong setting.
        """
        if model is not None and not Path(model).is_dir():
            open_package(model)
            try:
                folder = tempfile.mkdtemp(prefix="newsnorm-argos-")
                weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
                unpack(Path(model), Path(folder))
            except OSError as error:
                raise ModelError(f"cannot unpack {model} for argostranslate: {error.strerror}; make room in {tempfile.gettempdir()}") from error
            model = folder
        self._engine = Ct2(
            model, threads=1, intra_threads=1 if threads is None else threads, device=device, compute_type=compute_type, beam_size=beam_size, unsure=unsure
        )
        self._lock = threading.Lock()
        self._translations: dict[tuple[str, str], _Fenced] = {}
        self._shapes: dict[tuple[str, str], tuple[str, ...]] = {}

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of the package given, or of all that are installed."""
        return self._engine.pairs()

    def identity(self, source: str, target: str) -> str:
        """Engine, versions, the model's sha256 and the settings. Raises ModelNotInstalledError, MissingExtraError."""
        return f"argos {installed_version('argostranslate', 'argos')}, {self._engine.identity(source, target)}"

    def shapes(self, source: str, target: str) -> tuple[str, ...]:
        """The shapes that the package's probe found to be kept, best first; a package without a probe is probed now, once."""
        pair = (source, target)
        if pair not in self._shapes:
            lock = self._engine.package(source, target).lock
            self._shapes[pair] = usable(lock.probe if lock and lock.probe else rates(self, source, target))
        return self._shapes[pair]

    def translate_batch(self, sentences: Sequence[str], source: str, target: str, n_best: int = 1) -> list[list[Hypothesis]]:
        """Hypotheses for each sentence, best first, at most ``n_best`` and at most ``beam_size``; a blank sentence comes back as it is.

        Raises TranslationError, ModelNotInstalledError, ModelError, MissingExtraError.
        """
        texts = [ready(sentence) for sentence in sentences]
        decoder = self._engine.loaded(source, target).decoder
        with self._lock:
            if (source, target) not in self._translations:
                self._translations[source, target] = _Fenced(self._engine.loaded(source, target).package.path, decoder)
            fenced = self._translations[source, target]
            return [fenced.translated(text, n_best) if text else [Hypothesis(raw)] for raw, text in zip(sentences, texts, strict=True)]


class _Fenced:
    """One of argostranslate's translations, with our splitter, pieces and search in it. Not for two threads at once."""

    def __init__(self, folder: Path, decoder: Decoder) -> None:
        package, translate = _argostranslate()
        self._decoder = decoder
        self._forbidden: Forbidden = ()
        self._results: list[Any] = []
        try:
            made = package.Package(folder)
            made.tokenizer = self
            languages = translate.Language(made.from_code, made.from_name), translate.Language(made.to_code, made.to_name)
            self._translation = translate.PackageTranslation(*languages, made)
        except Exception as error:  # argostranslate's own failures are of many kinds, and none of them is the caller's
            raise ModelError(f"argostranslate cannot load {folder} ({type(error).__name__}: {str(error)[:200]}); use the engine ct2") from error
        self._translation.sentencizer = self
        self._translation.translator = self

    def translated(self, text: str, n_best: int) -> list[Hypothesis]:
        """The hypotheses of one sentence."""
        runs, flags = self._decoder.encoded(text)
        self._forbidden = self._decoder.forbidden(text)
        count = max(1, min(n_best, self._decoder.beam_size))
        return joined([self._part(self._decoder.pieces.decode(run) if len(runs) > 1 else text, count) for run in runs], flags)

    def _part(self, text: str, count: int) -> list[Hypothesis]:
        try:
            found = self._translation.hypotheses(text, count)
        except TranslationError:
            raise
        except Exception as error:
            raise TranslationError(f"argostranslate failed ({type(error).__name__}: {str(error)[:200]}); use the engine ct2") from error
        [result] = self._results
        marks = [self._decoder.hypothesis(*one).flags for one in zip(result.hypotheses, result.scores, strict=True)]
        return [Hypothesis(h.value.strip(), rounded(h.score), flags) for h, flags in zip(found, marks, strict=True)]

    def split_sentences(self, text: str) -> list[str]:
        """As a splitter: the sentence whole."""
        return [text]

    def encode(self, sentence: str) -> list[str]:
        """As a tokenizer: the pieces."""
        pieces: list[str] = self._decoder.pieces.encode(sentence, out_type=str)
        return pieces

    def decode(self, pieces: list[str]) -> str:
        """As a tokenizer: the text."""
        return self._decoder.decoded(pieces)

    def translate_batch(self, runs: list[list[str]], *, num_hypotheses: int, **_: object) -> list[Any]:
        """As a translator: the search of the engine ct2."""
        self._results = self._decoder.results(runs, self._forbidden, num_hypotheses)
        return self._results


def _argostranslate() -> tuple[Any, Any]:
    """argostranslate's modules ``package`` and ``translate``, imported without a trace outside a temporary folder."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    with _import_lock, _settings():
        try:
            return importlib.import_module("argostranslate.package"), importlib.import_module("argostranslate.translate")
        except ImportError as error:
            raise MissingExtraError(f"the engine argos needs the extra: pip install 'newsnorm[argos]' (or use ct2); missing: {error.name}") from error


@contextmanager
def _settings() -> Iterator[None]:
    """The environment for the import, and then the caller's again."""
    before = {name: os.environ.get(name) for name in (*_SETTINGS, *_FOLDERS)}
    with tempfile.TemporaryDirectory(prefix="newsnorm-argos-") as folder:
        try:
            os.environ.update(_SETTINGS | dict.fromkeys(_FOLDERS, folder))
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
