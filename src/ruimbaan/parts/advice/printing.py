# SPDX-License-Identifier: EUPL-1.2
"""The advice about one rule as a tagged PDF, on A4."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

from django.template.loader import render_to_string

from ruimbaan import ui
from ruimbaan.integrations.storybook.pdf import Printed, print_pdf
from ruimbaan.parts.advice.presentation.sheet import Sheet
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import language

FONT = Path(ui.__file__).parent / "static/ruimbaan/fonts/atkinson-hyperlegible-next-latin.woff2"


def print_sheet(sheet: Sheet, today: date) -> Printed:
    """Raises PrinterMissing and PrintRefused."""
    day = written_date(today, language(), year=True)
    page = {"sheet": sheet, "language": language(), "day": day}
    html = render_to_string("advice/paper/one.html", page)
    css = files("ruimbaan.parts.advice").joinpath("styles/sheet.css").read_text("utf-8")
    return print_pdf(html, css, FONT, f"ruimbaan-advies-{sheet.rule}-{today}".encode())
