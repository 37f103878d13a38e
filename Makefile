# One line a target; every target runs on a fresh machine with Python 3.11 and its own pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --constraint constraints.txt

.PHONY: demo setup interop test check fix bench serve

demo: $(VENV)/.demo ; $(BIN)/pourparler demo
setup: $(VENV)/.dev ;
interop: $(VENV)/.dev ; $(PIP) --editable '.[interop]'
test: $(VENV)/.dev ; $(BIN)/python -m pytest
check: $(VENV)/.dev ; $(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/python -m pytest
fix: $(VENV)/.dev ; $(BIN)/ruff check --fix . ; $(BIN)/ruff format .
bench: $(VENV)/.dev ; $(BIN)/python -m bench check
serve: demo ; $(BIN)/pourparler serve --record talks-2025.db --open

$(BIN)/python: ; $(PYTHON) -m venv $(VENV)
$(VENV)/.demo: $(BIN)/python pyproject.toml constraints.txt ; $(PIP) --editable . && touch $@
$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt ; $(PIP) --editable '.[dev]' && touch $@ $(VENV)/.demo
