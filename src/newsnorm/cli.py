"""The command line, `newsnorm fix | check | retranslate | explain | detect | names | models`, and its exit codes.

A command's options are in options.py and what it does in commands/, imported when it runs, so that `--help` costs little more than the
interpreter.
"""

import sys

from . import __version__
from .arguments import Help, Parser, drop, flush, say

_EPILOG = """\
examples:
  newsnorm check article.txt                    show what would be edited, and why
  newsnorm fix article.txt -o clean.txt         write the repaired article
  newsnorm fix crawl.jsonl > clean.jsonl        one record a line in, the same out
  curl -s URL | newsnorm fix --input-format html
  newsnorm explain typography                   the rules of a stage

exit codes: 0 done, 1 `check` found edits, 2 wrong usage or input, 128 and its number after a signal
"""


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the exit code is 0, 1 (`check` found edits) or 2 (wrong usage or input), or 128 and the number of a signal."""
    code = _run(sys.argv[1:] if argv is None else argv)
    lost = flush(sys.stdout)
    if lost and code == 0:  # else it is told already
        say(f"cannot write standard output: {lost}")
        code = 2
    flush(sys.stderr)
    return code


def _run(argv: list[str]) -> int:
    try:
        args = _parser(argv).parse_args(argv)
        from .commands import run
        from .commands.signals import caught

        with caught():
            return run(args)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    except BrokenPipeError:
        drop(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return 130


def _parser(argv: list[str] | None = None) -> Parser:
    """The parser. With ``argv``, only the commands that stand in it get their options: the others would cost time and not be seen."""
    parser = Parser(
        prog="newsnorm",
        description="Gives back the news article: right characters, no page debris, one spelling for one person. Every edit is on record.",
        epilog=_EPILOG,
        formatter_class=Help,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"newsnorm {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, what in _COMMANDS:
        wanted = argv is None or name in argv
        command = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.", formatter_class=Help, allow_abbrev=False, add_help=wanted)
        if wanted:
            from .options import add_options

            add_options(name, command)
    return parser


_COMMANDS = (
    ("fix", "repair articles"),
    ("check", "show the edits, change nothing"),
    ("retranslate", "translate articles, offline"),
    ("explain", "list the rules, or explain one"),
    ("detect", "tell the language"),
    ("names", "learn the names of a corpus, as evidence for fix and check"),
    ("models", "install and check translation models"),
)

if __name__ == "__main__":
    sys.exit(main())
