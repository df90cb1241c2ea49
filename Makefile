# Two commands for a fresh machine (Debian, CPython >= 3.11 with venv, make): `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: apertium run test test-argos lint types unit bench docs mutation clean

# The virtual environment with newsnorm, and an article normalised: first the article, then what was changed and why.
run: $(VENV)/.run
	@$(BIN)/newsnorm fix fixtures/article.txt
	@echo
	@$(BIN)/newsnorm check fixtures/article.txt || test $$? -eq 1

# Lint, types and the whole suite.
test: lint types unit

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

unit: $(VENV)/.test apertium
	$(BIN)/pytest -n auto --cov --cov-report=term --cov-fail-under=95

# Apertium, for its tests, where apt can install it; without it they are skipped.
apertium:
	@command -v apertium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		apt-get update -qq && apt-get install -y -qq apertium apertium-eng-spa >/dev/null; } || echo "apertium is not installed; its tests are skipped"

# The benchmark gate: ratios against peers in one run, compared with bench/floors.toml.
bench: $(VENV)/.test
	$(BIN)/python bench/gate.py --quick

# What needs argostranslate: its engine, and the comparison with ours. It takes 1.4 GB and some minutes, so it is no part of `make test`.
test-argos: $(VENV)-argos/.test
	$(VENV)-argos/bin/pytest tests/test_argos.py tests/test_offline.py
	$(VENV)-argos/bin/python bench/translate.py

$(VENV)-argos/.test: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)-argos
	$(VENV)-argos/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt torch==2.13.0 --editable '.[argos,test]'
	@touch $@

# The generated pages of docs/reference.
docs: $(VENV)/.test
	$(BIN)/python tools/make_docs.py

# Mutants of the core, and how many the tests kill (slow; not part of `make test`).
mutation: $(VENV)/.test
	$(BIN)/pip install --quiet --disable-pip-version-check '.[mutation]'
	$(BIN)/mutmut run
	$(BIN)/mutmut export-cicd-stats && cat mutants/mutmut-cicd-stats.json

$(VENV)/.run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@# the proof that nothing uses the network; without strace a namespace without interfaces has to do
	@command -v strace > /dev/null || test "$$(id -u)" -ne 0 || apt-get install --quiet=2 --yes strace > /dev/null 2>&1 || true
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) $(VENV)-argos .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist mutants
