#!/usr/bin/env bash
# Write both lock files anew from pyproject.toml, with the hashes of the public package index.
set -euo pipefail
cd "$(dirname "$0")/.."

# Settings of this machine (a mirror, a folder with wheels) must not reach the lock.
unset PIP_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL
export PIP_CONFIG_FILE=/dev/null

compile() {
  .venv/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
    --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links "$@"
}

compile --all-build-deps --output-file requirements.txt pyproject.toml
# The first lock is an input of the second: what is tested is what users get.
compile --extra dev --output-file requirements-dev.txt requirements.txt pyproject.toml tools/windows.in
