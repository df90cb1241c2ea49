"""Peak memory, each side in a process of its own (VmHWM of /proc/self/status, so on Linux alone)."""

from __future__ import annotations

import sys
from pathlib import Path

from kit import Figures, child

LINE = 10_000_000
_ARTICLES = """
import sys
sys.path.insert(0, {here!r})
import articles
{setup}
for text in articles.clean() + articles.damaged():
    {call}
"""
_LINE = """
import newsnorm
newsnorm.normalize("The ferry to the island was cancelled on Tuesday , because of Norway 's high waves. CafÃ©.")
{call}
"""
_PEAK = """
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
_SENTENCE = "The ferry to the island was cancelled on Tuesday because of high waves. "


def figures(quick: bool) -> Figures:
    """Figures: memory.articles (newsnorm / chain); memory.line and memory.damaged-line (bytes of peak for each byte of one 10 MB line, itself included)."""
    if not sys.platform.startswith("linux"):
        return {}
    ours = _peak(_ARTICLES.format(here=_HERE, setup="import newsnorm", call="newsnorm.normalize(text)"))
    chain = _peak(_ARTICLES.format(here=_HERE, setup="import pipeline", call="pipeline.chain(text)").replace("import pipeline", _CHAIN))
    found = {"memory.articles": ours / chain, "memory.line": _for_each_byte(_SENTENCE)}
    if not quick:
        found["memory.damaged-line"] = _for_each_byte(_SENTENCE.replace(" on", " , on") * 2)
    return found


_HERE = str(Path(__file__).parent)
#: pipeline.py imports newsnorm too, so the chain is written out here.
_CHAIN = """
import ftfy, langdetect
class pipeline:
    chain = staticmethod(lambda text: langdetect.detect(ftfy.fix_text(text)))
"""


def _for_each_byte(unit: str) -> float:
    call = f"newsnorm.normalize({unit!r} * {LINE // len(unit)})"
    base, full = (_peak(_LINE.format(call=c)) for c in ("", call))
    return (full - base) * 1024 / LINE


def _peak(code: str) -> int:
    """KiB."""
    return int(child("-c", code + _PEAK))
