"""Installing from an index, as a file and over the network of this machine."""

import json
import threading
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import packages
from newsnorm.errors import ModelError
from newsnorm.translate import models
from newsnorm.translate.models import fetch as fetching

DATA = packages.PHRASEBOOK.read_bytes()
ENTRY = json.loads(packages.metadata(links=["models/es-en.argosmodel"]))


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """An empty folder for models."""
    monkeypatch.setenv("NEWSNORM_MODELS", str(tmp_path / "store"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "store"


@pytest.fixture
def index(tmp_path):
    """Writes an index beside a package; gives its path."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "es-en.argosmodel").write_bytes(DATA)

    def write(entries):
        path = tmp_path / "index.json"
        path.write_text(entries if isinstance(entries, str) else json.dumps(entries), encoding="utf-8")
        return str(path)

    return write


class Pages(BaseHTTPRequestHandler):
    def __init__(self, pages, *args):
        self.pages = pages
        super().__init__(*args)

    def do_GET(self):
        status, headers, body = self.pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def serve():
    """Serves pages; gives the address."""
    servers = []

    def serve(pages):
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, pages))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_highest_version_of_an_index_file(index):
    old = ENTRY | {"package_version": "0.0.9", "links": ["models/none.argosmodel"]}
    path = index([old, ENTRY | {"package_version": "0.10"}, {"type": "sbd"}, "x", ENTRY | {"from_code": "fr"}])
    package = models.install_from_index("es", "en", path)
    assert package.pair == ("es", "en")
    assert package.lock.origin.endswith("models/es-en.argosmodel")


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ("{", "is not JSON"),
        ({}, "not a list"),
        ([], "it lists none"),
        ([ENTRY | {"from_code": "fr"}], r"no package for es to en \(it lists fr-en\)"),
        ([ENTRY | {"links": []}], "has no link"),
        ([ENTRY | {"links": ["ipfs://x", 3]}], "has no link"),
        ([ENTRY | {"links": ["https://models.example/es-en.argosmodel"]}], "only a link to the network"),
        ([ENTRY | {"package_version": "x"}], "not a number"),
        ([ENTRY | {"sha256": "0" * 64}], "its sha256 is"),
    ],
)
def test_a_useless_index_file_installs_nothing(entries, why, index, store, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the network was used"))
    with pytest.raises(ModelError, match=why):
        models.install_from_index("es", "en", index(entries))
    assert not store.exists()


def test_a_missing_and_an_enormous_index(tmp_path):
    with pytest.raises(ModelError, match="cannot read the index"):
        models.install_from_index("es", "en", str(tmp_path / "none.json"))
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(33 << 20)
    with pytest.raises(ModelError, match="larger than 32 megabytes"):
        models.install_from_index("es", "en", str(tmp_path / "large.json"))


def test_an_index_at_an_address(serve):
    pages = {"/es-en.argosmodel": (200, {}, DATA), "/moved": (302, {"Location": "/es-en.argosmodel"}, b"")}
    url = serve(pages)
    pages["/index.json"] = (200, {}, json.dumps([ENTRY | {"links": [f"{url}/none", f"{url}/moved"]}]).encode())
    package = models.install_from_index("es", "en", f"{url}/index.json", sha256=sha256(DATA).hexdigest())
    assert package.lock.origin == f"{url}/none"
    assert models.verify(package)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((404, {}, b""), "404"),
        ((200, {"Content-Length": "2000000"}, DATA[:5000]), "broke off|more expected"),
        ((200, {}, DATA[:5000]), "not an .argosmodel file"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "302|file"),
    ],
)
def test_a_bad_download_installs_nothing(answer, why, serve, store):
    pages = {"/es-en.argosmodel": answer}
    url = serve(pages)
    pages["/index.json"] = (200, {}, json.dumps([ENTRY | {"links": [f"{url}/es-en.argosmodel"]}]).encode())
    with pytest.raises(ModelError, match=why) as caught:
        models.install_from_index("es", "en", f"{url}/index.json")
    assert "\n" not in str(caught.value)
    assert not store.exists()


def test_a_download_has_a_largest_size(serve, tmp_path):
    url = serve({"/large": (200, {}, bytes(5000))})
    with pytest.raises(ModelError, match="more than 4,999 bytes"):
        fetching.fetch([f"{url}/large"], tmp_path / "x", largest=4999)


def test_a_server_that_is_not_there(tmp_path):
    with pytest.raises(ModelError, match="cannot download"):
        fetching.fetch(["http://127.0.0.1:9/index.json"], tmp_path / "x")


def test_an_index_that_lies_about_the_pair(index):
    with pytest.raises(ModelError, match="the index says fr-en, but the package translates es-en"):
        models.install_from_index("fr", "en", index([ENTRY | {"from_code": "fr"}]))
