"""The whole way of an article: the source normalised, retranslated, and the result normalised; one record of all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..document import GIVEN_TITLE, Change, Document, Edit, Sentence, Step, make_step, origin_through
from .retranslate import retranslate

if TYPE_CHECKING:
    from ..config import Config

UNKNOWN_LANGUAGE = "retranslate.language"


def translate_article(
    config: Config,
    before: Callable[..., Document],
    after: Callable[..., Document],
    data: str | bytes,
    *,
    source: str | None,
    people: Iterable[str | Mapping[str, Any]] | None,
    **given: Any,
) -> Document:
    """The article in the language that the configuration asks for.

    ``before`` normalises with captions kept in place, ``after`` as the configuration says; both without translating. An
    article that is in the language already is only normalised, and so, with a flag, is one whose language cannot be told.
    """
    people = list(people) if people is not None and not isinstance(people, (str, Mapping)) else people
    first = before(data, source=source, people=people, **given)
    target = (config.translate_to or "").partition("-")[0]
    if first.language.partition("-")[0] in (target, "und"):
        done = after(data, source=source, people=people, **given)
        if first.language != "und" or not done.text.strip():
            return done
        flag = Change(UNKNOWN_LANGUAGE, 0, 0, "", "", 1.0, "not translated: the text does not show its language; give it")
        return replace(done, flags=(*done.flags, flag))
    steps, text, title_end, body = with_title(first)
    names = tuple(p if isinstance(p, str) else str(p["name"]) for p in people or ())
    second = retranslate(
        text,
        source=first.language,
        target=target,
        translator=config.translator,
        model=config.model,
        cache=config.translation_cache,
        people=names,
        keep_titles=config.keep_titles,
        threads=config.threads,
        device=config.device,
        compute_type=config.compute_type,
        beam_size=config.beam_size,
    )
    moved = [(_forward(second, title_end), _forward(second, body))] if title_end is not None else []
    title, begin = (second.text[: moved[0][0]], moved[0][1]) if moved else (None, 0)
    third = after(second.text[begin:], title=title, media_type="text/plain", language=target, source=text, source_language=first.language, people=people)
    between = make_step(second.text, [Edit(GIVEN_TITLE, 0, len(second.text), second.text, third.original, 1.0, "the title stands apart from the text")])
    earlier = (*steps, *second.steps, *([between] if between.edits else []))
    flags = [*first.flags]
    for doc, before_it in ((second, steps), (third, earlier)):
        flags += [_moved(f, before_it) for f in doc.flags]
    return Document(
        original=first.original,
        text=third.text,
        title=third.title,
        captions=third.captions,
        language=third.language,
        steps=(*earlier, *third.steps),
        flags=tuple(flags),
        people=third.people,
        sentences=tuple(_sentence(s, steps, ((between, *third.steps) if between.edits else third.steps)) for s in second.sentences),
    )


def retranslated(text: str, *, title: str | None, **settings: Any) -> Document:
    """:func:`retranslate` for a text whose title stands apart: both are translated, and stand apart again."""
    title = title if title and title.strip() else None
    if title is None:
        return retranslate(text, **settings)
    doc = retranslate(f"{title}\n\n{text}", **settings)
    return without_title(doc, len(doc.original) - len(text) - 2, len(doc.original) - len(text))


def with_title(doc: Document) -> tuple[tuple[Step, ...], str, int | None, int]:
    """The document with its title back in front: the steps that lead there, the text, where the title ends, where the body begins."""
    last = doc.steps[-1] if doc.steps else None
    if doc.title is None or last is None or len(last.edits) != 1 or last.edits[0].start or last.edits[0].after:
        return doc.steps, doc.text, None, 0
    front = last.edits[0].before
    if not front.startswith(doc.title) or front[len(doc.title) :].strip():
        return doc.steps, doc.text, None, 0
    return doc.steps[:-1], front + doc.text, len(doc.title), len(front)


def without_title(doc: Document, title_end: int, body: int) -> Document:
    """A retranslated document whose title, in front until ``title_end`` of the original, stands apart."""
    end, begin = _forward(doc, title_end), _forward(doc, body)
    step = Step((Edit(GIVEN_TITLE, 0, begin, doc.text[:begin], "", 1.0, "the title stands apart from the text"),))
    sentences = tuple(_sentence(s, (), (step,)) for s in doc.sentences)
    return replace(doc, text=doc.text[begin:], title=doc.text[:end], steps=(*doc.steps, step), sentences=sentences)


def _forward(doc: Document, at: int) -> int:
    for step in doc.steps:
        at = step.forward(at)
    return at


def _moved(flag: Change, steps: tuple[Step, ...]) -> Change:
    start, end = origin_through(steps, flag.start, flag.end)
    return replace(flag, start=start, end=end)


def _sentence(s: Sentence, before: tuple[Step, ...], after: tuple[Step, ...]) -> Sentence:
    """The sentence with its source in the original, and where it stands after the later steps: an empty span if it was taken out."""
    source_start, source_end = origin_through(before, s.source_start, s.source_end)
    start, end = s.start, s.end
    for step in after:
        start, end = step.carry(start, end)
    return replace(s, start=start, end=end, source_start=source_start, source_end=source_end)
