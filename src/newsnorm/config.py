"""Settings: one frozen value, also read from TOML."""

from __future__ import annotations

from dataclasses import dataclass, fields
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Self

from .errors import ConfigError, InputError, did_you_mean

CAPTIONS = ("separate", "keep", "drop")
SURNAMES = ("flag", "repair")
TRANSLATORS = ("ct2", "argos", "apertium")


@dataclass(frozen=True, slots=True)
class Config:
    """How to normalise. All fields have defaults that never make text worse.

    select          rule ids or stages to run; empty means all
    ignore          rule ids or stages not to run
    min_confidence  0 to 1; an edit below it becomes a flag
    captions        "separate" (out of the text, into ``Document.captions``), "keep" (once, in place) or "drop"
    surnames        "flag" or "repair": what to do with a slip in a surname that stands alone
    people          path of a file of people of your own, TOML or JSON; read when the Normalizer is built;
                    in a settings file, seen from the folder of that file
    translate_to    BCP 47 code: the normalised text is translated into that language, and the result normalised
    translator      "ct2", "argos" or "apertium"; None takes the first installed one that has the pair
    model           path of a model package, for ct2 and argos
    threads         of ct2 and argos; None takes as many as there are processors, at most 4, for ct2, and one for argos
    device, compute_type, beam_size  how ct2 and argos run
    keep_titles     whether the translation leaves titles of works in quotation marks as they are
    translation_cache  whether translated sentences are kept on disk

    Raises ConfigError for a value of the wrong kind. Rule ids are checked by the Normalizer, which knows the rules.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.9
    captions: str = "separate"
    surnames: str = "flag"
    people: str | None = None
    translate_to: str | None = None
    translator: str | None = None
    model: str | None = None
    threads: int | None = None
    device: str = "cpu"
    compute_type: str = "int8"
    beam_size: int = 4
    keep_titles: bool = False
    translation_cache: bool = True

    def __post_init__(self) -> None:
        for name in ("select", "ignore"):
            value = getattr(self, name)
            if not isinstance(value, (list, tuple)) or not all(isinstance(x, str) for x in value):
                raise ConfigError(f'{name} takes a list of rule ids or stages, such as {name} = ["encoding"]; it is {value!r}')
            object.__setattr__(self, name, tuple(value))
        if isinstance(self.min_confidence, bool) or not isinstance(self.min_confidence, (int, float)) or not 0 <= self.min_confidence <= 1:
            raise ConfigError(f"min_confidence takes a number from 0 to 1; it is {self.min_confidence!r}")
        if self.captions not in CAPTIONS:
            raise ConfigError(f"captions takes one of {', '.join(CAPTIONS)}; it is {self.captions!r}")
        if self.surnames not in SURNAMES:
            raise ConfigError(f"surnames takes one of {', '.join(SURNAMES)}; it is {self.surnames!r}")
        if isinstance(self.people, PathLike):
            object.__setattr__(self, "people", fspath(self.people))
        if not isinstance(self.people, str | None) or self.people == "":
            raise ConfigError(f'people takes the path of a TOML or JSON file, such as people = "people.toml"; it is {self.people!r}')
        self._check_translation()

    def _check_translation(self) -> None:
        if self.translate_to is not None:
            from .codes import language_code

            try:
                object.__setattr__(self, "translate_to", language_code("translate_to", self.translate_to))
            except InputError as error:
                raise ConfigError(str(error)) from error
        if self.translator is not None and self.translator not in TRANSLATORS:
            raise ConfigError(f"translator takes one of {', '.join(TRANSLATORS)}; it is {self.translator!r}")
        for name in ("model", "device", "compute_type"):
            value = getattr(self, name)
            if not isinstance(value, str) and not (name == "model" and value is None):
                raise ConfigError(f"{name} takes a string; it is {value!r}")
        for name in ("threads", "beam_size"):
            value = getattr(self, name)
            if (value is not None or name != "threads") and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
                raise ConfigError(f"{name} takes a whole number from 1; it is {value!r}")
        for name in ("keep_titles", "translation_cache"):
            if not isinstance(value := getattr(self, name), bool):
                raise ConfigError(f"{name} takes true or false; it is {value!r}")

    @classmethod
    def from_dict(cls, settings: dict[str, Any]) -> Self:
        """Settings by name, as a TOML table holds them. Raises ConfigError for an unknown name, with near matches."""
        if not isinstance(settings, dict):
            raise ConfigError(f"settings are a table of names and values, not {type(settings).__name__}")
        known = [f.name for f in fields(cls)]
        for name in settings:
            if name not in known:
                raise ConfigError(f"there is no setting {name!r}{did_you_mean(str(name), known)}")
        return cls(**settings)

    @classmethod
    def from_toml(cls, path: str | Path) -> Self:
        """Settings from a TOML file, at its top level or in its table [tool.newsnorm] (pyproject.toml). Raises ConfigError."""
        import tomllib

        if not isinstance(path, (str, PathLike)):
            raise ConfigError(f"from_toml takes the path of a TOML file, not {type(path).__name__}; Config.from_dict takes a mapping")
        try:
            table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise ConfigError(f"cannot read {path}: {error.strerror}; give the path of a TOML file") from error
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"{path} is not TOML: {error}") from error
        if "tool" in table:
            tools = table["tool"]
            own = tools.get("newsnorm") if isinstance(tools, dict) else None
            if not isinstance(own, dict):
                raise ConfigError(f"{path} has no table [tool.newsnorm]; add it, or give a file with the settings at its top level")
            table = own
        if isinstance(people := table.get("people"), str) and people:
            table = {**table, "people": str(Path(path).parent / people)}  # a path in a file is seen from the file
        try:
            return cls.from_dict(table)
        except ConfigError as error:
            raise ConfigError(f"{path}: {error}") from error


def checked(config: Config | None) -> Config:
    """The configuration, the defaults for None. Raises ConfigError for anything else, such as a mapping."""
    if config is None:
        return Config()
    if not isinstance(config, Config):
        raise ConfigError(f"config takes a newsnorm.Config, not {type(config).__name__}; Config.from_dict makes one of a mapping")
    return config
