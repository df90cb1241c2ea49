"""`newsnorm detect`: the language of each file or record."""

from __future__ import annotations

from argparse import Namespace

from ..config import Config
from ..language import detect_language
from ..normalizer import Normalizer
from .console import Console, shown
from .inputs import Article, all_articles, sources
from .output import Output
from .writers import JsonWriter

#: Decoding and extraction only.
_READ = Config(select=("language",), ignore=("language",))


def detect(args: Namespace, console: Console) -> int:
    """Run the command; 0, or 2 after an error."""
    inputs, reader = sources(args), Normalizer(_READ)
    with Output(None) as out:
        listed = JsonWriter(out, listed=True) if args.format == "json" else None
        for article in all_articles(inputs, args, console):
            if not isinstance(article, Article) or (doc := article.untitled().normalized(reader, console)) is None:
                continue
            found = detect_language(doc.original)
            if listed is not None:
                others = [{"language": code, "confidence": confidence} for code, confidence in found.alternatives]
                where = {"file": article.source.name, "record": article.number}
                listed.value({**where, "language": found.code, "confidence": found.confidence, "alternatives": others})
            else:
                line = f"{shown(article.place)}: {found.code} {found.confidence:.3f}\n"
                out.write(line.encode("utf-8", "backslashreplace"))
            out.flush()
        if listed is not None:
            listed.end()
    return 2 if console.errors else 0
