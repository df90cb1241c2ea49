"""One line that says what a Normalizer is: equal lines give equal output.

A rule of the caller's own counts by its fields, its code and what it was closed over; not by globals that its code reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from importlib.resources import files
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

from .config import Config
from .rule import Rule

if TYPE_CHECKING:
    from hashlib import _Hash as Hash
    from importlib.resources.abc import Traversable


def signature(version: str, config: Config, rules: Iterable[Rule], *, identifies_language: bool) -> str:
    """newsnorm's version, the libraries that decide characters and language, the rules, the data, the settings."""
    libraries = " ".join(f"{name}:{_installed(name)}" for name in ("chardet", "ftfy", "langdetect", "regex", "trafilatura"))
    total = sha256()
    for rule in rules:
        values = (rule.id, rule.confidence, rule.languages, rule.from_data, rule.flags_only, rule.reason, _of(rule.find), _of(rule.needs))
        total.update(repr(values).encode("utf-8", "backslashreplace"))
    settings = f"min_confidence:{config.min_confidence!r} captions:{config.captions} surnames:{config.surnames} language:{identifies_language}"
    if config.translate_to is not None:
        engine = f"{config.translator}/{config.model}/{config.device}/{config.compute_type}/{config.beam_size}/{config.keep_titles}"
        settings += f" translate:{config.translate_to}/{engine} sentencex:{_installed('sentencex')}"
    return f"newsnorm:{version} {libraries} rules:{total.hexdigest()[:12]} data:{_data_hash()} {settings}"


def _installed(name: str) -> str:
    try:
        return installed(name)
    except PackageNotFoundError:  # an extra
        return "none"


def _of(value: object) -> object:
    """What tells one value from another in any process: a function by its code, defaults and closure, plain values by themselves."""
    if isinstance(value, FunctionType):
        cells = [cell.cell_contents for cell in value.__closure__ or ()]
        return _of(value.__code__), _of(value.__defaults__), list(map(_of, cells))
    if isinstance(value, CodeType):
        return value.co_name, value.co_code.hex(), list(map(_of, value.co_consts)), value.co_names
    if isinstance(value, (tuple, list)):
        return list(map(_of, value))
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    return value if isinstance(value, (str, bytes, int, float, type(None))) else getattr(value, "__qualname__", type(value).__qualname__)


@cache
def _data_hash() -> str:
    total = sha256()
    _add(total, files("newsnorm.data"))
    return total.hexdigest()[:12]


def _add(total: Hash, folder: Traversable) -> None:
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.is_dir() and path.name != "__pycache__":
            _add(total, path)
        elif path.is_file() and not path.name.endswith((".py", ".pyc")):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
