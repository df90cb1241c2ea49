"""The documentation: its examples run, its links lead somewhere, and its generated pages are up to date."""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

import newsnorm
from newsnorm.data import language_data

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
GENERATED = ("api.md", "cli.md", "known-failures.md", "rules.md")
_FENCE = re.compile(r"(`{3,})([^`\n]*)$")
#: Runs newsnorm and python in this interpreter, whether or not their scripts are on the path.
_SHELL = """newsnorm() { "$NEWSNORM_PYTHON" -c 'import sys; sys.argv[0] = "newsnorm"; from newsnorm.cli import main; sys.exit(main())' "$@"; }
python() { "$NEWSNORM_PYTHON" "$@"; }
"""


@dataclass
class Block:
    """A fenced block: language and file name of its first line, its text, and the line of the page where the text begins."""

    language: str
    file: str | None
    text: str
    line: int
    follows: bool  # nothing but blank lines between it and the block before


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page."""
    found: list[Block] = []
    lines = page.split("\n")
    fence, gap, begin = "", False, 0
    language, file = "", None
    for number, line in enumerate(lines):
        opened = _FENCE.fullmatch(line)
        if not fence and opened:
            info = opened[2].split()
            language = info[0] if info else ""
            file = next((word.removeprefix("file=") for word in info[1:] if word.startswith("file=")), None)
            fence, begin = opened[1], number + 1
        elif fence and line == fence:
            found.append(Block(language, file, "".join(text + "\n" for text in lines[begin:number]), begin + 1, not gap))
            fence, gap = "", False
        elif not fence and line.strip():
            gap = True
    assert not fence, f"the block that begins in line {begin} does not end"
    return found


def prose(page: str) -> str:
    """The page without its fenced blocks."""
    kept, fence = [], ""
    for line in page.split("\n"):
        opened = _FENCE.fullmatch(line)
        if not fence and opened:
            fence = opened[1]
        elif fence:
            fence = "" if line == fence else fence
        else:
            kept.append(line)
    return "\n".join(kept)


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as rendered Markdown names them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"(?m)^#+ (.+)$", prose(page))}


def make_docs() -> Any:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module("make_docs")
    finally:
        sys.path.remove(str(ROOT / "tools"))


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", [p for p in PAGES if p.name not in GENERATED], ids=name)
def test_examples(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": "__docs__"}
    printed: str | None = None
    for block in blocks(page.read_text(encoding="utf-8")):
        where = f"{name(page)}:{block.line}"
        if block.file is not None:
            target = tmp_path / block.file
            assert target.resolve().is_relative_to(tmp_path.resolve()), where
            target.write_text(block.text, encoding="utf-8")
        elif block.language == "text" and block.follows and printed is not None:
            assert printed == block.text, where
        elif block.language == "console":
            run_console(block, tmp_path, where)
        printed = run_python(block, namespace, where) if block.language == "python" and block.file is None else None


def run_python(block: Block, namespace: dict[str, Any], where: str) -> str | None:
    """What the block prints; None for a session, whose output is compared here."""
    if ">>>" in block.text:
        session = doctest.DocTestParser().get_doctest(block.text, namespace, where, where, block.line - 1)
        session.globs = namespace  # the parser copies it, and later blocks need what this one defines
        report = io.StringIO()
        failed, _ = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(session, out=report.write, clear_globs=False)
        assert not failed, f"{where}\n{report.getvalue()}"
        return None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile("\n" * (block.line - 1) + block.text, where, "exec"), namespace)
    return printed.getvalue()


def run_console(block: Block, folder: Path, where: str) -> None:
    """Runs each line that begins with `$` and compares what it prints, and its exit code."""
    if shutil.which("sh") is None:
        pytest.skip("the examples of the command line need sh")
    code, shown = 0, []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            environment = {**os.environ, "NEWSNORM_PYTHON": sys.executable, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1", "NO_COLOR": "1"}
            command = ["sh", "-c", f"{_SHELL}(exit {code})\n{line[2:]}"]
            done = subprocess.run(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False
            )
            code = done.returncode
            shown += [line, *done.stdout.decode("utf-8").splitlines(), *([f"[exit {code}]"] if code else [])]
    assert "\n".join(shown) == block.text.rstrip("\n"), where


def test_examples_are_found() -> None:
    languages = [block.language for page in PAGES for block in blocks(page.read_text(encoding="utf-8"))]
    assert {"python", "text", "toml", "console"} <= set(languages)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{name(page)}: {target} does not exist"
        assert file.is_relative_to(ROOT), f"{name(page)}: {target} leaves the project"
        if anchor:
            assert anchor in anchors(file.read_text(encoding="utf-8")), f"{name(page)}: {target} names no heading"


def test_index_names_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {page.relative_to(ROOT / "docs").as_posix() for page in PAGES if page.is_relative_to(ROOT / "docs")} - {"README.md"}
    assert set(re.findall(r"\]\(([^)#]+)\)", index)) == pages


def test_generated_pages_are_up_to_date() -> None:
    tool = make_docs()
    assert tool.out_of_date() == [], "run python tools/make_docs.py"
    assert tool.main(["--check"]) == 0


def test_generated_pages_are_complete() -> None:
    pages = make_docs().pages()
    assert sorted(pages) == list(GENERATED)
    assert all(f"\n### {public}\n" in pages["api.md"] for public in newsnorm.__all__)
    assert all(f"\n### {rule.id}\n" in pages["rules.md"] for rule in newsnorm.RULES)


def test_check_sees_a_page_that_is_out_of_date(tmp_path: Path) -> None:
    tool = make_docs()
    for file, text in tool.pages().items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    assert tool.out_of_date(tmp_path) == []
    (tmp_path / "rules.md").write_text("old", encoding="utf-8")
    (tmp_path / "api.md").unlink()
    assert tool.out_of_date(tmp_path) == ["api.md", "rules.md"]


def test_aligned_fields_of_a_docstring_become_a_list() -> None:
    doc = """What it is.

    Fields are
      ``one``             the first,
                          and more of it
      two, three          both
      four(a, b), five.x  a call and an attribute

    Two words stay  as they are."""
    assert make_docs().markdown(doc) == (
        "What it is.\n\nFields are\n\n- `one`: the first, and more of it\n- `two`, `three`: both\n"
        "- `four(a, b)`, `five.x`: a call and an attribute\n\nTwo words stay  as they are."
    )


def test_changelog_names_every_rule() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{newsnorm.__version__}]" in changelog
    assert [rule.id for rule in newsnorm.RULES if f"`{rule.id}`" not in changelog] == []


def test_table_of_the_readme() -> None:
    rows = re.findall(r"(?m)^\| [a-z ]+ \| `(.+?)` \| `(.+?)` \|$", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(rows) >= 8
    assert [(before, newsnorm.normalize(before, language="en").text) for before, _ in rows] == rows


def test_settings_are_documented() -> None:
    page = (ROOT / "docs" / "reference" / "config.md").read_text(encoding="utf-8")
    assert [field.name for field in fields(newsnorm.Config) if f"| `{field.name}` |" not in page] == []


def test_tables_of_a_language_are_documented() -> None:
    page = (ROOT / "docs" / "how-to" / "add-a-language.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| `([a-z]+(?:\.[a-z-]+)?)` \| (.+) \|$", page)
    tables = language_data("en")
    assert [rule for rule, _ in rows] == list(tables)
    for rule, row in rows:
        assert [key for key in tables[rule] if f"`{key}`" not in row] == [], rule


def test_fields_of_a_record_are_documented() -> None:
    page = (ROOT / "docs" / "reference" / "record.md").read_text(encoding="utf-8")
    record = newsnorm.normalize("It rained &amp; froze.").to_dict()
    assert all(f"| `{field}` |" in page for field in record)
    assert all(f"`{field}`" in page for field in record["changes"][0])


def test_files_of_the_architecture_are_there() -> None:
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"[a-z_/]+\.py\b", page))
    assert "decoding/__init__.py" in named
    assert [file for file in sorted(named) if not (Path(newsnorm.__file__).parent / file).is_file()] == []
