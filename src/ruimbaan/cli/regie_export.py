# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan regie export`: what people let count, as an event log for research."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import LanguageOption
from ruimbaan.cli.regie_publish import RegionOption, arithmetic, folder_of
from ruimbaan.cli.regie_words import EXPORTED, NOT_PUBLIC

OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="Ends on .parquet.")]


def export(*, region: RegionOption, out: OutOption, language: LanguageOption = "nl") -> None:
    """Write the steps that people let count as Parquet, sorted by course, precise to a week.

    For who keeps the system: one line is one step of somebody, without a name. Only the owner of the
    file can read it. What comes out for everybody goes through `ruimbaan regie publish`.
    """
    with site_open(language), arithmetic():
        from ruimbaan.analytics.events.errors import NotWritten
        from ruimbaan.analytics.regie.events import write_events
        from ruimbaan.parts.contributing.services import counted_in

        folder_of(region)
        try:
            count = write_events(counted_in(region), out)
        except OSError as error:
            raise NotWritten(file=out.name, reason=error.strerror) from None
    typer.echo(NOT_PUBLIC.in_language(language), err=True)
    typer.echo(EXPORTED.in_language(language).format(count=count, file=out))
