#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Run a command and say how long it took. usage: timed.sh LABEL COMMAND...
set -eu

label=$1
shift
started=$(date +%s)
"$@"
echo "$label after $(($(date +%s) - started)) seconds."
