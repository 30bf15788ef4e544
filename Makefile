# make demo   tags the sample bank's report, validates the filing and says which page to open
# make test   runs the tests
# make check  runs format, lint, types, layers and tests
# make picture  takes the README's picture anew (needs chromium)
# make clean  removes what was made, the environment too
#
# The first of them makes the environment in .venv: it needs Python 3.11 or newer, pip, and nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
INSTALLED := .venv/installed
SAMPLE := samples/harbour-bank

.DEFAULT_GOAL := test
.PHONY: demo test check lint format style types layers picture clean

demo: $(INSTALLED)
	@$(BIN)/tagwright tag $(SAMPLE)/report.txt -o demo-output \
	  --taxonomy bank-disclosure --entity $(SAMPLE)/entity.yaml --period 2025

test: $(INSTALLED)
	@$(BIN)/pytest -q -n auto --dist loadfile

check: lint test

lint: format style types layers

format: $(INSTALLED)
	@$(BIN)/ruff format --check --quiet . || { echo "make: run $(BIN)/ruff format ." >&2; exit 1; }

style: $(INSTALLED)
	@$(BIN)/ruff check --quiet .

types: $(INSTALLED)
	@$(BIN)/mypy

layers: $(INSTALLED)
	@$(BIN)/lint-imports

picture: $(INSTALLED)
	@$(BIN)/python -m tests.browser.picture

clean:
	rm -rf .venv demo-output build dist .coverage .*_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The mark is made last, so that an installation that was cut short is done again. A Python without
# ensurepip (Debian without python3-venv) makes the environment bare and installs with its own pip.
$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("tagwright needs Python 3.11 or newer; this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo "make: preparing .venv (once)" >&2
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null && $(PYTHON) -m venv .venv || $(PYTHON) -m venv --without-pip .venv
	@if $(BIN)/python -c 'import pip' 2>/dev/null; then pip="$(BIN)/python -m pip"; \
	  else pip="$(PYTHON) -m pip --python $(BIN)/python"; fi; \
	  $$pip install --quiet --disable-pip-version-check --no-input -e '.[dev]'
	@touch $@
