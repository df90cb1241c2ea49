"""A text that was translated before against the first time: how many times faster the cache makes it.

    python bench/again.py

Needs newsnorm[translate], and apertium for its figure. Wall time, because apertium is a process of its own; the model is loaded before.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from kit import Figures

import newsnorm

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
MODEL = FIXTURES / "models" / "phrasebook-es-en.argosmodel"
INSIDE = [line.split("\t")[0] for line in (FIXTURES / "models" / "inside.txt").read_text(encoding="utf-8").splitlines()]


def figures(quick: bool) -> Figures:
    """Figures: again.ct2, again.apertium (first / repeated)."""
    articles = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted((FIXTURES / "retranslation").glob("es-*.json"))]
    article = "\n\n".join([*articles, *INSIDE[:10]])
    found = Figures()
    for engine, settings in (("ct2", {"model": MODEL}), ("apertium", {})):
        if engine == "ct2" or shutil.which("apertium"):
            found[f"again.{engine}"] = median(_faster(article, engine, settings) for _ in range(3 if quick else 7))
    return found


def _faster(article: str, engine: str, settings: dict[str, Any]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NEWSNORM_CACHE"] = folder
        newsnorm.retranslate("Ayer llegó el barco.", source="es", translator=engine, **settings)
        first = _seconds(article, engine, settings)
        return first / median(_seconds(article, engine, settings) for _ in range(5))


def _seconds(article: str, engine: str, settings: dict[str, Any]) -> float:
    start = time.perf_counter()
    newsnorm.retranslate(article, source="es", translator=engine, **settings)
    return time.perf_counter() - start


if __name__ == "__main__":
    for name, value in figures(quick=False).items():
        print(f"{name:24}{value:10.1f}")
