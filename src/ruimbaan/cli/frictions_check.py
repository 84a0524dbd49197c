# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions check`: what is wrong with an event log, with rows, causes and advice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli import frictions_log as options
from ruimbaan.cli import frictions_words as words
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.analytics.events import EventLog, Finding
    from ruimbaan.analytics.flows import OrderKnown

CutOption = Annotated[
    datetime | None,
    typer.Option("--cut", formats=["%Y-%m-%d"], help="Day on which the log was made."),
]
BeginsOption = Annotated[
    list[str] | None,
    typer.Option("--begins", metavar="ACTIVITY", help="How a case begins. May be repeated."),
]
EndsOption = Annotated[
    list[str] | None,
    typer.Option("--ends", metavar="ACTIVITY", help="How a case ends. May be repeated."),
]
RowsOption = Annotated[
    int, typer.Option("--rows", min=1, help="How many rows of each kind are listed.")
]


@options.reads_log(referrals=True)
def check(
    asked: options.AskedLog,
    *,
    cut: CutOption = None,
    begins: BeginsOption = None,
    ends: EndsOption = None,
    rows: RowsOption = 20,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Say what is wrong with a log: each kind with its rows, its cause and an advice.

    Ends with 1 when rows had to be set aside, with 2 when the log cannot be read at all.
    """
    with options.opened(asked, language, rows) as log:
        from ruimbaan.analytics.events.case_checks import Edges, case_findings
        from ruimbaan.analytics.flows import order_known

        edges = Edges(cut.date() if cut else None, tuple(begins or ()), tuple(ends or ()))
        findings = [*log.report.findings, *case_findings(log, edges, rows)]
        order = order_known(log)
    if as_json:
        typer.echo(
            json.dumps(_as_json(log, findings, order, language), ensure_ascii=False, indent=2)
        )
    else:
        _show(log, findings, order, language)
    raise typer.Exit(1 if log.report.set_aside else 0)


def _show(
    log: EventLog, findings: Sequence[Finding], order: OrderKnown, language: Language
) -> None:
    from ruimbaan.cli.frictions_flows import order_told, precision_told, rows_told

    chosen = ", ".join(f"{role.value} = {name}" for role, name in log.roles.items())
    typer.echo(words.COLUMNS.in_language(language).format(columns=chosen))
    typer.echo(rows_told(log, language))
    typer.echo(precision_told(log, language))
    typer.echo(order_told(order, language))
    for finding in findings:
        typer.echo()
        _show_finding(finding, language)
    if not findings:
        typer.echo(words.NOTHING.in_language(language))


def _show_finding(finding: Finding, language: Language) -> None:
    told = finding.explain(language)
    treatment = words.TREATMENTS[finding.kind.treatment.value].in_language(language)
    head = words.FINDING.in_language(language)
    typer.secho(head.format(code=told.code, count=finding.count, treatment=treatment), bold=True)
    typer.echo(told.cause)
    if finding.rows:
        listed = ", ".join(map(str, finding.rows))
        more = ", …" if finding.count > len(finding.rows) else ""
        typer.echo(words.AT_ROWS.in_language(language).format(rows=f"{listed}{more}"))
    typer.echo(told.advice)


def _as_json(
    log: EventLog, findings: Sequence[Finding], order: OrderKnown, language: Language
) -> dict[str, object]:
    report = log.report
    return {
        "columns": {role.value: name for role, name in log.roles.items()},
        "rows": {"read": report.read, "set_aside": report.set_aside, "repaired": report.repaired},
        "events": log.size,
        "precision": {"unit": log.precision.value, "declared": log.declared},
        "order": {"transitions": order.transitions, "unknown": order.unknown},
        "findings": [
            {
                "code": finding.kind.code,
                "treatment": finding.kind.treatment.value,
                "count": finding.count,
                "rows": list(finding.rows),
                "cause": finding.explain(language).cause,
                "advice": finding.explain(language).advice,
            }
            for finding in findings
        ],
    }
