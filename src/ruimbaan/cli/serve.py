# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan serve`: the site, for real use."""

from __future__ import annotations

from typing import Annotated

import typer

from ruimbaan.cli.options import LanguageOption, PortOption


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: PortOption = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 1,
    language: LanguageOption = "nl",
) -> None:
    """Run the site. Settings come from RUIMBAAN_* in the environment."""
    from ruimbaan.cli import site
    from ruimbaan.cli.problems import clear_errors

    with site.counting_together(workers):
        with clear_errors(language):
            site.check_can_start(host, port)
        site.run(host, port, workers)
