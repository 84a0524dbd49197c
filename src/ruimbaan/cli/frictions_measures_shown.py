# SPDX-License-Identifier: EUPL-1.2
"""The measures of a log as people read them on the terminal, and as programs do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ruimbaan.cli import frictions_measures_words as words
from ruimbaan.cli.frictions_words import MORE
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.analytics.measures import Answer, Result, Value

MOST = 12  # rows of a measure on the terminal


def show(answer: Answer, language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    for line in about(answer, language):
        typer.echo(line)
    console = Console(markup=False, highlight=False)
    for result in answer.results:
        typer.echo()
        title = f"{result.measure.number}. {result.measure.name.in_language(language)}"
        typer.secho(title, bold=True)
        typer.echo(result.reading(language))
        if result.values:
            table = Table(box=None, pad_edge=False)
            table.add_column("", overflow="fold")
            for heading in (words.VALUE, words.INTERVAL, words.NUMBER, words.PERSONS):
                table.add_column(heading.in_language(language), justify="right")
            for value in result.values[:MOST]:
                table.add_row(*_row(value, language))
            console.print(table)
            if more := len(result.values[MOST:]):
                typer.echo(MORE.in_language(language).format(more=more))


def about(answer: Answer, language: Language) -> list[str]:
    """What belongs beside every figure: the edges of the log, and which activity plays which part."""
    lines = [
        words.ABOUT.in_language(language).format(
            since=answer.since, cut=answer.cut, persons=answer.persons or "–", events=answer.events
        )
    ]
    if answer.unsure:
        lines.append(
            words.UNSURE.in_language(language).format(
                unsure=answer.unsure, referrals=answer.referrals
            )
        )
    parts = "; ".join(f"--{step.value} {', '.join(n)}" for step, n in answer.steps.items())
    return [*lines, words.PARTS.in_language(language).format(parts=parts or "–")]


def _row(value: Value, language: Language) -> tuple[str, ...]:
    from ruimbaan.analytics.measures.measure import told

    name = value.name.in_language(language)
    low, high = (told(one, value.unit, language) for one in (value.low, value.high))
    return (
        f"{name}: {value.part}" if value.part else name,
        told(value.estimate, value.unit, language),
        "–" if value.estimate is None else f"{low} – {high}",
        "–" if value.few else str(value.n),
        "–" if value.few else str(value.persons),
    )


def as_json(answer: Answer, language: Language) -> dict[str, object]:
    """The published form; its names never change."""
    return {
        "since": answer.since.isoformat(),
        "cut": answer.cut.isoformat(),
        "persons": answer.persons,
        "events": answer.events,
        "referrals": {"sent": answer.referrals, "unsure": answer.unsure},
        "activities": {step.value: list(names) for step, names in answer.steps.items()},
        "measures": [_measure(result, language) for result in answer.results],
    }


def _measure(result: Result, language: Language) -> dict[str, object]:
    measure, lacking = result.measure, result.lacking
    return {
        "id": measure.id,
        "number": measure.number,
        "name": measure.name.in_language(language),
        "values": [_value(value, language) for value in result.values],
        "not_possible": lacking and lacking.because.in_language(language),
        "reading": result.reading(language),
        "cut": result.cut.isoformat(),
        "definition": measure.formula,
        "version": measure.version,
        "source": measure.source,
    }


def _value(value: Value, language: Language) -> dict[str, object]:
    few = value.few
    return {
        "key": value.key,
        "name": value.name.in_language(language),
        "part": value.part or None,
        "unit": value.unit.value,
        "estimate": value.estimate,
        "low": value.low,
        "high": value.high,
        "n": None if few else value.n,
        "persons": None if few else value.persons,
    }
