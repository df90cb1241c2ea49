"""What was translated before, on disk: one SQLite file. A cache that cannot be used is lost, never an error."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__

if TYPE_CHECKING:
    import sqlite3

#: Raised when what is stored would be made in another way: the name of the table. Older tables are dropped.
_FORM = 1


def folder() -> Path | None:
    """Where the cache lies: ``NEWSNORM_CACHE``, else ``newsnorm`` in the user's cache folder. None if ``NEWSNORM_CACHE`` is empty or "off"."""
    if (given := os.environ.get("NEWSNORM_CACHE")) is not None:
        return None if given in ("", "off") else Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "newsnorm"


def key(*parts: str) -> str:
    """A key of the parts; different parts have different keys."""
    return sha256(json.dumps(parts).encode()).hexdigest()


@cache
def installation() -> str:
    """newsnorm's version, and its files by size and time: whatever finds sentences and names may have changed, also in a working copy."""
    folder = Path(__file__).parent.parent
    found = sorted((str(p.relative_to(folder)), p.stat()) for p in folder.rglob("*") if p.suffix in (".py", ".tsv", ".toml", ".bin", ".txt") and p.is_file())
    return key(__version__, *(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in found))


class Cache:
    """Values (JSON) by key. Each call opens the file anew, so that threads and processes may share a Cache.

    ``lost`` says why the cache could not be read or written; None if it could.
    """

    def __init__(self, where: Path | None) -> None:
        self._path = None if where is None else where / "translations.sqlite"
        self.lost: str | None = None

    def get(self, keys: Iterable[str]) -> dict[str, Any]:
        """The values of the keys that are known."""
        if self._path is None or self.lost or not self._path.exists():
            return {}
        import sqlite3

        found: dict[str, Any] = {}
        wanted = list(keys)
        try:
            with closing(self._open()) as db:
                for i in range(0, len(wanted), 500):
                    part = wanted[i : i + 500]
                    marks = ",".join("?" * len(part))
                    found.update((k, json.loads(v)) for k, v in db.execute(f"SELECT key, value FROM form{_FORM} WHERE key IN ({marks})", part))  # noqa: S608
        except (sqlite3.Error, OSError, ValueError) as error:
            self.lost = self._why(error)
        return found

    def put(self, values: Mapping[str, Any]) -> None:
        """Keep the values; all or none."""
        if self._path is None or self.lost or not values:
            return
        import sqlite3

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as db, db:
                db.executemany(f"INSERT OR REPLACE INTO form{_FORM} VALUES (?, ?)", [(k, json.dumps(v)) for k, v in values.items()])  # noqa: S608
        except (sqlite3.Error, OSError) as error:
            self.lost = self._why(error)

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        assert self._path is not None  # noqa: S101
        db = sqlite3.connect(self._path, timeout=5)
        try:
            db.execute(f"CREATE TABLE IF NOT EXISTS form{_FORM} (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _why(self, error: Exception) -> str:
        return f"the cache {self._path} cannot be used ({error}); the translation goes on without it: mend or remove it, or set NEWSNORM_CACHE"
