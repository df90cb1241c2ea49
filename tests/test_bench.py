"""The gate's own logic. Nothing is timed here."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parents[1] / "bench"


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    import gate

    return gate


FLOORS = {"a.speed": {"max": 0.5}, "a.share": {"min": 0.9}}


def test_good_figures_pass(gate: ModuleType) -> None:
    assert all(row.ok for row in gate.compare({"a.speed": 0.5, "a.share": 0.9, "a.new": 7.0}, FLOORS, quick=True))


@pytest.mark.parametrize(
    "found", [{"a.speed": 0.51, "a.share": 1.0}, {"a.speed": 0.1, "a.share": 0.89}, {"a.speed": 0.1}, {"a.speed": 0.1, "a.share": float("nan")}]
)
def test_broken_or_missing_figure_fails(gate: ModuleType, found: dict[str, float]) -> None:
    assert [row.ok for row in gate.compare(found, FLOORS, quick=False)].count(False) == 1


def test_only_what_the_run_owes(gate: ModuleType) -> None:
    floors = {"a.full": {"max": 1, "full_only": True}, "a.linux": {"max": 1, "platform": "linux"}, "b.other": {"max": 1}, "a.given-up": {"reason": "gone"}}
    assert [r.figure for r in gate.compare({}, floors, quick=True, only=("a",), platform="darwin")] == []
    assert [r.figure for r in gate.compare({}, floors, quick=False, platform="linux")] == ["a.full", "a.linux", "b.other"]


@pytest.mark.parametrize("now", [{"max": 0.6}, {}, {"max": 0.6, "reason": " "}])
def test_looser_limit_without_reason(gate: ModuleType, now: dict[str, object]) -> None:
    (message,) = gate.loosened({"a.speed": now, "a.share": {"min": 0.9}}, FLOORS, "HEAD")
    assert "a.speed" in message
    assert "reason" in message


def test_lower_floor_and_lost_figure(gate: ModuleType) -> None:
    assert len(list(gate.loosened({"a.share": {"min": 0.8}}, FLOORS, "HEAD"))) == 2


def test_new_reason_serves_once(gate: ModuleType) -> None:
    looser = {"a.speed": {"max": 0.6, "reason": "does more"}, "a.share": {"min": 0.9}}
    loosest = {"a.speed": {"max": 0.7, "reason": "does more"}, "a.share": {"min": 0.9}}
    assert list(gate.loosened(looser, FLOORS, "HEAD")) == []
    assert len(list(gate.loosened(loosest, looser, "HEAD"))) == 1


def test_tighter_limits_pass(gate: ModuleType) -> None:
    assert list(gate.loosened({"a.speed": {"max": 0.4}, "a.share": {"min": 0.95}}, FLOORS, "HEAD")) == []


def test_the_floors_keep_what_is_promised(gate: ModuleType) -> None:
    floors = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))
    assert list(gate.loosened(floors, gate.PROMISED, "promised")) == []
    assert set(gate.PROMISED) <= set(floors)


def test_committed_without_git(gate: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_git(*args: object, **kwargs: object) -> None:
        raise FileNotFoundError("git")

    monkeypatch.setattr(subprocess, "run", no_git)
    assert gate.committed("HEAD") is None


def test_exit_code(gate: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors, figures = tmp_path / "floors.toml", tmp_path / "figures.json"
    floors.write_text('["startup.import"]\nmax = 3.0\n', encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "PROMISED", {})
    monkeypatch.setattr(sys, "argv", ["gate.py", "--figures", str(figures)])
    for value, code, word in ((2.0, 0, "yes"), (3.5, 1, "NO")):
        figures.write_text(f'{{"startup.import": {value}}}', encoding="utf-8")
        assert gate.main() == code
        assert word in capsys.readouterr().out
    monkeypatch.setattr(gate, "PROMISED", {"startup.import": {"max": 2.5}})
    figures.write_text('{"startup.import": 2.0}', encoding="utf-8")
    assert gate.main() == 1
    assert "reason" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answers", "growth", "asked"),
    [
        ([2.0, 9.0, 9.0], 2.0, [5_000]),  # a neighbour
        ([3.4, 2.1, 9.0], 2.1, [5_000, 10_000]),  # a step
        ([3.6, 3.8, 3.5], 3.5, [5_000, 10_000, 5_000]),  # a square
        ([TimeoutError] * 3, 3.7, [5_000, 10_000, 5_000]),
    ],
)
def test_growth_that_looks_bad_is_confirmed(
    gate: ModuleType, monkeypatch: pytest.MonkeyPatch, answers: list[float | type], growth: float, asked: list[int]
) -> None:
    import linear

    found, left = list[int](), iter(answers)

    class Fake:
        def __init__(self, serve: object) -> None: ...

        def ask(self, limit: float, subject: str, name: str, longest: int, largest_too: bool, first: int) -> tuple[float, int, float]:
            found.append(first)
            if isinstance(answer := next(left), type):
                raise linear.TimeLimitError
            return answer, longest, 0.1

        def close(self) -> None: ...

    monkeypatch.setattr(linear, "Worker", Fake)
    case = linear._confirmed(linear.Case("names.style", "spaces", 3.7, 10_000, 0.1), quick=True)
    assert (case.growth, found) == (growth, asked)


def test_a_square_is_found(gate: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    import linear

    clock = [0.0]

    def spend(text: str) -> None:
        clock[0] += (len(text) / 10_000) ** 2

    def cost(call: Callable[[], object]) -> float:
        start = clock[0]
        call()
        return clock[0] - start

    monkeypatch.setattr(linear, "_call", lambda subject: spend)
    monkeypatch.setattr(linear, "cost", cost)
    assert linear.grow("names.style", "spaces", 160_000, False)[0] == pytest.approx(4, abs=0.01)


def test_a_broken_figure_is_measured_again(gate: ModuleType) -> None:
    asked: list[tuple[str, ...]] = []

    def measure(names: tuple[str, ...]) -> dict[str, float]:
        asked.append(names)
        return {"a.speed": 0.6 - 0.1 * len(asked), "a.share": 0.1, "b.other": 9.0}

    floors = {**FLOORS, "b.other": {"max": 1}}
    best = gate.with_second_looks({"a.speed": 0.7, "a.share": 0.95, "b.other": 1.0}, floors, measure, quick=True, only=())
    assert best == {"a.speed": 0.5, "a.share": 0.95, "b.other": 1.0}
    assert asked == [("a",)]
    gate.with_second_looks({"a.speed": 0.7, "a.share": 0.5, "b.other": 1.0}, floors, measure, quick=True, only=())
    assert len(asked) == 1 + gate.LOOKS


def test_linear_looks_again_by_itself(gate: ModuleType) -> None:
    found = {"linear.rules": 3.5}
    assert gate.with_second_looks(found, {"linear.rules": {"max": 3}}, lambda names: pytest.fail(str(names)), quick=True, only=()) == found
