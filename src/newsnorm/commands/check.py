"""`newsnorm check`: shows what `fix` would edit, and changes nothing."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from .console import Console, Palette, shown
from .findings import Finding, findings, shortened
from .inputs import Article, all_articles, sources
from .output import Output
from .settings import normalizer
from .writers import JsonWriter


@dataclass
class _Totals:
    edits: int = 0
    flags: int = 0
    articles: int = 0
    hit: int = 0
    records: bool = False

    def add(self, article: Article, found: list[Finding]) -> None:
        flags = sum(f.is_flag for f in found)
        self.edits += len(found) - flags
        self.flags += flags
        self.articles += 1
        self.hit += bool(found)
        self.records |= article.record is not None

    def __str__(self) -> str:
        of = _counted(self.articles, "record" if self.records else "file")
        if not self.hit:
            return f"no changes in {of}"
        flags = f", {_counted(self.flags, 'flag')}" if self.flags else ""
        return f"{_counted(self.edits, 'change')}{flags} in {self.hit:,} of {of}"


def check(args: Namespace, console: Console) -> int:
    """Run the command: 1 if there is an edit to make, 0 if there is none, 2 after an error."""
    rules = normalizer(args)
    inputs = sources(args)
    palette, totals = Palette(args.color), _Totals()
    with Output(None) as out:
        listed = JsonWriter(out, listed=True) if args.format == "json" else None
        for article in all_articles(inputs, args, console):
            if not isinstance(article, Article) or (doc := article.normalized(rules, console)) is None:
                continue
            found = findings(article, doc)
            totals.add(article, found)
            for finding in found:
                if listed is not None:
                    listed.value(finding.to_dict(article))
                else:
                    out.write((_report(article, finding, palette) + "\n").encode("utf-8", "backslashreplace"))
            out.flush()
        if listed is not None:
            listed.end()
        elif totals.articles:
            out.write(f"{totals}\n".encode())
    return 2 if console.errors else 1 if totals.edits else 0


def _report(article: Article, finding: Finding, palette: Palette) -> str:
    change = finding.change
    kind = palette.suspected("flag") + " " if finding.is_flag else ""
    head = f"{palette.place(shown(_place(article, finding)))} {kind}{palette.rule(change.rule)} {palette.dim(f'({change.confidence:.2f})')}"
    return "\n".join([f"{head} {shown(change.reason)}", *_difference(finding, palette)])


def _place(article: Article, finding: Finding) -> str:
    at = f"{finding.line}:{finding.column}"
    if article.record is None and finding.field == "text":
        return f"{article.place}:{at}"
    return f"{article.place} {finding.field}:{at}"


def _difference(finding: Finding, palette: Palette) -> list[str]:
    """The line around: removed and added in colour, or as two lines."""
    change = finding.change
    if not finding.left and not finding.right and not change.before and not change.after:
        return []
    left, right = shown(finding.left), shown(finding.right)
    before, after = (shown(shortened(part), every=True) for part in (change.before, change.after))
    mark = "?" if finding.is_flag else ""
    if before == after:
        return [f"{mark or ' '}   {left}{palette.suspected(before)}{right}"]
    if palette.on:
        return [f"{mark or ' '}   {left}{palette.removed(before)}{palette.added(after)}{right}"]
    return [f"{mark}-   {left}{before}{right}", f"{mark}+   {left}{after}{right}"]


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
