"""Signals that end the program: whoever sends one lets it clean up first."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def caught() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into SystemExit with 128 and their number; afterwards the handlers are as they were."""
    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # `nohup` ignores SIGHUP: so it stays
            try:
                before[number] = signal.signal(number, _stop)
            except ValueError:  # a thread may set none
                break
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: object) -> None:  # noqa: ARG001
    signal.signal(number, signal.SIG_IGN)  # nothing interrupts the cleaning up
    raise SystemExit(128 + number)
