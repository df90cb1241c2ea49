"""Installing, finding, checking and removing models."""

import json
import os
import subprocess
import sys
import threading
from hashlib import sha256

import pytest

import packages
from newsnorm.errors import ModelError, ModelNotInstalledError
from newsnorm.translate import models
from newsnorm.translate.ct2 import Ct2
from newsnorm.translate.models.lock import NAME

SHA = sha256(packages.PHRASEBOOK.read_bytes()).hexdigest()


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """An empty folder for models, and an empty one of argostranslate's."""
    monkeypatch.setenv("NEWSNORM_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    return tmp_path / "models"


def test_install_writes_a_lock_file_with_all_that_is_known(store):
    package = models.install(packages.PHRASEBOOK, sha256=SHA.upper())
    assert package.path == store / "es-en"
    assert package.pair == ("es", "en")
    lock = json.loads((package.path / NAME).read_text(encoding="utf-8"))
    assert lock["sha256"] == SHA
    assert lock["licence"] == "Apache-2.0"
    assert lock["origin"] == str(packages.PHRASEBOOK)
    assert lock["files"] == {name: sha256(data).hexdigest() for name, data in packages.contents().items()}
    assert lock["probe"]["⟦{}⟧"] == 1.0
    assert lock["probe"]["XQ{}QX"] == 0.0
    assert -0.3 < lock["typical"] < 0
    assert lock["probed_with"].startswith("ctranslate2 ")
    assert models.verify(package) == len(lock["files"])
    assert models.installed() == ([package], [])
    assert models.find("es", "en") == package
    assert [p.name for p in store.iterdir()] == ["es-en"]


def test_a_file_a_folder_and_an_installed_package_have_one_checksum(tmp_path):
    installed = models.install(packages.PHRASEBOOK)
    folder = models.open_package(packages.unpacked(tmp_path / "folder"))
    assert installed.checksum() == folder.checksum() == models.open_package(packages.PHRASEBOOK).checksum()
    other = models.open_package(packages.package(tmp_path / "o", {"README.md": b"other"}))
    assert other.checksum() == installed.checksum(), "a README changes no translation"
    other = models.open_package(packages.package(tmp_path / "p", {"metadata.json": packages.metadata(target_prefix="__en__")}))
    assert other.checksum() != installed.checksum()


def test_a_licence_that_is_not_stated_is_unknown(tmp_path):
    for name in ("licence", "license"):
        changes = {"licence": None, "license": None} | {name: "CC-BY-4.0"}
        assert models.open_package(packages.package(tmp_path / name, {"metadata.json": packages.metadata(**changes)})).metadata.licence == "CC-BY-4.0"
    changed = packages.package(tmp_path / "a", {"metadata.json": packages.metadata(licence=None)})
    assert models.install(changed).metadata.licence == "unknown"


def test_the_wrong_sha256_installs_nothing(store):
    with pytest.raises(ModelError, match=f"its sha256 is {SHA}, not the one given"):
        models.install(packages.PHRASEBOOK, sha256="0" * 64)
    assert not store.exists()


def test_a_reinstalled_model_replaces_the_old_one(tmp_path, store):
    models.install(packages.PHRASEBOOK)
    newer = packages.package(tmp_path / "new.argosmodel", {"metadata.json": packages.metadata(package_version="0.2")})
    assert models.install(newer).metadata.version == "0.2"
    assert [p.metadata.version for p in models.installed()[0]] == ["0.2"]
    assert [p.name for p in store.iterdir()] == ["es-en"]


def test_a_model_that_does_not_load_is_not_installed(tmp_path, store):
    models.install(packages.PHRASEBOOK)
    weights = packages.contents()["model/model.bin"]
    pieces = packages.contents()["sentencepiece.model"]
    for changes in ({"model/model.bin": weights[:-4000]}, {"sentencepiece.model": pieces[:500]}, {"model/config.json": b"{"}, {"model/model.bin": b"x"}):
        with pytest.raises(ModelError) as caught:
            models.install(packages.package(tmp_path / "bad.argosmodel", changes))
        assert "\n" not in str(caught.value)
        assert [p.name for p in store.iterdir()] == ["es-en"], "the good one is still there, and nothing else"
    assert models.verify(models.find("es", "en"))


def test_a_full_disk_changes_nothing(tmp_path, store):
    """A limit on the size of files stands for a disk without room."""
    code = """
import resource, signal, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
from newsnorm.errors import ModelError
from newsnorm.translate import models
try:
    models.install(sys.argv[1])
except ModelError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code, str(packages.PHRASEBOOK)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("cannot install ")
    assert "nothing was changed, make room" in done.stdout
    assert list(store.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda p: (p / "model" / "model.bin").write_bytes(b"\x07" + (p / "model" / "model.bin").read_bytes()[1:]), "was changed"),
        (lambda p: (p / "sentencepiece.model").write_bytes(b""), "was changed"),
        (lambda p: (p / "model" / "config.json").unlink(), "is missing"),
        (lambda p: (p / "model" / "extra.json").write_text("{}"), "was added"),
    ],
)
def test_a_changed_model_is_found_by_verify_and_by_the_engine(change, what):
    package = models.install(packages.PHRASEBOOK)
    change(package.path)
    with pytest.raises(ModelError, match=what):
        models.verify(models.find("es", "en"))
    with pytest.raises(ModelError, match=f"{what} since it was installed"):
        Ct2().translate_batch(["Hola."], "es", "en")


def test_a_damaged_lock_file_is_an_error_and_the_folder_is_left_out(store):
    package = models.install(packages.PHRASEBOOK)
    for text in ("{", "[]", '{"lock": 2}', '{"lock": 1}', json.dumps(json.loads((package.path / NAME).read_text()) | {"probe": {"x": "y"}})):
        (package.path / NAME).write_text(text)
        found, damaged = models.installed()
        assert found == []
        assert [d.path for d in damaged] == [store / "es-en"]
        assert "install the package again" in damaged[0].why


def test_bad_folders_are_named_and_do_not_disturb(store, tmp_path):
    models.install(packages.PHRASEBOOK)
    (store / "broken").mkdir()
    (store / ".hidden").mkdir()
    (tmp_path / "argos" / "settings").mkdir(parents=True)
    (tmp_path / "argos" / "bad" / "model").mkdir(parents=True)
    found, damaged = models.installed()
    assert [p.pair for p in found] == [("es", "en")]
    assert [d.path.name for d in damaged] == ["broken", "bad"]


def test_packages_of_argostranslate_are_read_but_never_changed(tmp_path):
    packages.unpacked(tmp_path / "argos" / "translate-es_en-0_1")
    packages.unpacked(tmp_path / "argos" / "es_en", {"metadata.json": packages.metadata(package_version="0.10")})
    package = models.find("es", "en")
    assert package.metadata.version == "0.10", "0.10 is newer than 0.9"
    assert package.lock is None
    with pytest.raises(ModelError, match="cannot be verified"):
        models.verify(package)
    with pytest.raises(ModelError, match="belongs to argostranslate"):
        models.remove("es", "en")
    assert models.update_probe(package).shapes == ("⟦{}⟧",)
    assert not (package.path / NAME).exists()
    ours = models.install(packages.PHRASEBOOK)
    assert models.find("es", "en") == ours, "ours comes first"
    assert models.remove("es", "en") == ours.path
    assert models.find("es", "en") == package


def test_a_pair_without_a_model_says_what_there_is_and_how_to_get_one():
    with pytest.raises(ModelNotInstalledError, match=r"no model translates fr to en \(none is installed\).*`newsnorm models install FILE\.argosmodel`"):
        models.find("fr", "en")
    models.install(packages.PHRASEBOOK)
    with pytest.raises(ModelNotInstalledError, match=r"no model translates fr to en \(installed: es to en\)"):
        models.find("fr", "en")
    with pytest.raises(ModelNotInstalledError):
        models.remove("fr", "en")


def test_installing_at_once_leaves_one_whole_package(store):
    failures = []

    def install():
        try:
            models.install(packages.PHRASEBOOK)
        except ModelError as error:  # the other one was faster: nothing was changed
            failures.append(error)

    threads = [threading.Thread(target=install) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(failures) < 4
    assert models.verify(models.find("es", "en"))
    assert [p.name for p in store.iterdir()] == ["es-en"]


def test_the_folders_follow_the_environment(monkeypatch, tmp_path):
    monkeypatch.delenv("NEWSNORM_MODELS")
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert models.search_path() == (tmp_path / "newsnorm" / "models", tmp_path / "argos-translate" / "packages")
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert models.models_folder() == tmp_path / ".local" / "share" / "newsnorm" / "models"
    assert models.installed() == ([], [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_an_error(store):
    store.mkdir()
    store.chmod(0o500)
    with pytest.raises(ModelError, match="Permission denied"):
        models.install(packages.PHRASEBOOK)
