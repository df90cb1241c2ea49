"""Apertium's stream: units ``^surface/analysis/analysis$`` with blanks between, and the programs that read and write it."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from ...errors import TranslationError
from ...patterns import compiled

#: Seconds that a chain of programs gets, besides one for each 2,000 characters.
TIMEOUT = 60
INSTALL = "install it again: apt install apertium apertium-eng-spa"
#: Between two sentences: an artificial end of sentence and a superblank, as apertium-destxt writes them.
_END = ".[][\n\n]"
_UNIT = r"\^((?:[^\\^$]|\\.)*+)\$"


class Stages(NamedTuple):
    """The programs of a pair, cut where its words can be reached: analysis, up to the bilingual dictionary, transfer, generation."""

    analyse: tuple[tuple[str, ...], ...]
    look_up: tuple[tuple[str, ...], ...]
    transfer: tuple[tuple[str, ...], ...]
    generate: tuple[tuple[str, ...], ...]


def stages(mode: Path) -> Stages | None:
    """The programs that a mode file names; None if it is not of the usual kind."""
    try:
        text = mode.read_text(encoding="utf-8")
        programs = [tuple(shlex.split(part)) for part in text.strip().split("|")]
    except (OSError, ValueError):
        return None
    last = next((i for i, p in enumerate(programs) if p[:2] == ("lt-proc", "-b")), None)
    first = programs[0] if programs else ()
    if last is None or len(first) != 2 or first[0] != "lt-proc" or not all(programs) or not any("$1" in p for p in programs[last + 2 :]):
        return None
    # "$1" is how the generator treats what it cannot generate: -d shows it with its tags. "$2" belongs to the tagger and stays empty.
    generator = next(i for i, p in enumerate(programs) if "$1" in p)
    final = [tuple({"$1": "-d"}.get(w, w) for w in p if w != "$2") for p in programs]
    return Stages(tuple(final[:1]), tuple(final[1 : last + 1]), tuple(final[last + 1 : generator]), tuple(final[generator:]))


def run(programs: Sequence[Sequence[str]], text: str) -> str:
    """The text through the programs. Raises TranslationError if one is missing, fails, or takes too long."""
    seconds = TIMEOUT + len(text) // 2000
    begin = time.monotonic()
    started: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as taken, tempfile.TemporaryFile() as said:
        given.write(text.encode("utf-8", "replace"))
        given.seek(0)
        try:
            source = given
            for i, program in enumerate(programs):
                last = i + 1 == len(programs)
                p = subprocess.Popen(list(program), stdin=source, stdout=taken if last else subprocess.PIPE, stderr=said)  # noqa: S603  the user's own program
                if source is not given:
                    source.close()  # the child has it
                started.append(p)
                source = p.stdout  # type: ignore[assignment]
            for p in started:
                p.wait(max(0.1, seconds - (time.monotonic() - begin)))
        except subprocess.TimeoutExpired as error:
            raise TranslationError(f"apertium did not answer within {seconds} seconds; give less text at a time") from error
        except OSError as error:
            raise TranslationError(f"apertium cannot be run ({error.strerror}: {error.filename}); {INSTALL}") from error
        finally:
            for p in started:
                if p.poll() is None:
                    p.kill()
                    p.wait()
                if p.stdout is not None:
                    p.stdout.close()
        if failed := next((p for p in started if p.returncode), None):
            said.seek(0)
            why = said.read().decode("utf-8", "replace").strip().splitlines()
            raise TranslationError(f"apertium failed ({why[-1] if why else failed.returncode}); {INSTALL}")
        taken.seek(0)
        try:
            return taken.read().decode("utf-8")
        except UnicodeDecodeError as error:
            raise TranslationError("apertium wrote what is not UTF-8; install its newest version") from error


def written(sentences: Sequence[str]) -> str:
    """Sentences as a stream."""
    return "".join(compiled(r"[\\\[\]{}^$/@<>]").sub(r"\\\g<0>", s) + _END for s in sentences)


def read(stream: str) -> list[str]:
    """The sentences of a stream, without what :func:`written` put at their ends. Escapes stay."""
    parts = stream.split("[][\n\n]")
    return [p.removesuffix(".").strip() for p in parts[:-1]]


def plain(text: str) -> str:
    """The text without escapes."""
    return str(compiled(r"\\(.)").sub(r"\1", text))


def units(stream: str, change: Callable[[str], str]) -> str:
    """The stream with the inside of each unit changed."""
    return str(compiled(_UNIT).sub(lambda m: f"^{change(m[1])}$", stream))


def spans(stream: str) -> list[list[tuple[int, int, str, str]]]:
    """For each sentence of an analysed stream its units: (start, end, surface, analyses), offsets in the sentence as it was given."""
    out: list[list[tuple[int, int, str, str]]] = []
    for part in stream.split("[][\n\n]")[:-1]:
        found: list[tuple[int, int, str, str]] = []
        at = last = 0
        for m in compiled(_UNIT).finditer(part):
            at += len(plain(part[last : m.start()]))
            slash = compiled(r"(?:[^\\/]|\\.)*+").match(m[1]).end()
            surface, analyses = plain(m[1][:slash]), m[1][slash + 1 :]
            found.append((at, at + len(surface), surface, analyses))
            at += len(surface)
            last = m.end()
        out.append(found)
    return out
