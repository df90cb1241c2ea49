"""`newsnorm retranslate` and `newsnorm fix --translate-to`: formats, errors, and runs that are interrupted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engines import Upside
from newsnorm import Document
from newsnorm.cli import main

TEXT = "El barco zarpó el lunes.\n\nKim Jong-un no vino.\n"
TURNED = "lE ocrab ópraz le senul.\n\nKim Jong-un on oniv.\n"


@pytest.fixture(autouse=True)
def engine(tmp_path, monkeypatch):
    """The engine that the commands get, whatever they ask for; what they asked for is in ``given``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSNORM_CACHE", "off")
    made = Upside()

    def instead(name, **given):
        made.given = {"name": name, **given}
        return made

    monkeypatch.setattr("newsnorm.translate.retranslate.engine", instead)
    return made


@pytest.fixture
def run(capfdbinary):
    def run(*argv):
        code = main([*argv])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def put(name, content):
    with open(name, "w", encoding="utf-8") as file:
        file.write(content)
    return name


def read(name):
    return Path(name).read_text(encoding="utf-8")


def lines(*rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


ROWS = [{"id": n, "title": f"Barco {n}", "text": f"El barco {n} zarpó."} for n in range(1, 5)]


def test_text(run):
    assert run("retranslate", put("a.txt", TEXT), "--from", "es") == (0, TURNED, "")
    assert run("retranslate", "a.txt", "--from", "es", "-o", "b.txt") == (0, "", "")
    assert read("b.txt") == TURNED


def test_records(run):
    code, out, err = run("retranslate", put("a.jsonl", lines(*ROWS)), "--from", "es")
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, err, [r["title"] for r in records]) == (0, "", ["ocraB 1", "ocraB 2", "ocraB 3", "ocraB 4"])
    assert (records[0]["id"], records[0]["text"], records[0]["language"]) == (1, "lE ocrab 1 ópraz.", "en")
    doc = Document.from_dict(records[0])
    assert (doc.revert(), len(doc.sentences)) == ("Barco 1\n\nEl barco 1 zarpó.", 2)
    code, out, _ = run("retranslate", put("a.json", json.dumps(ROWS[0])), "--from", "es")
    assert json.loads(out)["text"] == "lE ocrab 1 ópraz."


def test_a_record_knows_its_language(run, engine):
    assert run("retranslate", put("a.jsonl", lines({"text": "Hola a todos.", "language": "es"})))[0] == 0
    assert engine.given["source"] == "es"


def test_settings_reach_the_engine(run, engine):
    run(
        "retranslate",
        put("a.txt", TEXT),
        "--from",
        "es",
        "--to",
        "en",
        "--translator",
        "ct2",
        "--threads",
        "2",
        "--beam-size",
        "1",
        "--compute-type",
        "float32",
    )
    assert engine.given == {"name": "ct2", "model": None, "source": "es", "target": "en", "threads": 2, "beam_size": 1, "compute_type": "float32"}


def test_what_cannot_be_translated_is_reported_and_left_out(run):
    code, out, err = run("retranslate", put("a.jsonl", lines({**ROWS[0], "language": "es"}, {"id": 9}, {"text": "Kim"}, {**ROWS[1], "language": "es"})))
    assert (code, len(out.splitlines())) == (2, 2)
    assert 'a.jsonl:2: the record has no "text"' in err
    assert "a.jsonl:3: the text does not show its language" in err


def test_fix_translates(run, engine):
    code, out, _ = run("fix", put("a.txt", "El barco zarp&oacute; el lunes .\n"), "--translate-to", "en", "--language", "es", "--threads", "3")
    assert (code, out) == (0, "lE ocrab ópraz le senul.\n")
    assert engine.given["threads"] == 3


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("retranslate", "a.txt", "--resume"), "--resume is for JSONL with -o FILE"),
        (("retranslate", "a.jsonl", "--resume"), "--resume is for JSONL with -o FILE"),
        (("retranslate", "a.txt", "--from", "spanish!"), "BCP 47"),
        (("retranslate", "a.txt", "--translator", "google"), "invalid choice"),
        (("retranslate", "none.txt", "--from", "es"), "there is no such file"),
        (("fix", "a.txt", "--translate-to", "e"), "--translate-to takes a BCP 47 code"),
        (("fix", "a.txt", "--translate-to", "en", "--threads", "0"), "threads takes a whole number"),
        (("retranslate", "a.jsonl", "--from", "es", "-o", "no/such/folder/b.jsonl"), "cannot write no/such/folder/b.jsonl"),
    ],
)
def test_errors(run, argv, says):
    put("a.txt", TEXT)
    put("a.jsonl", lines(*ROWS))
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


# --- interrupted runs

ASK = ("retranslate", "a.jsonl", "--from", "es", "-o", "b.jsonl")


def interrupt(monkeypatch, engine, after):
    """Ctrl-C when the engine is asked for the sentences of the record after ``after``."""
    whole = engine.translate_batch

    def stopped(sentences, source, target, n_best=1):
        if any(str(after + 1) in s for s in sentences):
            raise KeyboardInterrupt
        return whole(sentences, source, target, n_best)

    monkeypatch.setattr(engine, "translate_batch", stopped)


