"""Measure newsnorm against its peers: `python bench/run.py [--quick] [--only NAME] [--json OUT]`. See bench/README.md."""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path

from kit import Figures

#: One script a capability; each has figures(quick) -> {figure: value}.
CAPABILITIES = ("pipeline", "encoding", "startup", "memory", "laws", "linear")


def measure(names: tuple[str, ...] = CAPABILITIES, *, quick: bool = False) -> Figures:
    """All figures of the named capabilities."""
    found = Figures()
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        found |= import_module(name).figures(quick)
    return {figure: round(value, 3) for figure, value in found.items()}


def options(description: str) -> argparse.ArgumentParser:
    """What run.py and gate.py both take."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller sizes; what CI runs")
    parser.add_argument("--only", action="append", choices=CAPABILITIES, help="one capability (may be repeated)")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    return parser


def main() -> int:
    """Print the figures."""
    args = options("Measure newsnorm against its peers.").parse_args()
    found = measure(tuple(args.only or CAPABILITIES), quick=args.quick)
    for figure, value in found.items():
        print(f"{figure:24}{value:10.3f}")
    if args.json:
        args.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
