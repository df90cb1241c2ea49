"""The engine ct2 against argostranslate itself: sentences a second, the way to the first translation, memory.

    python bench/translate.py [--json]

Needs argostranslate beside newsnorm[translate] (`make test-argos`), and the test model. Not part of the gate: the peer takes 1.4 GB.
Both translate the same held-out sentences with the same model, number format and beam. ``speed`` and ``document`` compare the time that passes
when each has the whole machine and the number of threads that suits it best: ct2 its default, argostranslate one thread or its own default,
whichever is faster. ``per_core`` and what follows compare processor time with one thread on each side.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from kit import Figures, ratio

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "fixtures" / "models" / "phrasebook-es-en.argosmodel"


def _numbered(sentence: str) -> str:
    """With its placeholders numbered from 0, as the pipeline does."""
    numbers: dict[str, str] = {}
    return re.sub(r"⟦\d+⟧", lambda m: numbers.setdefault(m[0], f"⟦{len(numbers)}⟧"), sentence)


SENTENCES = [_numbered(line.split("\t")[0]) for line in (MODEL.parent / "held-out.txt").read_text(encoding="utf-8").splitlines()]

# getrusage would tell the peak of the process that started this one
_PEAK = "\nprint(next(int(line.split()[1]) / 1024 for line in open('/proc/self/status') if line.startswith('VmHWM')))"
_CT2 = "import sys; from newsnorm.translate.ct2 import Ct2; Ct2().translate_batch([sys.argv[2]], 'es', 'en')"
_IMPORT = """
import sys, warnings; warnings.simplefilter("ignore")
import argostranslate.package, argostranslate.translate
from_, to = (argostranslate.translate.Language(c, c) for c in ("es", "en"))
class Whole: split_sentences = staticmethod(lambda text: [text])
"""
_LOAD = """
t = argostranslate.translate.PackageTranslation(from_, to, argostranslate.package.Package(sys.argv[1]))
t.sentencizer = Whole(); t.translate(sys.argv[2])"""
_ARGOS = _IMPORT + _LOAD


def figures(quick: bool) -> Figures:
    """Figures: argos / ct2 in time for sentences and for a cold start, peak megabytes of both and of a bare interpreter."""
    import tempfile

    from newsnorm.translate import models

    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({"ORT_DISABLE_TELEMETRY": "1", "ARGOS_CHUNK_TYPE": "MINISBD", "ARGOS_COMPUTE_TYPE": "int8", "ARGOS_INTRA_THREADS": "1"})
        os.environ.update(dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), folder))
        os.environ["NEWSNORM_MODELS"] = str(Path(folder) / "models")
        package = models.install(MODEL).path
        return {**_speed(package, 3 if quick else 9), **_start(package, 3 if quick else 7), **_memory(package)}


def _speed(package: Path, rounds: int) -> Figures:
    warnings.simplefilter("ignore")
    scope: dict[str, object] = {}
    argv, sys.argv = sys.argv, ["", str(package), SENTENCES[0]]
    exec(_ARGOS, scope)  # the peer, as its users call it, with a splitter that does not download another
    peer = scope["t"]
    settings = scope["argostranslate"].settings  # type: ignore[attr-defined]
    settings.intra_threads = 0  # argostranslate's default: CTranslate2 chooses
    exec(_LOAD, scope)
    threaded = scope["t"]
    settings.intra_threads = 1
    sys.argv = argv
    from newsnorm.translate.ct2 import Ct2, processors

    whole, engine, fast = Ct2(package), Ct2(package, threads=1), Ct2(package, threads=1, beam_size=2)
    for made in (whole, fast):
        made.translate_batch(SENTENCES[:1], "es", "en")
    ours = [h[0].text for h in engine.translate_batch(SENTENCES, "es", "en")]
    theirs = [peer.translate(s) for s in SENTENCES]  # type: ignore[attr-defined]
    same = sum(a.replace("_", " ") == b for a, b in zip(ours, theirs, strict=True)) / len(ours)
    document = SENTENCES[:40]
    return {
        "translate.same": same,
        "translate.processors": float(processors()),
        "translate.speed": _faster(whole, (peer, threaded), SENTENCES, rounds),
        "translate.document": _faster(whole, (peer, threaded), document, rounds),
        "translate.per_core": 1 / ratio(lambda: engine.translate_batch(SENTENCES, "es", "en"), lambda: [peer.translate(s) for s in SENTENCES], rounds),  # type: ignore[attr-defined]
        "translate.document_per_core": 1 / ratio(lambda: engine.translate_batch(document, "es", "en"), lambda: [peer.translate(s) for s in document], rounds),  # type: ignore[attr-defined]
        "translate.beam_2": 1 / ratio(lambda: fast.translate_batch(SENTENCES, "es", "en"), lambda: [peer.translate(s) for s in SENTENCES], rounds),  # type: ignore[attr-defined]
        "translate.four_best": 1 / ratio(lambda: engine.translate_batch(SENTENCES, "es", "en", 4), lambda: [peer.translate(s) for s in SENTENCES], rounds),  # type: ignore[attr-defined]
    }


def _faster(engine: Any, peers: tuple[Any, ...], sentences: list[str], rounds: int) -> float:
    """How many times more sentences in the same time the engine does than the faster one of the peers: the median of rounds in which all take turns."""

    def passed(call: Callable[[], object]) -> float:
        start = time.perf_counter()
        call()
        return time.perf_counter() - start

    times = [
        (
            passed(lambda: engine.translate_batch(sentences, "es", "en")),
            min(passed(lambda peer=peer: [peer.translate(s) for s in sentences]) for peer in peers),  # type: ignore[misc]
        )
        for _ in range(rounds)
    ]
    return median([theirs / ours for ours, theirs in times])


def _start(package: Path, rounds: int) -> Figures:
    """Processor time of a process that translates one sentence, of which the interpreter's own start is a part."""
    return {"translate.cold_start": 1 / ratio_of_children(_CT2, _ARGOS, package, rounds)}


def ratio_of_children(ours: str, peer: str, package: Path, rounds: int) -> float:
    """Median of ours / peer in processor time of processes of their own; the first round warms the disk cache."""

    def cost(code: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, "-c", code, str(package), SENTENCES[0]], check=True, stderr=subprocess.DEVNULL)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    return median([cost(ours) / cost(peer) for _ in range(rounds + 1)][1:])


def _memory(package: Path) -> Figures:
    def peak(code: str) -> float:
        done = subprocess.run([sys.executable, "-c", code + _PEAK, str(package), SENTENCES[0]], check=True, capture_output=True, text=True)
        return float(done.stdout.split()[-1])

    return {"translate.bare_mb": peak("pass"), "translate.ct2_mb": peak(_CT2), "translate.argos_mb": peak(_ARGOS)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quick", action="store_true")
    args = parser.parse_args()
    found = figures(args.quick)
    print(json.dumps(found, indent=1) if args.json else "\n".join(f"{name:<24} {value:.2f}" for name, value in found.items()))


if __name__ == "__main__":
    main()
