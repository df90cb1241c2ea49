"""Feeds retranslate random sentences and engines that damage what they translate, and counts placeholders that leak and names that are lost.

python tools/fuzz_retranslate.py [--cases 100000] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from pathlib import Path

from newsnorm import retranslate

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from engines import DAMAGES, Damaging

NAMES = ("Kim Jong-un", "Vladimir Putin", "Angela Merkel", "Moon Jae-in", "Kim Il-sung")
WORDS = ("el barco", "llegó", "no", "con", "a las 15.30", "1.500 cajas", "2,4 %", "«ya viene»", "dijo", "@casa", "https://ejemplo.org/a_b", "y", "hoy")
SIGNS = ("XQ0QX", "⟦1⟧", "{0}", "xq1qx", "⟦", "*no", "#dos")
LEAK = re.compile(r"XQ\s?\d+\s?QX|⟦\d*|⟧|\ud800", re.IGNORECASE)
#: Sentences of one text: what one call translates.
TOGETHER = 100


def sentence(draw: random.Random) -> str:
    """A sentence of words and names, one in ten with something that looks like a placeholder."""
    words = [draw.choice(WORDS) for _ in range(draw.randint(1, 9))]
    for name in draw.sample(NAMES, draw.randint(0, 4)):
        words.insert(draw.randint(0, len(words)), f"{name},")
    if draw.random() < 0.1:
        words.insert(draw.randint(0, len(words)), draw.choice(SIGNS))
    return " ".join(words) + "."


def main() -> int:
    """Run the cases; exit code 1 if any fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    draw = random.Random(args.seed)
    damages = [("none", lambda text: text), *DAMAGES.items()]
    leaks = lost = torn = kept = 0
    for n in range(0, args.cases, TOGETHER):
        name, damage = damages[n // TOGETHER % len(damages)]
        given = [sentence(draw) for _ in range(TOGETHER)]
        doc = retranslate("\n\n".join(given), source="es", translator=Damaging(damage), cache=False)
        back = doc.text.split("\n\n")
        torn += len(back) != len(given) or doc.revert() != doc.original
        kept += sum(s.fallback == "source" for s in doc.sentences)
        for source, text in zip(given, back, strict=False):
            if len(LEAK.findall(text)) > len(LEAK.findall(source)):
                leaks += 1
                print("leak", name, repr(source), repr(text))
            if any(source.count(known) != text.count(known) for known in NAMES):
                lost += 1
                print("name", name, repr(source), repr(text))
    print(f"{args.cases} cases, {len(damages)} engines: {leaks} leaks, {lost} with a name lost, {torn} texts torn, {kept} kept in the source language")
    return 1 if leaks or lost or torn else 0


if __name__ == "__main__":
    sys.exit(main())
