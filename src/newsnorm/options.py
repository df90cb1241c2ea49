"""The options of each command, and the examples below its help."""

import argparse

from .arguments import Help, Parser, path

_FIX_EPILOG = """\
Text gives text: title, blank line, body, and captions at the end. A .jsonl or .json record keeps its
fields; "text" and "title" are replaced, "captions", "language" and "newsnorm" (every change, so that it
can be undone) are added. A record may have title, language, source_text, source_language and people beside
its text; "language" comes out as the one that was used. A record that cannot be used is reported and left
out; with --in-place it stays as it is. Any other file is taken as plain text, whatever its name says: do
not give code or tables. Of several texts in one output, each has a line `==> FILE <==` before it.

examples:
  newsnorm fix article.txt                      to standard output
  newsnorm fix --in-place news/*.txt
  newsnorm fix page.html --format json          the article with its record
  newsnorm fix crawl.jsonl --ignore layout,names -o clean.jsonl
  zcat crawl.jsonl.gz | newsnorm fix --input-format jsonl > clean.jsonl
"""
_CHECK_EPILOG = """\
Each edit has its place (line and column; in a record, of its field), rule, confidence and reason. Flags
are what newsnorm suspects and leaves alone; they do not make the exit code 1.

examples:
  newsnorm check article.txt
  newsnorm check news/*.txt --select encoding,boilerplate
  newsnorm check crawl.jsonl --format json
"""
_EXPLAIN_EPILOG = """\
examples:
  newsnorm explain                              all rules, by stage
  newsnorm explain typography                   the rules of one stage
  newsnorm explain typography.doubled-stop      one rule: what it repairs, what it leaves alone
"""
_DETECT_EPILOG = """\
The code is BCP 47, "und" for a text that does not show its language; the number is the confidence.

examples:
  newsnorm detect article.txt
  newsnorm detect crawl.jsonl --format json
"""
_NAMES_EPILOG = """\
The table says in how many documents each person's full name stands. `fix` and `check` take it as evidence
(--names): it supports a repair that the article alone leaves unsure, and tells apart people with similar names.

examples:
  newsnorm names learn crawl.jsonl -o names.json
  newsnorm names show names.json
  newsnorm fix article.txt --names names.json
"""
_MODELS_EPILOG = """\
Models lie in NEWSNORM_MODELS, or in newsnorm/models of your data folder; those that argostranslate has
installed are used, too, and never changed. Only `install` with an index that is a URL uses the network.

examples:
  newsnorm models install translate-es_en-1_9.argosmodel --sha256 H
  newsnorm models install es en --index https://models.example/index.json
  newsnorm models verify es en                  are its files as they were installed?
  newsnorm models probe es en                   which shapes of placeholders does it keep?
"""


_RETRANSLATE_EPILOG = """\
Each paragraph comes back as one paragraph, with names, numbers and addresses as they were. What cannot be
translated well stays in the source language and is flagged in the record. Nothing goes over the network.
Without --translator, ct2 translates if a model for the pair is installed, else argos, else apertium.

examples:
  newsnorm retranslate noticia.txt --from es
  newsnorm retranslate crawl.jsonl --from es --to en -o english.jsonl
  newsnorm retranslate crawl.jsonl --from es -o english.jsonl --resume
                                                go on where an interrupted run stopped
  newsnorm fix noticia.txt --translate-to en    normalise, translate, normalise the result
"""

#: What takes arguments: a parser, or a group of one.
_Group = argparse._ActionsContainer


def _add_fix(parser: Parser) -> None:
    _add_input(parser)
    parser.add_argument("--format", choices=("text", "json", "jsonl"), help="format of the output; the input's own if not given")
    target = parser.add_mutually_exclusive_group()
    target.add_argument("-o", "--output", type=path, metavar="FILE", help="write here; the file appears whole or not at all")
    target.add_argument("-i", "--in-place", action="store_true", help="replace each input file by its repaired self")
    _add_settings(parser)
    group = parser.add_argument_group("how to translate")
    group.add_argument("--translate-to", metavar="CODE", help="BCP 47 code: translate the normalised article, and normalise the translation")
    _add_translation(group)


