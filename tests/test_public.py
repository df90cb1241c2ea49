"""The public names."""

import inspect

import pytest

import newsnorm


def test_all_is_what_is_there():
    assert set(newsnorm.__all__) == set(newsnorm._HOME)
    assert len(set(newsnorm.__all__)) == len(newsnorm.__all__)


@pytest.mark.parametrize("name", newsnorm.__all__)
def test_a_name_resolves(name):
    assert getattr(newsnorm, name) is not None
    assert name in dir(newsnorm)


def test_an_unknown_name():
    with pytest.raises(AttributeError, match="no attribute 'normalise'"):
        _ = newsnorm.normalise


def test_only_the_first_argument_is_positional():
    for function in (newsnorm.normalize, newsnorm.Normalizer.normalize):
        kinds = [p.kind for name, p in inspect.signature(function).parameters.items() if name not in ("self", "data")]
        assert set(kinds) == {inspect.Parameter.KEYWORD_ONLY}


def test_normalize_has_the_same_parameters_as_the_normalizer():
    one = dict(inspect.signature(newsnorm.normalize).parameters)
    other = dict(inspect.signature(newsnorm.Normalizer.normalize).parameters)
    del one["config"], other["self"]
    assert {n: (p.default, p.annotation) for n, p in one.items()} == {n: (p.default, p.annotation) for n, p in other.items()}


def test_errors_are_one_family():
    errors = [getattr(newsnorm, n) for n in newsnorm.__all__ if n.endswith("Error")]
    assert all(issubclass(e, newsnorm.NewsnormError) for e in errors)
    assert issubclass(newsnorm.InputError, ValueError)
    assert issubclass(newsnorm.DecodeError, newsnorm.InputError)
    assert issubclass(newsnorm.MissingExtraError, ImportError)


def test_the_docstring_is_true():
    doc = newsnorm.normalize("The minister thanked Norway 's envoy .")
    assert doc.text == "The minister thanked Norway's envoy."


def test_people_may_be_none():
    assert newsnorm.normalize("The port reopened.", people=None).text == "The port reopened."


def test_version():
    assert newsnorm.__version__.count(".") == 2
