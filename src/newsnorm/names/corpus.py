"""What the table of a corpus says of two forms of a text: a veto, or evidence for a repair."""

from __future__ import annotations

from .forms import Form
from .table import NameTable

#: Documents that make an anchor of the text sure, if the variant has one at most (which may be the text's own).
SUPPORT = 3
#: A known person is this many times as frequent as a misspelling that translators or typists keep making.
OFTENER = 10


def denies(table: NameTable | None, variant: Form, anchor: Form) -> bool:
    """Whether the corpus names the variant too, in a document other than this one, or rather than the anchor."""
    if table is None or not (n := table.count(variant.key)):
        return False
    of_anchor = table.count(anchor.key)
    if anchor.known:
        return n > 1 and n * OFTENER > of_anchor
    return n > 1 or of_anchor < n


def supports(table: NameTable | None, variant: Form, anchor: Form) -> bool:
    """Whether the corpus knows the anchor well, and the variant not."""
    return table is not None and table.count(anchor.key) >= SUPPORT and table.count(variant.key) <= 1
