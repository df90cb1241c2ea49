"""The Normalizer: runs the rules in their one order, keeps the record, and hands out Documents.

One pass gives the result. A text that was edited then goes through the rules again, until they are silent: so a result
is always one that the rules leave alone, and normalising it again changes nothing (docs/explanation/architecture.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from . import __version__
from .codes import language_code
from .config import Config, checked
from .document import GIVEN_TITLE, Change, Document, Edit, Person, Step, make_step, traced
from .errors import ConfigError, InputError, MissingExtraError, NewsnormError, RuleError
from .read import Item, read, several, with_whole_characters
from .rule import STAGES, Proposal, Rule, fault
from .rules import RULES
from .stage import Stage, chosen, own_rules
from .view import View

if TYPE_CHECKING:
    from .names.table import NameTable
    from .people import People

#: The stage whose rules share one costly analysis, and so make one step.
TOGETHER = "names"
#: The stages whose rules read words, and have nothing to say of code.
READING = ("typography", "wording", "names", "pronouns")
#: Passes before newsnorm takes a text for one that its rules cannot agree on. Real articles need two.
MAX_PASSES = 6
_TEXT = (str, type(None))
#: What an item of ``pipe`` may hold besides its text, and the argument of ``normalize`` that it is.
_FIELDS = {name: name for name in ("title", "media_type", "language", "source_language", "people")} | {"source_text": "source"}


class _Record:
    """What the passes have done so far."""

    def __init__(self, flags: Iterable[Change], title_given: bool) -> None:
        self.steps: list[Step] = []
        self.flags = list(flags)
        self.captions: list[str] = []
        self.first = 0  # steps of the first pass
        self.title_given = title_given
        self.corrected: dict[str, dict[str, None]] = {}  # a name -> the spellings edited to it


class Normalizer:
    """Normalises texts by one configuration. Build it once and reuse it: it is immutable and may be shared by threads.

    config   settings; the defaults if None
    rules    the rules and their order, such as ``(*newsnorm.RULES, mine)``; all of newsnorm's if None
    names    the names of the corpus that the texts belong to, as evidence (:func:`newsnorm.learn_names`)

    Raises ConfigError if ``config`` names a rule or stage that is not there, InputError if its file of people cannot be used.
    """

    def __init__(self, config: Config | None = None, *, rules: Iterable[Rule] | None = None, names: NameTable | None = None) -> None:
        self.config = checked(config)
        every = RULES if rules is None else own_rules(rules)
        rules_given = None if rules is None else every
        self._own_rules = rules is not None
        self.rules = chosen(every, self.config)
        self._stages = tuple(Stage(stage, tuple(r for r in self.rules if r.stage == stage)) for stage in STAGES)
        self._stages = tuple(s for s in self._stages if s.rules or s.name == "language")
        later = STAGES[STAGES.index("language") :]
        wanted = "language" in self.config.select or any(r.stage in later for r in self.rules)
        #: Whether anybody could want to know the language: the caller, or a rule of the later stages.
        self._identifies = wanted and "language" not in self.config.ignore
        self._knows_people = any(r.stage == "names" for r in self.rules)
        self.names = _checked_table(names)
        self._people = _loaded(self.config.people)
        #: What normalises the source and the translation, where the configuration asks for one.
        self._before: Normalizer | None = None
        self._after: Normalizer | None = None
        if self.config.translate_to is not None:
            plain = replace(self.config, translate_to=None)
            self._before = Normalizer(replace(plain, captions="keep"), rules=rules_given, names=names)
            self._after = Normalizer(plain, rules=rules_given, names=names)

    @property
    def signature(self) -> str:
        """Version, settings, data and rules in one line: two equal signatures give equal output."""
        from .signature import signature

        evidence = "" if self.names is None else f" names:{self.names.digest}"
        if self._people is not None:
            evidence += f" people:{self._people.digest}"
        return signature(__version__, self.config, self.rules, identifies_language=self._identifies) + evidence

    def normalize(
        self,
        data: str | bytes,
        *,
        title: str | None = None,
        media_type: str | None = None,
        language: str | None = None,
        source: str | None = None,
        source_language: str | None = None,
        people: Iterable[str | Mapping[str, Any]] | None = None,
    ) -> Document:
        """The article as a Document: repaired text, title, captions, and the record of every edit.

        data             plain text or HTML; bytes are decoded first
        title            the title, where it is known apart from the text
        media_type       "text/plain" or "text/html", with a charset if known; None looks at the data. A charset that does not exist,
                         such as servers send, counts as none; the flag of a detected encoding says so
        language         BCP 47 code of the text; None identifies it
        source           the article in the language it was translated from
        source_language  that language's BCP 47 code; None identifies it from ``source``
        people           people the article is about: names, or mappings with name, aliases and gender ("f", "m")

        Raises InputError (or its child DecodeError) if an argument cannot be used, MissingExtraError for HTML without the
        extra, RuleError if a rule of the caller's own fails, TranslationError (or its child ModelNotInstalledError) if the
        configuration asks for a translation that cannot be had; never any other error.
        """
        if self._before is not None and self._after is not None:
            from .translate.article import translate_article

            given = {"title": title, "media_type": media_type, "language": language, "source_language": source_language}
            return translate_article(self.config, self._before.normalize, self._after.normalize, data, source=source, people=people, **given)
        if language is not None or source_language is not None:
            language, source_language = language_code("language", language), language_code("source_language", source_language)
        if not (isinstance(title, _TEXT) and isinstance(media_type, _TEXT) and isinstance(source, _TEXT)):
            raise _no_text(title=title, media_type=media_type, source=source)
        text, notes = read(data, media_type)
        title = with_whole_characters(title) if title and title.strip() else None
        original = f"{title}\n\n{text}" if title else text
        if source and source_language is None:
            from .language import detect_language

            source_language = detect_language(source).code
        known = self._evidence(people)  # no more than there is: a call with many names takes as long as a short text
        if title is not None:
            known |= {"title_end": len(title), "gap": 2}
        if source or source_language is not None:
            known |= {"source": source or None, "source_language": None if source_language == "und" else source_language}
        return self._run(View(original, self.config, **known), notes, language)

    def _evidence(self, people: Iterable[str | Mapping[str, Any]] | None) -> dict[str, Any]:
        """What is known of people besides newsnorm's data: the View's arguments for it."""
        if people is None and self._people is None:
            return {"names": self.names}
        from .people import forbidden, people_of

        given = people_of(people) if self._people is None else self._people if people is None else self._people | people_of(people)
        return {"known": given.persons, "different": forbidden(given.different), "names": self.names}

    def __reduce__(self) -> tuple[Any, ...]:
        if self._own_rules:
            raise TypeError("a Normalizer with rules of your own cannot be pickled; build one in each process")
        return _rebuilt, (self.config, self.names, self._people)

    def pipe(
        self,
        items: Iterable[str | bytes | Mapping[str, Any]],
        *,
        on_error: Callable[[str | bytes | Mapping[str, Any], NewsnormError], None] | None = None,
    ) -> Iterator[Document]:
        """Documents for the items, in order, lazily.

        An item is a text, bytes, or a mapping with "text" and any of "title", "media_type", "language", "source_text",
        "source_language" and "people", which are as for :meth:`normalize` (whose ``source`` is "source_text" here: in news
        records "source" names the publisher). Keys besides these are left alone.

        on_error  called with an item that cannot be normalised, and the error; the others go on. Without it the error is
                  raised, and says which item it was: ``items[0]`` is the first.

        Raises InputError at once for ``items`` that is one text, bytes or a mapping, or cannot be iterated over.
        """
        return self._piped(several(items, "pipe"), on_error)

    def _piped(self, items: Iterable[Item], on_error: Callable[[Item, NewsnormError], None] | None) -> Iterator[Document]:
        for number, item in enumerate(items):
            try:
                doc = self._item(item)
            except NewsnormError as error:
                if on_error is None:
                    error.args = (f"items[{number}]: {error}",)
                    if isinstance(error, MissingExtraError):
                        error.msg = error.args[0]  # what an ImportError shows
                    raise
                on_error(item, error)
            else:
                yield doc

    def _item(self, item: Item) -> Document:
        if not isinstance(item, Mapping):
            return self.normalize(item)
        if "text" not in item:
            raise InputError('an item that is a mapping needs the key "text"')
        given = {argument: item[key] for key, argument in _FIELDS.items() if item.get(key) is not None}
        return self.normalize(item["text"], **given)

    def _run(self, start: View, notes: tuple[Change, ...], language: str | None) -> Document:
        view, record = start, _Record(notes, start.title_end is not None)
        for number in range(MAX_PASSES):
            before = len(record.steps)
            view = self._pass(view, record, language, first=number == 0)
            if view.title_end is not None:
                view = _without_blank_title(view, record)
            if number == 0:
                record.first = len(record.steps)
            if len(record.steps) == before:
                break
        if record.steps and (len(record.steps) > before or _reads_as_html(view)):
            record = _all_flagged(record, title_given=start.title_end is not None)
            view = start.replace(language=view.language)
        body = view.body_start
        if front := view.text[:body]:
            rule = GIVEN_TITLE if record.title_given else "layout.title"
            record.steps.append(Step((Edit(rule, 0, len(front), front, "", 1.0, "the title stands apart from the text"),)))
        return Document(
            start.text,
            view.text[body:],
            None if view.title_end is None else front[: view.title_end],
            tuple(record.captions),
            view.language,
            tuple(record.steps),
            tuple(record.flags),
            _persons(view, record) if self._knows_people else (),
        )

    def _pass(self, view: View, record: _Record, language: str | None, *, first: bool) -> View:
        """The view after all rules; steps, captions and (in the first pass) flags go to the record."""
        if view.language != "und":
            view = view.replace(language="und")
        for stage in self._stages:
            if stage.name == "language" and (language or self._identifies) and (code := language or _identified(view)) != "und":
                view = view.replace(language=code)
            if not stage.rules:
                continue
            asked, last = stage.asked(view), -1
            if stage.name == TOGETHER:
                view = self._apply([rule for _, rule in asked], view, record, first=first)
                continue
            while asked:
                for place, rule in asked:
                    if place <= last:
                        continue
                    before, view, last = view, self._apply((rule,), view, record, first=first), place
                    if view is not before:  # an edit may bring characters that further rules need
                        asked = stage.asked(view)
                        break
                else:
                    break
        return view

    def _apply(self, rules: Sequence[Rule], view: View, record: _Record, *, first: bool) -> View:
        """The view after these rules, which see the same text; of two that want the same place the first gets it."""
        found = [(rule, p) for rule in rules for p in _found(rule, view)]
        if not found:
            return view
        edits: list[Edit] = []
        title_end, gap = view.title_end, view.gap
        for rule, p in _apart(found) if len(rules) > 1 else found:
            if title_end is not None and p.start < view.body_start and p.end > title_end:
                continue  # the border between a title in front and the text is nobody's to edit
            e = rule.edit(view.text, p)
            if rule.flags_only or e.confidence < self.config.min_confidence:
                if first and (rule.flags_only or p.lift or e.before != e.after):
                    record.flags.append(traced(e, tuple(record.steps)))
                continue
            edits.append(e)
            if rule.stage == "names":
                record.corrected.setdefault(e.after, {})[e.before] = None
            if p.lift == "caption":
                record.captions.append(e.before.strip())
            elif p.lift == "title":
                title_end, gap = p.start, 2
        step = make_step(view.text, edits) if edits else Step(())
        if not step.edits:
            return view if title_end == view.title_end else view.replace(title_end=title_end, gap=gap)
        record.steps.append(step)
        if view.title_end is not None:
            title_end = step.forward(view.title_end)
        return view.replace(text=step.apply(view.text), title_end=title_end, gap=gap)


def _rebuilt(config: Config, names: NameTable | None, people: People | None) -> Normalizer:
    """A Normalizer that was pickled: with the people as they were, whatever has become of their file."""
    normalizer = Normalizer(replace(config, people=None), names=names)
    normalizer.config = config
    for one in (normalizer, normalizer._before, normalizer._after):
        if one is not None:
            one._people = people
    return normalizer


def _identified(view: View) -> str:
    from .language import detect_language

    return detect_language(view.text).code


def _apart(found: list[tuple[Rule, Proposal]]) -> Iterator[tuple[Rule, Proposal]]:
    """The proposals in the order of the text, without those that overlap one of an earlier rule."""
    order = {id(pair): i for i, pair in enumerate(found)}
    last: tuple[Rule, Proposal] | None = None
    for pair in sorted(found, key=lambda pair: (pair[1].start, order[id(pair)])):
        if last is not None and pair[1].start < last[1].end:
            if order[id(pair)] > order[id(last)]:
                continue
        elif last is not None:
            yield last
        last = pair
    if last is not None:
        yield last


def _no_text(**values: object) -> InputError:
    name, value = next((name, value) for name, value in values.items() if not isinstance(value, _TEXT))
    return InputError(f"{name} takes a str or None, not {type(value).__name__}")


def _persons(view: View, record: _Record) -> tuple[Person, ...]:
    from .names.persons import persons

    return persons(view, record.corrected)


def _checked_table(names: NameTable | None) -> NameTable | None:
    if names is None:
        return None
    from .names.table import NameTable

    if not isinstance(names, NameTable):
        raise ConfigError(f"names takes a newsnorm.NameTable, not {type(names).__name__}; NameTable.load reads one from its file")
    return names


def _loaded(path: str | None) -> People | None:
    if path is None:
        return None
    from .people import load_people

    return load_people(path)


def _without_blank_title(view: View, record: _Record) -> View:
    """A title of which the rules left nothing is none."""
    if view.text[: view.title_end].strip():
        return view
    front = view.text[: view.body_start]
    record.steps.append(Step((Edit(GIVEN_TITLE, 0, len(front), front, "", 1.0, "nothing is left of the title"),)))
    record.title_given = False
    return view.replace(text=view.text[view.body_start :], title_end=None, gap=0)


def _reads_as_html(view: View) -> bool:
    """Whether the repaired text begins like a page: whoever normalised it again would lose it to the extraction."""
    if "<" not in view.text:
        return False
    from .extract import is_html

    return is_html(view.text[view.body_start :])


def _found(rule: Rule, view: View) -> list[Proposal]:
    try:
        found = list(rule.find(view))
    except MemoryError as error:
        raise InputError(f"memory ran out in rule {rule.id}; give the text in parts") from error
    except Exception as error:  # of a caller's own rule: nobody could tell which one it was
        raise RuleError(f"rule {rule.id} failed with {type(error).__name__}: {error}; mend it or leave it out with `ignore`") from error
    for p in found:
        if wrong := fault(p):
            raise RuleError(f"rule {rule.id}: {p!r} {wrong}; yield newsnorm.Proposal(start, end, after)")
    if found and view.code and rule.stage in READING:
        return [p for p in found if not view.is_code(p.start, p.end)]
    return found


def _all_flagged(record: _Record, *, title_given: bool) -> _Record:
    """For a text that the rules keep changing: no edit at all; those of the first pass are flags."""
    steps = record.steps[: record.first]
    changes = [traced(e, tuple(steps[:k])) for k, step in enumerate(steps) for e in step.edits]
    return _Record([*record.flags, *changes], title_given)
