"""Packages that must not be trusted: each is refused before a byte is unpacked, in one line that says what to do."""

import os
import stat
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import packages
from newsnorm import NewsnormError
from newsnorm.errors import ModelError
from newsnorm.translate import models
from newsnorm.translate.models.archive import Archive
from newsnorm.translate.models.binary import positions

TOP = packages.TOP
GOOD = [(f"{TOP}/{name}", data) for name, data in packages.contents().items()]


def entry(name, mode=0o644 | stat.S_IFREG, **fields):
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    info.create_system = 3
    for field, value in fields.items():
        setattr(info, field, value)
    return info


@pytest.fixture
def store(tmp_path, monkeypatch):
    """An empty folder for models."""
    monkeypatch.setenv("NEWSNORM_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    return tmp_path / "models"


UNSAFE = {
    "parent": ([("../evil.txt", b"x")], "leave its folder"),
    "parent inside": ([(f"{TOP}/../../evil.txt", b"x")], "leave its folder"),
    "absolute": ([("/etc/evil", b"x")], "leave its folder"),
    "drive": ([("C:/evil", b"x")], "leave its folder"),
    "dot": ([(f"{TOP}/./metadata.json", b"x")], "leave its folder"),
    "empty part": ([(f"{TOP}//metadata.json", b"x")], "leave its folder"),
    "trailing dot": ([(f"{TOP}/model./x", b"x")], "leave its folder"),
    "backslash": ([(entry("x\\..\\evil"), b"x")], "unsafe name"),
    "control character": ([(f"{TOP}/model/a\nb", b"x")], "unsafe name"),
    "long name": ([(f"{TOP}/{'a' * 300}", b"x")], "unsafe name"),
    "second folder": ([("other/metadata.json", b"{}")], "2 top folders"),
    "beside its folder": ([("metadata.json", b"{}")], "beside its folder"),
    "link": ([(entry(f"{TOP}/model/link", 0o777 | stat.S_IFLNK), b"/etc/passwd")], "link or a device"),
    "device": ([(entry(f"{TOP}/model/device", 0o666 | stat.S_IFCHR), b"")], "link or a device"),
    "case": ([(f"{TOP}/Metadata.json", b"{}")], "but for case"),
    "width": ([(f"{TOP}/ｍetadata.json", b"{}")], "but for case"),
    "bzip2": ([(entry(f"{TOP}/model/b", compress_type=zipfile.ZIP_BZIP2), b"x")], "compressed in a way"),
}


@pytest.mark.parametrize("case", UNSAFE)
def test_an_unsafe_entry_is_refused_and_nothing_is_written(case, store, tmp_path):
    added, why = UNSAFE[case]
    file = packages.zipped([*GOOD, *added], tmp_path / "bad.argosmodel")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ModelError, match=why) as caught:
        models.install(file)
    assert "\n" not in str(caught.value)
    assert "get the package again" in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before
    with pytest.raises(ModelError, match=why):
        models.open_package(file)


