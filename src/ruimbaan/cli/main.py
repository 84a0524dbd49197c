# SPDX-License-Identifier: EUPL-1.2
"""The `ruimbaan` command. What a command needs is imported only when it runs."""

from __future__ import annotations

import typer

from ruimbaan.cli.demo import demo
from ruimbaan.cli.directory import directory
from ruimbaan.cli.plan import plan
from ruimbaan.cli.rules import rules
from ruimbaan.cli.serve import serve
from ruimbaan.cli.world import world

app = typer.Typer(
    name="ruimbaan",
    help="Clears the way for people who recover from an addiction.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(epilog="Example: ruimbaan plan --region waalstad --person sterre")(plan)
app.add_typer(world)
app.add_typer(rules)
app.add_typer(directory)
app.command(epilog="Example: ruimbaan serve --host 0.0.0.0 --port 8000 --workers 2")(serve)
app.command(epilog="Example: ruimbaan demo --port 8000")(demo)
