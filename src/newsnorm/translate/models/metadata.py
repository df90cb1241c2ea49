"""metadata.json of a package: what it says it is, checked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from ...errors import ModelError

#: A metadata file larger than this is none.
LARGEST = 1 << 20
_CODE = re.compile(r"[a-z]{2,3}")
_VERSION = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,5}")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a package says of itself. Languages are codes such as "es"; ``licence`` is "unknown" unless it is stated."""

    source: str
    target: str
    version: str
    source_name: str
    target_name: str
    target_prefix: str
    licence: str

    @property
    def pair(self) -> tuple[str, str]:
        """(source, target)."""
        return self.source, self.target

    @property
    def order(self) -> tuple[int, ...]:
        """The version, to compare by."""
        return tuple(int(part) for part in self.version.split("."))


def read_metadata(data: bytes, where: str) -> Metadata:
    """The metadata in the bytes of metadata.json. Raises ModelError, which names the package by ``where``."""
    try:
        if len(data) > LARGEST:
            raise ValueError("it is larger than a megabyte")
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{where}: its metadata.json cannot be read ({error}); get the package again") from error
    if not isinstance(found, dict):
        raise ModelError(f"{where}: its metadata.json is not an object; get the package again")
    return metadata_of(found, where)


def metadata_of(found: dict[str, Any], where: str) -> Metadata:
    """The same from a parsed object, such as an entry of an index."""
    kind = found.get("type", "translate")
    if kind != "translate":
        raise ModelError(f"{where}: it is a package of type {kind!r}, not of type 'translate'; newsnorm needs a translation model")
    source, target, version = (_string(found, key, where) for key in ("from_code", "to_code", "package_version"))
    for key, code in (("from_code", source), ("to_code", target)):
        if not _CODE.fullmatch(code):
            raise ModelError(f"{where}: {key} in its metadata is {code!r}, not a language code such as 'es'; get another package")
    if source == target:
        raise ModelError(f"{where}: it translates {source} to itself; get another package")
    if not _VERSION.fullmatch(version):
        raise ModelError(f"{where}: package_version in its metadata is {version!r}, not a number such as '1.0'; get another package")
    needs = found.get("argos_version", "1.0")
    if not isinstance(needs, str) or not _VERSION.fullmatch(needs) or needs.partition(".")[0] != "1":
        raise ModelError(f"{where}: it is made for argostranslate {needs!r}; newsnorm reads packages for argostranslate 1")
    licence = next((found[key] for key in ("licence", "license") if isinstance(found.get(key), str) and found[key].strip()), "unknown")
    names = [found.get(key, "") for key in ("from_name", "to_name", "target_prefix")]
    if not all(isinstance(name, str) for name in names):
        raise ModelError(f"{where}: from_name, to_name or target_prefix in its metadata is no string; get another package")
    return Metadata(source, target, version, names[0] or source, names[1] or target, names[2], " ".join(licence.split())[:80])


def _string(found: dict[str, Any], key: str, where: str) -> str:
    value = found.get(key)
    if not isinstance(value, str) or not value:
        raise ModelError(f"{where}: its metadata has no {key}; get the package again")
    return value
