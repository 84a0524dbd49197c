# SPDX-License-Identifier: EUPL-1.2
"""The answer of `ruimbaan simulate` on the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from ruimbaan.cli import simulate_words as words

if TYPE_CHECKING:
    from ruimbaan.core.kernel.texts import Language
    from ruimbaan.core.planner.world import World

WEEK = 7
PERCENT = 100
EACH = 3  # of the marks: every twelve weeks


def show(told: Mapping[str, Any], world: World, language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(markup=False)
    before, after, between = told["before"], told["after"], told["difference"]
    console.print(told["title"][language])
    console.print(words.HOW.in_language(language).format(**told["plan"]))
    headings = [one.in_language(language) for one in (words.BEFORE, words.AFTER, words.DIFFERENCE)]
    reached = Table(title=words.REACHED.in_language(language), title_justify="left")
    reached.add_column(words.AFTER_WEEKS.in_language(language), justify="right")
    waits = Table(title=words.WAITS.in_language(language), title_justify="left")
    waits.add_column(words.SERVICE.in_language(language))
    waits.add_column(words.STATED.in_language(language), justify="right")
    for table in (reached, waits):
        for heading in headings:
            table.add_column(heading, justify="right")
    rows = zip(before["reached"], after["reached"], between["reached"], strict=True)
    for (mark, *old), (_, *new), (_, *apart) in list(rows)[EACH - 1 :: EACH]:
        cells = (_spread(old, PERCENT), _spread(new, PERCENT), _apart(apart, PERCENT))
        reached.add_row(str(mark // WEEK), *cells)
    for service, old in before["waits"].items():
        new, apart = after["waits"][service], between["waits"][service]
        known = world.services[service]
        label = f"{service} {known.label.in_language(language)}"
        cells = (_spread(old), _spread(new), _apart(apart))
        waits.add_row(label, str(known.wait.days), *cells)
    console.print(reached)
    console.print(waits)
    typer.echo(words.READING.in_language(language))
    typer.echo(words.LEFT_OUT.in_language(language))


def _spread(band: Sequence[float], times: int = 1) -> str:
    mean, low, high = (one * times for one in band)
    return f"{mean:.0f} ({low:.0f}-{high:.0f})"


def _apart(band: Sequence[float], times: int = 1) -> str:
    mean, low, high = (one * times + 0.0 for one in band)
    return f"{mean:+.1f} ({low:+.1f} … {high:+.1f})"
