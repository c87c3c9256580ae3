#!/usr/bin/env bash
# Make .venv if it is not there yet, and install exactly what a lock file says, and the product.
# Use: tools/environment.sh requirements.txt
set -euo pipefail
cd "$(dirname "$0")/.."

lock="$1"
python="${PYTHON:-python3}"

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "casusanalyse needs Python 3.11 or newer (make start PYTHON=python3.12 picks another)." >&2
  echo "casusanalyse heeft Python 3.11 of nieuwer nodig (kies met: make start PYTHON=python3.12)." >&2
  exit 1
fi

if [ ! -x .venv/bin/pip ] && ! "$python" -m venv .venv; then
  rm -rf .venv
  echo "Python cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv." >&2
  echo "Python kan geen virtuele omgeving maken; op Debian en Ubuntu: apt-get install python3-venv." >&2
  exit 1
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/pip install --quiet --requirement "$lock"
# The lock holds the build tools too, so nothing is fetched that it does not name. Twice
# quiet: the build warns about folders that are as they should be.
.venv/bin/pip install -qq --no-deps --no-build-isolation --editable .