def _add_check(parser: Parser) -> None:
    _add_input(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text to read, or a JSON list of findings")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="auto: on a terminal, unless NO_COLOR is set")
    _add_settings(parser)


def _add_explain(parser: Parser) -> None:
    parser.add_argument("rule", metavar="RULE", nargs="?", help="id of a rule, or a stage; all rules if not given")


def _add_detect(parser: Parser) -> None:
    _add_input(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="lines to read, or a JSON list")


def _add_names(parser: Parser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, what: str) -> Parser:
        added: Parser = actions.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.", formatter_class=Help, allow_abbrev=False)
        return added

    learn = action("learn", "count the names of a corpus")
    _add_input(learn)
    learn.add_argument("-o", "--output", type=path, metavar="FILE", help="write the table here; the file appears whole or not at all")
    learn.add_argument("--limit", type=int, metavar="N", help="spellings to keep, the most used ones (1,000,000); memory holds twice as many at most")
    learn.add_argument("--language", metavar="CODE", help="BCP 47 code of the texts, over what a record says; identified if not given")
    show = action("show", "show the most used names of a table, or one name with its spellings and the names near to it")
    show.add_argument("table", type=path, metavar="TABLE", help="a table that `names learn` wrote")
    show.add_argument("name", metavar="NAME", nargs="?", help="a full name, in any style; the most used names if not given")
    show.add_argument("--top", type=int, metavar="N", help="how many names (20)")
    merge = action("merge", "add tables of different documents")
    merge.add_argument("files", type=path, metavar="TABLE", nargs="+", help="tables that `names learn` wrote")
    merge.add_argument("-o", "--output", type=path, metavar="FILE", help="write the sum here; the file appears whole or not at all")
    merge.add_argument("--limit", type=int, metavar="N", help="spellings to keep, the most used ones; all if not given")


def _add_models(parser: Parser) -> None:
    commands = parser.add_subparsers(dest="models", metavar="COMMAND", required=True)

    def add(name: str, what: str, *, pair: bool = True) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.", formatter_class=Help, allow_abbrev=False)
        if pair:
            command.add_argument("source", metavar="FROM", help="code of the language to translate from, such as es")
            command.add_argument("target", metavar="TO", help="code of the language to translate to, such as en")
        return command

    install = add("install", "check a package, unpack and probe it; an older one of its pair is replaced", pair=False)
    install.add_argument("what", metavar="WHAT", nargs="+", help="an .argosmodel file; with --index, the codes of two languages")
    install.add_argument("--index", type=path, metavar="FILE|URL", help="JSON list of packages with links; only a URL uses the network")
    install.add_argument("--sha256", metavar="H", help="what the package file must have")
    for command in (add("list", "list the models that are used", pair=False), add("info", "show all that is known of a model")):
        command.add_argument("--format", choices=("text", "json"), default="text", help="lines to read, or a JSON list")
    add("verify", "compare a model's files with what was installed")
    add("probe", "ask a model again which shapes of placeholders it keeps")
    add("remove", "remove a model that newsnorm installed")


def _add_retranslate(parser: Parser) -> None:
    _add_input(parser)
    parser.add_argument("--format", choices=("text", "json", "jsonl"), help="format of the output; the input's own if not given")
    parser.add_argument("-o", "--output", type=path, metavar="FILE", help="write here; the file appears whole or not at all")
    parser.add_argument("--resume", action="store_true", help="with JSONL and -o: keep what an interrupted run left in FILE.part, and go on")
    parser.add_argument("--from", dest="source", metavar="CODE", help="BCP 47 code of the text; a record's own, or identified, if not given")
    parser.add_argument("--to", dest="target", metavar="CODE", default="en", help="BCP 47 code of the language wanted (en)")
    _add_translation(parser)


def _add_translation(parser: _Group) -> None:
    parser.add_argument("--translator", choices=("ct2", "argos", "apertium"), help="the engine; the first that has the pair if not given")
    parser.add_argument("--model", type=path, metavar="FILE", help="package of the model, for ct2 and argos")
    parser.add_argument("--threads", type=int, metavar="N", help="threads of ct2 (all processors, at most 4) and argos (1)")
    parser.add_argument("--device", metavar="NAME", help="device of ct2 and argos (cpu)")
    parser.add_argument("--compute-type", metavar="TYPE", help="number format of ct2 and argos (int8)")
    parser.add_argument("--beam-size", type=int, metavar="N", help="beam of ct2 and argos (4)")
    parser.add_argument("--keep-titles", action="store_true", help="leave titles of works in quotation marks as they are")
    parser.add_argument("--no-cache", action="store_true", help="neither read nor keep translated sentences on disk")


def _add_input(parser: Parser) -> None:
    parser.add_argument("files", type=path, metavar="FILE", nargs="*", help="text, .html, .json or .jsonl; `-` or none is standard input")
    parser.add_argument("--input-format", choices=("text", "html", "json", "jsonl"), help="what the input is, whatever the names say")
    parser.add_argument("--charset", help="declared charset of text and HTML files, such as windows-1251")


def _add_settings(parser: Parser) -> None:
    group = parser.add_argument_group("how to normalise")
    group.add_argument("--select", action="append", metavar="RULES", help="run these rule ids or stages only (comma separated, repeatable)")
    group.add_argument("--ignore", action="append", metavar="RULES", help="leave these out (comma separated, repeatable)")
    group.add_argument("--min-confidence", type=float, metavar="X", help="0 to 1: an edit below it becomes a flag (0.9)")
    group.add_argument("--captions", choices=("separate", "keep", "drop"), help="photo captions: out of the text, once in place, or gone")
    group.add_argument("--names", type=path, metavar="FILE", help="names of the corpus, as evidence: a table that `newsnorm names learn` wrote")
    group.add_argument("--people", type=path, metavar="FILE", help="people of your own and names that are never one person, TOML or JSON")
    group.add_argument("--surnames", choices=("flag", "repair"), help="a slip in a surname that stands alone (flag)")
    group.add_argument("--config", type=path, metavar="FILE", help="TOML file of settings, or a pyproject.toml; options given here override it")
    group.add_argument("--language", metavar="CODE", help="BCP 47 code of the text, over what a record says; identified if not given")
    group.add_argument("--source-language", metavar="CODE", help="BCP 47 code of the language it was translated from, over what a record says")
    group.add_argument("--title", help="the title, for one text or HTML file")


_COMMANDS = {
    "fix": (_FIX_EPILOG, _add_fix),
    "check": (_CHECK_EPILOG, _add_check),
    "retranslate": (_RETRANSLATE_EPILOG, _add_retranslate),
    "explain": (_EXPLAIN_EPILOG, _add_explain),
    "detect": (_DETECT_EPILOG, _add_detect),
    "names": (_NAMES_EPILOG, _add_names),
    "models": (_MODELS_EPILOG, _add_models),
}


def add_options(name: str, command: Parser) -> None:
    """Give the parser of a command its options and its epilog."""
    command.epilog, add = _COMMANDS[name]
    add(command)
