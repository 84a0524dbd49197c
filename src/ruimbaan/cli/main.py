# SPDX-License-Identifier: EUPL-1.2
"""The `ruimbaan` command. What a command needs is imported only when it runs."""

from __future__ import annotations

import os

# Typer reads options with Pydantic, which would go through every installed package for plugins.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import typer

from ruimbaan.cli.on_demand import PLAIN, OnDemand, Place


class Ruimbaan(OnDemand):
    places = {
        "plan": Place("ruimbaan.cli.plan", "ruimbaan plan --region waalstad --person sterre"),
        "serve": Place(
            "ruimbaan.cli.serve", "ruimbaan serve --host 0.0.0.0 --port 8000 --workers 2"
        ),
        "demo": Place("ruimbaan.cli.demo", "ruimbaan demo --port 8000"),
        "check": Place("ruimbaan.cli.check", "ruimbaan check --json"),
        "warm": Place("ruimbaan.cli.warm", "ruimbaan warm"),
        "backup": Place("ruimbaan.cli.backup", "ruimbaan backup /backups"),
        "restore": Place(
            "ruimbaan.cli.backup", "ruimbaan restore /backups/20261122T030000Z.ruimbaan"
        ),
        "world": Place("ruimbaan.cli.world"),
        "rules": Place("ruimbaan.cli.rules"),
        "directory": Place("ruimbaan.cli.directory"),
        "fhir": Place("ruimbaan.cli.fhir"),
        "outbox": Place("ruimbaan.cli.outbox"),
        "keys": Place("ruimbaan.cli.keys"),
        "accounts": Place("ruimbaan.cli.accounts"),
        "retention": Place("ruimbaan.cli.retention"),
        "audit": Place("ruimbaan.cli.audit"),
        "handoff": Place("ruimbaan.cli.handoff"),
        "instruments": Place("ruimbaan.cli.instruments"),
        "room": Place("ruimbaan.cli.room"),
        "book": Place("ruimbaan.cli.book", "ruimbaan book build --out boek"),
        "docs": Place("ruimbaan.cli.docs"),
        "disclosure": Place("ruimbaan.cli.disclosure"),
        "agreements": Place("ruimbaan.cli.agreements"),
        "words": Place("ruimbaan.cli.own_words"),
        "theme": Place("ruimbaan.cli.theme"),
        "frictions": Place("ruimbaan.cli.frictions"),
        "regie": Place("ruimbaan.cli.regie"),
        "exchange": Place("ruimbaan.cli.exchange"),
        "simulate": Place(
            "ruimbaan.cli.simulate",
            "ruimbaan simulate --region waalstad --change wat-als.yaml --years 2 --runs 50 --seed 1",
        ),
    }


app = typer.Typer(name="ruimbaan", cls=Ruimbaan, no_args_is_help=True, **PLAIN)


@app.callback()
def ruimbaan() -> None:
    """Clears the way for people who recover from an addiction."""