def test_a_run_is_resumed(run, engine, monkeypatch, tmp_path):
    put("a.jsonl", lines(*ROWS))
    assert run(*ASK)[0] == 0
    whole = read("b.jsonl")
    (tmp_path / "b.jsonl").unlink()
    with monkeypatch.context() as patched:
        interrupt(patched, engine, 2)
        assert run(*ASK)[0] == 130
    assert not (tmp_path / "b.jsonl").exists()
    with open("b.jsonl.part", "ab") as part:
        part.write(b'2\t{"id": 3, "te')  # cut in the middle of a line
    engine.calls.clear()
    assert run(*ASK, "--resume") == (0, "", "")
    assert read("b.jsonl") == whole
    assert not any("1 zarp" in s for call in engine.calls for s in call)
    assert not (tmp_path / "b.jsonl.part").exists()


def test_without_resume_it_begins_again(run, engine, monkeypatch):
    put("a.jsonl", lines(*ROWS))
    with monkeypatch.context() as patched:
        interrupt(patched, engine, 2)
        run(*ASK)
    assert run(*ASK)[0] == 0
    assert len(read("b.jsonl").splitlines()) == 4


def test_a_part_of_another_run_is_not_mixed_in(run, engine, monkeypatch, tmp_path):
    put("a.jsonl", lines(*ROWS))
    with monkeypatch.context() as patched:
        interrupt(patched, engine, 2)
        run(*ASK)
    code, _, err = run("retranslate", "a.jsonl", "--from", "ca", "-o", "b.jsonl", "--resume")
    assert (code, "is of another run" in err) == (2, True)
    (tmp_path / "b.jsonl.part").write_bytes(b"\xff\n")
    assert "is of another run" in run(*ASK, "--resume")[2]
    assert not (tmp_path / "b.jsonl").exists()


def test_resume_with_nothing_to_resume(run):
    put("a.jsonl", lines(*ROWS))
    assert run(*ASK, "--resume") == (0, "", "")
    assert len(read("b.jsonl").splitlines()) == 4


def test_a_full_disk_keeps_what_is_there(run, monkeypatch, tmp_path):
    from newsnorm.commands.journal import Journal

    put("a.jsonl", lines(*ROWS))
    write = Journal._write

    def full(self, line):
        if line.startswith(b"2\t"):
            raise OSError(28, "No space left on device")
        write(self, line)

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "_write", full)
        code, _, err = run(*ASK)
    assert (code, "No space left on device; what is there stays" in err) == (2, True)
    assert (tmp_path / "b.jsonl.part").read_bytes().count(b"\n") == 3
    assert run(*ASK, "--resume")[0] == 0
    assert len(read("b.jsonl").splitlines()) == 4


def test_a_lost_cache_is_said_once(run, monkeypatch, tmp_path, engine):
    engine.identity = lambda source, target: "v1"
    monkeypatch.setenv("NEWSNORM_CACHE", put(str(tmp_path / "file"), ""))
    code, _, err = run("retranslate", put("a.jsonl", lines(*ROWS)), "--from", "es")
    assert (code, err.count("goes on without it")) == (0, 1)


@pytest.mark.parametrize("missing", [None, "ctranslate2", "sentencepiece"])
def test_what_to_install_first(monkeypatch, missing):
    from newsnorm import ModelNotInstalledError
    from newsnorm.translate import engines

    monkeypatch.setattr(engines, "find_spec", lambda name: None if name == missing else name)
    with pytest.raises(ModelNotInstalledError) as error:
        engines.engine(None, source="xx", target="yy")
    first = "" if missing is None else "pip install 'newsnorm[translate]', then "
    install = "newsnorm models install xx yy --index FILE_OR_URL"
    assert str(error.value).endswith(f"install a model: {first}{install}")


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_language_that_is_no_code(run, option):
    put("a.txt", TEXT)
    assert run("retranslate", "a.txt", option, "english") == (2, "", f'newsnorm: {option} takes a BCP 47 code such as "en" or "pt-BR"; it is \'english\'\n')


def test_every_id_of_a_translation_is_explained(run):
    from newsnorm.translate import article, retranslate

    for name in (retranslate.RULE, retranslate.KEPT, retranslate.DOUBTFUL, retranslate.CACHE, article.UNKNOWN_LANGUAGE):
        code, out, _ = run("explain", name)
        assert (code, out.split("\n")[0]) == (0, name)
        assert name in run("explain", "retranslate")[1]


@pytest.mark.parametrize("data", [None, b"{\n" * 30, b'{"tekst": "Hola."}\n'])
def test_an_input_without_records_does_not_empty_the_output(run, tmp_path, data):
    put("b.jsonl", "kept")
    if data is not None:
        (tmp_path / "a.jsonl").write_bytes(data)
    code, _, err = run("retranslate", "a.jsonl", "--from", "es", "-o", "b.jsonl")
    assert (code, err.count("\n")) == (2, 1)
    assert (tmp_path / "b.jsonl").read_text() == "kept"
    assert not (tmp_path / "b.jsonl.part").exists()
