"""Language identification."""

import os
import subprocess
import sys

import pytest

from newsnorm import InputError, Language, detect_language

SENTENCES = {
    "en": "The port reopened on Monday after the storm had kept it closed for nine days.",
    "de": "Der Hafen wurde am Montag wieder geöffnet, nachdem ihn der Sturm neun Tage lang geschlossen hielt.",
    "fr": "Le port a rouvert lundi après neuf jours de fermeture à cause de la tempête.",
    "es": "El puerto volvió a abrir el lunes después de que la tormenta lo cerrara durante nueve días.",
    "pt": "O porto reabriu na segunda-feira depois de a tempestade o ter fechado durante nove dias.",
    "ru": "Порт снова открылся в понедельник после того, как шторм закрыл его на девять дней.",
    "ro": "Portul s-a redeschis luni, după ce furtuna l-a ținut închis timp de nouă zile și nopți.",
    "ar": "أعيد افتتاح الميناء يوم الاثنين بعد أن أغلقته العاصفة تسعة أيام.",
    "zh-Hans": "这个港口在风暴关闭九天之后于星期一重新开放。",
    "zh-Hant": "這個港口在風暴關閉九天之後於星期一重新開放。",
    "ja": "港は嵐で九日間閉鎖された後、月曜日に再開した。",
    "ko": "항구는 폭풍으로 아흐레 동안 닫혔다가 월요일에 다시 열렸다.",
}


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_sentences(code, text):
    found = detect_language(text)
    assert found.code == code
    assert found.confidence > 0.7
    assert all(0 <= c <= 1 for _, c in found.alternatives)
    assert code not in dict(found.alternatives)
    assert detect_language(f"{text}\n\n" * 30).code == code


def test_capitals():
    assert detect_language(SENTENCES["en"].upper()).code == "en"


@pytest.mark.parametrize("text", ["", " ", "\n", "123 456", "...", "Ann Lund", "Oslo", "https://example.org/a", "[ad_1]", "👩‍🚒", "\ud800", "\x00", "x", "a b"])
def test_undetermined(text):
    assert detect_language(text).code == "und"


def test_chinese_that_shows_no_script():
    assert detect_language("大人大山大水小人小水").code == "zh"


def test_alternatives_of_und():
    found = detect_language("no no")
    assert found.code == "und"
    assert isinstance(found, Language)


def test_short_lines_do_not_vote():
    debris = "Le port\n" * 60
    assert detect_language(debris + SENTENCES["en"] * 3 + "\n" + debris).code == "en"


@pytest.mark.parametrize("text", [None, b"port", 3])
def test_no_text(text):
    with pytest.raises(InputError, match="detect_language takes a str"):
        detect_language(text)


_SCRIPT = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from newsnorm import detect_language
texts = sys.stdin.read().split("\\n")
start = Barrier(len(texts))
def run(text):
    start.wait()
    return repr(detect_language(text))
with ThreadPoolExecutor(len(texts)) as pool:
    print(*pool.map(run, texts), sep="\\n")
"""


def test_threads_that_race_for_the_first_use():
    texts = [*SENTENCES.values(), "no no", "Ann Lund went to the old port"]
    wanted = [repr(detect_language(t)) for t in texts]
    for seed in ("0", "1", "99"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        out = subprocess.run([sys.executable, "-c", _SCRIPT], input="\n".join(texts), capture_output=True, encoding="utf-8", env=env, check=True)
        assert out.stdout.splitlines() == wanted


def test_langdetects_seed_does_not_matter():
    from langdetect import DetectorFactory

    before = detect_language("no se no")
    old, DetectorFactory.seed = DetectorFactory.seed, 12345
    try:
        assert detect_language("no se no") == before
    finally:
        DetectorFactory.seed = old
