"""The command line: what each command writes, and that records lead back."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newsnorm import Document, __version__
from newsnorm.cli import main
from newsnorm.commands.console import shown

DAMAGED = "The ferry left Molde at noon . Its captain, Ola Berg, said that the CafÃ© aboard was open.\n"
REPAIRED = "The ferry left Molde at noon. Its captain, Ola Berg, said that the Café aboard was open.\n"
CAPTION = "Passengers wait on the quay in Molde on Friday."
TITLED = f"Ferry line reopens after storm\n\n{DAMAGED}\n{CAPTION}\n{CAPTION}\n\nThe line is old.\n"
CLEAN = "Ferry line reopens after storm\n\nThe ferry left Molde at noon, and its captain was glad of it.\n"


@pytest.fixture
def put(tmp_path, monkeypatch):
    """Writes a file into the folder where the command runs; gives its name."""
    monkeypatch.chdir(tmp_path)

    def put(name, content):
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        return name

    return put


@pytest.fixture
def run(capfdbinary):
    """Runs the command line; gives exit code, standard output and standard error."""

    def run(*argv):
        code = main([*argv])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def records(*rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


def program(*argv, stdin=b"", **options):
    return subprocess.run([sys.executable, "-m", "newsnorm", *argv], input=stdin, capture_output=True, check=False, timeout=60, **options)


# --- fix


def test_text_in_text_out(put, run):
    assert run("fix", put("a.txt", DAMAGED)) == (0, REPAIRED, "")


def test_title_stays_and_captions_come_last(put, run):
    expected = f"Ferry line reopens after storm\n\n{REPAIRED}\nThe line is old.\n\n{CAPTION}\n"
    assert run("fix", put("a.txt", TITLED)) == (0, expected, "")
    assert run("fix", put("b.txt", expected)) == (0, expected, "")


@pytest.mark.parametrize("text", ["", "One line", "Two\nlines\n", "Windows\r\nlines, \u201cclean\u201d", CLEAN, CLEAN.strip().replace("\n", "\r\n")])
def test_clean_text_comes_back_byte_for_byte(put, run, text):
    assert run("fix", put("a.txt", text)) == (0, text, "")
    assert run("check", "a.txt")[0] == 0


def test_several_texts_are_told_apart(put, run):
    out = run("fix", put("a.txt", "It rained ."), put("b.txt", "It snowed.\n"))[1]
    assert out == "==> a.txt <==\nIt rained.\n\n==> b.txt <==\nIt snowed.\n"


def test_title_given_apart(put, run):
    assert run("fix", put("a.txt", DAMAGED), "--title", "Ferry leaves")[1] == f"Ferry leaves\n\n{REPAIRED}"
    assert run("fix", put("b.txt", ""), "--title", "Ferry leaves")[1] == "Ferry leaves\n"


def test_charset(put, run):
    name = put("a.txt", "Паром вышел из порта .\n".encode("cp1251"))
    assert run("fix", name, "--charset", "windows-1251")[1] == "Паром вышел из порта.\n"


def test_options_reach_the_rules(put, run):
    put("a.txt", TITLED)
    assert "CafÃ©" in run("fix", "a.txt", "--ignore", "encoding,layout")[1]
    assert "noon ." in run("fix", "a.txt", "--select", "encoding", "--select", "layout")[1]
    assert "noon ." in run("fix", "a.txt", "--min-confidence", "0.985")[1]
    assert CAPTION not in run("fix", "a.txt", "--captions", "drop")[1]
    assert run("fix", "a.txt", "--captions", "keep")[1].endswith(f"{CAPTION}\n\nThe line is old.\n")


def test_configuration_file_and_options_over_it(put, run):
    put("a.txt", DAMAGED)
    put("n.toml", 'ignore = ["encoding"]\n')
    assert "CafÃ©" in run("fix", "a.txt", "--config", "n.toml")[1]
    assert run("fix", "a.txt", "--config", "n.toml", "--ignore", "")[1] == REPAIRED


def test_record_a_line(put, run):
    put("a.jsonl", records({"id": 7, "text": TITLED, "tags": ["sea"]}, {"title": "Ferry leaves", "text": DAMAGED, "language": "en"}))
    code, out, err = run("fix", "a.jsonl")
    first, second = map(json.loads, out.splitlines())
    assert (code, err) == (0, "")
    assert first["id"] == 7
    assert first["tags"] == ["sea"]
    assert first["title"] == "Ferry line reopens after storm"
    assert first["text"] == f"{REPAIRED}\nThe line is old.\n"
    assert first["captions"] == [CAPTION]
    assert first["language"] == "en"
    assert set(first["newsnorm"]) == {"record", "changes", "flags", "people"}
    assert (second["title"], second["text"]) == ("Ferry leaves", REPAIRED)


def test_records_lead_back(put, run):
    put("a.jsonl", records({"text": TITLED}, {"title": "Ferry leaves", "text": DAMAGED}))
    first, second = map(json.loads, run("fix", "a.jsonl")[1].splitlines())
    assert Document.from_dict(first | first["newsnorm"]).revert() == TITLED
    assert Document.from_dict(second | second["newsnorm"]).revert() == f"Ferry leaves\n\n{DAMAGED}"


def test_records_once_fixed_stay_as_they_are(put, run):
    put("a.jsonl", records({"text": TITLED}, {"title": None, "text": DAMAGED}))
    once = run("fix", "a.jsonl")[1]
    assert run("fix", put("b.jsonl", once))[1] == once
    assert run("check", "b.jsonl")[0] == 0


def test_a_record_fixed_twice_keeps_the_first_account(put, run):
    put("a.jsonl", records({"text": TITLED}))
    put("b.jsonl", run("fix", "a.jsonl", "--ignore", "typography")[1])
    record = json.loads(run("fix", "b.jsonl")[1])
    assert record["captions"] == [CAPTION]
    assert [c["rule"] for c in record["newsnorm"]["changes"]] == ["typography.space-before-stop", "layout.given-title"]
    assert "encoding.mojibake" in {c["rule"] for c in record["newsnorm"]["earlier"]["changes"]}


def test_captions_that_are_there_already_are_kept(put, run):
    put("a.jsonl", records({"text": TITLED, "captions": ["A crane."]}, {"text": TITLED, "captions": "A crane."}))
    assert [json.loads(line)["captions"] for line in run("fix", "a.jsonl")[1].splitlines()] == [["A crane.", CAPTION]] * 2


def test_lone_surrogates_are_written_as_escapes(put, run):
    put("a.jsonl", r'{"text": "Well done \ud83d!", "by": "\udc00"}')
    out = run("fix", "a.jsonl")[1]
    record = json.loads(out)
    assert record["text"] == "Well done \ufffd!"
    assert record["by"] == "\udc00"
    assert Document.from_dict(record | record["newsnorm"]).revert() == "Well done \ud83d!"
    assert run("fix", "a.jsonl", "--format", "text", "--select", "layout")[1] == "==> a.jsonl:1 <==\nWell done ?!"


def test_json(put, run):
    put("one.json", json.dumps({"text": DAMAGED}))
    put("list.json", json.dumps([{"text": DAMAGED}, {"text": "It rained."}]))
    assert json.loads(run("fix", "one.json")[1])["text"] == REPAIRED
    assert [r["text"] for r in json.loads(run("fix", "list.json")[1])] == [REPAIRED, "It rained."]
    assert [r["text"] for r in json.loads(run("fix", "one.json", "list.json")[1])] == [REPAIRED, REPAIRED, "It rained."]
    assert len(run("fix", "list.json", "--format", "jsonl")[1].splitlines()) == 2
    assert json.loads(run("fix", put("none.json", "[]"))[1]) == []


def test_text_to_json(put, run):
    record = json.loads(run("fix", put("a.txt", TITLED), "--format", "json")[1])
    assert list(record) == ["file", "title", "text", "language", "captions", "newsnorm"]
    assert record["file"] == "a.txt"
    assert Document.from_dict(record | record["newsnorm"]).revert() == TITLED
    assert len(json.loads(run("fix", "a.txt", "a.txt", "--format", "json")[1])) == 2


def test_html(put, run):
    pytest.importorskip("trafilatura", exc_type=ImportError)
    body = "".join(f"<p>The ferry left Molde at noon on day {n} , and the sea was calm that day.</p>" for n in range(4))
    code, out, _ = run("fix", put("a.html", f"<html><body><article><h1>Ferry</h1>{body}</article></body></html>"))
    assert code == 0
    assert "on day 2, and" in out


def test_output_file(put, run, tmp_path):
    put("a.txt", DAMAGED)
    assert run("fix", "a.txt", "-o", "b.txt") == (0, "", "")
    assert (tmp_path / "b.txt").read_text() == REPAIRED
    assert run("fix", "a.txt", "-o", "a.txt")[0] == 0
    assert (tmp_path / "a.txt").read_text() == REPAIRED
    assert run("fix", "b.txt", "-o", "-")[1] == REPAIRED
    assert run("fix", "b.txt", "-o", os.devnull)[0] == 0
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "b.txt"]


def test_in_place_keeps_permissions_and_links(put, run, tmp_path):
    put("a.txt", DAMAGED)
    (tmp_path / "a.txt").chmod(0o640)
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert run("fix", "--in-place", "link.txt") == (0, "", "")
    assert (tmp_path / "a.txt").read_text() == REPAIRED
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640
    assert (tmp_path / "link.txt").is_symlink()


def test_in_place_leaves_clean_files_untouched(put, run, tmp_path):
    put("a.txt", CLEAN)
    os.utime(tmp_path / "a.txt", (1, 1))
    before = (tmp_path / "a.txt").stat()
    run("fix", "-i", "a.txt")
    after = (tmp_path / "a.txt").stat()
    assert (before.st_ino, before.st_mtime) == (after.st_ino, after.st_mtime)


def test_standard_input():
    assert program("fix", stdin=DAMAGED.encode()).stdout.decode() == REPAIRED
    assert program("fix", "-", stdin=b"It rained .\r\nIt froze.").stdout == b"It rained.\r\nIt froze."
    out = program("fix", "--input-format", "jsonl", stdin=records({"text": DAMAGED}).encode()).stdout
    assert json.loads(out)["text"] == REPAIRED


# --- check


def test_check_shows_edits_by_place(put, run):
    code, out, _ = run("check", put("a.txt", f"Calm sea.\n{DAMAGED}"), put("b.txt", CLEAN))
    assert code == 1
    assert out == (
        "a.txt:2:29 typography.space-before-stop (0.98) space before the stop\n"
        "-   The ferry left Molde at noon . Its captain, Ola Berg, said that the C…\n"
        "+   The ferry left Molde at noon. Its captain, Ola Berg, said that the C…\n"
        "a.txt:2:72 encoding.mojibake (0.99) UTF-8 read as windows-1252\n"
        "-   …Its captain, Ola Berg, said that the CafÃ© aboard was open.\n"
        "+   …Its captain, Ola Berg, said that the Café aboard was open.\n"
        "2 changes in 1 of 2 files\n"
    )


def test_check_changes_nothing(put, run, tmp_path):
    put("a.txt", DAMAGED)
    run("check", "a.txt")
    assert (tmp_path / "a.txt").read_text() == DAMAGED
    assert os.listdir(tmp_path) == ["a.txt"]


def test_check_of_clean_text(put, run):
    assert run("check", put("a.txt", CLEAN)) == (0, "no changes in 1 file\n", "")


def test_flags_alone_are_no_findings(put, run):
    code, out, _ = run("check", put("a.txt", "It rained .\n"), "--min-confidence", "1")
    assert code == 0
    assert out.splitlines() == [
        "a.txt:1:10 flag typography.space-before-stop (0.98) space before the stop",
        "?-   It rained .",
        "?+   It rained.",
        "0 changes, 1 flag in 1 of 1 file",
    ]


def test_check_of_records(put, run):
    put("a.jsonl", "\n" + records({"text": "It snowed."}, {"title": "Rain &amp; wind", "text": "First.\nIt rained ."}))
    code, out, _ = run("check", "a.jsonl")
    assert code == 1
    assert "a.jsonl:3 title:1:7 encoding.entities" in out
    assert "a.jsonl:3 text:2:10 typography.space-before-stop" in out
    assert out.endswith("2 changes in 1 of 2 records\n")


def test_check_with_a_title_given_counts_lines_of_the_file(put, run):
    out = run("check", put("a.txt", "It rained ."), "--title", "Rain &amp; wind")[1]
    assert "a.txt title:1:7 encoding.entities" in out
    assert "a.txt:1:10 typography.space-before-stop" in out


def test_check_json(put, run):
    code, out, _ = run("check", put("a.txt", DAMAGED), "--format", "json")
    first = json.loads(out)[0]
    assert code == 1
    assert DAMAGED[first["start"] : first["end"]] == first["before"] == " "
    assert (first["file"], first["record"], first["kind"], first["line"], first["column"]) == ("a.txt", None, "edit", 1, 29)
    assert json.loads(run("check", put("b.txt", CLEAN), "--format", "json")[1]) == []


def test_colours(put, run, monkeypatch):
    put("a.txt", DAMAGED)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" not in run("check", "a.txt")[1]
    assert "\x1b[" not in run("check", "a.txt", "--color", "never")[1]
    assert "Caf\x1b[31;9mÃ©\x1b[0m\x1b[32mé\x1b[0m aboard" in run("check", "a.txt", "--color", "always")[1]


def test_colours_on_a_terminal_unless_told_otherwise(monkeypatch):
    from newsnorm.commands.console import Palette

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert Palette("auto").on
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Palette("auto").on
    assert Palette("always").on


def test_nothing_that_a_terminal_would_obey():
    assert shown("a\x1b[2Jb\u202ec\n") == "a\\x1b[2Jb\\u202ec\\n"
    assert shown("a\u00a0b") == "a\u00a0b"
    assert shown("a\u00a0b", every=True) == "a\\xa0b"


# --- explain, detect, and the program itself


def test_explain(run):
    code, out, _ = run("explain")
    assert code == 0
    assert "\n  typography.space-before-stop " in out
    assert out.index("encoding\n") < out.index("layout\n")
    assert [line.split()[0].split(".")[0] for line in run("explain", "layout")[1].splitlines()] == ["layout"] * 4
    assert "decode.guess" in run("explain", "decode.guess")[1]
    assert "no rules" in run("explain", "language")[1]


def test_explain_every_rule(run):
    from newsnorm import RULES

    for rule in RULES:
        code, out, _ = run("explain", rule.id)
        assert code == 0
        assert out.startswith(f"{rule.id}\n\n")
        assert "Where the damage comes from:" in out
        assert f"Confidence: {rule.confidence:.2f}" in out
        assert "\n  = " in out


def test_detect(put, run):
    put("a.txt", "The ferry left the harbour of Molde at noon, and the sea was calm.")
    put("b.jsonl", records({"text": "Die Fähre verließ den Hafen am Mittag, und die See war ruhig."}, {"text": ""}))
    code, out, _ = run("detect", "a.txt", "b.jsonl")
    assert code == 0
    assert [line.rsplit(" ", 1)[0] for line in out.splitlines()] == ["a.txt: en", "b.jsonl:1: de", "b.jsonl:2: und"]
    found = json.loads(run("detect", "a.txt", "b.jsonl", "--format", "json")[1])
    assert [(f["file"], f["record"], f["language"]) for f in found] == [("a.txt", None, "en"), ("b.jsonl", 1, "de"), ("b.jsonl", 2, "und")]
    assert found[0]["confidence"] > 0.9


def test_version_and_help(run):
    assert run("--version") == (0, f"newsnorm {__version__}\n", "")
    for argv in (["--help"], ["fix", "--help"], ["check", "-h"], ["explain", "-h"], ["detect", "-h"]):
        code, out, _ = run(*argv)
        assert code == 0
        assert "examples:" in out


@pytest.mark.parametrize("argv", [["--help"], ["fix", "--help"], ["--version"], ["explain"], ["explain", "typography.doubled-stop"]])
def test_cheap_commands_load_no_heavy_library(argv):
    code = (
        "import sys; from newsnorm.cli import main; main(sys.argv[1:]);"
        "print(*sorted({'ftfy', 'regex', 'langdetect', 'trafilatura'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *argv], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == "\n"


def test_help_loads_only_what_it_needs():
    code = (
        "import sys; import argparse, typing; before = set(sys.modules); from newsnorm.cli import main; main(['--help']);"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert not {"json", "pathlib", "dataclasses", "difflib", "shutil"} & set(done.stderr.split())


def test_a_reader_that_leaves_ends_it_silently(put):
    put("a.jsonl", records({"text": DAMAGED}) * 2000)
    with subprocess.Popen([sys.executable, "-m", "newsnorm", "fix", "a.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout.readline().startswith(b"{")
        done.stdout.close()
        assert done.stderr.read() == b""
        assert done.wait(60) == 0


def test_records_come_one_by_one():
    command = [sys.executable, "-m", "newsnorm", "fix", "--input-format", "jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as done:
        for number in range(3):
            done.stdin.write(records({"id": number, "text": DAMAGED}).encode())
            done.stdin.flush()
            assert json.loads(done.stdout.readline())["id"] == number
        done.stdin.close()
        assert done.wait(60) == 0


def test_exit_codes_of_the_program(tmp_path):
    damaged = tmp_path / "a.txt"
    Path(damaged).write_text(DAMAGED)
    assert program("fix", str(damaged)).returncode == 0
    assert program("check", str(damaged)).returncode == 1
    assert program("check", str(tmp_path / "none.txt")).returncode == 2
    assert program("chek").returncode == 2
