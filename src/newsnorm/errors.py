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


def did_you_mean(name: str, known: list[str]) -> str:
    """The end of a message about an unknown name."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else f"; there are {', '.join(known)}" if len(known) <= 12 else ""
