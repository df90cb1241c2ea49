"""Which rules run: those that are chosen, by stage, and the one look at a text that tells which of them need not be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from .config import Config
from .errors import ConfigError, RuleError, did_you_mean
from .rule import STAGES, Needs, Rule

if TYPE_CHECKING:
    from .view import View

#: Rules to be asked, with their place in the stage.
Asked = tuple[tuple[int, Rule], ...]
#: Code points of a text that are looked through at a time.
_PART = 100_000
#: Rules that are found one by one in a text; with more, all others are tried at once.
_FEW = 2


def own_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that a caller gives. Raises ConfigError for what is no rule, belongs to no stage, or has the id of another."""
    if not isinstance(rules, Iterable):
        raise ConfigError(f"rules takes newsnorm.Rule values, such as (*newsnorm.RULES, mine), not {type(rules).__name__}")
    rules = tuple(rules)
    seen = set[str]()
    for r in rules:
        if not isinstance(r, Rule):
            raise ConfigError(f"rules takes newsnorm.Rule values, not {type(r).__name__}")
        if "." not in r.id or r.stage not in STAGES or r.stage == "language":
            stages = ", ".join(s for s in STAGES if s != "language")
            raise ConfigError(f"rule {r.id!r} belongs to no stage; its id is one of {stages}, a dot and a name")
        if r.id in seen:
            raise ConfigError(f"two rules have the id {r.id!r}; rename one")
        seen.add(r.id)
    return rules


def chosen(rules: tuple[Rule, ...], config: Config) -> tuple[Rule, ...]:
    """The rules that the configuration asks for, in their order."""
    names = [*STAGES, *(r.id for r in rules)]
    for name in (*config.select, *config.ignore):
        if name not in names:
            raise ConfigError(f"there is no rule or stage {name!r}{did_you_mean(name, names)} (`newsnorm explain` lists them)")

    def named(rule: Rule, by: tuple[str, ...]) -> bool:
        return rule.id in by or rule.stage in by

    return tuple(r for r in rules if (not config.select or named(r, config.select)) and not named(r, config.ignore))


class Stage:
    """The rules of a stage, in their order.

    Rules that say what they need share one pattern: one set of characters to look for, and behind it what stands around each.
    A pattern that begins with a set is the quickest that `re` has; nearly all clean text is done with it.
    """

    def __init__(self, name: str, rules: tuple[Rule, ...]) -> None:
        self.name, self.rules = name, rules
        self._looks: dict[str, _Look] = {}  # by language, shared by those that have the same rules

    def asked(self, view: View) -> Asked:
        """The rules that could find anything in the text."""
        language = view.primary_language
        if (look := self._looks.get(language)) is None:
            rules = tuple((place, rule) for place, rule in enumerate(self.rules) if rule.applies(view))
            look = next((known for known in self._looks.values() if known.rules == rules), None) or _Look(rules)
            self._looks[language] = look
        return look.asked(view.text)


class _Look:
    """The look at a text of one language."""

    def __init__(self, rules: Asked) -> None:
        self.rules = rules
        self._without = tuple((place, rule) for place, rule in rules if rule.needs is None)
        self._rest: dict[frozenset[int], re.Pattern[str]] = {}
        self._by_character: dict[str, tuple[int, ...]] = {}

    def asked(self, text: str) -> Asked:
        if self._any is None or (text.isascii() and len(text) <= _PART and not text.encode().translate(None, self._idle)):
            return self._without
        found: frozenset[int] = frozenset()
        sought, at = self._any, 0
        while m := sought.search(text, at):
            found |= {place for place in self._that_need(m[0]) if self._needs[place][1].match(text, m.start())}
            if len(found) > _FEW:
                found |= self._needed(text, found)
                break
            # letters with accents lead one rule to look closer at most Latin text: the others are sought from there on
            sought, at = self._others(found), m.end()
        return tuple((place, rule) for place, rule in self.rules if rule.needs is None or place in found) if found else self._without

    def _needed(self, text: str, found: frozenset[int]) -> set[int]:
        """The places of the rules that could find anything, besides those found already."""
        held = set[str]()
        for at in range(0, len(text), _PART):
            held.update(self._characters.findall(text, at, at + _PART))
        some = "".join(held)
        return {
            place
            for place, (needs, pattern) in self._needs.items()
            if place not in found and (pattern if not needs.around else self._sets[place]).search(some) and (not needs.around or pattern.search(text))
        }

    @cached_property
    def _needs(self) -> dict[int, tuple[Needs, re.Pattern[str]]]:
        return {place: _stated(rule) for place, rule in self.rules if rule.needs is not None}

    @cached_property
    def _sets(self) -> dict[int, re.Pattern[str]]:
        return {place: Needs(needs.characters).pattern() for place, (needs, _) in self._needs.items()}

    @cached_property
    def _characters(self) -> re.Pattern[str]:
        return Needs("".join(needs.characters for needs, _ in self._needs.values())).pattern()

    @cached_property
    def _any(self) -> re.Pattern[str] | None:
        return _one_of([needs for needs, _ in self._needs.values()]) if self._needs else None

    @cached_property
    def _idle(self) -> bytes:
        """The characters of ASCII that no rule needs: what is left without them is found quicker than any pattern finds it."""
        return bytes(c for c in range(0x80) if not self._characters.match(chr(c)))

    def _others(self, besides: frozenset[int]) -> re.Pattern[str]:
        if (pattern := self._rest.get(besides)) is None:
            pattern = self._rest[besides] = _one_of([needs for place, (needs, _) in self._needs.items() if place not in besides])
        return pattern

    def _that_need(self, character: str) -> tuple[int, ...]:
        """The places of the rules that need the character."""
        if (places := self._by_character.get(character)) is None:
            places = self._by_character[character] = tuple(place for place, only in self._sets.items() if only.match(character))
        return places


def _stated(rule: Rule) -> tuple[Needs, re.Pattern[str]]:
    try:
        needs = rule.needs if isinstance(rule.needs, Needs) else rule.needs()  # type: ignore[misc]
        return needs, needs.pattern()
    except Exception as error:  # of a caller's own rule
        raise RuleError(f"rule {rule.id}: what it needs cannot be used ({type(error).__name__}: {error}); mend it, or leave `needs` out") from error


def _one_of(stated: list[Needs]) -> re.Pattern[str]:
    """A pattern that finds the first place that one of them speaks of."""
    alone = "".join(needs.characters for needs in stated if not needs.around)
    around = [f"(?<=[{needs.characters}]){needs.around}" for needs in dict.fromkeys(stated) if needs.around]
    either = "|".join([f"(?<=[{alone}])", *around] if alone else around)
    return Needs("".join(needs.characters for needs in stated), f"(?:{either})").pattern() if stated else re.compile("(?!)")
