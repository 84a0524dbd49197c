# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions flows`: what follows what, who hands to whom, and how long that takes."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli import frictions_log as options
from ruimbaan.cli import frictions_words as words
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.analytics.events import EventLog
    from ruimbaan.analytics.flows import Flow, Flows, OrderKnown
    from ruimbaan.analytics.flows.arrows import Arrow

MOST = 20  # rows of a table on the terminal


class Engine(StrEnum):
    """What counts."""

    DUCKDB = "duckdb"
    SPARK = "spark"


EngineOption = Annotated[
    Engine,
    typer.Option("--engine", help="Spark is for logs that outgrew one machine: needs Java."),
]
CountsOption = Annotated[
    bool,
    typer.Option(
        "--counts", help="Only how often what follows what; the quickest answer there is."
    ),
]


@options.reads_log(referrals=True)
def flows(
    asked: options.AskedLog,
    *,
    counts: CountsOption = False,
    engine: EngineOption = Engine.DUCKDB,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show the flows of a log: transitions with days between, handovers, variants, rework.

    Of how many transitions nobody knows the order is said beside it, with --json on stderr.
    """
    with options.opened(asked, language) as log:
        if counts:
            _show_counts(log, language, as_json=as_json)
            return
        found = _found(log, asked.file, engine, language)
    if as_json:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(found, language)
    for line in about(log, found, language):
        typer.echo(line, err=as_json)


def _found(log: EventLog, file: Path, engine: Engine, language: Language) -> Flows:
    from ruimbaan.analytics.flows import flows_of
    from ruimbaan.cli.directory_progress import busy

    with busy(words.COUNTING.in_language(language)):
        if engine is Engine.DUCKDB:
            return flows_of(log)
        from ruimbaan.analytics.spark import spark_flows

        return spark_flows(log, file)


def _show_counts(log: EventLog, language: Language, *, as_json: bool) -> None:
    from ruimbaan.analytics.flows.arrows import arrows_of

    found = arrows_of(log)
    if as_json:
        told = {"transitions": [arrow.as_json() for arrow in found]}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _counts_table(found, language)


def about(log: EventLog, found: Flows, language: Language) -> list[str]:
    """What belongs beside every map: what was left out, and what share has no known order."""
    lines = [precision_told(log, language), order_told(found.order, language)]
    if log.report.set_aside or log.report.repaired:
        lines.insert(0, f"{rows_told(log, language)} {words.LOOK.in_language(language)}")
    return lines


def rows_told(log: EventLog, language: Language) -> str:
    report = log.report
    return words.ROWS.in_language(language).format(
        read=report.read, set_aside=report.set_aside, repaired=report.repaired, events=log.size
    )


def order_told(order: OrderKnown, language: Language) -> str:
    return words.UNKNOWN_ORDER.in_language(language).format(
        share=f"{order.unknown_share:.1%}", unknown=order.unknown, pairs=order.transitions
    )


def precision_told(log: EventLog, language: Language) -> str:
    who = words.DECLARED if log.declared else words.SEEN
    unit = words.UNITS[log.precision.value].in_language(language)
    return words.PRECISION.in_language(language).format(unit=unit, who=who.in_language(language))


def _show(found: Flows, language: Language) -> None:
    typer.echo(
        words.COUNTS.in_language(language).format(
            cases=found.cases, events=found.events, variants=found.variants
        )
    )
    typer.echo(words.DURATION.in_language(language).format(days=f"{found.median_days:.1f}"))
    _table(words.TRANSITIONS, found.transitions, language)
    _table(words.HANDOVERS[found.between], found.handovers, language)
    _rework(found, language)


def _table(title: Text, flows: tuple[Flow, ...], language: Language) -> None:
    if not flows:
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title.in_language(language), title_justify="left")
    for heading in (words.FROM, words.TO):
        table.add_column(heading.in_language(language))
    for heading in (words.TIMES, words.MEAN, words.MEDIAN):
        table.add_column(heading.in_language(language), justify="right")
    for flow in flows[:MOST]:
        days = (f"{flow.mean_days:.2f}", f"{flow.median_days:.2f}")
        table.add_row(flow.sender, flow.receiver, str(flow.n), *days)
    Console(markup=False).print(table)
    if len(flows) > MOST:
        typer.echo(words.MORE.in_language(language).format(more=len(flows) - MOST))


def _counts_table(found: tuple[Arrow, ...], language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=words.TRANSITIONS.in_language(language), title_justify="left")
    for heading in (words.FROM, words.TO):
        table.add_column(heading.in_language(language))
    table.add_column(words.TIMES.in_language(language), justify="right")
    for arrow in found[:MOST]:
        table.add_row(arrow.sender, arrow.receiver, str(arrow.n))
    Console(markup=False).print(table)
    if len(found) > MOST:
        typer.echo(words.MORE.in_language(language).format(more=len(found) - MOST))


def _rework(found: Flows, language: Language) -> None:
    if not found.rework:
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=words.REWORK.in_language(language), title_justify="left")
    table.add_column(words.ACTIVITY.in_language(language))
    table.add_column(words.CASES.in_language(language), justify="right")
    for activity, cases in found.rework[:MOST]:
        table.add_row(activity, str(cases))
    Console(markup=False).print(table)
