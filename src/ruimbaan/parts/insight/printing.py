# SPDX-License-Identifier: EUPL-1.2
"""The letter to the council as a PDF of exactly one page."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

from django.template.loader import render_to_string

from ruimbaan import ui
from ruimbaan.integrations.storybook.pdf import Printed, print_pdf
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.insight.presentation.letter import MOST, letter_of
from ruimbaan.ui.reader import language

FONT = Path(ui.__file__).parent / "static/ruimbaan/fonts/atkinson-hyperlegible-next-latin.woff2"


def print_letter(region: Region, today: date) -> Printed:
    """With fewer lines in each part for as long as it does not fit. Raises PrinterMissing and
    PrintRefused."""
    printed = _print(region, today, MOST)
    for most in range(MOST - 1, 0, -1):
        if printed.pages == 1:
            break
        printed = _print(region, today, most)
    return printed


def _print(region: Region, today: date, most: int) -> Printed:
    page = {"letter": letter_of(region, today, most), "language": language()}
    html = render_to_string("insight/paper/letter.html", page)
    css = files("ruimbaan.parts.insight").joinpath("styles/letter.css").read_text("utf-8")
    return print_pdf(html, css, FONT, f"ruimbaan-raadsbrief-{region.id}-{today}".encode())
