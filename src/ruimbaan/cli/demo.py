# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan demo`: the site with a made-up region, on this machine only."""

from __future__ import annotations

import os

import typer

from ruimbaan.cli.options import LanguageOption, PortOption
from ruimbaan.core.kernel.texts import Text

HOST = "127.0.0.1"
READY = Text(
    "Dit is een demo met verzonnen mensen en plekken. Zet er niets persoonlijks in.\n"
    "Open {link} en stop met Ctrl+C.",
    "This is a demo with invented people and places. Put nothing personal in it.\n"
    "Open {link} and stop with Ctrl+C.",
)


def demo(port: PortOption = 8000, language: LanguageOption = "nl") -> None:
    """Run the demo: a made-up region in an embedded database, on this machine only."""
    from ruimbaan.cli import site
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        lead_back_here(port)
        site.prepare_demo()
        site.check_can_start(HOST, port)
    typer.echo(READY.in_language(language).format(link=f"http://{HOST}:{port}/"))
    site.run(HOST, port, workers=1)


def lead_back_here(port: int) -> None:
    """Links on paper and in letters lead to this port, unless somebody said where the site stands."""
    if "RUIMBAAN_SITE_FILE" not in os.environ:
        os.environ.setdefault("RUIMBAAN_SITE", f"http://localhost:{port}")
