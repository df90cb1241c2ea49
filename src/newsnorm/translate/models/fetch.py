"""The one place that uses the network: downloads a file, for `newsnorm models install ... --index URL` and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from ...errors import ModelError
from .archive import LARGEST

_SECONDS = 60


def fetch(urls: Sequence[str], path: Path, *, largest: int = LARGEST) -> None:
    """Write what the first URL that answers gives to the path. Raises ModelError if none does or it is larger than ``largest`` bytes."""
    from http.client import HTTPException
    from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, build_opener

    class Redirects(HTTPRedirectHandler):
        """Never from https to anything else."""

        def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
            if req.type == "https" and urlsplit(newurl).scheme != "https":
                raise ModelError(f"{req.full_url} leads from https to {newurl}; refused, give another address")
            return super().redirect_request(req, fp, code, msg, headers, newurl)

    opener: OpenerDirector = build_opener(ProxyHandler(), Redirects())
    failure = "no address"
    for url in urls:
        try:
            with opener.open(url, timeout=_SECONDS) as answer, path.open("wb") as out:
                got = 0
                while chunk := answer.read(1 << 20):
                    got += len(chunk)
                    if got > largest:
                        raise ModelError(f"{url} gives more than {largest:,} bytes; refused, give another address")
                    out.write(chunk)
                length = answer.headers.get("Content-Length")
                if length and length.isdigit() and int(length) != got:
                    failure = f"it broke off after {got:,} of {int(length):,} bytes"
                    continue
                return
        except (OSError, HTTPException, ValueError) as error:
            failure = str(error) or type(error).__name__
    raise ModelError(f"cannot download {urls[-1]}: {failure}; try again, or download it otherwise and give the file")
