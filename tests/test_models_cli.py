"""`newsnorm models`: what each command says, and that errors are one line."""

import json
import subprocess
import sys
from hashlib import sha256

import pytest

import packages
from newsnorm.cli import main

SHA = sha256(packages.PHRASEBOOK.read_bytes()).hexdigest()
FILE = str(packages.PHRASEBOOK)


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """An empty folder for models."""
    monkeypatch.setenv("NEWSNORM_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    return tmp_path / "models"


@pytest.fixture
def run(capfdbinary):
    """Runs `newsnorm models`; gives exit code, standard output and standard error."""

    def run(*argv):
        code = main(["models", *argv])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def test_from_installing_to_removing(run, store):
    code, out, err = run("install", FILE, "--sha256", SHA)
    assert (code, err) == (0, "")
    assert out.startswith("installed: Spanish to English (es-en), version 0.1, licence Apache-2.0\n")
    assert f"sha256    {SHA}" in out
    assert "⟦0⟧      100.0%" in out
    code, out, err = run("list")
    assert (code, err) == (0, "")
    assert out.split()[:3] == ["es-en", "0.1", "newsnorm"]
    assert run("info", "es", "en")[1].startswith("model: Spanish to English (es-en)")
    assert run("verify", "es", "en") == (0, "es-en: 6 files are as they were installed\n", "")
    code, out, err = run("probe", "es", "en")
    assert (code, err) == (0, "")
    assert "placeholders kept:" in out
    assert run("remove", "es", "en") == (0, f"removed {store / 'es-en'}\n", "")
    assert run("list") == (0, f"no models in {store} or {store.parent / 'argos'}; install one: `newsnorm models install FILE.argosmodel`\n", "")


def test_lists_as_json(run):
    assert json.loads(run("list", "--format", "json")[1]) == []
    run("install", FILE)
    (row,) = json.loads(run("list", "--format", "json")[1])
    assert (row["source"], row["target"], row["licence"], row["kept_by"], row["sha256"]) == ("es", "en", "Apache-2.0", "newsnorm", SHA)
    assert json.loads(run("info", "es", "en", "--format", "json")[1]) == [row]


def test_a_model_of_argostranslate(run, tmp_path):
    packages.unpacked(tmp_path / "argos" / "es_en")
    assert "argostranslate" in run("list")[1]
    assert "none: argostranslate installed it" in run("info", "es", "en")[1]
    assert json.loads(run("info", "es", "en", "--format", "json")[1])[0]["sha256"] is None
    assert run("probe", "es", "en")[0] == 0
    code, out, err = run("verify", "es", "en")
    assert (code, out) == (2, "")
    assert "cannot be verified" in err


def test_a_damaged_folder_is_named(run, store):
    run("install", FILE)
    (store / "xx-yy").mkdir()
    code, out, err = run("list")
    assert code == 2
    assert out.startswith("es-en")
    assert err.startswith("newsnorm: left out, ")


def test_an_index(run, tmp_path):
    (tmp_path / "es-en.argosmodel").write_bytes(packages.PHRASEBOOK.read_bytes())
    (tmp_path / "index.json").write_bytes(b"[" + packages.metadata(links=["es-en.argosmodel"]) + b"]")
    code, out, _ = run("install", "es", "en", "--index", str(tmp_path / "index.json"))
    assert code == 0
    assert out.startswith("installed: Spanish to English")


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (("install", "none.argosmodel"), "cannot read none.argosmodel"),
        (("install", FILE, "--sha256", "00"), "not the one given"),
        (("install", "es", "en"), "give one .argosmodel file, or two languages with --index"),
        (("install", FILE, "--index", "index.json"), "--index needs two languages"),
        (("install", "es", "en", "--index", "none.json"), "cannot read the index none.json"),
        (("info", "es", "en"), "no model translates es to en (none is installed); install one"),
        (("verify", "es", "en"), "no model translates"),
        (("probe", "es", "en"), "no model translates"),
        (("remove", "es", "en"), "no model translates"),
        (("remove", "..", "x/../.."), "no model translates"),
        ((), "the following arguments are required: COMMAND"),
        (("info", "es"), "the following arguments are required: TO"),
    ],
)
def test_errors_are_one_line(argv, why, run, store):
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert why in err
    assert err.startswith("newsnorm: ")
    assert err.count("\n") == 1
    assert not store.exists()


def test_help_of_models_imports_no_library():
    code = "import sys; from newsnorm.cli import main; main(['models', '--help']); print([m for m in ('ctranslate2', 'json', 'zipfile') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")
    assert "install" in done.stdout
