"""One line that says what a Normalizer is: equal lines give equal output."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version as installed
from importlib.resources import files

from .config import Config
from .rule import Rule


def signature(version: str, config: Config, rules: Iterable[Rule]) -> str:
    """newsnorm's version, the libraries that decide characters and language, the rules, the data, the settings."""
    libraries = " ".join(f"{name}:{installed(name)}" for name in ("ftfy", "langdetect", "regex"))
    total = sha256()
    for rule in rules:
        values = (rule.id, rule.confidence, rule.languages, rule.from_data, rule.flags_only, rule.reason, _of(rule.find))
        total.update(repr(values).encode("utf-8", "backslashreplace"))
    settings = f"min_confidence:{config.min_confidence!r} captions:{config.captions}"
    return f"newsnorm:{version} {libraries} rules:{total.hexdigest()[:12]} data:{_data_hash()} {settings}"


def _of(value: object) -> object:
    """What tells one function from another: its code, and the values that it was closed over."""
    code = getattr(value, "__code__", None)
    if code is None:
        return value if isinstance(value, (str, bytes, int, float, tuple, type(None))) else getattr(value, "__qualname__", type(value).__qualname__)
    cells = [_of(cell.cell_contents) for cell in getattr(value, "__closure__", None) or ()]
    return code.co_name, code.co_code.hex(), list(map(_constant, code.co_consts)), code.co_names, cells


def _constant(value: object) -> object:
    return value if isinstance(value, (str, bytes, int, float, type(None))) else repr(type(value))


@cache
def _data_hash() -> str:
    total = sha256()
    for path in sorted(files("newsnorm.data").iterdir(), key=lambda p: p.name):
        if path.is_file() and not path.name.endswith((".py", ".pyc")):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:12]
