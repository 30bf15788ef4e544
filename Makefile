# make demo   tags the sample bank's report, validates the filing and says which page to open
# make test   runs the tests
# make check  runs format, lint, types, layers and tests
# make picture  takes the README's picture anew (needs chromium)
# make native  compiles the tagger anew after a change; without, a changed one runs as plain Python
# make clean  removes what was made, the environment too
#
# The first of them makes the environment in .venv: it needs Python 3.11 or newer, pip, and nothing else. Where there is a C
# compiler the tagger is compiled then; NATIVE=0 (make NATIVE=0 test) neither compiles it nor takes what was compiled.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
INSTALLED := .venv/installed
SAMPLE := samples/harbour-bank
NATIVE ?= 1
ifeq ($(NATIVE),0)
export TAGWRIGHT_NATIVE := 0
endif

.DEFAULT_GOAL := test
.PHONY: demo test check lint format style types layers picture native clean

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

native: $(INSTALLED)
	@$(BIN)/python build_native.py

clean:
	rm -rf .venv tagger/.native demo-output build dist .coverage .*_cache
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
	@[ "$(NATIVE)" = 0 ] || $(BIN)/python build_native.py >&2 || true
	@touch $@
