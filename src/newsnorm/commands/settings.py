"""The Normalizer that the options ask for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..config import Config
from ..errors import ConfigError
from ..normalizer import Normalizer


def normalizer(args: Namespace) -> Normalizer:
    """By the configuration file, if there is one, and the options over it. Raises ConfigError, or InputError for a file of people or names."""
    config = Config.from_toml(args.config) if args.config is not None else Config()
    given: dict[str, Any] = {}
    for name in ("select", "ignore"):
        if (value := getattr(args, name)) is not None:
            given[name] = _split(value)
    if given.get("select") == ():  # a variable that was not set: to run all rules is not what was meant
        raise ConfigError("--select names no rule; give rule ids or stages, or leave it out to run all")
    for name in ("min_confidence", "captions", "surnames", "people"):
        if (value := getattr(args, name)) is not None:
            given[name] = value
    for name in ("translate_to", "translator", "model", "threads", "device", "compute_type", "beam_size"):
        if (value := getattr(args, name, None)) is not None:
            given[name] = value
    if getattr(args, "no_cache", False):
        given["translation_cache"] = False
    if getattr(args, "keep_titles", False):
        given["keep_titles"] = True
    if args.names is None:
        return Normalizer(replace(config, **given))
    from ..names.table import NameTable

    return Normalizer(replace(config, **given), names=NameTable.load(args.names))


def _split(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
