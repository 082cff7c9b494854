# Everything a fresh machine needs is Python 3.11 or later, make and pip.
#   make demo    one case computed, then explained
#   make test    what the continuous integration runs
# PYTHON=/path/to/python3.12 picks the interpreter; VENV=folder picks where things are installed.

VENV     ?= .venv
BIN      := $(VENV)/bin
STAMP    := $(VENV)/.installed
EXAMPLE  ?= docs/exemples/trois_employeurs.yaml
NEW_ENOUGH := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON   ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$p -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && { command -v $$p; break; }; done)

# What letters are printed with, the browser their pages are tried in, the compiler of compiled rules, the Java of Spark;
# `make demo` needs none of it.
DEBIAN   := libpango-1.0-0 libpangoft2-1.0-0 fonts-noto-core chromium gcc libc6-dev default-jre-headless

.DEFAULT_GOAL := help
.PHONY: help debian setup demo test lint types tests deep mutants docs bench lock clean distclean

help:
	@echo 'make demo       compute and explain $(EXAMPLE)'
	@echo 'make test       ruff, mypy, tests and casebook, documentation'
	@echo 'make debian     install the Debian packages that letters, Spark and their tests need'
	@echo 'make docs       build the documentation into build/site'
	@echo 'make bench      medians of decisions, explanations and starts, beside their goals'
	@echo 'make deep       the tests that take a share of the casebook, on the whole of it (minutes)'
	@echo 'make mutants    rules made wrong on purpose: does the casebook notice? (minutes)'
	@echo 'make lock       renew requirements/dev.lock'
	@echo 'make clean      remove what was built; distclean removes $(VENV) too'

# The lock is installed with its hashes; the package itself is editable and brings nothing else in.
$(STAMP): requirements/dev.lock pyproject.toml
	@test -n "$(PYTHON)" && "$(PYTHON)" -c '$(NEW_ENOUGH)' || { \
	  echo 'Justesse needs Python 3.11 or later, with its venv module (on Debian: python3-venv).' >&2; \
	  echo 'None was found: install one, or name it: make PYTHON=/path/to/python3.11 ...' >&2; \
	  exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

setup: debian $(STAMP)

# Only what is missing, and only where it may be installed; elsewhere it says what to ask for.
debian:
	@missing=; for one in $(DEBIAN); do \
	  dpkg-query -W -f='$${Status}' $$one 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$one"; done; \
	test -z "$$missing" && exit 0; \
	sudo=; test "$$(id -u)" = 0 || sudo='sudo -n'; \
	{ command -v apt-get >/dev/null && $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $$missing; } || { \
	  echo "Letters, compiled rules and Spark need these Debian packages, which could not be installed:$$missing" >&2; }

demo: $(STAMP)
	$(BIN)/justesse calculer $(EXAMPLE)
	$(BIN)/justesse expliquer $(EXAMPLE) "salaire retenu" --profondeur 1

# What keeps one processor busy goes two by two; the tests take both.
test:
	@$(MAKE) --no-print-directory -j2 debian $(STAMP)
	@$(MAKE) --no-print-directory -j2 lint types docs
	@$(MAKE) --no-print-directory tests

lint: $(STAMP)
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

tests: debian $(STAMP)
	$(BIN)/python -m pytest -n 2 --dist worksteal

docs: $(STAMP)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --site-dir build/site

# The tests that take a share of the casebook, on the whole of it (minutes).
deep: $(STAMP)
	JUSTESSE_TOUT=1 $(BIN)/python -m pytest -n 2 --dist worksteal tests/unit/evaluation tests/compiled tests/batch

# The whole; a small sample runs with the tests.
mutants: $(STAMP)
	$(BIN)/justesse muter

# Medians beside their goals; tests/benchmarks/README.md says what each one is.
bench: $(STAMP)
	$(BIN)/python tests/benchmarks/run.py
	PYTHONPATH=engine:. $(BIN)/python -m tests.benchmarks.compiled

# What is locked must install on the oldest Python that is promised, not only on the one that locks.
OLDEST := 3.11.0

lock:
	"$(PYTHON)" -m venv --clear build/lock
	build/lock/bin/python -m pip install --quiet pip-tools
	CUSTOM_COMPILE_COMMAND='make lock' build/lock/bin/pip-compile --quiet --upgrade --generate-hashes \
	  --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --extra dev --output-file requirements/dev.lock pyproject.toml
	build/lock/bin/python -m pip install --quiet --dry-run --no-deps --require-hashes --ignore-installed \
	  --python-version $(OLDEST) --target build/lock/oldest -r requirements/dev.lock

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find engine tests casebook -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV) engine/justesse/syntax/*.tables.json
