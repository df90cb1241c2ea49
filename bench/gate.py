"""The gate: measure, compare with floors.toml, and refuse limits that were loosened without a reason.

    python bench/gate.py [--quick] [--only NAME] [--json OUT] [--figures FILE]

Exit code 1 if a figure breaks its limit, is missing from the run, or has a limit looser than it was without a new `reason`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

FLOORS = Path(__file__).with_name("floors.toml")
Floors = Mapping[str, Mapping[str, Any]]

#: The hardest that is promised: no limit in floors.toml may be looser than this without a reason. All are ceilings.
PROMISED: dict[str, dict[str, float]] = {
    "pipeline.clean": {"max": 0.5},
    "startup.import": {"max": 3.0},
    "startup.help": {"max": 2.5},
    "memory.articles": {"max": 1.0},
    "linear.rules": {"max": 3.0},
    "linear.pipeline": {"max": 3.0},
    "linear.alone": {"max": 3.0},
    "linear.stopped": {"max": 0.0},
}
#: Committed versions that are compared: the last one, and the one before it, for a run on a commit that loosens a limit.
_COMMITTED = ("HEAD", "HEAD^")


#: How often a broken figure is measured again, and the capabilities that look again by themselves.
LOOKS, SURE = 2, ("linear",)


class Row(NamedTuple):
    """A figure beside its limit; value None if the run did not give it."""

    figure: str
    value: float | None
    limit: str
    ok: bool


def compare(found: Mapping[str, float], floors: Floors, *, quick: bool, only: tuple[str, ...] = (), platform: str = sys.platform) -> list[Row]:
    """A row for each figure of the floors that this run owes."""
    rows = []
    for figure, entry in floors.items():
        if (quick and entry.get("full_only")) or (only and figure.partition(".")[0] not in only) or not platform.startswith(entry.get("platform", "")):
            continue
        low, high = _limits(entry)
        if (low, high) == (-inf, inf):
            continue  # given up, with a reason: see loosened()
        value = found.get(figure)
        shown = " ".join(f"{sign} {limit:g}" for sign, limit in ((">=", low), ("<=", high)) if abs(limit) < inf)
        rows.append(Row(figure, value, shown, value is not None and low <= value <= high))
    return rows


def with_second_looks(
    found: Mapping[str, float], floors: Floors, measure: Callable[[tuple[str, ...]], Mapping[str, float]], *, quick: bool, only: tuple[str, ...]
) -> dict[str, float]:
    """The figures, those that broke measured again up to LOOKS times: a busy machine can make a figure worse, never better."""
    best = dict(found)
    for _ in range(LOOKS):
        broken = [
            r.figure for r in compare(best, floors, quick=quick, only=only) if not r.ok and r.value is not None and r.figure.partition(".")[0] not in SURE
        ]
        if not broken:
            break
        again = measure(tuple(sorted({figure.partition(".")[0] for figure in broken})))
        for figure in broken:
            if figure in again:
                best[figure] = (max if "min" in floors[figure] else min)(best[figure], again[figure])
    return best


def loosened(floors: Floors, committed: Floors, where: str) -> Iterator[str]:
    """A message for each limit that is looser than it was. A `reason` allows it, if it was not there before: one reason, one time."""
    for figure, old in committed.items():
        new = floors.get(figure, {})
        reason = str(new.get("reason", "")).strip()
        if reason and reason != old.get("reason"):
            continue
        (low, high), (old_low, old_high) = _limits(new), _limits(old)
        if low < old_low or high > old_high:
            yield (
                f"{figure}: the limit {_shown(new)} is looser than {_shown(old)} ({where}); "
                f'make newsnorm as good as it was, or justify it in floors.toml with a new reason = "..." on this figure'
            )


def _limits(entry: Mapping[str, Any]) -> tuple[float, float]:
    return float(entry.get("min", -inf)), float(entry.get("max", inf))


def _shown(entry: Mapping[str, Any]) -> str:
    return ", ".join(f"{kind} = {entry[kind]:g}" for kind in ("min", "max") if kind in entry) or "(none)"


def committed(revision: str) -> Floors | None:
    """floors.toml of a commit; None without git, outside a repository, or if the commit has none."""
    try:
        shown = subprocess.run(["git", "show", f"{revision}:./{FLOORS.name}"], cwd=FLOORS.parent, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return tomllib.loads(shown.stdout)


def table(rows: list[Row]) -> str:
    """The rows as text."""
    out = [f"{'figure':24}{'value':>10}  {'limit':12}ok"]
    out += [f"{r.figure:24}{'missing' if r.value is None else format(r.value, '.3f'):>10}  {r.limit:12}{'yes' if r.ok else 'NO'}" for r in rows]
    return "\n".join(out)


def main() -> int:
    """Run the gate."""
    from run import CAPABILITIES, measure, options

    parser = options("Measure newsnorm and compare with bench/floors.toml.")
    parser.add_argument("--figures", type=Path, help="figures that run.py --json wrote, instead of measuring")
    args = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    # before measuring: this answer costs nothing
    problems = list(loosened(floors, PROMISED, "promised in gate.py"))
    for revision in _COMMITTED:
        if (before := committed(revision)) is not None:
            problems += loosened(floors, before, revision)
    only = tuple(args.only or ())
    found = json.loads(args.figures.read_text(encoding="utf-8")) if args.figures else measure(only or CAPABILITIES, quick=args.quick)
    if not args.figures:
        found = with_second_looks(found, floors, lambda names: measure(names, quick=args.quick), quick=args.quick, only=only)
    if args.json:
        args.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    rows = compare(found, floors, quick=args.quick, only=only)
    print(table(rows))
    for problem in problems:
        print(problem, file=sys.stderr)
    return int(bool(problems) or not all(r.ok for r in rows))


if __name__ == "__main__":
    sys.exit(main())
