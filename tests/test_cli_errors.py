"""The command line with mistakes: one line that says what is wrong and what to do, and no file harmed."""

import json
import os
import subprocess
import sys

import pytest

from newsnorm.cli import main

DAMAGED = "The ferry left Molde at noon . Its captain was glad.\n"
REPAIRED = "The ferry left Molde at noon. Its captain was glad.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(DAMAGED)
    return tmp_path


@pytest.fixture
def run(capfdbinary, folder):
    """Runs the command line; gives exit code, standard output and standard error."""

    def run(*argv):
        code = main([*argv])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def fails(run, *argv):
    """The one line that the command says when it fails."""
    code, _, err = run(*argv)
    assert code == 2
    assert err.startswith("newsnorm: ")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], ["COMMAND", "--help"]),
        (["mend"], ["mend", "fix"]),
        (["fix", "--fast"], ["--fast", "--help"]),
        (["fix", "none.txt"], ["none.txt: there is no such file", "check the path"]),
        (["check", "none.txt"], ["none.txt: there is no such file"]),
        (["detect", "none.txt"], ["none.txt: there is no such file"]),
        (["fix", "."], [".: this is a directory", "*.txt"]),
        (["fix", "a.txt", "--select", "typograhpy"], ["'typograhpy'", "did you mean typography"]),
        (["check", "a.txt", "--ignore", "encoding,layout.titel"], ["'layout.titel'", "layout.title"]),
        (["explain", "typography.double-stop"], ["'typography.double-stop'", "did you mean typography.doubled-stop"]),
        (["explain", "zzz"], ["'zzz'", "newsnorm explain"]),
        (["fix", "a.txt", "--min-confidence", "7"], ["from 0 to 1", "7"]),
        (["fix", "a.txt", "--min-confidence", "nan"], ["from 0 to 1", "nan"]),
        (["fix", "a.txt", "--min-confidence", "high"], ["--min-confidence", "high"]),
        (["fix", "a.txt", "--captions", "lose"], ["--captions", "lose", "keep"]),
        (["fix", "a.txt", "--config", "none.toml"], ["none.toml", "TOML"]),
        (["fix", "a.txt", "--config", "a.txt"], ["a.txt is not TOML"]),
        (["fix", "a.txt", "--charset", "klingon"], ["'klingon'", "utf-8"]),
        (["fix", "a.txt", "--charset", "base64"], ["'base64'", "utf-8"]),
        (["fix", "a.jsonl", "--charset", "cp1252"], ["--charset", "UTF-8"]),
        (["fix", "a.jsonl", "--title", "Rain"], ["--title", '"title"']),
        (["fix", "a.txt", "b.txt", "--title", "Rain"], ["--title", "one"]),
        (["fix", "a.txt", "b.jsonl"], ["different formats", "--format"]),
        (["fix", "a.txt", "-o", "none/b.txt"], ["cannot write none/b.txt", "give a place"]),
        (["fix", "a.txt", "-o", "."], ["cannot write .", "directory"]),
        (["fix", "a.txt", "-o", "b.txt", "--in-place"], ["--in-place"]),
        (["fix", "--in-place"], ["standard input", "--in-place"]),
        (["fix", "--in-place", "-"], ["standard input"]),
        (["fix", "--in-place", "a.html"], ["a.html", "-o"]),
        (["fix", "--in-place", "a.txt", "--format", "jsonl"], ["--format", "-o"]),
        (["fix", ""], ["argument FILE: it is empty", "newsnorm fix --help"]),
        (["fix", "a.txt", "-o", ""], ["--output: it is empty"]),
        (["fix", "a.txt", "--ignore", "layout", ""], ["FILE: it is empty"]),
        (["fix", "a.txt", "--config", ""], ["--config: it is empty"]),
        (["fix", "a.txt", "--select", ""], ["--select names no rule", "leave it out"]),
        (["fix", "a.txt", "--language", "spanish"], ["--language takes a BCP 47 code", "'spanish'"]),
        (["fix", "a.txt", "--source-language", "spanish"], ["--source-language takes a BCP 47 code", "'spanish'"]),
        (["fix", "https://news.example/a.html"], ["newsnorm reads files", "curl"]),
    ],
)
def test_mistakes(run, folder, argv, words):
    err = fails(run, *argv)
    assert [w for w in words if w not in err] == []
    assert os.listdir(folder) == ["a.txt"]
    assert (folder / "a.txt").read_text() == DAMAGED


