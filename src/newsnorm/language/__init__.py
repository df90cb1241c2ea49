"""Language identification, through langdetect's profiles."""

from .detect import Language, detect_language

__all__ = ["Language", "detect_language"]
