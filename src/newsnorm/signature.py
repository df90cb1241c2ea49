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
    ids = sha256("\n".join(r.id for r in rules).encode()).hexdigest()[:12]
    settings = f"min_confidence:{config.min_confidence:g} captions:{config.captions}"
    return f"newsnorm:{version} {libraries} rules:{ids} data:{_data_hash()} {settings}"


@cache
def _data_hash() -> str:
    total = sha256()
    for path in sorted(files("newsnorm.data").iterdir(), key=lambda p: p.name):
        if path.is_file() and not path.name.endswith((".py", ".pyc")):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:12]
