# Two commands are all: `make run` and `make test`. Both begin with nothing but Python 3.11+ and make.

ifndef PYTHON
PYTHON := $(shell for python in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
endif
BIN := .venv/bin
# check --deploy looks at the settings of a real site.
SITE = SITE_URL=https://groundwork.example SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))')

.PHONY: help run test bench audit format checks python packages dev-packages
.DEFAULT_GOAL := help

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

run: packages  ## start Groundwork on this machine (PORT=8000)
	@$(BIN)/python -m negotiation.serve

test: dev-packages  ## run every check and every test, browser tests included
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m negotiation.cluster run -- $(MAKE) --no-print-directory checks

bench: dev-packages  ## measure and print ratios
	@$(BIN)/python bench/run.py

audit: dev-packages  ## every page in every state, for accessibility
	@$(BIN)/python -m tests.chromium
	@REQUIRE_BROWSER=1 $(BIN)/python -m pytest tests/browser --audit -n logical --maxprocesses 4

format: dev-packages  ## format the code
	@$(BIN)/ruff check --fix --quiet .; $(BIN)/ruff format .

checks:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(BIN)/djlint --lint templates
	$(BIN)/python manage.py makemigrations --check --dry-run
	@$(SITE) $(BIN)/python manage.py check --deploy --fail-level WARNING
	@REQUIRE_BROWSER=$(if $(CI),1) $(BIN)/python -m pytest -n logical --maxprocesses 4

python:
	@test -n "$(PYTHON)" || { echo "Groundwork needs Python 3.11 or newer: install it, or name one with PYTHON=path." >&2; exit 1; }

packages: python
	@$(PYTHON) negotiation/install.py requirements.txt

dev-packages: python
	@$(PYTHON) negotiation/install.py requirements-dev.txt
