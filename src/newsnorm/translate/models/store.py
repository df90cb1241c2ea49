"""The folders of installed packages: ours, one package a language pair, and argostranslate's, which is only read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ...errors import ModelError, ModelNotInstalledError
from .package import Package, open_package


class Damaged(NamedTuple):
    """A folder that should be a package and is none."""

    path: Path
    why: str


def models_folder() -> Path:
    """Where newsnorm keeps its packages: NEWSNORM_MODELS, or newsnorm/models in the user's data folder (XDG)."""
    if given := os.environ.get("NEWSNORM_MODELS"):
        return Path(given)
    return _data_folder() / "newsnorm" / "models"


def argos_folder() -> Path:
    """Where argostranslate keeps its packages. newsnorm reads them and never changes them."""
    if given := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(given)
    return _data_folder() / "argos-translate" / "packages"


def _data_folder() -> Path:
    given = os.environ.get("XDG_DATA_HOME")
    return Path(given) if given else Path("~").expanduser() / ".local" / "share"


def search_path() -> tuple[Path, ...]:
    """The folders in which packages are looked for, the first that has the pair first."""
    return models_folder(), argos_folder()


def installed() -> tuple[list[Package], list[Damaged]]:
    """The packages that engines use, one a pair, sorted by pair; and the folders that look like packages and are none.

    Ours come before argostranslate's; of several there, the highest version.
    """
    found: dict[tuple[str, str], Package] = {}
    damaged: list[Damaged] = []
    for place, folder in enumerate(search_path()):
        here: list[Package] = []
        for path in _folders(folder):
            try:
                here.append(open_package(path))
            except ModelError as error:
                if place == 0 or (path / "model").is_dir():  # argostranslate keeps other things there, too
                    damaged.append(Damaged(path, str(error)))
        for package in sorted(here, key=lambda p: (p.metadata.order, p.path.name), reverse=True):
            found.setdefault(package.pair, package)
    return [found[pair] for pair in sorted(found)], damaged


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []


def find(source: str, target: str) -> Package:
    """The installed package of the pair. Raises ModelNotInstalledError, which says how to install one."""
    packages, _ = installed()
    for package in packages:
        if package.pair == (source, target):
            return package
    raise not_installed(source, target, [package.pair for package in packages])


def not_installed(source: str, target: str, pairs: list[tuple[str, str]]) -> ModelNotInstalledError:
    """The error for a pair that no model translates."""
    have = f"installed: {', '.join(f'{a} to {b}' for a, b in sorted(pairs)[:12])}" if pairs else "none is installed"
    return ModelNotInstalledError(f"no model translates {source} to {target} ({have}); install one: `newsnorm models install FILE.argosmodel`")
