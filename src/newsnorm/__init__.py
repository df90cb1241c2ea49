"""newsnorm gives back the article: right characters, no page debris, one spelling for one person, pronouns that fit.

    >>> import newsnorm
    >>> doc = newsnorm.normalize("The minister thanked Norway 's envoy .")
    >>> doc.text
    "The minister thanked Norway's envoy."

Names are loaded on first use, so that `import newsnorm` costs next to nothing.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as type checkers know it; importing `typing` would double the time that `import newsnorm` takes
if TYPE_CHECKING:
    from typing import Any

    from .api import normalize
    from .config import Config
    from .decoding import Decoded, decode
    from .document import Change, Document, Edit, Person, Sentence, Step
    from .errors import (
        ConfigError,
        DecodeError,
        InputError,
        MissingExtraError,
        ModelError,
        ModelNotInstalledError,
        NewsnormError,
        RuleError,
        TranslationError,
    )
    from .language import Language, detect_language
    from .names.learn import learn_names
    from .names.table import NameTable
    from .normalizer import Normalizer
    from .rule import Example, Needs, Proposal, Rule, rewrite, substitution
    from .rules import RULES
    from .translate.engine import Hypothesis, Translator
    from .translate.retranslate import retranslate
    from .view import View

#: Public name -> the module it lives in.
_HOME = {
    "normalize": "api",
    "Normalizer": "normalizer",
    "Config": "config",
    "Document": "document",
    "Change": "document",
    "Edit": "document",
    "Step": "document",
    "Person": "document",
    "Sentence": "document",
    "retranslate": "translate.retranslate",
    "Hypothesis": "translate.engine",
    "Translator": "translate.engine",
    "decode": "decoding",
    "Decoded": "decoding",
    "detect_language": "language",
    "Language": "language",
    "learn_names": "names.learn",
    "NameTable": "names.table",
    "RULES": "rules",
    "Rule": "rule",
    "Example": "rule",
    "Proposal": "rule",
    "Needs": "rule",
    "substitution": "rule",
    "rewrite": "rule",
    "View": "view",
    "NewsnormError": "errors",
    "InputError": "errors",
    "DecodeError": "errors",
    "ConfigError": "errors",
    "RuleError": "errors",
    "MissingExtraError": "errors",
    "TranslationError": "errors",
    "ModelNotInstalledError": "errors",
    "ModelError": "errors",
}

__all__ = [
    "RULES",
    "Change",
    "Config",
    "ConfigError",
    "DecodeError",
    "Decoded",
    "Document",
    "Edit",
    "Example",
    "Hypothesis",
    "InputError",
    "Language",
    "MissingExtraError",
    "ModelError",
    "ModelNotInstalledError",
    "NameTable",
    "Needs",
    "NewsnormError",
    "Normalizer",
    "Person",
    "Proposal",
    "Rule",
    "RuleError",
    "Sentence",
    "Step",
    "TranslationError",
    "Translator",
    "View",
    "decode",
    "detect_language",
    "learn_names",
    "normalize",
    "retranslate",
    "rewrite",
    "substitution",
]


def __getattr__(name: str) -> "Any":
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
