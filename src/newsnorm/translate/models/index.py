"""Installs a pair's package from an index: a JSON list of packages with links. The network is used only if the index itself is a URL."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ...errors import ModelError
from .fetch import fetch
from .installing import install
from .metadata import Metadata, metadata_of
from .package import Package

_LARGEST_INDEX = 32 << 20


def install_from_index(source: str, target: str, index: str, *, sha256: str | None = None) -> Package:
    """Install the highest version of the pair's package that the index lists.

    ``index`` is a file or an http(s) URL; links in a file may be paths beside it. ``sha256`` is what the package must have; else what
    the index says, if it says one. Raises ModelError if the index lists no such package or it cannot be had; nothing is installed then.
    """
    online = _is_url(index)
    entries = _entries(_read(index, online), index)
    entry, metadata = _best(entries, source, target, index)
    wanted = sha256 or (entry["sha256"] if isinstance(entry.get("sha256"), str) else None)
    links = [link for link in entry.get("links") or () if isinstance(link, str)]
    for link in links:
        if not online and not urlsplit(link).scheme and (path := Path(index).parent / link).is_file():
            return _same_pair(install(path, sha256=wanted), metadata)
    urls = [link for link in links if _is_url(link)]
    if not urls:
        raise ModelError(f"{index} has no link to a file or an http(s) address for {source} to {target}; get the package and give its path")
    if not online:
        raise ModelError(f"{index} has only a link to the network ({urls[0]}); download it and run `newsnorm models install FILE`, or give the index's URL")
    with tempfile.TemporaryDirectory(prefix="newsnorm-") as folder:
        path = Path(folder) / f"{source}-{target}.argosmodel"
        fetch(urls, path)
        return _same_pair(install(path, sha256=wanted, origin=urls[0]), metadata)


def _is_url(index: str) -> bool:
    return urlsplit(index).scheme in ("http", "https")


def _read(index: str, online: bool) -> bytes:
    if online:
        with tempfile.TemporaryDirectory(prefix="newsnorm-") as folder:
            fetch([index], path := Path(folder) / "index.json", largest=_LARGEST_INDEX)
            return path.read_bytes()
    try:
        with open(index, "rb") as file:
            data = file.read(_LARGEST_INDEX + 1)
    except OSError as error:
        raise ModelError(f"cannot read the index {index}: {error.strerror}; give a file or an http(s) URL") from error
    if len(data) > _LARGEST_INDEX:
        raise ModelError(f"the index {index} is larger than {_LARGEST_INDEX >> 20} megabytes; give another")
    return data


def _entries(data: bytes, index: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ModelError(f"the index {index} is not JSON ({error}); give another") from error
    if not isinstance(found, list):
        raise ModelError(f"the index {index} is not a list of packages; give another")
    return [entry for entry in found if isinstance(entry, dict)]


def _best(entries: list[dict[str, Any]], source: str, target: str, index: str) -> tuple[dict[str, Any], Metadata]:
    found: list[tuple[dict[str, Any], Metadata]] = []
    for entry in entries:
        if (entry.get("from_code"), entry.get("to_code"), entry.get("type", "translate")) == (source, target, "translate"):
            found.append((entry, metadata_of(entry, f"{index}, {source} to {target}")))
    if not found:
        pairs = sorted({f"{e.get('from_code')}-{e.get('to_code')}" for e in entries if e.get("type", "translate") == "translate"})
        listed = f"it lists {', '.join(pairs[:12])}{', ...' if len(pairs) > 12 else ''}" if pairs else "it lists none"
        raise ModelError(f"the index {index} has no package for {source} to {target} ({listed}); pairs through English are translated in two steps")
    return max(found, key=lambda pair: pair[1].order)


def _same_pair(package: Package, metadata: Metadata) -> Package:
    """The index may be wrong about what lies behind a link: the package is installed for what it is, and the caller must hear of it."""
    if package.pair != metadata.pair:
        raise ModelError(f"the index says {'-'.join(metadata.pair)}, but the package translates {'-'.join(package.pair)}; it was installed as that")
    return package
