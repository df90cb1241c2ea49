"""What can go wrong, each with a message that says what to do next."""


class NewsnormError(Exception):
    """Base of every error that newsnorm raises on purpose."""


class InputError(NewsnormError, ValueError):
    """The text, bytes, record or span given cannot be used."""


class DecodeError(InputError):
    """The bytes are not text in any encoding that newsnorm can be sure of."""


class ConfigError(NewsnormError, ValueError):
    """A setting, a rule id or a configuration file is wrong."""


class RuleError(NewsnormError):
    """A rule broke the contract of rule.py: its edits overlap or leave the text, or it failed with an error of its own."""


class MissingExtraError(NewsnormError, ImportError):
    """An optional package is needed for this; the message names the extra to install."""


class TranslationError(NewsnormError):
    """A translation engine is missing, failed, or cannot do what was asked of it."""


class ModelNotInstalledError(TranslationError):
    """No installed model translates this pair; the message names the one command that mends it."""


class ModelError(TranslationError):
    """A model package is damaged, unsafe or not what it says it is."""


def did_you_mean(name: str, known: list[str]) -> str:
    """The end of a message about an unknown name."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else f"; there are {', '.join(known)}" if len(known) <= 15 else ""
