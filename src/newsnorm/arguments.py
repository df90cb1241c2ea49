"""How the command line takes its arguments, and says what is wrong with them: argparse, with errors of one line and files in any place."""

from __future__ import annotations

import argparse
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing takes as long to import as all of argparse
    from typing import Any, TextIO

# Messages are English; looking for translations of argparse's own would import two modules more for each `--help`.
vars(argparse)["_"] = str


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, and which takes files and options in any order."""

    def error(self, message: str) -> None:  # type: ignore[override]  # argparse declares NoReturn, which SystemExit keeps
        """Say what is wrong, and end."""
        command = self.prog.partition(" ")[2]
        say(f"{command + ': ' if command else ''}{message}; see `{self.prog} --help`")
        raise SystemExit(2)

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002  help and version; argparse would hide that it failed
        try:
            if sys.stdout is not None:
                sys.stdout.write(message)
                return
            why: str | None = "it is closed"
        except BrokenPipeError:
            raise
        except OSError as error:
            drop(sys.stdout)
            why = error.strerror
        say(f"cannot write standard output: {why}")
        raise SystemExit(2)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """As argparse does, but files that stand behind an option that stands behind a file are files, too."""
        found, rest = super().parse_known_args(args, namespace)
        options_end = rest.index("--") if "--" in rest else len(rest)
        for arg in rest[:options_end]:
            if arg.startswith("-") and arg != "-":
                self.error(self._unknown(arg.partition("=")[0]))
        if self._subparsers is not None or not rest:
            return found, rest
        more = rest[:options_end] + rest[options_end + 1 :]
        for action in self._get_positional_actions():
            if action.nargs in ("*", "+"):
                getattr(found, action.dest).extend(self._get_value(action, arg) for arg in more)
                return found, []
            if action.nargs == "?" and len(more) == 1 and getattr(found, action.dest) is None:
                setattr(found, action.dest, more[0])
                return found, []
        self.error(f"nothing takes the argument {more[0]}")
        return found, more

    def _unknown(self, option: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(option, self._option_string_actions, n=1)
        return f"there is no option {option}{f' (did you mean {near[0]}?)' if near else ''}"


class Help(argparse.RawDescriptionHelpFormatter):
    """As wide as the terminal, up to 110 columns; argparse would import shutil to find that out."""

    def __init__(self, prog: str) -> None:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0
        except (OSError, ValueError):
            columns = 0
        super().__init__(prog, width=min(columns or 110, 110) - 2)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """One line where it fits; argparse would import textwrap to find that out."""
        return [text] if len(text) <= width else super()._split_lines(text, width)


def path(value: str) -> str:
    """The type of an argument that is a path. A variable that a script forgot to set gives an empty one."""
    if not value:
        raise argparse.ArgumentTypeError("it is empty; give a path")
    return value


def say(message: str) -> None:
    """One line on standard error, if anybody can read it."""
    if sys.stderr is not None:  # closed by the caller: `2>&-`
        try:
            print(f"newsnorm: {message}", file=sys.stderr, flush=True)
        except OSError:
            drop(sys.stderr)


def flush(stream: TextIO | None) -> str | None:
    """Write what is buffered; says why that cannot be done, unless it is because the reader has left."""
    try:
        if stream is not None:  # closed by the caller: `>&-`
            stream.flush()
    except BrokenPipeError:
        drop(stream)
    except OSError as error:
        drop(stream)
        return error.strerror
    return None


def drop(stream: TextIO | None) -> None:
    """Nobody reads the stream any more: what is still buffered must not fail again when the interpreter ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass
