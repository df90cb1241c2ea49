"""What newsnorm should do and does not: each case is expected to fail, and says why."""

import json
from pathlib import Path
from typing import Any

import pytest

import newsnorm

FOLDER = Path(__file__).parent.parent / "fixtures" / "known_failures"
CASES: dict[str, dict[str, Any]] = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=name, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=case["why"])) for name, case in CASES.items()]
)
def test_known_failure(case: dict[str, Any]) -> None:
    doc = newsnorm.normalize(case["input"]["text"], **{key: value for key, value in case["input"].items() if key != "text"})
    expected = case["expected"]
    assert doc.language == case["language"]
    assert (doc.text, doc.title, list(doc.captions)) == (expected["text"], expected["title"], expected["captions"])
    assert [[f.rule, f.before] for f in doc.flags] == expected["flags"]


def test_there_are_cases() -> None:
    assert len(CASES) >= 6
