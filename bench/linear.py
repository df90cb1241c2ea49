"""Time must grow as the input does: every rule alone, and the pipeline, on the inputs of bench/worst.py and 2n against n.

python bench/linear.py [--full] [--rule ID] [--input NAME]     prints every case that is not linear
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from math import inf
from typing import NamedTuple

from kit import Figures, TimeLimitError, Worker, cost
from worst import WORST, Grow, language_of, own, rule_named

import newsnorm
from newsnorm import RULES

#: Above this, time grows faster than the input: linear is 2, by the square is 4. The same number is in floors.toml.
TOO_MUCH = 3.0
#: Processor seconds from which on a measured time says something.
MEASURABLE = 0.02
FIRST = 5_000
#: Looks at a case at most; the growth that needs no more than two; processor seconds from which on only what is bad is looked at again.
LOOKS, CLEAR, PATIENCE = 12, 2.2, 1.0
#: Processes that measure at a time.
SIDE_BY_SIDE = 2
#: Subjects besides the rules: all of them, and two calls that stand alone.
ALONE = ("pipeline", "detect_language", "decode")
#: Touching edits become one, and what joining them costs by the square hides below half a million characters: the quick
#: run looks there once.
TOUCHING = ("boilerplate.ad-shortcode", "shortcodes", 640_000)


class Case(NamedTuple):
    """One subject on one input: its growth, at which size, and the seconds there. Growth 99: stopped at the limit or raised."""

    subject: str
    input: str
    growth: float
    size: int
    seconds: float
    note: str = ""


def figures(quick: bool) -> Figures:
    """Figures: linear.rules, linear.pipeline, linear.alone (the worst growth), linear.stopped (cases), and, if not quick, linear.ten-megabytes."""
    found = {"linear.rules": 0.0, "linear.pipeline": 0.0, "linear.alone": 0.0, "linear.stopped": 0.0}
    for case in cases(quick):
        name = {"pipeline": "linear.pipeline", "detect_language": "linear.alone", "decode": "linear.alone"}.get(case.subject, "linear.rules")
        found[name] = max(found[name], case.growth)
        found["linear.stopped"] += bool(case.note)
        if case.growth > TOO_MUCH:
            print("not linear:", show(case), file=sys.stderr)
    if not quick:
        found["linear.ten-megabytes"] = _ten_megabytes()
    return found


def cases(quick: bool, subjects: tuple[str, ...] = (), inputs: tuple[str, ...] = ()) -> list[Case]:
    """Every case, measured. ``subjects`` and ``inputs`` choose some; none means all.

    Two processes share the work, and disturb each other: what looks bad then is measured again, alone.
    """
    every = [(subject, name) for subject in subjects or (*ALONE, *(rule.id for rule in RULES)) for name in inputs or _inputs(subject)]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        shares = pool.map(lambda k: _measured(every[k::SIDE_BY_SIDE], quick), range(SIDE_BY_SIDE))
        found = [case for share in shares for case in share]
    return [_confirmed(case, quick) if case.growth > TOO_MUCH else case for case in found]


def _measured(share: Sequence[tuple[str, str]], quick: bool) -> list[Case]:
    longest, limit, worker, found = 160_000 if quick else 2_560_000, 6.0 if quick else 60.0, Worker(grow), []
    for subject, name in share:
        if (subject, name) == TOUCHING[:2]:
            found.append(_case(worker, 60.0, subject, name, 2 * TOUCHING[2], False, TOUCHING[2]))
        else:
            found.append(_case(worker, limit, subject, name, longest, not quick))
    worker.close()
    return found


def _confirmed(case: Case, quick: bool) -> Case:
    """A bad case, measured again in new processes: the least growth that is found, there or at the next doubling.

    A square term shows more the larger the input, so what grows less at the next doubling was no square: a neighbour on the
    machine, or a step (a cache that is full, memory that is asked for anew).
    """
    for first in (case.size // 2, case.size, case.size // 2):
        if case.growth <= TOO_MUCH:
            break
        worker = Worker(grow)
        again = _case(worker, 12.0 if quick else 120.0, case.subject, case.input, 2 * first, False, first)
        worker.close()
        case = min(case, again, key=lambda c: c.growth)
    return case


def _case(worker: Worker, limit: float, subject: str, name: str, longest: int, *rest: object) -> Case:
    try:
        return Case(subject, name, *worker.ask(limit, subject, name, longest, *rest))
    except TimeLimitError:
        return Case(subject, name, 99.0, longest, limit, "stopped")
    except RuntimeError as error:
        return Case(subject, name, 99.0, longest, 0.0, str(error))


def _inputs(subject: str) -> list[str]:
    if subject in ALONE:
        return [*WORST, *(f"{rule.id}: {name}" for rule in RULES for name in own(rule))] if subject == "pipeline" else list(WORST)
    return [*WORST, *(f"{subject}: {name}" for name in own(rule_named(subject)))]


def grow(subject: str, name: str, longest: int, largest_too: bool, first: int = FIRST) -> tuple[float, int, float]:
    """(time on 2n / time on n, 2n, seconds on 2n), at the first n whose time can be measured; growth 0 if there is none.

    With ``largest_too`` also at larger ones, up to 2n = ``longest``: a small square term shows only there.
    """
    call, text = _call(subject), _text(name)
    for example in (text(200), "A first call reads data.\n\nIt compiles patterns too, and costs more than all that follow."):
        call(example)
    worst, n = (0.0, first, 0.0), first
    while 2 * n <= longest:
        small = text(n)
        once = cost(lambda: call(small))  # noqa: B023  called at once
        if once >= MEASURABLE:
            worst = max(worst, _growth(call, small, text(2 * n)))
            if worst[0] > TOO_MUCH or not largest_too or worst[2] > 2.0:
                break
        n *= 4
    return worst


def _growth(call: Callable[[str], object], small: str, large: str) -> tuple[float, int, float]:
    """The least time on the large text by the least on the small one, which take turns until their growth is clear.

    A busy machine makes a run slower, never quicker, so more looks come closer to the truth for both; time by the square stays.
    What takes long is seldom disturbed: one look will do if it finds nothing.
    """
    once, twice, spent = inf, inf, 0.0
    for look in range(LOOKS):
        once, twice = min(once, cost(lambda: call(small))), min(twice, cost(lambda: call(large)))
        spent += once + twice
        if twice <= CLEAR * once and look:
            break
        if spent > PATIENCE and (twice <= TOO_MUCH * once or look >= 2):
            break
    return round(twice / max(once, 1e-9), 2), len(large), round(twice, 3)


def _text(name: str) -> Grow:
    rule, _, example = name.partition(": ")
    return own(rule_named(rule))[example] if example else WORST[name]


@cache
def _call(subject: str) -> Callable[[str], object]:
    if subject == "decode":
        return _decoded
    if subject == "detect_language":
        return newsnorm.detect_language
    if subject == "pipeline":
        whole = newsnorm.Normalizer()
        return lambda text: whole.normalize(text, language="en", media_type="text/plain")
    rule = rule_named(subject)
    alone = newsnorm.Normalizer(newsnorm.Config(select=(rule.id,)))
    return lambda text: alone.normalize(text, language=language_of(rule), media_type="text/plain")


def _decoded(text: str) -> object:
    with suppress(newsnorm.DecodeError):  # "this is no text" is an answer too
        return newsnorm.decode(text.encode("utf-8", "replace"))
    return None


def _ten_megabytes() -> float:
    """The worst growth from 1 MB to 10 MB of the pipeline, divided by 10: 1 is linear."""
    worst, worker = 0.0, Worker(seconds)
    for name in WORST:
        try:
            small = worker.ask(120.0, name, 1_000_000)
            large = worker.ask(max(20.0, 30 * small), name, 10_000_000)
            growth = large / max(small, MEASURABLE) / 10
        except (TimeLimitError, RuntimeError) as error:
            growth = 99.0
            print("10 MB, stopped:", name, repr(error), file=sys.stderr)
        if 1.5 < growth < 99:
            print(f"10 MB: {name}: {small:.2f} s for 1 MB, {large:.2f} s for 10 MB", file=sys.stderr)
        worst = max(worst, growth)
    worker.close()
    return worst


def seconds(name: str, n: int) -> float:
    """What the pipeline takes for n characters of an input."""
    text, call = _text(name)(n), _call("pipeline")
    call("A first call reads data.")
    return cost(lambda: call(text))


def show(case: Case) -> str:
    """One line."""
    return f"{case.subject} on {case.input!r}: x{case.growth:g} from {case.size // 2:,} to {case.size:,} characters ({case.seconds:g} s) {case.note}".rstrip()


def main() -> int:
    """Look for cases that are not linear."""
    parser = argparse.ArgumentParser(description="Look for inputs on which time grows faster than the input.")
    parser.add_argument("--full", action="store_true", help="sizes up to 2.56 million characters instead of 160,000")
    parser.add_argument("--rule", action="append", default=[], help="a rule id, or " + ", ".join(ALONE))
    parser.add_argument("--input", action="append", default=[], help="an input of bench/worst.py")
    parser.add_argument("--all", action="store_true", help="print the linear cases too")
    args = parser.parse_args()
    bad = 0
    for case in cases(not args.full, tuple(args.rule), tuple(args.input)):
        bad += case.growth > TOO_MUCH
        if args.all or case.growth > TOO_MUCH:
            print(show(case), flush=True)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
