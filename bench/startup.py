"""What a bare import and a `--help` cost, in starts of a bare interpreter."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from kit import Figures

_SIDES = {
    "bare": ("-c", "pass"),
    "import": ("-c", "import newsnorm"),
    "help": (str(Path(sys.executable).with_name("newsnorm")), "--help"),  # the script that pip installs
}


def figures(quick: bool) -> Figures:
    """Figures: startup.import, startup.help (ratio of median wall times, the sides taking turns)."""
    times: dict[str, list[float]] = {side: [] for side in _SIDES}
    for k in range(-2, 15 if quick else 41):
        for side, args in _SIDES.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *args], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            if k >= 0:  # before that the disk cache is warmed
                times[side].append(time.perf_counter() - start)
    bare = median(times["bare"])
    return {f"startup.{side}": median(times[side]) / bare for side in ("import", "help")}
