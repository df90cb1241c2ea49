"""Law 4, the other half: the same input gives the same bytes, whatever the thread, process, hash seed or order of documents."""

import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from newsnorm import Normalizer
from strategies import EXAMPLES, TOKENS, texts, titles

_SCRIPT = """
import json, sys
from newsnorm import Normalizer
texts = json.loads(sys.stdin.read())
print(json.dumps([doc.to_dict() for doc in Normalizer().pipe(texts)]))
"""


def record(normalizer, text, **how):
    return json.dumps(normalizer.normalize(text, **how).to_dict())


@given(texts, titles)
def test_two_normalizers(text, title):
    assert record(Normalizer(), text, title=title) == record(Normalizer(), text, title=title)


@given(st.lists(texts, min_size=2, max_size=4))
def test_order_of_documents(some):
    one, other = Normalizer(), Normalizer()
    there = [record(one, t) for t in some]
    back = [record(other, t) for t in reversed(some)]
    assert there == back[::-1]


def many():
    dice = random.Random(7)
    return [*EXAMPLES, *("".join(dice.choices((*TOKENS, " ", "\n", "\n\n"), k=9)) for _ in range(60))]


def test_threads():
    normalizer, some = Normalizer(), many()
    alone = [record(normalizer, t) for t in some]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda t: record(normalizer, t), some * 3))
    assert together == alone * 3


def test_hash_seeds():
    def run(seed):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        out = subprocess.run([sys.executable, "-c", _SCRIPT], input=json.dumps(many()), capture_output=True, text=True, env=env, check=True)
        return out.stdout

    assert run("1") == run("2") == run("77")
