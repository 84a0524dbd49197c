# SPDX-License-Identifier: EUPL-1.2
"""`python -m ruimbaan.cli`, for where the command is not installed."""

from ruimbaan.cli.main import app

app()
