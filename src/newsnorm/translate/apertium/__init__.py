"""Apertium, a rule-based translator: the program on PATH, a process of its own (it is GPL-2; nothing of it is linked or bundled)."""

from .engine import Apertium

__all__ = ["Apertium"]
