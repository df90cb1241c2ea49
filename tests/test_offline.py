"""No network: a translation runs where there is none, and asks the kernel for none."""

import re
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec

import pytest

import packages

_RUN = """
import sys, warnings
warnings.simplefilter("ignore")
from newsnorm.translate.{module} import {engine}
print({engine}(sys.argv[1]).translate_batch(["Los vecinos de ⟦0⟧ piden más autobuses."], "es", "en")[0][0].text)
"""
ANSWER = "The residents of ⟦0⟧ are asking for more buses.\n"
ENGINES = [
    "Ct2",
    pytest.param("Argos", marks=pytest.mark.skipif(find_spec("argostranslate") is None, reason="argostranslate is not installed; see `make test-argos`")),
]


@cache
def works(*command):
    return shutil.which(command[0]) is not None and subprocess.run([*command, sys.executable, "-c", ""], capture_output=True, check=False).returncode == 0


def run(engine, *command):
    code = _RUN.format(module=engine.lower(), engine=engine)
    return subprocess.run([*command, sys.executable, "-c", code, str(packages.PHRASEBOOK)], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("engine", ENGINES)
def test_it_translates_in_a_namespace_without_interfaces(engine):
    command = next((c for c in (("unshare", "-rn"), ("unshare", "-n")) if works(*c)), None)
    if command is None:
        pytest.skip("neither unshare -rn nor unshare -n is allowed here; the test with strace shows the same")
    assert run(engine, *command) == ANSWER


@pytest.mark.parametrize("engine", ENGINES)
def test_it_asks_the_kernel_for_no_network(engine, tmp_path):
    """Also from C++ code, which Python's hooks do not see. A socket that only binds to its own machine asks nobody."""
    command = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(tmp_path / "calls"))
    if not works(*command):
        pytest.skip("strace is not installed or not allowed here; the test without interfaces shows that none is needed")
    assert run(engine, *command) == ANSWER
    calls = (tmp_path / "calls").read_text(encoding="utf-8", errors="replace").splitlines()
    network = [c for c in calls if re.search(r"\b(socket|connect|sendto|sendmsg|sendmmsg)\(", c) and "AF_UNIX" not in c]
    if engine == "Argos":  # one of its libraries asks whether the machine has IPv6, by binding to it
        network = [c for c in network if "connect(" in c or "send" in c]
    assert network == []


def test_strace_would_see_a_look_up(tmp_path):
    """The proof can fail."""
    command = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(tmp_path / "calls"))
    if not works(*command):
        pytest.skip("strace is not installed or not allowed here")
    code = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('127.0.0.1', 9))"
    subprocess.run([*command, sys.executable, "-c", code], check=True)
    assert re.search(r"connect\(.*127\.0\.0\.1", (tmp_path / "calls").read_text(encoding="utf-8"))
