"""Which engine translates: by name, or the first installed one that has the pair; directly or through English."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..config import TRANSLATORS, Config
from ..errors import ConfigError, MissingExtraError, ModelNotInstalledError, NewsnormError, TranslationError, did_you_mean
from .engine import Translator

#: Name -> module, class, and how to get what it needs; in the order in which they are tried.
_ENGINES = {
    "ct2": ("ct2", "Ct2", "pip install 'newsnorm[translate]'"),
    "argos": ("argos", "Argos", "pip install 'newsnorm[argos]'"),
    "apertium": ("apertium", "Apertium", "apt install apertium apertium-eng-spa"),
}
ENGINES = TRANSLATORS
#: Of ct2 and argos.
_SETTINGS = ["threads", "device", "compute_type", "beam_size", "unsure"]
#: The language between two that have no direct pair.
PIVOT = "en"
Hop = tuple[str, str]


def engine(
    name: str | Translator | None, *, model: str | Path | None = None, source: str | None = None, target: str | None = None, **settings: Any
) -> Translator:
    """The engine of that name, or the object itself if it is one; for None the first installed one that translates the pair.

    model     path of a package, for engines that take one; with ``name`` None it is ct2's
    settings  of ct2 and argos: threads, device, compute_type, beam_size, unsure. Where apertium is the one that is found they mean nothing

    Raises ConfigError for a name that does not exist and for settings that the engine does not have, MissingExtraError or TranslationError if
    the engine is not installed, ModelNotInstalledError if none has the pair.
    """
    if name != "apertium":
        _check(settings)
    if name is None and model is None:
        if source is None or target is None:
            raise ConfigError("give the translator, or source and target so that one can be chosen")
        return _chosen(source, target, settings)
    if name is None or isinstance(name, str):
        if name == "apertium":
            _refuse(settings)
        made = _named(name or "ct2", None if model is None else str(model), settings)
        if source and target and not route(made, source, target):
            _made.cache_clear()  # a model may have been installed since
            made = _named(name or "ct2", None if model is None else str(model), settings)
        return made
    if not callable(getattr(name, "pairs", None)) or not callable(getattr(name, "translate_batch", None)):
        raise ConfigError(f"translator takes {', '.join(ENGINES)} or an object with pairs() and translate_batch(); {type(name).__name__} is neither")
    return name


def route(translator: Translator, source: str, target: str) -> list[Hop]:
    """The pairs to go through: one, two with English between, or none if there is no way."""
    try:
        pairs = translator.pairs()
        direct, first, second = (source, target) in pairs, (source, PIVOT) in pairs, (PIVOT, target) in pairs
    except NewsnormError:
        raise
    except Exception as error:
        raise TranslationError(f"engine {engine_name(translator)} failed to say its pairs ({type(error).__name__}: {error}); mend it") from error
    if direct:
        return [(source, target)]
    return [(source, PIVOT), (PIVOT, target)] if first and second and PIVOT not in (source, target) else []


def engine_name(translator: Translator) -> str:
    """The engine's name for the record."""
    name = getattr(translator, "name", None)
    return name if isinstance(name, str) and name else type(translator).__name__


def _named(name: str, model: str | None, settings: dict[str, Any]) -> Translator:
    if name not in _ENGINES:
        raise ConfigError(f"there is no translator {name!r}{did_you_mean(name, list(ENGINES))}")
    if name == "apertium" and model is not None:
        raise ConfigError("apertium takes no model: its pairs are installed with apt, such as apertium-eng-spa")
    if name != "apertium":
        return _made(name, model, tuple(sorted(settings.items())))
    return _made(name, model, ())


def _check(settings: dict[str, Any]) -> None:
    for name, value in settings.items():
        if name not in _SETTINGS:
            raise ConfigError(f"translators have no setting {name!r}{did_you_mean(name, _SETTINGS)}")
        if value is not None and not isinstance(value, (str, int, float)):
            raise ConfigError(f"{name} takes a number or a string; it is {value!r}")


def _refuse(settings: dict[str, Any]) -> None:
    """Settings of models, given for an engine that has none: an error rather than silence. Those that say what is so anyway may stand."""
    usual = {f.name: f.default for f in fields(Config)}
    for name, value in settings.items():
        if name != "threads" and value != usual.get(name):
            raise ConfigError(f"apertium has no {name}; leave it out, or take the translator ct2 or argos")


@lru_cache(maxsize=8)
def _made(name: str, model: str | None, settings: tuple[tuple[str, Any], ...]) -> Translator:
    module, cls, install = _ENGINES[name]
    try:
        found = getattr(import_module(f".{module}", __package__), cls)
        made: Translator = found(model, **dict(settings)) if name != "apertium" else found()
    except NewsnormError:
        raise
    except ImportError as error:
        raise MissingExtraError(f"the translator {name} needs what is not installed: {install} (missing: {error.name})") from error
    return made


def _chosen(source: str, target: str, settings: dict[str, Any]) -> Translator:
    """The first engine with the pair, else the first with a way through English."""
    through: Translator | None = None
    for _ in range(2):
        for name in ENGINES:
            try:
                found = _named(name, None, settings)
                hops = route(found, source, target)
            except (ImportError, TranslationError):  # not installed, or its models cannot be read
                continue
            if len(hops) == 1:
                return found
            through = through or (found if hops else None)
        if through is not None:
            return through
        _made.cache_clear()  # a model may have been installed since
    raise ModelNotInstalledError(_mend(source, target))


def _mend(source: str, target: str) -> str:
    command = f"newsnorm models install {source} {target} --index FILE_OR_URL"
    if find_spec("ctranslate2") is None or find_spec("sentencepiece") is None:
        command = f"{_ENGINES['ct2'][2]}, then {command}"
    if {source, target} == {"es", "en"}:
        return f"no installed engine translates {source} to {target}; install one: {command} (or: apt install apertium apertium-eng-spa)"
    return f"no installed engine translates {source} to {target}; install a model: {command}"


def no_way(translator: Translator, source: str, target: str) -> ModelNotInstalledError:
    """The error for an engine that has no way from source to target."""
    have = ", ".join(sorted(f"{a}-{b}" for a, b in translator.pairs())) or "none"
    name = engine_name(translator)
    hint = f"; {_mend(source, target).partition('; ')[2]}" if name in ("ct2", "argos") else ""
    return ModelNotInstalledError(f"{name} has no pair {source}-{target} and no way through English (it has {have}){hint or '; give another translator'}")
