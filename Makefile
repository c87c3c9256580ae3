# Everything a user or developer needs, from a fresh machine with Python and make.
PYTHON ?= python3
export PYTHON
BIN := .venv/bin

.PHONY: help start test bench lock

help:
	@echo "make start   set up and start with the sample cases"
	@echo "make test    set up and run every check and test"
	@echo "make bench   measure speed and print one table"
	@echo "make lock    renew the pinned dependencies"

start: .venv/ready
	$(BIN)/casusanalyse start --voorbeeld

test: .venv/ready-to-test
	tools/system_packages.sh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/pytest --ignore=tests/bench --ignore=tests/browser
	$(BIN)/pytest tests/browser

bench: .venv/ready-to-test
	tools/system_packages.sh
	$(BIN)/python tests/bench/report.py

lock: .venv/ready-to-test
	tools/lock.sh

# Stamps: made again when the lock or the package changes, skipped otherwise.
.venv/ready: requirements.txt pyproject.toml
	tools/environment.sh $<
	@touch $@

.venv/ready-to-test: requirements-dev.txt pyproject.toml
	tools/environment.sh $<
	@touch $@ .venv/ready
