"""Law 5, time: it grows linearly with the input, whatever the input repeats."""

from time import process_time

import pytest

from newsnorm import normalize
from strategies import EXAMPLES, TOKENS

UNITS = dict.fromkeys(
    (*TOKENS, *EXAMPLES, "a", "A", "a ", "Aa ", "aaaa. ", " ", "\n", " \n", "\r", "\u00a0", "é", "\u0301", "字", "</", "<a ", '<a href="', "\x85", "Aa-")
)
#: Four times the text may take about four times as long; what a machine under load adds is allowed for.
SMALL, LARGE, FACTOR = 10_000, 40_000, 9


def seconds(unit, characters):
    text = unit * (characters // len(unit))
    begin = process_time()
    normalize(text, language="en", media_type="text/plain")
    return process_time() - begin


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: ascii(unit[:24]))
def test_repeated(unit):
    small = seconds(unit, SMALL)
    assert small < 3
    large = seconds(unit, LARGE)
    assert large < 0.4 or large < FACTOR * small
