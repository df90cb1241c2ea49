"""The default pipeline against the chain that people write without newsnorm: ftfy.fix_text, then langdetect.detect."""

from __future__ import annotations

import articles
import ftfy
import langdetect
from kit import Figures, ratio_over

import newsnorm


def chain(text: str) -> str:
    """The peer. It repairs characters and names the language; newsnorm does that and the rest."""
    fixed = ftfy.fix_text(text)
    try:
        return str(langdetect.detect(fixed))
    except langdetect.LangDetectException:  # a text without letters
        return "und"


def figures(quick: bool) -> Figures:
    """Figures: pipeline.clean, pipeline.damaged (newsnorm / chain)."""
    langdetect.DetectorFactory.seed = 0
    rounds = 5 if quick else 15
    found = Figures()
    for name, texts in (("clean", articles.clean()), ("damaged", articles.damaged())):
        for text in texts:  # both sides read their data and compile their patterns on first use
            newsnorm.normalize(text)
            chain(text)
        found[f"pipeline.{name}"] = ratio_over(texts, newsnorm.normalize, chain, rounds)
    return found
