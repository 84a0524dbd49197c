#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Make a Python environment with exactly these pinned packages; with --package also Ruimbaan.
# usage: make_venv.sh FOLDER [--package] REQUIREMENTS...
set -eu

folder=$1
shift
package=no
if [ "$1" = --package ]; then
  package=yes
  shift
fi

# Debian's own comes first: one that was built on the spot, as pyenv does, can be half as fast.
find_python() {
  new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
  for name in "${PYTHON:-}" /usr/bin/python3.11 python3.11 python3 python3.12 python3.13; do
    if [ "$name" = /usr/bin/python3.11 ] && ! "$name" -c 'import ensurepip, venv' 2>/dev/null; then
      continue
    fi
    if [ -n "$name" ] && "$name" -c "$new_enough" 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  echo "Ruimbaan needs Python 3.11 or newer, and found none." >&2
  echo "On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2
  echo "Somewhere else on this computer? Say where: PYTHON=/path/to/python3.11 make ..." >&2
  exit 1
}

if [ ! -x "$folder/bin/pip" ]; then
  python=$(find_python)
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "$python is there, but its part that makes environments is not." >&2
    echo "On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
  fi
  echo "Making $folder with $("$python" --version)"
  "$python" -m venv "$folder"
fi

for file in "$@"; do
  set -- "$@" -r "$file"
  shift
done
pip="$folder/bin/pip --disable-pip-version-check --quiet"
echo "Installing what $folder needs"
# Python compiles what is used when it is used first: that is a quarter of all that is installed.
$pip install --no-compile --require-hashes --only-binary :all: "$@"
if [ "$package" = yes ]; then
  $pip install --no-deps --no-build-isolation --editable .
fi
