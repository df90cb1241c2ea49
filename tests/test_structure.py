"""The shape of the tree: nothing forgotten, nothing hidden, nothing heavy at import."""

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from statistics import median

import pytest

import newsnorm
from newsnorm import RULES
from newsnorm.rule import STAGES

SOURCE = Path(newsnorm.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
RULE_FILES = sorted(p for p in (SOURCE / "rules").rglob("*.py") if p.name != "__init__.py")
HEAVY = {"chardet", "ftfy", "regex", "langdetect", "trafilatura", "ctranslate2", "argostranslate", "sentencepiece", "sentencex", "sqlite3"}


def relative(path):
    return str(path.relative_to(SOURCE))


def module(path):
    return import_module(".".join(("newsnorm", *path.relative_to(SOURCE).with_suffix("").parts)))


def test_every_rule_file_is_in_the_list_once():
    listed = [r.id for r in RULES]
    assert sorted(listed) == sorted(f"{p.parent.name}.{p.stem.replace('_', '-')}" for p in RULE_FILES)
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("path", RULE_FILES, ids=relative)
def test_a_rule_file_holds_its_rule(path):
    rule = module(path).RULE
    assert rule.id == f"{path.parent.name}.{path.stem.replace('_', '-')}"
    assert rule in RULES


@pytest.mark.parametrize("path", RULE_FILES, ids=relative)
def test_a_rule_file_has_its_page(path):
    page = module(path).__doc__
    assert page
    assert len(page.strip().splitlines()) >= 4
    assert "Where the damage comes from" in page
    assert "Left alone on purpose" in page
    assert page.strip().splitlines()[0].endswith((".", "`", ":", "?", "!")), "the first line is a sentence"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_examples(rule):
    clean = [e for e in rule.examples if e.is_clean]
    repairs = [e for e in rule.examples if not e.is_clean]
    assert repairs
    assert len(clean) >= 2
    assert len(clean) >= len(repairs)
    assert len({e.before for e in rule.examples}) == len(rule.examples)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_complete(rule):
    assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", rule.id)
    assert rule.stage in STAGES
    assert 0 < rule.confidence <= 1
    assert rule.reason
    assert "\n" not in rule.reason


def test_rules_are_sorted_by_stage():
    stages = [STAGES.index(r.stage) for r in RULES]
    assert stages == sorted(stages)


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_no_file_is_long(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 400
    assert max(map(len, lines), default=0) <= 160


def test_most_files_are_short():
    assert median(len(p.read_text(encoding="utf-8").splitlines()) for p in FILES) <= 80


@pytest.mark.parametrize("path", sorted((SOURCE / "data").glob("*.toml")), ids=relative)
def test_data_belongs_to_rules(path):
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert table
    if re.fullmatch(r"[a-z]{2,3}", path.stem):
        assert set(table) <= {r.id for r in RULES} | {"names"}, "tables are named by a rule; names is what all rules of that stage share"
    assert path.read_text(encoding="utf-8").startswith("#"), "its source and licence"


@pytest.mark.parametrize("path", sorted(p for p in (SOURCE / "data").glob("*.toml") if re.fullmatch(r"[a-z]{2,3}", p.stem)), ids=relative)
def test_a_language_has_all_keys_of_the_english_tables(path):
    english = tomllib.loads((SOURCE / "data" / "en.toml").read_text(encoding="utf-8"))
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert {rule: set(keys) for rule, keys in table.items()} == {rule: set(english.get(rule, ())) for rule in table}


def test_rules_from_data_have_data_in_english():
    english = tomllib.loads((SOURCE / "data" / "en.toml").read_text(encoding="utf-8"))
    assert {r.id for r in RULES if r.from_data} <= set(english)


def heavy_imports(tree):
    """Names of heavy packages imported when the module is, outside TYPE_CHECKING."""
    for node in tree.body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        for inner in [node] if isinstance(node, (ast.Import, ast.ImportFrom)) else ast.walk(node) if isinstance(node, (ast.If, ast.Try, ast.With)) else ():
            if isinstance(inner, ast.Import):
                yield from (a.name.partition(".")[0] for a in inner.names)
            elif isinstance(inner, ast.ImportFrom) and not inner.level:
                yield str(inner.module).partition(".")[0]


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_no_heavy_import_at_the_top(path):
    assert not HEAVY & set(heavy_imports(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "code", ["import newsnorm", "import newsnorm; newsnorm.Config(select=('encoding',))", "import newsnorm; newsnorm.RULES; newsnorm.Normalizer()"]
)
def test_importing_is_cheap(code):
    out = subprocess.run([sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & set(out.split())


def undocumented(path):
    """Public functions and classes of a file, and their public methods, that have no docstring."""

    def walk(body, prefix):
        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
                if not ast.get_docstring(node) and not (node.name == "find" and "rules" in path.parts):
                    yield prefix + node.name
                if isinstance(node, ast.ClassDef):
                    yield from walk(node.body, f"{prefix}{node.name}.")

    return list(walk(ast.parse(path.read_text(encoding="utf-8")).body, ""))


@pytest.mark.parametrize("path", [p for p in FILES if p.name not in ("cli.py", "report.py")], ids=relative)
def test_everything_public_is_documented(path):
    assert undocumented(path) == []
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "the module"


def test_parameters_are_typed():
    for name in newsnorm.__all__:
        value = getattr(newsnorm, name)
        if inspect.isfunction(value):
            assert all(p.annotation is not p.empty for p in inspect.signature(value).parameters.values()), name
    assert (SOURCE / "py.typed").is_file()
