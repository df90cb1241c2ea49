"""Settings: values, TOML and errors."""

import pytest

from newsnorm import Config, ConfigError
from newsnorm.errors import did_you_mean


def test_defaults():
    c = Config()
    assert (c.select, c.ignore, c.min_confidence, c.captions) == ((), (), 0.9, "separate")


def test_lists_become_tuples():
    c = Config(select=["encoding"], ignore=["layout"])
    assert (c.select, c.ignore) == (("encoding",), ("layout",))
    assert hash(c) == hash(Config(select=("encoding",), ignore=("layout",)))


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"select": "encoding"}, "select takes a list"),
        ({"select": [1]}, "select takes a list"),
        ({"select": 3}, "select takes a list"),
        ({"ignore": None}, "ignore takes a list"),
        ({"ignore": "layout"}, "ignore takes a list"),
        ({"min_confidence": "high"}, "from 0 to 1"),
        ({"min_confidence": True}, "from 0 to 1"),
        ({"min_confidence": 1.1}, "from 0 to 1"),
        ({"min_confidence": -0.1}, "from 0 to 1"),
        ({"min_confidence": float("nan")}, "from 0 to 1"),
        ({"captions": "move"}, "separate, keep, drop"),
        ({"captions": ["keep"]}, "separate, keep, drop"),
    ],
)
def test_wrong_values(settings, says):
    with pytest.raises(ConfigError, match=says):
        Config(**settings)
    with pytest.raises(ConfigError, match=says):
        Config.from_dict(settings)


def test_an_unknown_setting_has_near_matches():
    with pytest.raises(ConfigError, match="did you mean min_confidence"):
        Config.from_dict({"min_confidense": 0.5})
    with pytest.raises(ConfigError, match="there are select, ignore"):
        Config.from_dict({"zzz": 1})


def test_what_is_no_setting_or_path():
    with pytest.raises(ConfigError, match="there is no setting 1"):
        Config.from_dict({1: 2})
    with pytest.raises(ConfigError, match="a table of names and values, not list"):
        Config.from_dict([])
    with pytest.raises(ConfigError, match=r"takes the path of a TOML file, not NoneType; Config.from_dict takes"):
        Config.from_toml(None)


def test_did_you_mean():
    assert did_you_mean("caption", ["captions", "select"]) == "; did you mean captions?"
    assert did_you_mean("zzz", ["a", "b"]) == "; there are a, b"
    assert did_you_mean("zzz", [f"{n:02}" for n in range(16)]) == ""


def test_toml(tmp_path):
    path = tmp_path / "newsnorm.toml"
    path.write_text('select = ["encoding", "layout.title"]\nmin_confidence = 0.97\ncaptions = "keep"\n', encoding="utf-8")
    assert Config.from_toml(path) == Config(select=("encoding", "layout.title"), min_confidence=0.97, captions="keep")
    assert Config.from_toml(str(path)) == Config.from_toml(path)


def test_pyproject(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.ruff]\nline-length = 100\n[tool.newsnorm]\nignore = ["names"]\n', encoding="utf-8")
    assert Config.from_toml(path) == Config(ignore=("names",))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"select = [", "is not TOML"),
        (b"\xff\xfe", "is not TOML"),
        (b"[tool.ruff]\n", r"no table \[tool.newsnorm\]"),
        (b"tool = 1\n", r"no table \[tool.newsnorm\]"),
        (b"[tool]\nnewsnorm = 1\n", r"no table \[tool.newsnorm\]"),
        (b"captions = 1\n", "captions takes one of"),
        (b"colour = 1\n", "no setting 'colour'"),
    ],
)
def test_wrong_toml(tmp_path, content, says):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=says) as caught:
        Config.from_toml(path)
    assert "settings.toml" in str(caught.value)


def test_no_file(tmp_path):
    with pytest.raises(ConfigError, match="cannot read"):
        Config.from_toml(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="cannot read"):
        Config.from_toml(tmp_path)
