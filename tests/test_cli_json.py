"""JSON on the command line: it is told from text, nothing in it is lost, and a file of another shape is said to be one."""

import io
import json
import os
import sys

import pytest

from newsnorm.cli import main
from newsnorm.commands.json_text import dumped, json_format, parsed
from newsnorm.errors import InputError

LINE = b'{"id": 1, "text": "The mayor spoke &quot;at length&quot; ."}\n'
READERS = [["fix"], ["check"], ["detect"], ["retranslate"], ["names", "learn"]]


@pytest.fixture
def run(capfdbinary, tmp_path, monkeypatch):
    """Runs the command line; gives exit code, standard output and standard error. Bytes are standard input."""
    monkeypatch.chdir(tmp_path)

    def run(*argv, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([*argv])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


# --- records that nobody said were records


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_piped_records_are_not_taken_for_text(run, command):
    assert run(*command, stdin=LINE * 2) == (
        2,
        "",
        "newsnorm: <stdin>: this looks like JSON Lines; give --input-format jsonl, or --input-format text to take it as text\n",
    )


@pytest.mark.parametrize("name", ["crawl", "crawl.txt", "crawl.dump"])
def test_records_in_a_file_of_another_name(run, tmp_path, name):
    (tmp_path / name).write_bytes(LINE)
    for argv in (["fix", name], ["fix", "-i", name], ["check", name]):
        code, out, err = run(*argv)
        assert (code, out) == (2, "")
        assert f"{name}: this looks like JSON Lines; give --input-format jsonl" in err
    assert (tmp_path / name).read_bytes() == LINE
    assert json.loads(run("fix", name, "--input-format", "jsonl")[1])["text"] == 'The mayor spoke "at length".'
    assert run("fix", name, "--input-format", "text")[0] == 0


def test_piped_records_with_their_format(run):
    code, out, err = run("fix", "--input-format", "jsonl", stdin=LINE)
    assert (code, err) == (0, "")
    assert json.loads(out)["text"] == 'The mayor spoke "at length".'


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (LINE, "jsonl"),
        (b"\xef\xbb\xbf\n \r\n" + LINE, "jsonl"),
        (LINE + b"{broken\n", "jsonl"),
        (LINE.decode().encode("utf-16"), "jsonl"),
        (LINE.decode().encode("utf-16-le"), "jsonl"),
        (b'{"text": "a", "text": "b"}', "jsonl"),
        (json.dumps({"text": "It rained."}, indent=2).encode(), "json"),
        (b'[{"text": "It rained."}]', "json"),
        (b'{\n "a": 1\n}', None),
        (b"{}\nIt rained.", None),
        (b"[ad_1]\n\nIt rained.", None),
        (b"[1]\nIt rained.", None),
        (b"[" * 100_000, None),
        (b"{It rained.}", None),
        (b"It rained.\n" + LINE, None),
        (b"\0" * 9000, None),
        (b"", None),
    ],
)
def test_what_looks_like_records(data, format):
    assert json_format(data) == format


# --- nothing in a record is lost

NUMBERS = "0.1234567890123456789", "1e400", "-1E-400", "1.50", "1e5", "-0", "-0.0", "7", "0.98", "NaN", "123456789012345678901234567890"


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_stay_as_they_are_written(run, tmp_path, number):
    record = f'{{"text": "It rained .", "n": [{number}, {{"m": {number}}}]}}'
    (tmp_path / "a.jsonl").write_text(record)
    (tmp_path / "a.json").write_text(f'[{record}, {{"n": {number}}}]')
    assert f'"n": [{number}, {{"m": {number}}}]' in run("fix", "a.jsonl")[1]
    run("fix", "-i", "a.json")
    assert (tmp_path / "a.json").read_text().count(f": {number}\n") == 2


def test_what_is_no_json_value_is_still_an_error():
    with pytest.raises(TypeError):
        dumped({"a": object()})


def test_a_number_is_not_a_text(run, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": 1.50}\n')
    assert '"text" is a number' in run("fix", "a.jsonl")[2]


@pytest.mark.parametrize("inner", ['"id": 1, "id": 2', '"meta": {"id": 1, "id": 1}'])
def test_a_doubled_key_makes_a_bad_record(run, tmp_path, inner):
    (tmp_path / "a.jsonl").write_text(f'{{"text": "It snowed ."}}\n{{{inner}, "text": "It rained ."}}\n{{"text": "It froze ."}}\n')
    code, out, err = run("fix", "a.jsonl")
    assert (code, err) == (2, 'newsnorm: a.jsonl:2: the key "id" stands twice in one object; take one out, or rename it\n')
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["It snowed.", "It froze."]
    with pytest.raises(InputError, match="twice"):
        parsed(f"{{{inner}}}".encode())


# --- files of another shape

PRETTY = json.dumps({"text": "It rained .", "id": 1}, indent=2).encode()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.json", LINE * 2, "a.json: invalid JSON (Extra data at line 2, column 1); if each line is a record, give --input-format jsonl"),
        ("a.jsonl", PRETTY, "none of the first 4 lines is a record (line 1: invalid JSON (Expecting property name"),
        ("a.jsonl", b"It rained.\n" * 9000, "none of the first 20 lines is a record (line 1: invalid JSON (Expecting value at column 1)); give --input-format"),
        ("a.jsonl", b"7\n" * 9000, "none of the first 20 lines is a record (line 1: a number where a record was expected); give"),
        ("a.jsonl", (LINE * 30).decode().encode("utf-16"), "a.jsonl: this is UTF-16, and JSON must be UTF-8; convert it"),
        ("a.jsonl", LINE.decode().encode("utf-16-be"), "a.jsonl: this is UTF-16"),
        ("a.json", PRETTY.decode().encode("utf-16"), "a.json: this is UTF-16"),
    ],
)
def test_another_shape_is_one_error(run, tmp_path, name, data, message):
    (tmp_path / name).write_bytes(data)
    for argv in (["fix", name], ["fix", "-i", name], ["check", name]):
        code, out, err = run(*argv)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert message in err
    assert (tmp_path / name).read_bytes() == data
    assert os.listdir(tmp_path) == [name]


def test_bad_lines_before_the_first_record_are_reported_one_by_one(run, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"{\n" * 19 + LINE + b"{\n" * 30)
    code, out, err = run("fix", "a.jsonl")
    assert (code, len(out.splitlines())) == (2, 1)
    assert [line.split(":")[2] for line in err.splitlines()] == [str(n) for n in (*range(1, 20), *range(21, 51))]
    run("fix", "-i", "a.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes().splitlines()[:19] == [b"{"] * 19


# --- languages of records


@pytest.mark.parametrize(
    ("field", "value", "shown"), [("language", "Spanish", "'Spanish'"), ("language", 7, "a number"), ("source_language", "Spanish", "'Spanish'")]
)
def test_a_language_that_is_no_code_is_said_once(run, tmp_path, field, value, shown):
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": "It rained .", field: value}) + "\n") * 3)
    code, out, err = run("fix", "a.jsonl")
    assert (code, len(out.splitlines())) == (0, 3)
    assert err == f'newsnorm: a.jsonl:1: "{field}" is {shown}, no BCP 47 code such as "en" or "pt-BR": it is not used (said once for all records)\n'
    option = "--" + field.replace("_", "-")
    assert run("fix", "a.jsonl", option, "es")[2] == ""


@pytest.mark.parametrize("value", [None, "", "und", "es", "pt_br"])
def test_a_language_that_says_nothing_needs_no_note(run, tmp_path, value):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "It rained .", "language": value, "source_language": value}))
    assert run("fix", "a.jsonl")[::2] == (0, "")
