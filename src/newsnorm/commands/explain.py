"""`newsnorm explain`: the rules, from the rules themselves."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from importlib import import_module
from inspect import cleandoc

from ..errors import ConfigError, did_you_mean
from ..rule import STAGES, Example, Rule
from ..rules import RULES
from .console import shown
from .output import Output

#: Marks in a record that are no rule's.
_NOTES = {
    "retranslate": "Not a stage. Ids of translation in a record: retranslate.paragraph, retranslate.kept-source, retranslate.doubtful, "
    "retranslate.language, retranslate.no-cache.",
    "retranslate.paragraph": "The edit of a paragraph that was translated. Its confidence is 1 because the translation was asked for; "
    'how good it is stands in "sentences".',
    "retranslate.kept-source": "A flag: the sentence stands in its own language, for no translation of it could be trusted. The reason says why.",
    "retranslate.doubtful": "A flag: the sentence was translated, but the engine does not know many of its words. Read it.",
    "retranslate.language": "A flag: the text does not show its language, so it was not translated. Give it with --from, or with --language for `fix`.",
    "retranslate.no-cache": "A flag: the cache of translated sentences cannot be read or written. The translation is the same, only slower.",
    "decode.guess": "A flag: the bytes were not UTF-8 and declared no charset that fits, so the encoding was detected; the confidence says how sure it is. "
    "Below 0.5 it is a guess, and `fix --in-place` refuses it. Give it with --charset.",
    "layout.given-title": "The step that takes a title, which was given apart from the text, out of it again. It changes nothing.",
    "language": "Identifies the language of the text. It edits nothing, so it has no rules; leave it out with --ignore language.",
}


def explain(args: Namespace) -> int:
    """Run the command; raises ConfigError for a rule that is not there."""
    with Output(None) as out:
        out.write(("\n".join(_page(args.rule)) + "\n").encode("utf-8", "backslashreplace"))
    return 0


def _page(name: str | None) -> Iterator[str]:
    if name is None:
        yield from _all()
        return
    if name in _NOTES:
        yield f"{name}\n\n{_NOTES[name]}"
        return
    if name in STAGES:
        yield from _listed(r for r in RULES if r.stage == name)
        return
    for rule in RULES:
        if rule.id == name:
            yield from _explained(rule)
            return
    raise ConfigError(f"there is no rule or stage {name!r}{did_you_mean(name, [*STAGES, *(r.id for r in RULES)])} (`newsnorm explain` lists them)")


def _all() -> Iterator[str]:
    for stage in STAGES:
        rules = [r for r in RULES if r.stage == stage]
        if rules:
            yield stage
            yield from (f"  {line}" for line in _listed(rules))
            yield ""
    yield f"{len(RULES)} rules, in the order in which they run. `newsnorm explain RULE` tells all about one."


def _listed(rules: Iterable[Rule]) -> Iterator[str]:
    width = max(len(r.id) for r in RULES)
    return (f"{r.id:<{width}}  {(_docstring(r).splitlines() or [r.reason])[0]}" for r in rules)


def _explained(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}\n"
    yield (_docstring(rule) or rule.reason) + "\n"
    yield f"Confidence: {rule.confidence:.2f}{' (only flags, never edits)' if rule.flags_only else ''}"
    languages = ", ".join(rule.languages) or "any"
    yield f"Languages:  {languages}{' with data for it' if rule.from_data else ''}"
    repairs = [e for e in rule.examples if not e.is_clean]
    clean = [e for e in rule.examples if e.is_clean]
    if repairs:
        yield "\nFlags:" if rule.flags_only else "\nRepairs:"
        for e in repairs:
            yield from _repair(e)
    if clean:
        yield "\nLeaves alone:"
        yield from (f"  = {_shown(e.before)}{_about(e)}" for e in clean)


def _repair(example: Example) -> Iterator[str]:
    if example.flagged:
        yield f"  ? {_shown(example.before)}{_about(example)}"
        if example.flagged != example.before:
            yield f"    flagged: {_shown(example.flagged)}"
    else:
        yield f"  - {_shown(example.before)}{_about(example)}"
        yield f"  + {_shown(example.after)}"


def _about(example: Example) -> str:
    notes = [example.language] if example.language != "en" else []
    if example.title is not None:
        notes.append(f"title: {_shown(example.title)}")
    return f"   [{'; '.join(notes)}]" if notes else ""


def _shown(text: str) -> str:
    """On one line, with what cannot be seen as escapes; long ones cut."""
    line = shown(text, every=True)
    return line if len(line) <= 300 else line[:300] + " …"


def _docstring(rule: Rule) -> str:
    stage, _, name = rule.id.partition(".")
    try:
        module = import_module(f"newsnorm.rules.{stage}.{name.replace('-', '_')}")
    except ModuleNotFoundError:
        return ""
    return cleandoc(module.__doc__ or "")
