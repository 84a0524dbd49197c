#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# See to it that these programs are here: install their Debian packages as root, else say how.
# usage: ensure_debian.sh book|chromium|gettext|git|make|postgresql|venv...
set -eu

# Debian's own where there is one, as make_venv.sh wants it
python() {
  for name in "${PYTHON:-}" /usr/bin/python3.11 python3; do
    if command -v "$name" >/dev/null; then
      echo "$name"
      return
    fi
  done
}

present() {
  case $1 in
    chromium) command -v chromium && command -v chromium-headless-shell && command -v pdftotext &&
      ls /usr/lib/*/libatomic.so.1 ;;
    git | make) command -v "$1" ;;
    gettext) command -v msgfmt && command -v xgettext ;;
    postgresql) command -v pg_virtualenv && ls /usr/lib/postgresql/*/bin/postgres ;;
    book) command -v java && ls /usr/lib/*/libpango-1.0.so.0 /usr/lib/*/libpangoft2-1.0.so.0 ;;
    venv) "$(python)" -c 'import ensurepip, venv' ;;
  esac >/dev/null 2>&1
}

packages_of() {
  case $1 in
    # Playwright's driver needs libatomic; our own font has no arrows and circled numbers.
    # make_pictures wants the browser itself, the tests the one without a window; what was printed
    # is read with poppler.
    chromium) echo chromium chromium-headless-shell libatomic1 fonts-dejavu-core poppler-utils ;;
    # WeasyPrint draws with Pango; epubcheck runs on Java
    book) echo default-jre-headless libpango-1.0-0 libpangoft2-1.0-0 ;;
    venv) echo python3-venv ;;
    gettext | git | make | postgresql) echo "$1" ;;
    *)
      echo "ensure_debian.sh does not know $1" >&2
      exit 2
      ;;
  esac
}

missing=
for name in "$@"; do
  packages=$(packages_of "$name")
  present "$name" || missing="$missing $packages"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "The tests need these packages, and they are not here:$missing" >&2
  echo "On Debian or Ubuntu: sudo apt-get install$missing" >&2
  exit 1
fi
echo "Installing with apt-get:$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # one word per package
apt-get install -qq -y --no-install-recommends $missing >/dev/null
