# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan regie`: the figures of a region that anybody may see. Each command has its own module."""

from __future__ import annotations

import typer

from ruimbaan.cli.on_demand import OnDemand, Place


class Regie(OnDemand):
    places = {
        "publish": Place(
            "ruimbaan.cli.regie_publish", "ruimbaan regie publish --region waalstad --json"
        ),
        "export": Place(
            "ruimbaan.cli.regie_export",
            "ruimbaan regie export --region waalstad --out stappen.parquet",
        ),
        "list": Place("ruimbaan.cli.regie_list", "ruimbaan regie list --region waalstad"),
    }


regie = typer.Typer(name="regie", cls=Regie, help="The figures of a region.", no_args_is_help=True)


@regie.callback()
def group() -> None:
    """The figures of a region."""
