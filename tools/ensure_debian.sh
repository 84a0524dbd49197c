#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# See to it that these Debian packages' programs are here: install them as root, else say how.
# usage: ensure_debian.sh gettext|postgresql|chromium...
set -eu

present() {
  case $1 in
    gettext) command -v msgfmt ;;
    postgresql) command -v pg_virtualenv && ls /usr/lib/postgresql/*/bin/postgres ;;
    chromium) command -v chromium ;;
    *)
      echo "ensure_debian.sh does not know $1" >&2
      exit 2
      ;;
  esac >/dev/null 2>&1
}

missing=
for name in "$@"; do
  present "$name" || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "The tests need these programs, and they are not here:$missing" >&2
  echo "On Debian or Ubuntu: sudo apt-get install$missing" >&2
  exit 1
fi
echo "Installing with apt-get:$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # one word per package
apt-get install -qq -y --no-install-recommends $missing >/dev/null
