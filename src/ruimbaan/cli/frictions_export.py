# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions export`: a log as OCEL 2.0, as Parquet in order, or kept with its flows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.cli import frictions_log as options
from ruimbaan.cli import frictions_words as words
from ruimbaan.cli.options import LanguageOption

OutOption = Annotated[
    Path,
    typer.Option(
        "--out", metavar="FILE", help="Ends on .parquet, on .duckdb, or else it becomes OCEL 2.0."
    ),
]


@options.reads_log(referrals=True)
def export(
    asked: options.AskedLog,
    *,
    out: OutOption,
    language: LanguageOption = "nl",
) -> None:
    """Write a log as OCEL 2.0 in JSON (case, organisation and resource as objects), as Parquet
    sorted by case and time, or as .duckdb: with its flows, so that these are there at once.

    Parquet and .duckdb keep what was said of the log, such as --precision and what was set aside.
    """
    with options.opened(asked, language) as log:
        from ruimbaan.analytics.events.errors import NotWritten
        from ruimbaan.analytics.events.own_parquet import write_parquet
        from ruimbaan.analytics.flows.keeping import write_store
        from ruimbaan.analytics.flows.ocel import write_ocel

        writers = {".parquet": write_parquet, ".duckdb": write_store}
        try:
            writers.get(out.suffix, write_ocel)(log, out)
        except OSError as error:
            raise NotWritten(file=out.name, reason=error.strerror or error) from None
    typer.echo(words.WRITTEN.in_language(language).format(file=out.name, events=log.size))
    if log.report.set_aside or log.report.repaired:
        from ruimbaan.cli.frictions_flows import rows_told

        typer.echo(f"{rows_told(log, language)} {words.LOOK.in_language(language)}", err=True)