def test_bad_settings(run, folder):
    (folder / "n.toml").write_text("min_confidense = 0.5\n")
    assert "n.toml: there is no setting 'min_confidense'; did you mean min_confidence" in fails(run, "fix", "a.txt", "--config", "n.toml")


def test_settings_with_a_byte_order_mark(run, folder):
    (folder / "n.toml").write_bytes(b'\xef\xbb\xbfignore = ["typography"]\n')
    assert run("fix", "a.txt", "--config", "n.toml") == (0, DAMAGED, "")


def test_html_without_an_article(run, folder):
    pytest.importorskip("trafilatura", exc_type=ImportError)
    page = "<html><body></body></html>"
    (folder / "b.html").write_text(page)
    (folder / "b.jsonl").write_text(json.dumps({"text": page}))
    assert fails(run, "fix", "b.html").endswith("give its text, or --input-format text to take it as it is\n")
    assert run("fix", "b.html", "--input-format", "text") == (0, page, "")
    assert fails(run, "fix", "b.jsonl").endswith("give its text\n")


@pytest.mark.parametrize("where", ["read", "normalized", "command"])
def test_memory_that_runs_out(run, folder, monkeypatch, where):
    from newsnorm import Normalizer
    from newsnorm.commands import fix, inputs

    def full(*_, **__):
        raise MemoryError

    if where == "read":
        monkeypatch.setattr(inputs, "_text", full)
    elif where == "normalized":
        monkeypatch.setattr(Normalizer, "normalize", full)
    else:
        monkeypatch.setattr(fix, "article_text", full)
        monkeypatch.setattr("newsnorm.commands.writers.article_text", full)
    err = fails(run, "fix", "a.txt", "-o", "b.txt")
    assert "memory ran out" in err
    assert os.listdir(folder) == ["a.txt"]


def test_memory_that_runs_out_in_a_rule():
    from newsnorm import InputError, Normalizer, Rule

    def full(view):
        raise MemoryError

    rule = Rule("wording.hungry", full, reason="never", confidence=0.9)
    with pytest.raises(InputError, match=r"memory ran out in rule wording\.hungry; give the text in parts"):
        Normalizer(rules=(rule,)).normalize("It rained.")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(run, folder):
    (folder / "a.txt").chmod(0)
    assert "no permission" in fails(run, "fix", "a.txt")


def test_read_failure_in_the_middle(run, folder, monkeypatch):
    from newsnorm.commands import inputs

    def broken(*_):
        yield from ()
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(inputs, "_lines", broken)
    (folder / "a.jsonl").write_text('{"text": "It rained."}\n')
    assert "a.jsonl: cannot be read (Input/output error)" in fails(run, "fix", "-i", "a.jsonl")
    assert (folder / "a.jsonl").read_text() == '{"text": "It rained."}\n'


def test_binary_file(run, folder):
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\xff\xfe\x00\x07" * 9)
    assert "a.png: this is no text" in fails(run, "fix", "a.png")
    assert "a.png: this is no text" in fails(run, "check", "a.png")
    assert "a.png: this is no text" in fails(run, "detect", "a.png")


def test_the_other_files_are_still_done(run):
    code, out, err = run("fix", "none.txt", "a.txt")
    assert code == 2
    assert out == f"==> a.txt <==\n{REPAIRED}"
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", ["e.txt", "e.jsonl", "e.ndjson"])
def test_empty_files(run, folder, name):
    (folder / name).write_bytes(b"")
    assert run("fix", name) == (0, "", "")
    assert run("fix", "-i", name) == (0, "", "")
    assert run("check", name)[0] == 0
    assert run("detect", name)[0] == 0
    assert (folder / name).read_bytes() == b""


def test_empty_json_gives_an_empty_list(run, folder):
    (folder / "e.json").write_bytes(b"")
    assert run("fix", "e.json") == (0, "[]\n", "")


