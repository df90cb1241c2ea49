"""What the bench scripts share: ratios of interleaved timings, child processes, and a worker that can be killed.

Nothing here reports seconds: a machine's speed is not newsnorm's.
"""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from statistics import median
from typing import Any

Figures = dict[str, float]


def cost(call: Callable[[], object]) -> float:
    """Processor seconds of one call: other programs on the machine do not count."""
    start = time.process_time()
    call()
    return time.process_time() - start


def ratio(ours: Callable[[], object], peer: Callable[[], object], rounds: int) -> float:
    """Median over rounds of ours / peer; the two take turns, and turns in who goes first."""
    found = []
    for k in range(rounds):
        times = dict[int, float]()
        for side in ((0, 1), (1, 0))[k % 2]:
            times[side] = cost((ours, peer)[side])
        found.append(times[0] / max(times[1], 1e-9))
    return median(found)


def ratio_over(items: Sequence[Any], ours: Callable[[Any], object], peer: Callable[[Any], object], rounds: int) -> float:
    """Like ratio, for many items: the sides take turns item by item, and a round is the sum over all of them."""
    found = []
    for k in range(rounds):
        total = [0.0, 0.0]
        for i, item in enumerate(items):
            for side in ((0, 1), (1, 0))[(i + k) % 2]:
                total[side] += cost(lambda side=side, item=item: (ours, peer)[side](item))  # type: ignore[misc]
        found.append(total[0] / max(total[1], 1e-9))
    return median(found)


def child(*args: str) -> str:
    """What a Python process of its own prints."""
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, check=True).stdout.strip()


#: On a busy machine a process may wait: this many times its limit, no longer.
PATIENCE = 20.0


class TimeLimitError(Exception):
    """The call took longer than its limit and was stopped."""


class Worker:
    """Calls ``serve(*args)`` in another process and kills that process if an answer is late.

    An alarm signal would not do: Python cannot interrupt a pattern that runs in C.
    """

    def __init__(self, serve: Callable[..., object]) -> None:
        self._serve = serve
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_loop, args=(there, self._serve), daemon=True)
        self._process.start()
        self._here.recv()  # what a process takes to start is no part of an answer

    def ask(self, limit: float, *args: object) -> Any:
        """The answer. Raises TimeLimitError after ``limit`` seconds of the process's own time, RuntimeError if the call raised."""
        self._here.send(args)
        begin, until = self._spent(), time.monotonic() + PATIENCE * limit
        while not self._here.poll(0.5):
            if self._spent() - begin > limit or time.monotonic() > until:
                self.close()
                self._start()
                raise TimeLimitError
        good, answer = self._here.recv()
        if not good:
            raise RuntimeError(answer)
        return answer

    def _spent(self) -> float:
        """Processor seconds of the process, as Linux tells them of any process; elsewhere seconds."""
        try:
            return time.clock_gettime((~(self._process.pid or 0) << 3) | 2)
        except (AttributeError, OSError):
            return time.monotonic()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._here.close()


def _loop(pipe: Connection, serve: Callable[..., object]) -> None:
    pipe.send((True, None))
    while True:
        try:
            args = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send((True, serve(*args)))
        except Exception as error:  # the parent decides what a failure means
            pipe.send((False, f"{type(error).__name__}: {str(error)[:300]}"))
