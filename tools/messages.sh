#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Collect the Dutch texts of the code into the English catalogue, and compile it.
# What is new stands in the catalogue without a translation; what no code shows is gone from it.
set -eu
cd "$(dirname "$0")/../src/ruimbaan"

python=../../.venv/bin/python
"$python" -m django makemessages --all --no-wrap --no-location --no-obsolete --ignore 'static/*'
sed -i '/^"POT-Creation-Date:/d' locale/*/LC_MESSAGES/django.po
"$python" -m django compilemessages --verbosity 0