BAD = [
    (b'{"text": "It rained."', "invalid JSON (Expecting ',' delimiter at column 22)"),
    (b"It rained.", "invalid JSON (Expecting value at column 1)"),
    (b'{"text": "It r\xe9ned."}', "not UTF-8 (byte 15)"),
    (b'["It rained."]', "a list where a record was expected"),
    (b"null", "null where a record was expected"),
    (b'{"body": "It rained."}', 'the record has no "text"'),
    (b'{"text": null}', '"text" is null; give the article as a string'),
    (b'{"text": 5}', '"text" is a number'),
    (b'{"text": "It rained.", "title": ["Rain"]}', '"title" is a list'),
    (b'{"text": "It rained.", "source_text": {}}', '"source_text" is an object'),
    (b'{"text": "It rained.", "people": "Ola Berg"}', '"people" is a string'),
    (b'{"text": "It rained.", "people": [7]}', "people"),
    (b'{"text": "It rained.", "people": [{"name": "Ola Berg", "aliases": null}]}', '"aliases" of a person is null'),
    (b'{"text": "It rained.", "n": ' + b"9" * 5000 + b"}", "cannot be read"),
    (b'{"text": "It rained.", "n": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested too deep"),
]


@pytest.mark.parametrize(("line", "message"), BAD)
def test_a_bad_line_is_reported_and_the_rest_goes_on(run, folder, line, message):
    good = b'{"text": "It rained ."}\n'
    (folder / "a.jsonl").write_bytes(good + b"\n" + line + b"\n" + good)
    for command in ("fix", "check", "detect"):
        code, out, err = run(command, "a.jsonl")
        if command == "detect" and code == 0:
            continue  # people, titles and the like are none of its business
        assert code == 2
        assert err.startswith("newsnorm: a.jsonl:3: ")
        assert message in err
        assert err.count("\n") == 1
        assert len([x for x in out.splitlines() if "rained" in x or x.startswith("a.jsonl")]) >= 2
    code, out, _ = run("fix", "a.jsonl")
    assert [json.loads(x)["text"] for x in out.splitlines()] == ["It rained."] * 2


def test_a_bad_line_stays_in_its_place(run, folder):
    (folder / "a.jsonl").write_bytes(b'{"text": "It rained ."}\n{bad \xff\n{"text": "It snowed ."}')
    assert run("fix", "--in-place", "a.jsonl")[0] == 2
    first, second, third = (folder / "a.jsonl").read_bytes().splitlines()
    assert json.loads(first)["text"] == "It rained."
    assert second == b"{bad \xff"
    assert json.loads(third)["text"] == "It snowed."


def test_a_bad_record_of_a_list(run, folder):
    (folder / "a.json").write_text('[{"text": "It rained ."}, {"tekst": "It snowed ."}]')
    code, out, err = run("fix", "a.json")
    assert (code, [r["text"] for r in json.loads(out)]) == (2, ["It rained."])
    assert err.startswith('newsnorm: a.json[1]: the record has no "text"')
    run("fix", "-i", "a.json")
    assert json.loads((folder / "a.json").read_text())[1] == {"tekst": "It snowed ."}


@pytest.mark.parametrize("content", ["{", '{"tekst": "It rained ."}', "[3]", "3"])
def test_json_without_any_article_is_left_alone(run, folder, content):
    (folder / "a.json").write_text(content)
    fails(run, "fix", "-i", "a.json")
    assert (folder / "a.json").read_text() == content
    (folder / "b.json").write_text("kept")
    fails(run, "fix", "a.json", "-o", "b.json")
    assert (folder / "b.json").read_text() == "kept"


def test_html_is_not_replaced_by_its_text(run, folder):
    page = "<!doctype html><html><body><p>" + "The ferry left Molde at noon . " * 9 + "</p></body></html>"
    (folder / "page.txt").write_text(page)
    assert "this is HTML" in fails(run, "fix", "-i", "page.txt")
    assert (folder / "page.txt").read_text() == page


@pytest.mark.parametrize("argv", [["-i", "a.txt"], ["-i", "a.jsonl"], ["a.txt", "-o", "b.txt"], ["a.txt", "-o", "a.txt"]])
@pytest.mark.parametrize("where", ["write", "rename"])
def test_nothing_is_ever_half_written(run, folder, monkeypatch, argv, where):
    from newsnorm.commands import output

    def full(*_):
        raise OSError(28, "No space left on device")

    (folder / "a.jsonl").write_text(json.dumps({"text": DAMAGED}))
    (folder / "b.txt").write_text("kept")
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    if where == "rename":
        monkeypatch.setattr(output.os, "replace", full)
    else:
        write = output.Output.write

        def half(self, data):
            write(self, data[: len(data) // 2])
            raise self._failed(OSError(28, "No space left on device"))

        monkeypatch.setattr(output.Output, "write", half)
    assert "No space left on device" in fails(run, "fix", *argv)
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_interrupted(run, folder, monkeypatch):
    from newsnorm.commands import inputs

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(inputs.Article, "normalized", interrupt)
    assert run("fix", "a.txt", "-o", "b.txt") == (130, "", "")
    assert os.listdir(folder) == ["a.txt"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_standard_output(folder):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "newsnorm", "fix", "a.txt"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr == "newsnorm: cannot write standard output: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams through a shell")
@pytest.mark.parametrize(("closed", "message"), [("<&-", "standard input is closed"), (">&-", "standard output is closed"), ("2>&- >&-", "")])
def test_closed_streams(folder, closed, message):
    command = f'"{sys.executable}" -m newsnorm fix {"" if closed == "<&-" else "a.txt"} {closed}'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_names_that_are_not_utf8(folder):
    name = b"caf\xe9.txt"
    (folder / os.fsdecode(name)).write_text("It rained .\n")
    done = subprocess.run([sys.executable, "-m", "newsnorm", "check", name], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, b"")
    done = subprocess.run([sys.executable, "-m", "newsnorm", "fix", "--format", "json", name], capture_output=True, check=False, timeout=60)
    assert json.loads(done.stdout)["text"] == "It rained.\n"


def test_a_file_of_200_megabytes(run, folder):
    with open(folder / "disk.img", "wb") as file:
        file.truncate(200_000_000)
    assert "disk.img: this is no text" in fails(run, "fix", "disk.img", "-o", "out.txt")
    assert not (folder / "out.txt").exists()


def test_two_hundred_megabytes_of_records(run, folder):
    record = json.dumps({"text": "The ferry left Molde at noon. " * 700_000})  # 21 MB a line, one of them broken
    with open(folder / "big.jsonl", "w") as file:
        for _ in range(9):
            file.write(record[:-1] + "\n")
        file.write(json.dumps({"text": DAMAGED}) + "\n")
    code, out, err = run("fix", "big.jsonl")
    assert code == 2
    assert err.count("\n") == 9
    assert json.loads(out)["text"] == REPAIRED


def test_a_guessed_encoding_is_not_written_in_place(run, folder):
    data = b"\xe9\xe8 \xfe\xff \x81\x9d .\n"  # as well this as that
    (folder / "odd.txt").write_bytes(data)
    assert "its encoding is a guess" in fails(run, "fix", "-i", "odd.txt")
    assert (folder / "odd.txt").read_bytes() == data
    assert run("fix", "-i", "odd.txt", "--charset", "windows-1251")[0] == 0


def test_a_detected_encoding_is_written_in_place_and_flagged(run, folder):
    (folder / "ru.txt").write_bytes("Мэр города сообщил , что порт открыт.\n".encode("cp1251"))
    code, out, _ = run("check", "ru.txt")
    assert code == 1
    assert "flag decode.guess (0.97) the bytes declare no charset; read as windows-1251, which was detected" in out
    assert run("fix", "-i", "ru.txt")[0] == 0
    assert (folder / "ru.txt").read_text(encoding="utf-8") == "Мэр города сообщил, что порт открыт.\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_right_text_keeps_its_encoding_in_place(run, folder, encoding):
    data = "The ferry left Molde at noon.\n".encode(encoding)
    (folder / "a.txt").write_bytes(data)
    assert run("fix", "-i", "a.txt")[0] == 0
    assert (folder / "a.txt").read_bytes() == data
