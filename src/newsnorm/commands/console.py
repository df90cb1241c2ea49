"""What a person at the terminal sees besides the output: errors, a count of records, colours."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TextIO


class Console:
    """Writes to standard error and counts the errors."""

    def __init__(self) -> None:
        self.errors = 0
        self._noted = set[str]()
        self._counting = _terminal(sys.stderr) and not _terminal(sys.stdout)
        self._shown = False
        self._next = time.monotonic() + 1.0

    def has_standard_output(self) -> None:
        """Nothing else is written to standard output: progress may be shown though it is a terminal."""
        self._counting = _terminal(sys.stderr)

    def error(self, message: str) -> None:
        """One line that says what is wrong and what to do."""
        self.errors += 1
        self.note(message)

    def note(self, message: str) -> None:
        """One line for a person."""
        self.clear()
        _print(f"newsnorm: {shown(message)}\n")

    def note_once(self, about: str, message: str) -> None:
        """The first note about this; later ones would say the same."""
        if about not in self._noted:
            self._noted.add(about)
            self.note(message)

    def count(self, records: int) -> None:
        """Progress, on a terminal only, at most twice a second and not in the first second."""
        if self._counting and (now := time.monotonic()) >= self._next:
            self._next, self._shown = now + 0.5, True
            _print(f"\r{records:,} records")

    def clear(self) -> None:
        """Take the progress away."""
        if self._shown:
            _print("\r\x1b[K")
            self._shown = False


def _print(text: str) -> None:
    with suppress(OSError):  # what cannot be told must not stop what is done
        if sys.stderr is not None:  # closed by the caller: `2>&-`
            print(text, end="", file=sys.stderr, flush=True)


def _terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def shown(text: str, *, every: bool = False) -> str:
    """The text on one line and harmless to a terminal: control characters as escapes; with ``every``, whatever is invisible."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or not (every or _unsafe(c)) else _escape(c) for c in text)


def _unsafe(c: str) -> bool:
    """Controls, line separators, surrogates and marks that turn the direction of writing."""
    return c < " " or "\x7f" <= c <= "\x9f" or c in "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" or "\ud800" <= c <= "\udfff"


def _escape(c: str) -> str:
    return c.encode("unicode_escape").decode("ascii")


class Palette:
    """Colours of `check`; every method gives its text back as it is if ``on`` is false."""

    def __init__(self, choice: str) -> None:
        automatic = _terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self.on = choice == "always" or (choice == "auto" and automatic)

    def removed(self, text: str) -> str:
        """Red, struck through."""
        return self._in("31;9", text)

    def added(self, text: str) -> str:
        """Green."""
        return self._in("32", text)

    def suspected(self, text: str) -> str:
        """Yellow, underlined."""
        return self._in("33;4", text)

    def rule(self, text: str) -> str:
        """Cyan."""
        return self._in("36", text)

    def place(self, text: str) -> str:
        """Bold."""
        return self._in("1", text)

    def dim(self, text: str) -> str:
        """Dim."""
        return self._in("2", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text
