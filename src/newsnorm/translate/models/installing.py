"""Puts packages into newsnorm's folder and takes them out, checks and probes them."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ...errors import ModelError
from .archive import Archive
from .lock import Lock, digest
from .package import Package, open_package
from .probe import Probe, probed
from .store import find, models_folder


def install(file: str | Path, *, sha256: str | None = None, origin: str | None = None) -> Package:
    """Install a package file; an older package of the same pair is replaced.

    The file is checked, unpacked aside, loaded and probed, and only then renamed into place: after an error nothing has changed.
    ``sha256`` is what the file must have; ``origin`` is written into the lock file, the file's path if not given.
    Raises ModelError, or MissingExtraError without the engine that loads it.
    """
    file = Path(file)
    found = open_package(file)
    folder = models_folder()
    aside = folder / f".new-{os.urandom(6).hex()}"
    try:
        try:
            sha = _sha256(file, sha256)
            aside.mkdir(parents=True)
            files = unpack(file, aside)
            lock = Lock(sha, origin or str(file.absolute()), found.metadata.licence, datetime.now(UTC).isoformat(timespec="seconds"), files)
            lock.write(aside)
            probe = probed(open_package(aside))
            _with_probe(lock, probe).write(aside)
            _into_place(aside, folder / "-".join(found.pair))
        except OSError as error:
            raise ModelError(f"cannot install {file} in {folder}: {error.strerror}; nothing was changed, make room or set NEWSNORM_MODELS") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return open_package(folder / "-".join(found.pair))


def _sha256(file: Path, wanted: str | None) -> str:
    with file.open("rb") as opened:
        sha = digest(iter(lambda: opened.read(1 << 20), b""))
    if wanted is not None and wanted.strip().lower() != sha:
        raise ModelError(f"{file}: its sha256 is {sha}, not the one given; get the package again, or check the number")
    return sha


def unpack(file: Path, folder: Path) -> dict[str, str]:
    """Write the entries that engines need into the folder; the sha256 of each. Raises ModelError, OSError."""
    with Archive(file) as archive:
        for name in sorted(archive.entries):
            target = folder / name
            target.parent.mkdir(exist_ok=True)
            with target.open("xb") as out:
                for chunk in archive.chunks(name):
                    out.write(chunk)
        return {name: digest([(folder / name).read_bytes()]) for name in sorted(archive.entries)}


def _into_place(aside: Path, place: Path) -> None:
    """Rename, and put the old package back if that fails."""
    old = place.with_name(f".old-{os.urandom(6).hex()}")
    try:
        place.rename(old)
    except FileNotFoundError:
        aside.rename(place)
        return
    try:
        aside.rename(place)
    except OSError:
        with suppress(OSError):
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def remove(source: str, target: str) -> Path:
    """Remove newsnorm's package of the pair; the folder that is gone. Raises ModelNotInstalledError, or ModelError if it is argostranslate's."""
    place = models_folder() / f"{source}-{target}"
    if not (source.isalpha() and target.isalpha() and place.is_dir()):
        package = find(source, target)
        raise ModelError(f"{package.path} belongs to argostranslate; remove it there, newsnorm only reads it")
    gone = place.with_name(f".old-{os.urandom(6).hex()}")
    try:
        place.rename(gone)
    except OSError as error:
        raise ModelError(f"cannot remove {place}: {error.strerror}; nothing was changed") from error
    shutil.rmtree(gone, ignore_errors=True)
    return place


def verify(package: Package) -> int:
    """Compare every file with the lock file; how many there are. Raises ModelError if one was changed, is missing or was added, or if there is no lock file."""
    if package.lock is None:
        raise ModelError(f"{package.path} has no lock file (argostranslate installed it), so it cannot be verified; install the package file with newsnorm")
    now = package.files()
    if found := package.lock.difference(now):
        raise ModelError(f"{package.path}: {found} since the package was installed; install it again: `newsnorm models install FILE.argosmodel`")
    return len(now)


def _with_probe(lock: Lock, probe: Probe) -> Lock:
    """The lock with the result of a probe."""
    return replace(lock, probe=probe.rates, typical=probe.typical, probed_with=probe.engine)


def update_probe(package: Package) -> Probe:
    """Probe an installed package again and write the result into its lock file, if it has one. Raises ModelError."""
    probe = probed(package)
    if package.lock is None:
        return probe
    try:
        _with_probe(package.lock, probe).write(package.path)
    except OSError as error:
        raise ModelError(f"cannot write the lock file of {package.path}: {error.strerror}; nothing was changed") from error
    return probe