def test_two_entries_of_one_name_are_refused(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        file = packages.zipped([*GOOD, (f"{TOP}/metadata.json", b"{}")], tmp_path / "bad.argosmodel")
    with pytest.raises(ModelError, match="two entries"):
        models.open_package(file)


def test_an_encrypted_entry_is_refused(tmp_path):
    data = bytearray(packages.package(tmp_path / "a.argosmodel").read_bytes())
    central = data.find(b"PK\x01\x02")
    struct.pack_into("<H", data, central + 8, 1)
    (tmp_path / "bad.argosmodel").write_bytes(data)
    with pytest.raises(ModelError, match="encrypted"):
        models.open_package(tmp_path / "bad.argosmodel")


def test_a_zip_bomb_is_refused_by_its_ratio(tmp_path):
    with pytest.raises(ModelError, match="zip bomb"):
        models.open_package(packages.package(tmp_path / "bad.argosmodel", {"model/zeros": bytes(64 << 20)}))


def test_a_bomb_of_overlapping_entries_is_refused(tmp_path):
    data = bytearray(packages.zipped([("a/metadata.json", os.urandom(5000)), ("a/model/model.bin", os.urandom(5000))], tmp_path / "a").read_bytes())
    first = data.find(b"PK\x01\x02")
    second = data.find(b"PK\x01\x02", first + 4)
    struct.pack_into("<L", data, second + 20, 9000)
    (tmp_path / "bad.argosmodel").write_bytes(data)
    with pytest.raises(ModelError, match="overlap"):
        models.open_package(tmp_path / "bad.argosmodel")


def test_a_size_that_lies_is_found(tmp_path):
    data = bytearray(packages.package(tmp_path / "a").read_bytes())
    at = data.find(b"metadata.json", data.find(b"PK\x01\x02")) - len(TOP) - 1 - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<L", data, at + 24, 3)
    (tmp_path / "bad.argosmodel").write_bytes(data)
    with pytest.raises(ModelError, match=r"damaged|size"):
        models.open_package(tmp_path / "bad.argosmodel")


def test_too_many_entries_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("newsnorm.translate.models.archive.MOST", 200)
    with pytest.raises(ModelError, match="entries, more than"):
        models.open_package(packages.zipped([(f"{TOP}/{k}", b"") for k in range(201)], tmp_path / "bad.argosmodel"))


INCOMPLETE = {
    "no metadata": ({"metadata.json": None}, "no metadata.json"),
    "no pieces": ({"sentencepiece.model": None}, "no sentencepiece.model"),
    "bpe": ({"sentencepiece.model": None, "bpe.model": b"x"}, "bpe.model, which newsnorm does not read"),
    "no weights": ({"model/model.bin": None}, "no model/model.bin"),
    "no vocabulary": ({"model/shared_vocabulary.json": None}, "no vocabulary"),
    "metadata is a list": ({"metadata.json": b"[]"}, "not an object"),
    "metadata is cut": ({"metadata.json": b'{"from_code"'}, "cannot be read"),
    "metadata is latin-1": ({"metadata.json": b'{"a": "\xe9"}'}, "cannot be read"),
    "metadata is deep": ({"metadata.json": b"[" * 100_000}, "cannot be read"),
    "metadata is large": ({"metadata.json": b'{"a": "' + b"x" * (1 << 20) + b'"}'}, "larger than a megabyte"),
    "type": ({"metadata.json": packages.metadata(type="sbd")}, "type 'sbd'"),
    "no source": ({"metadata.json": packages.metadata(from_code=None)}, "no from_code"),
    "source is a number": ({"metadata.json": packages.metadata(from_code=3)}, "no from_code"),
    "source is a path": ({"metadata.json": packages.metadata(from_code="../x")}, "not a language code"),
    "to itself": ({"metadata.json": packages.metadata(to_code="es")}, "to itself"),
    "no version": ({"metadata.json": packages.metadata(package_version=None)}, "no package_version"),
    "version": ({"metadata.json": packages.metadata(package_version="new")}, "not a number"),
    "argostranslate 2": ({"metadata.json": packages.metadata(argos_version="2.0")}, "argostranslate '2.0'"),
    "prefix": ({"metadata.json": packages.metadata(target_prefix=3)}, "no string"),
}


@pytest.mark.parametrize("case", INCOMPLETE)
def test_an_incomplete_package_is_refused(case, store, tmp_path):
    changes, why = INCOMPLETE[case]
    with pytest.raises(ModelError, match=why) as caught:
        models.install(packages.package(tmp_path / "bad.argosmodel", changes))
    assert "\n" not in str(caught.value)
    assert not store.exists()
    with pytest.raises(ModelError, match=f"{why}|is missing"):
        models.open_package(packages.unpacked(tmp_path / "folder", changes))


@pytest.mark.parametrize(
    "make",
    [
        packages.truncated,
        lambda path: packages.written(path, b""),
        lambda path: packages.written(path, b"PK\x03\x04 not a zip"),
        lambda path: packages.written(path, b"<html>404</html>"),
    ],
    ids=["half", "empty", "nearly", "html"],
)
def test_what_is_no_package_is_refused(make, store, tmp_path):
    with pytest.raises(ModelError, match=r"not an \.argosmodel file, or cut off"):
        models.install(make(tmp_path / "bad.argosmodel"))
    assert not store.exists()


def test_a_missing_file_and_an_empty_folder(tmp_path):
    with pytest.raises(ModelError, match=r"cannot read .*give the path"):
        models.open_package(tmp_path / "none.argosmodel")
    with pytest.raises(ModelError, match="not the folder of a translation package"):
        models.open_package(tmp_path)


def test_splitters_in_a_package_are_never_unpacked(store, tmp_path):
    extra = {"stanza/resources.json": b"{}", "spacy/run.py": b"", "minisbd/es.onnx": b"", "setup.py": b"", "model/sub/x": b""}
    installed = models.install(packages.package(tmp_path / "a.argosmodel", extra))
    names = {str(p.relative_to(installed.path)) for p in installed.path.rglob("*") if p.is_file()}
    assert names == {*packages.contents(), "newsnorm-lock.json"}


def test_the_model_is_walked_through_without_loading_it(tmp_path):
    data = packages.contents()["model/model.bin"]
    path = tmp_path / "model.bin"
    path.write_bytes(data)
    with path.open("rb") as file:
        assert positions(file) == 256
    for cut in (0, 3, 40, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:cut])
        with path.open("rb") as file, pytest.raises(ValueError, match=r"cut off|alias"):
            positions(file)
    path.write_bytes(struct.pack("<I", 99) + data[4:])
    with path.open("rb") as file, pytest.raises(ValueError, match="binary version 99"):
        positions(file)
    path.write_bytes(struct.pack("<I", 4) + data[4:])
    with path.open("rb") as file:
        assert positions(file) is None


FUZZED = packages.PHRASEBOOK.read_bytes()


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, len(FUZZED) - 1), st.integers(0, 255)), max_size=20), st.integers(0, 3))
def test_any_damage_is_a_model_error_or_unseen(tmp_path_factory, changes, where):
    data = bytearray(FUZZED)
    end = (len(data), 4000, len(data), len(data))[where]
    for at, value in changes:
        data[(at % end) if where < 2 else (len(data) - 1 - at % 1500)] = value
    file = tmp_path_factory.getbasetemp() / "fuzzed.argosmodel"
    file.write_bytes(data)
    try:
        package = models.open_package(file)
        package.checksum()
        package.longest()
        package.vocabulary()
    except NewsnormError as error:
        assert "\n" not in str(error)  # noqa: PT017  both outcomes are right


def test_an_archive_closes_its_file(tmp_path):
    with Archive(packages.PHRASEBOOK) as archive:
        file = archive._file
        assert archive.read("metadata.json") == packages.contents()["metadata.json"]
    assert file.closed
