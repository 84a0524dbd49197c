# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan regie list`: what came out of a region."""

from __future__ import annotations

import json

import typer

from ruimbaan.cli.opened import settings_read
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.cli.regie_publish import RegionOption, folder_of
from ruimbaan.cli.regie_words import NONE_YET, ONE


def list(  # noqa: A001 - the name of the command
    *, region: RegionOption, as_json: JsonOption = False, language: LanguageOption = "nl"
) -> None:
    """List every release of a region, the oldest first, each checked against its report."""
    from ruimbaan.core.insight.released import read_release

    with settings_read(language):
        found = [
            read_release(file.stem, file.read_bytes(), report.read_bytes())
            for file in sorted(folder_of(region).glob("*.csv"))
            if (report := file.with_name(f"{file.stem}.audit.json")).exists()
        ]
    found.sort(key=lambda one: (one.day, one.name))
    rows = [
        {
            "name": one.name,
            "day": one.day.isoformat(),
            "population": one.population,
            "cells": len(one.cells),
            "hidden": sum(count is None for count in one.cells.values()),
        }
        for one in found
    ]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not rows:
        typer.echo(NONE_YET.in_language(language).format(region=region))
    for row in () if as_json else rows:
        typer.echo(ONE.in_language(language).format_map(row))
