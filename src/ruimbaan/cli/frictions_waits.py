# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions waits`: what people wait for, by cause."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli import frictions_log as options
from ruimbaan.cli import frictions_waits_words as words
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.analytics.waits import Waits

MOST = 15  # activities on the terminal
MICROSECONDS_A_MINUTE = 60_000_000

OpenOption = Annotated[
    list[str] | None,
    typer.Option(
        "--open",
        metavar="KIND=ACTIVITY",
        help="What was open meanwhile: KIND is decision, funding, capacity, document or client; "
        "ACTIVITY how its events begin, or FROM..UNTIL. May be repeated.",
    ),
]
GapOption = Annotated[
    float,
    typer.Option(
        "--batch-gap", metavar="MINUTES", min=0, help="At most this long between two of one batch."
    ),
]


@options.reads_log()
def waits(
    asked: options.AskedLog,
    *,
    open_items: OpenOption = None,
    gap: GapOption = 0,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show what people wait for: from being ready to beginning, split by cause.

    Beside it: what share of all time was work, and what that would be without each cause.
    """
    with options.opened(asked, language) as log:
        from ruimbaan.analytics.flows import order_known
        from ruimbaan.analytics.waits import open_item, waits_of
        from ruimbaan.cli.directory_progress import busy
        from ruimbaan.cli.frictions_flows import order_told, precision_told

        items = [open_item(one) for one in open_items or ()]
        with busy(words.SPLITTING.in_language(language)):
            found = waits_of(log, items, round(gap * MICROSECONDS_A_MINUTE))
            about = [precision_told(log, language), order_told(order_known(log), language)]
    if as_json:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(found, language)
        if not items:
            typer.echo(words.NOT_ASKED.in_language(language))
    for line in about:
        typer.echo(line, err=as_json)


def _show(found: Waits, language: Language) -> None:
    typer.echo(
        words.COUNTS.in_language(language).format(
            waits=found.waits, courses=found.courses, days=f"{found.waiting_days:.1f}"
        )
    )
    typer.echo(words.BY[found.by].in_language(language))
    if found.efficiency is None:
        typer.echo(words.NO_WORK.in_language(language))
    else:
        typer.echo(words.EFFICIENCY.in_language(language).format(share=f"{found.efficiency:.1%}"))
    _causes(found, language)
    _activities(found, language)
    typer.echo(words.ONLY_ENDED.in_language(language))


def _causes(found: Waits, language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=words.TITLE.in_language(language), title_justify="left")
    table.add_column(words.CAUSE.in_language(language))
    for heading in (words.DAYS, words.SHARE, words.WAITS, words.WITHOUT):
        table.add_column(heading.in_language(language), justify="right")
    for one in (one for one in found.causes if one.days):
        without = one.efficiency_without
        table.add_row(
            words.CAUSES[one.cause].in_language(language),
            f"{one.days:.1f}",
            f"{one.share:.1%}",
            str(one.waits),
            "–" if without is None else f"{without:.1%}",
        )
    Console(markup=False).print(table)


def _activities(found: Waits, language: Language) -> None:
    if not found.activities:
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=words.BEFORE.in_language(language), title_justify="left")
    table.add_column(words.ACTIVITY.in_language(language))
    for heading in (words.DAYS, words.WAITS):
        table.add_column(heading.in_language(language), justify="right")
    table.add_column(words.MOST.in_language(language))
    for one in found.activities[:MOST]:
        most = words.CAUSES[one.most].in_language(language)
        table.add_row(one.activity, f"{one.days:.1f}", str(one.waits), most)
    Console(markup=False).print(table)
    if len(found.activities) > MOST:
        more = len(found.activities) - MOST
        typer.echo(words.MORE.in_language(language).format(more=more))
