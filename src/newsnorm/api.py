"""newsnorm.normalize: the one call for one article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from .config import Config, checked
from .document import Document
from .normalizer import Normalizer


def normalize(
    data: str | bytes,
    *,
    title: str | None = None,
    media_type: str | None = None,
    language: str | None = None,
    source: str | None = None,
    source_language: str | None = None,
    people: Iterable[str | Mapping[str, Any]] | None = None,
    config: Config | None = None,
) -> Document:
    """The article as a :class:`Document`; see :meth:`Normalizer.normalize`, which this calls.

    Normalizers are kept by configuration, so calling this in a loop builds one only.
    """
    return _normalizer(checked(config)).normalize(
        data,
        title=title,
        media_type=media_type,
        language=language,
        source=source,
        source_language=source_language,
        people=people,
    )


@lru_cache(maxsize=16)
def _normalizer(config: Config) -> Normalizer:
    return Normalizer(config)
