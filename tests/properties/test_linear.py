"""Law 5, time: it grows linearly with the input, whatever the input repeats."""

from time import process_time

import pytest

from newsnorm import normalize
from strategies import EXAMPLES, TOKENS

UNITS = dict.fromkeys(
    (*TOKENS, *EXAMPLES, "a", "A", "a ", "Aa ", "aaaa. ", " ", "\n", " \n", "\r", "\u00a0", "é", "\u0301", "字", "</", "<a ", '<a href="', "\x85", "Aa-")
)
#: Four times the text may take about four times as long; what a machine under load adds is allowed for, and looked at again: by the square
#: it would be sixteen times each time.
SMALL, LARGE, FACTOR, LOOKS = 10_000, 40_000, 9, 4


def seconds(unit, characters):
    text = unit * (characters // len(unit))
    begin = process_time()
    normalize(text, language="en", media_type="text/plain")
    return process_time() - begin


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: ascii(unit[:24]))
def test_repeated(unit):
    small, large = seconds(unit, SMALL), seconds(unit, LARGE)
    for _ in range(LOOKS):
        if small < 3 and (large < 0.4 or large < FACTOR * small):
            return
        small, large = min(small, seconds(unit, SMALL)), min(large, seconds(unit, LARGE))
    pytest.fail(f"{small:.3f} s for {SMALL} characters, {large:.3f} s for {LARGE}")
