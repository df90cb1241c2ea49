"""`newsnorm models`: installs, lists, checks and removes translation packages."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from ..errors import ConfigError
from ..translate import models
from .console import Console, shown
from .output import Output
from .writers import JsonWriter


def run_models(args: Namespace, console: Console) -> int:
    """Run the command; 0, or 2 after an error. Raises NewsnormError."""
    with Output(None) as out:
        if args.models == "list":
            return _list(args, console, out)
        if args.models == "install":
            package = _install(args)
            _write(out, _card(package, "installed"))
            return 0
        if args.models == "remove":
            _write(out, [f"removed {models.remove(args.source, args.target)}"])
            return 0
        package = models.find(args.source, args.target)
        if args.models == "info":
            if args.format == "json":
                listed = JsonWriter(out, listed=True)
                listed.value(_record(package))
                listed.end()
            else:
                _write(out, _card(package, "model"))
        elif args.models == "verify":
            checked = models.verify(package)
            _write(out, [f"{'-'.join(package.pair)}: {checked} files are as they were installed"])
        else:
            found = models.update_probe(package)
            _write(out, [f"{'-'.join(package.pair)}, {found.engine}", *_rates(found.rates)])
    return 0


def _install(args: Namespace) -> models.Package:
    what: list[str] = args.what
    if args.index is not None:
        if len(what) != 2:
            raise ConfigError("--index needs two languages: `newsnorm models install es en --index FILE-OR-URL`")
        return models.install_from_index(what[0], what[1], args.index, sha256=args.sha256)
    if len(what) != 1:
        raise ConfigError("give one .argosmodel file, or two languages with --index FILE-OR-URL")
    return models.install(what[0], sha256=args.sha256)


def _list(args: Namespace, console: Console, out: Output) -> int:
    packages, damaged = models.installed()
    if args.format == "json":
        listed = JsonWriter(out, listed=True)
        for package in packages:
            listed.value(_record(package))
        listed.end()
    elif packages:
        _write(out, (f"{'-'.join(p.pair):<8} {p.metadata.version:<8} {_keeper(p):<15} licence {p.metadata.licence:<12} {p.path}" for p in packages))
    else:
        _write(out, [f"no models in {' or '.join(map(str, models.search_path()))}; install one: `newsnorm models install FILE.argosmodel`"])
    for broken in damaged:
        console.error(f"left out, {broken.why}")
    return 2 if console.errors else 0


def _keeper(package: models.Package) -> str:
    return "newsnorm" if package.lock else "argostranslate"


def _record(package: models.Package) -> dict[str, Any]:
    m, lock = package.metadata, package.lock
    return {
        "source": m.source,
        "target": m.target,
        "version": m.version,
        "licence": m.licence,
        "path": str(package.path),
        "kept_by": _keeper(package),
        "checksum": package.checksum(),
        "sha256": lock.sha256 if lock else None,
        "origin": lock.origin if lock else None,
        "installed": lock.installed if lock else None,
        "probe": lock.probe if lock else None,
        "probed_with": lock.probed_with if lock else None,
    }


def _card(package: models.Package, heading: str) -> Iterator[str]:
    m, lock = package.metadata, package.lock
    yield f"{heading}: {m.source_name} to {m.target_name} ({m.source}-{m.target}), version {m.version}, licence {m.licence}"
    yield f"  in        {package.path}"
    yield f"  checksum  {package.checksum()}"
    if lock is None:
        yield "  lock      none: argostranslate installed it"
        return
    yield f"  file      {lock.origin}"
    yield f"  sha256    {lock.sha256}"
    yield f"  installed {lock.installed}"
    yield f"  probed with {lock.probed_with}"
    yield from _rates(lock.probe)


def _rates(rates: dict[str, float]) -> Iterator[str]:
    yield "  placeholders kept:"
    yield from (f"    {shape.format(0):<8} {rate:.1%}" for shape, rate in sorted(rates.items(), key=lambda item: (-item[1], item[0])))


def _write(out: Output, lines: Any) -> None:
    for line in lines:
        out.write((shown(line) + "\n").encode("utf-8", "backslashreplace"))
