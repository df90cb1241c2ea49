"""The command line as a process: its arguments in any order, its streams, and the signals that end it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from newsnorm.cli import main

PROGRAM = [sys.executable, "-m", "newsnorm"]
DAMAGED = "The ferry left Molde at noon .\n"
REPAIRED = "The ferry left Molde at noon.\n"
RECORD = b'{"text": "The ferry left Molde at noon ."}\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "-c.txt"):
        (tmp_path / name).write_text(DAMAGED)
    return tmp_path


def files_of(out):
    return [line.split()[1] for line in out.splitlines() if line.startswith("==>")]


@pytest.mark.parametrize(
    ("argv", "files"),
    [
        (["a.txt", "--ignore", "layout", "b.txt"], ["a.txt", "b.txt"]),
        (["a.txt", "--ignore", "layout", "b.txt", "--captions", "keep", "--", "-c.txt"], ["a.txt", "b.txt", "-c.txt"]),
        (["--ignore", "layout", "a.txt", "b.txt"], ["a.txt", "b.txt"]),
        (["a.txt", "--ignore", "layout", "--", "-c.txt"], ["a.txt", "-c.txt"]),
        (["--", "-c.txt", "a.txt"], ["-c.txt", "a.txt"]),
    ],
)
def test_files_and_options_in_any_order(folder, capfd, argv, files):
    assert main(["fix", *argv]) == 0
    assert files_of(capfd.readouterr().out) == files


def test_a_name_behind_an_option(folder, capfd):
    (folder / "c.jsonl").write_bytes(b'{"text": "The mayor, Ola Berg, spoke. Ola Berg was glad."}\n')
    assert main(["names", "learn", "c.jsonl", "-o", "n.json"]) == 0
    assert main(["names", "show", "n.json", "--top", "3", "Ola Berg"]) == 0
    assert capfd.readouterr().out.startswith("Ola Berg: ")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["fix", "a.txt", "--langage", "en"], "fix: there is no option --langage (did you mean --language?); see `newsnorm fix --help`"),
        (["fix", "a.txt", "--selct=layout"], "fix: there is no option --selct (did you mean --select?); see `newsnorm fix --help`"),
        (["names", "learn", "a.txt", "--limits", "3"], "names learn: there is no option --limits (did you mean --limit?); see `newsnorm names learn --help`"),
        (["fix", "-x", "a.txt"], "fix: there is no option -x; see `newsnorm fix --help`"),
        (["--versoin", "fix"], "there is no option --versoin (did you mean --version?); see `newsnorm --help`"),
        (["explain", "layout", "names"], "explain: nothing takes the argument names; see `newsnorm explain --help`"),
    ],
)
def test_what_nothing_takes(folder, capfd, argv, message):
    assert main(argv) == 2
    assert capfd.readouterr().err == f"newsnorm: {message}\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize(("argv", "stream"), [(["fix", "none.txt"], "stderr"), (["--fast"], "stderr"), (["--help"], "stdout"), (["--version"], "stdout")])
def test_streams_without_room(folder, argv, stream, buffered):
    with open("/dev/full", "wb") as full:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: full}
        done = subprocess.run([*PROGRAM, *argv], **streams, check=False, timeout=60, env={**os.environ, "PYTHONUNBUFFERED": buffered})
    assert done.returncode == 2
    if stream == "stdout":
        assert done.stderr == b"newsnorm: cannot write standard output: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_nothing_behind(folder, stop):
    command = [*PROGRAM, "fix", "--input-format", "jsonl", "-o", "out.jsonl"]
    # under nohup the signal would be ignored, and stay so
    usual = lambda: signal.signal(stop, signal.SIG_DFL)  # noqa: E731
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=usual) as running:
        running.stdin.write(RECORD)
        running.stdin.flush()
        end = time.monotonic() + 60
        while not any(name.endswith(".tmp") for name in os.listdir(folder)) and time.monotonic() < end:
            time.sleep(0.02)
        running.send_signal(stop)
        assert running.wait(60) == 128 + stop
        assert running.stderr.read() == b""
    assert sorted(os.listdir(folder)) == ["-c.txt", "a.txt", "b.txt"]


def test_signals_are_as_they_were_afterwards(folder, capfd):
    before = signal.getsignal(signal.SIGTERM)
    assert main(["fix", "a.txt"]) == 0
    assert signal.getsignal(signal.SIGTERM) is before
    assert capfd.readouterr().out == REPAIRED


def test_in_a_thread(folder, capfd):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(main, ["fix", "a.txt"]).result() == 0
    assert capfd.readouterr().out == REPAIRED
