# Every target works on a machine with Python 3.11+ and nothing else, from any folder (make -C path/to/here run).
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
ROOT := $(dir $(abspath $(lastword $(MAKEFILE_LIST))))
VENV := $(ROOT).venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input
CATALOG ?=
MODE ?= full
export PYTHONPATH := $(ROOT)
export PYTHONHASHSEED := 0

.PHONY: help run test train report lint-data seed bench check clean

help: ## shows this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(ROOT)Makefile

run: $(VENV)/.trained ## a chat at http://localhost:8000 (PORT=...), from nothing
	@cd $(ROOT) && $(PY) -W ignore -m training --if-stale
	$(PY) -m app.catalog.importer --if-empty seeds/catalogo.csv
	echo "==> chat at http://localhost:$${PORT:-8000} (Ctrl-C stops it)"
	exec $(PY) -m app

test: $(VENV)/.trained $(VENV)/.browser ## all tests, browser included
	@cd $(ROOT) && $(PY) -W ignore -m training --if-stale
	$(PY) -m pytest $(PYTEST_ARGS)

train: $(VENV)/.training ## artefacts and the accuracy report (ACCEPT=1 accepts a lower metric as the new baseline)
	@cd $(ROOT) && $(PY) -m training $(if $(ACCEPT),--accept)

report: $(VENV)/.training ## the accuracy report in models_artifacts/report/, ablations and learning curve made anew
	@cd $(ROOT) && $(PY) -m training --experiments $(if $(ACCEPT),--accept)

lint-data: $(VENV)/.training ## checks data/: labels, spans, duplicates
	@cd $(ROOT) && $(PY) -m training.lint

seed: $(VENV)/.trained ## makes CATALOG=file.csv the catalogue (MODE=extend only adds and updates)
	@file="$(if $(CATALOG),$(abspath $(CATALOG)),$(ROOT)seeds/catalogo.csv)"
	cd $(ROOT) && $(PY) -m app.catalog.importer --mode $(MODE) "$$file"

bench: $(VENV)/.trained $(VENV)/.training ## the benchmarks; prints tables
	@cd $(ROOT) && $(PY) -m benchmarks

check: $(VENV)/.browser ## types and style
	@cd $(ROOT) && $(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy

clean: ## removes what the other targets made, the embedded database included
	rm -rf $(VENV) $(ROOT)var $(ROOT)models_artifacts/*.joblib $(ROOT)models_artifacts/manifest.json

$(VENV)/.venv:
	@for python in python3 python3.13 python3.12 python3.11; do
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi
	done
	if [ -z "$${found:-}" ]; then echo "Python 3.11 or newer is needed (python3 is older or missing)"; exit 1; fi
	echo "==> virtual environment with $$($$found --version)"
	$$found -m venv $(VENV) || { echo "could not make $(VENV): install your system's python3-venv package"; exit 1; }
	touch $@

$(VENV)/.runtime: $(ROOT)requirements.txt $(VENV)/.venv
	@echo "==> installing what the server needs (about 700 MB on disk)"
	$(PIP) install --progress-bar on -r $(ROOT)requirements.txt
	touch $@

$(VENV)/.training: $(ROOT)requirements-train.txt $(ROOT)requirements-model.txt $(VENV)/.runtime
	@echo "==> installing what training needs"
	$(PIP) install --progress-bar on -r $(ROOT)requirements-train.txt
	$(PIP) install --progress-bar on --no-deps --require-hashes -r $(ROOT)requirements-model.txt
	touch $@

$(VENV)/.trained: $(VENV)/.training
	@cd $(ROOT) && $(PY) -m training --models-only
	touch $@

$(VENV)/.browser: $(ROOT)requirements-dev.txt $(ROOT)tests/browser/install.sh $(VENV)/.runtime
	@echo "==> installing what the tests need"
	$(PIP) install --progress-bar on -r $(ROOT)requirements-dev.txt
	PYTHON=$(PY) bash $(ROOT)tests/browser/install.sh
	touch $@
