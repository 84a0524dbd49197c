# SPDX-License-Identifier: EUPL-1.2
"""What an import or a check has to say: for people on a few lines, for programs as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

import typer

from ruimbaan.cli import directory_words as words
from ruimbaan.core.directory.records.changes import Change
from ruimbaan.core.directory.validation.finding import Finding, shown
from ruimbaan.core.kernel.texts import Language

MOST_CHANGES = 20
MOST_FIELDS = 8


def print_findings(findings: Iterable[Finding], language: Language) -> None:
    """One block for each kind: how often, where first, why, and what to do."""
    by_code = sorted(findings, key=lambda finding: finding.kind.code)
    for code, alike in groupby(by_code, key=lambda finding: finding.kind.code):
        first, *rest = alike
        told = first.explain(language)
        where = words.TIMES.in_language(language).format(count=len(rest) + 1, place=first.place)
        typer.secho(f"{code}  {where}", bold=True)
        typer.echo(f"{told.cause}\n{told.advice}\n")


def print_changes(changes: Sequence[Change], language: Language) -> None:
    """The first changes, field by field."""
    for change in changes[:MOST_CHANGES]:
        table, uid = change.key
        kind = words.KINDS[change.kind].in_language(language)
        typer.secho(f"{table} {shown(uid)}  {kind}", bold=True)
        for name, field in list(change.fields.items())[:MOST_FIELDS]:
            typer.echo(f"  {shown(name)}: {_value(field.before)} → {_value(field.after)}")
    if len(changes) > MOST_CHANGES:
        more = len(changes) - MOST_CHANGES
        typer.echo(words.MORE.in_language(language).format(more=more))


def findings_json(findings: Iterable[Finding], language: Language) -> list[dict[str, object]]:
    return [_finding(finding, language) for finding in findings]


def changes_json(changes: Iterable[Change]) -> list[dict[str, object]]:
    return [
        {
            "table": change.key[0],
            "id": change.key[1],
            "kind": change.kind.value,
            "fields": {
                name: {"before": field.before, "after": field.after}
                for name, field in change.fields.items()
            },
        }
        for change in changes
    ]


def print_json(report: dict[str, object]) -> None:
    """In plain ASCII: what was refused may hold characters that no terminal takes."""
    typer.echo(json.dumps(report, indent=2))


def _finding(finding: Finding, language: Language) -> dict[str, object]:
    told, place = finding.explain(language), finding.place
    return {
        "code": told.code,
        "severity": finding.kind.severity.value,
        "table": finding.table,
        "id": finding.uid,
        "file": place.file,
        "row": place.row,
        "path": place.path,
        "column": place.column,
        "reason": told.cause,
        "advice": told.advice,
    }


def _value(value: object) -> str:
    return "–" if value is None else shown(value)
