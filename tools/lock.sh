#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Pin the newest versions that requirements/*.in allow. No machine's own pip settings, no addresses.
set -eu

export CUSTOM_COMPILE_COMMAND='make lock' PIP_CONFIG_FILE=/dev/null
unset PIP_FIND_LINKS PIP_CONSTRAINT PIP_EXTRA_INDEX_URL
for name in app book analytics postgresql spark build dev release core-test; do
  echo "requirements/$name.txt"
  .venv/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
    --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
    --output-file "requirements/$name.txt" "requirements/$name.in"
done
