"""Translation packages on disk: install, find, list, check and remove them. Nothing here is on the network except `fetch`.

A package is what argostranslate calls a model: a zip named .argosmodel with ``metadata.json``, ``sentencepiece.model`` and a
CTranslate2 model in ``model/``. Read package.py first.
"""

from .index import install_from_index
from .metadata import Metadata
from .package import Package, open_package
from .probe import Probe, probed
from .store import Damaged, argos_folder, find, install, installed, models_folder, remove, search_path, verify

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
    "verify",
]
