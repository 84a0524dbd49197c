# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions report`: what a log tells, to read and to print."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.cli import frictions_log as options
from ruimbaan.cli.options import LanguageOption
from ruimbaan.core.kernel.texts import Text

MAKING = Text("Het verslag wordt gemaakt…", "Making the report…")
MADE = Text("{file}: {size} bytes", "{file}: {size} bytes")
OutOption = Annotated[
    Path,
    typer.Option("--out", metavar="DIR", help="Folder for report.html and report.pdf."),
]
TitleOption = Annotated[str, typer.Option("--title", help="What stands above the report.")]
DayOption = Annotated[
    datetime | None,
    typer.Option("--day", formats=["%Y-%m-%d"], help="Day of the report; today when left out."),
]


@options.reads_log()
def report(
    asked: options.AskedLog,
    *,
    out: OutOption,
    title: TitleOption = "",
    day: DayOption = None,
    language: LanguageOption = "nl",
) -> None:
    """Write what a log tells as a page and as a tagged PDF, with pictures and how to read them.

    What is of fewer than ten people is left out. The same log on the same day gives the same bytes.
    """
    from ruimbaan.cli.opened import settings_read

    with (
        settings_read(language),
        options.opened(asked, language) as log,
    ):
        from ruimbaan.analytics.events.errors import NotWritten
        from ruimbaan.cli.directory_progress import busy
        from ruimbaan.cli.log_report.writing import as_html, as_pdf, document

        with busy(MAKING.in_language(language)):
            made = document(log, title, (day or datetime.now().astimezone()).date(), language)
            pages = {
                "report.html": as_html(made, language).encode(),
                "report.pdf": as_pdf(made, language),
            }
        try:
            out.mkdir(parents=True, exist_ok=True)
            for name, content in pages.items():
                (out / name).write_bytes(content)
        except OSError as error:
            raise NotWritten(file=out.name, reason=error.strerror or error) from None
    for name, content in pages.items():
        typer.echo(MADE.in_language(language).format(file=name, size=len(content)))
