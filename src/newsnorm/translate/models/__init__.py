"""Translation packages on disk: install, find, list, check and remove them. Only `install_from_index` uses the network, for an index that is a URL.

A package is what argostranslate calls a model: a zip named .argosmodel with ``metadata.json``, ``sentencepiece.model`` and a
CTranslate2 model in ``model/``. Read package.py first.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .index import install_from_index
    from .installing import install, remove, unpack, update_probe, verify
    from .metadata import Metadata
    from .package import Package, open_package
    from .probe import Probe, probed
    from .store import Damaged, argos_folder, find, installed, models_folder, search_path

#: Imported when they are asked for: an engine needs few of them, and its start is short.
_PLACES = {
    "index": ("install_from_index",),
    "installing": ("install", "remove", "unpack", "update_probe", "verify"),
    "metadata": ("Metadata",),
    "package": ("Package", "open_package"),
    "probe": ("Probe", "probed"),
    "store": ("Damaged", "argos_folder", "find", "installed", "models_folder", "search_path"),
}
__all__ = [
    "Damaged",
    "Metadata",
    "Package",
    "Probe",
    "argos_folder",
    "find",
    "install",
    "install_from_index",
    "installed",
    "models_folder",
    "open_package",
    "probed",
    "remove",
    "search_path",
    "unpack",
    "update_probe",
    "verify",
]


def __getattr__(name: str) -> object:
    for module, names in _PLACES.items():
        if name in names:
            return getattr(import_module(f".{module}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
