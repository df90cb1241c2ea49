"""The commands, one module each."""

from __future__ import annotations

from argparse import Namespace

from ..errors import NewsnormError
from .console import Console


def run(args: Namespace) -> int:
    """Run the command of the parsed arguments; the exit code."""
    console = Console()
    try:
        return _run(args, console)
    except NewsnormError as error:
        why = str(error)
    except MemoryError:
        why = "memory ran out; give less at a time"
    finally:
        console.clear()
    console.error(why)  # here, where what the error held is free again
    return 2


def _run(args: Namespace, console: Console) -> int:
    if args.command == "fix":
        from .fix import fix

        return fix(args, console)
    if args.command == "check":
        from .check import check

        return check(args, console)
    if args.command == "detect":
        from .detect import detect

        return detect(args, console)
    if args.command == "names":
        from .names import names

        return names(args, console)
    if args.command == "models":
        from .models import run_models

        return run_models(args, console)
    if args.command == "retranslate":
        from .retranslate import retranslate

        return retranslate(args, console)
    from .explain import explain

    return explain(args)
