"""Engines for the tests: a good one, and each way of being a bad one."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from newsnorm import Hypothesis

PLACEHOLDER = re.compile(r"XQ\d+QX|⟦\d+⟧")


class Upside:
    """Translates a word by reversing it; keeps placeholders, numbers and what is no word, as a good engine does."""

    name = "upside"

    def __init__(self, pairs: Sequence[tuple[str, str]] = (("es", "en"),), identity: str | None = None) -> None:
        self._pairs = frozenset(pairs)
        self.calls: list[list[str]] = []
        if identity is not None:
            self.identity = lambda source, target: f"{identity} {source}-{target}"

    def pairs(self):
        return self._pairs

    def shapes(self, source, target):
        return ("XQ{}QX", "⟦{}⟧")

    def translate_batch(self, sentences, source, target, n_best=1):
        self.calls.append(list(sentences))
        return [[Hypothesis(self.translated(s), -1.0)] for s in sentences]

    def translated(self, sentence):
        return " ".join(word if PLACEHOLDER.search(word) else turned(word) for word in sentence.split())


def turned(word):
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[::-1], word)


class Damaging(Upside):
    """Damages every translation in one way."""

    def __init__(self, damage, **given):
        super().__init__(**given)
        self.damage = damage

    def translate_batch(self, sentences, source, target, n_best=1):
        return [[Hypothesis(self.damage(self.translated(s)), 0.0, ("unknown: x",))] * n_best for s in sentences]


def swapped(text):
    found = [*PLACEHOLDER.finditer(text)]
    if len(found) < 2:
        return text
    (a, b), (c, d) = found[0].span(), found[-1].span()
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


DAMAGES = {
    "drops placeholders": lambda t: PLACEHOLDER.sub("", t),
    "doubles placeholders": lambda t: PLACEHOLDER.sub(lambda m: f"{m.group()} {m.group()}", t),
    "invents placeholders": lambda t: f"{t} XQ7QX ⟦9⟧",
    "renumbers placeholders": lambda t: PLACEHOLDER.sub(lambda m: re.sub(r"\d+", lambda n: str(int(n.group()) + 1), m.group()), t),
    "lower case placeholders": lambda t: PLACEHOLDER.sub(lambda m: m.group().lower(), t),
    "splits placeholders": lambda t: PLACEHOLDER.sub(lambda m: m.group()[:3] + " " + m.group()[3:], t),
    "swaps placeholders": swapped,
    "says nothing": lambda t: "",
    "repeats": lambda t: f"{t} {t} {t}",
    "stutters": lambda t: f"{t} very very very very",
    "goes on": lambda t: t * 9,
    "breaks lines": lambda t: t.replace(" ", "\n\n"),
    "writes marks": lambda t: f"*{t} #of @it",
    "adds a number": lambda t: f"{t} 4711",
    "loses numbers": lambda t: re.sub(r"\d", "", t),
    "opens a quotation": lambda t: f'"{t}',
    "separates in its own way": lambda t: f"{t}\u2028{t}\x85",
    "half a character": lambda t: f"{t}\ud800",
}


class Raising(Upside):
    def translate_batch(self, sentences, source, target, n_best=1):
        raise RuntimeError("out of memory")


class Answering(Upside):
    """Answers with whatever it was given."""

    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    def translate_batch(self, sentences, source, target, n_best=1):
        return self.answer(sentences)


class Hanging(Upside):
    def translate_batch(self, sentences, source, target, n_best=1):
        time.sleep(30)
        return super().translate_batch(sentences, source, target, n_best)
