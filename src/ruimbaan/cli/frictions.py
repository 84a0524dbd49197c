# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions`: what an event log of one's own tells. Each command has its own module."""

from __future__ import annotations

import typer

from ruimbaan.cli.on_demand import OnDemand, Place


class Frictions(OnDemand):
    places = {
        "check": Place(
            "ruimbaan.cli.frictions_check",
            "ruimbaan frictions check log.csv --case client --activity wat --complete klaar",
        ),
        "flows": Place("ruimbaan.cli.frictions_flows", "ruimbaan frictions flows log.xes --json"),
        "report": Place(
            "ruimbaan.cli.frictions_report",
            "ruimbaan frictions report log.csv --out report --title 'Our own road'",
        ),
        "export": Place(
            "ruimbaan.cli.frictions_export",
            "ruimbaan frictions export log.csv --out log.jsonocel",
        ),
        "measures": Place(
            "ruimbaan.cli.frictions_measures",
            "ruimbaan frictions measures log.csv --cut 2026-11-01 --sent verwezen",
        ),
        "waits": Place(
            "ruimbaan.cli.frictions_waits",
            "ruimbaan frictions waits log.csv --open funding=aanvraag..besluit",
        ),
        "network": Place(
            "ruimbaan.cli.frictions_network",
            "ruimbaan frictions network log.csv --known regio.txt --service Laboratorium",
        ),
        "effect": Place(
            "ruimbaan.cli.frictions_effect",
            "ruimbaan frictions effect log.csv --use 'vrije ruimte' --outcome plek --need behoefte",
        ),
    }


frictions = typer.Typer(
    name="frictions", cls=Frictions, help="What an event log tells: waits, flows, handoffs."
)


@frictions.callback()
def group() -> None:
    """What an event log tells: waits, flows, handoffs."""
