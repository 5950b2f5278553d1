# The two commands of the README: `make demo` and `make test`. Everything they need is installed into .venv from the
# lock files; PYTHON names the interpreter that makes it (3.11 or newer).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_RUN := demo-run

.PHONY: demo test lint test-python test-spark lock docs cluster-env clean

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("monofact needs Python 3.11 or newer; name one: make PYTHON=python3.11 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# An earlier demo's run is made anew: one of other rules or settings could not be gone on with.
demo: $(VENV)/.installed
	@test ! -e $(DEMO_RUN)/run.json || rm -rf $(DEMO_RUN)
	$(BIN)/monofact analyze sample_data --out $(DEMO_RUN)
	@echo "The run lies in $(DEMO_RUN)/; its tables are described in docs/tables.md."

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test-python: $(VENV)/.installed-dev
	$(BIN)/python -m pytest tests/unit tests/cli

test-spark: $(VENV)/.installed-dev
	$(BIN)/python -m pytest tests/spark

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

lock: $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra spark --extra dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links -o requirements-dev.txt
	$(BIN)/uv pip compile pyproject.toml --extra spark --extra pack --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links -o requirements-cluster.txt

docs: $(VENV)/.installed
	$(BIN)/python -m schemas docs/tables.md
	$(BIN)/python -m schemas.catalogue.document > docs/attributes.md

# An environment with everything that executors need, for spark-submit --archives; see docs/cluster.md. Spark's jars,
# more than half of it, stay out: what unpacks the archive is a Spark.
cluster-env: requirements-cluster.txt pyproject.toml
	rm -rf .venv-cluster build
	$(PYTHON) -m venv .venv-cluster
	.venv-cluster/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-cluster.txt
	.venv-cluster/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps .
	.venv-cluster/bin/venv-pack --prefix .venv-cluster --output monofact-env.tar.gz --force --exclude '*/pyspark/jars/*'

clean:
	rm -rf $(VENV) $(DEMO_RUN) build dist *.egg-info
