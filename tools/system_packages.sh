#!/usr/bin/env bash
# Make sure the programs the tests use are here; no service has to run.
# Installs Debian or Ubuntu packages when that is allowed, otherwise says what is missing.
set -euo pipefail

has_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
has_writer() { command -v lowriter; }
has_uno() { /usr/bin/python3 -c 'import uno'; }
has_postgres() { command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb'; }
has_poppler() { command -v pdftoppm; }
has_carlito() { find /usr/share/fonts /usr/local/share/fonts -iname 'carlito*' 2>/dev/null | grep -q .; }

missing() {
  has_chromium >/dev/null || echo chromium
  has_writer >/dev/null || echo libreoffice-writer
  has_uno 2>/dev/null || echo python3-uno
  has_postgres >/dev/null || echo postgresql
  has_poppler >/dev/null || echo poppler-utils
  has_carlito || echo fonts-crosextra-carlito
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && as_root true 2>/dev/null
}

install() {
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}

wanted="$(missing)"
if [ -n "$wanted" ] && may_install; then
  # shellcheck disable=SC2086 - one word per package
  install $wanted >/dev/null || true
  wanted="$(missing)"
fi

if [ -n "$wanted" ]; then
  echo "The tests need these programs, please install them:" $wanted >&2
  echo "De tests hebben deze programma's nodig, installeer ze eerst:" $wanted >&2
  exit 1
fi
