"""The engine argos: argostranslate itself, where it is installed (`make test-argos` installs it)."""

import json
import os
import subprocess
import sys
import threading
from importlib.util import find_spec

import pytest

import packages
from newsnorm.errors import MissingExtraError, ModelError, ModelNotInstalledError, TranslationError
from newsnorm.translate.argos import Argos
from newsnorm.translate.ct2 import Ct2

argostranslate = pytest.mark.skipif(find_spec("argostranslate") is None, reason="argostranslate is not installed; `make test-argos` installs it and runs this")
BUS = "Los vecinos de ⟦0⟧ piden más autobuses."
BUS_EN = "The residents of ⟦0⟧ are asking for more buses."
HELD_OUT = [line.split("\t")[0] for line in (packages.MODELS / "held-out.txt").read_text(encoding="utf-8").splitlines()]
OUTSIDE = (packages.MODELS / "outside.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def engine():
    """Torch, spaCy and stanza warn of each other when they are imported; that is not ours to mend."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = Argos(packages.PHRASEBOOK)
        made.translate_batch([BUS], "es", "en")
    return made


@argostranslate
def test_both_engines_say_the_same(engine):
    sentences = HELD_OUT[:60] + OUTSIDE[:30] + ["", " ".join([BUS] * 40), "El documento acta_417 está en la web de ⟦0⟧.", "北京"]
    assert engine.translate_batch(sentences, "es", "en", 4) == Ct2(packages.PHRASEBOOK).translate_batch(sentences, "es", "en", 4)


@argostranslate
def test_underscores_leading_lines_and_captions_stay(engine):
    (h,) = engine.translate_batch(["\n\nEl documento acta_417 está en la web de ⟦0⟧."], "es", "en")
    assert h[0].text == "The document acta_417 is on the website of ⟦0⟧."
    (h,) = engine.translate_batch(["⟦0⟧ durante el desfile en ⟦1⟧. Foto: ⟦2⟧."], "es", "en")
    assert h[0].text == "⟦0⟧ during the parade in ⟦1⟧. Photo: ⟦2⟧."


@argostranslate
def test_identity_shapes_and_pairs(engine):
    assert engine.identity("es", "en").startswith("argos 1.")
    assert Ct2(packages.PHRASEBOOK).identity("es", "en") in engine.identity("es", "en")
    assert engine.shapes("es", "en") == ("⟦{}⟧",)
    assert engine.pairs() == {("es", "en")}
    with pytest.raises(ModelNotInstalledError, match="no model translates de to en"):
        engine.translate_batch([BUS], "de", "en")


@argostranslate
def test_settings_are_those_of_ct2():
    settings = {"beam_size": 2, "compute_type": "float32"}
    own, engine = Ct2(packages.PHRASEBOOK, **settings), Argos(packages.PHRASEBOOK, threads=2, **settings)
    assert own.identity("es", "en") in engine.identity("es", "en")
    assert engine.translate_batch(HELD_OUT[:10], "es", "en", 4) == own.translate_batch(HELD_OUT[:10], "es", "en", 4)


def test_wrong_settings_are_errors():
    for setting in ({"threads": 0}, {"beam_size": 65}):
        with pytest.raises(TranslationError, match="give a number from 1 to 64"):
            Argos(packages.PHRASEBOOK, **setting)
    with pytest.raises(TranslationError, match="toaster"):
        Argos(packages.PHRASEBOOK, device="toaster").translate_batch([BUS], "es", "en")


@argostranslate
def test_threads_may_share_it(engine):
    found = []
    threads = [threading.Thread(target=lambda: found.append(engine.translate_batch(HELD_OUT[:10], "es", "en"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(f == found[0] for f in found)


@argostranslate
def test_its_folders_and_settings_are_not_the_users(tmp_path):
    """A home with a broken package and settings that would go online: neither is touched, nothing is written there."""
    folder = tmp_path / ".local" / "share" / "argos-translate" / "packages" / "broken"
    folder.mkdir(parents=True)
    settings = tmp_path / ".config" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"ARGOS_MODEL_PROVIDER": "LIBRETRANSLATE", "ARGOS_CHUNK_TYPE": "SPACY"}))
    before = sorted(tmp_path.rglob("*"))
    code = """
import os, sys, warnings
warnings.simplefilter("ignore")
before = dict(os.environ)
from newsnorm.translate.argos import Argos
print(Argos(sys.argv[1]).translate_batch([sys.argv[2]], "es", "en")[0][0].text)
changed = {k for k in before.keys() | os.environ.keys() if before.get(k) != os.environ.get(k)}
print(changed - {"ORT_DISABLE_TELEMETRY", "KMP_DUPLICATE_LIB_OK"})
"""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "ARGOS_", "ORT_", "KMP_"))} | {"HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code, str(packages.PHRASEBOOK), BUS], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.splitlines() == [BUS_EN, "set()"]
    assert [p for p in sorted(tmp_path.rglob("*")) if p not in before and ".cache" not in p.parts] == []


def test_without_the_extra_the_message_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "argostranslate", None)
    monkeypatch.setitem(sys.modules, "argostranslate.package", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'newsnorm\[argos\]'"):
        Argos(packages.PHRASEBOOK).translate_batch([BUS], "es", "en")


@pytest.mark.skipif(find_spec("argostranslate") is not None, reason="argostranslate is installed")
def test_identity_needs_the_extra():
    with pytest.raises(MissingExtraError, match=r"pip install 'newsnorm\[argos\]'"):
        Argos(packages.PHRASEBOOK).identity("es", "en")


def test_a_bad_package_and_a_missing_one_are_errors(tmp_path, monkeypatch):
    with pytest.raises(ModelError, match="cut off"):
        Argos(packages.truncated(tmp_path / "half.argosmodel"))
    monkeypatch.setenv("NEWSNORM_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    assert Argos().pairs() == frozenset()
    with pytest.raises(ModelNotInstalledError):
        Argos().translate_batch([BUS], "es", "en")


class _Stub:
    """Stands for argostranslate where it is not installed: its modules `package` and `translate`, as far as they are used."""

    class Package:
        def __init__(self, folder):
            self.from_code, self.from_name, self.to_code, self.to_name = "es", "Spanish", "en", "English"

    class Language:
        def __init__(self, code, name):
            self.code = code

    class PackageTranslation:
        def __init__(self, source, target, package):
            self.package = package

        def hypotheses(self, text, count):
            [run] = [self.package.tokenizer.encode(s) for s in self.sentencizer.split_sentences(text)]
            if text.startswith("Falla"):
                raise AttributeError("'NoneType' object has no attribute 'x'")
            [result] = self.translator.translate_batch([run], target_prefix=None, replace_unknowns=True, num_hypotheses=count, beam_size=4)
            pairs = zip(result.hypotheses, result.scores, strict=True)
            return [type("H", (), {"value": " " + self.package.tokenizer.decode(pieces), "score": score}) for pieces, score in pairs]


def test_the_fences_with_a_stand_in(monkeypatch):
    """The same checks where argostranslate is not installed: what newsnorm puts into it, and what comes out."""
    monkeypatch.setattr("newsnorm.translate.argos._argostranslate", lambda: (_Stub, _Stub))
    engine = Argos(packages.PHRASEBOOK)
    sentences = [*HELD_OUT[:20], "", " ".join([BUS] * 40), "El documento acta_417 está en la web de ⟦0⟧."]
    assert engine.translate_batch(sentences, "es", "en", 4) == Ct2(packages.PHRASEBOOK).translate_batch(sentences, "es", "en", 4)
    assert engine.shapes("es", "en") == ("⟦{}⟧",)
    with pytest.raises(TranslationError, match=r"argostranslate failed .AttributeError.*use the engine ct2"):
        engine.translate_batch(["Falla."], "es", "en")
    monkeypatch.setattr(_Stub, "Package", None)
    with pytest.raises(ModelError, match="argostranslate cannot load"):
        Argos(packages.PHRASEBOOK).translate_batch([BUS], "es", "en")
