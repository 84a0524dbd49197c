# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan disclosure protect|audit`: counts of people that anybody may see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.disclosure_words import (
    AUDITING,
    HIDDEN_SHARE,
    LEAK,
    LEAKS,
    MADE,
    PASSED,
    PROTECTING,
)
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.analytics.disclosure.auditing import Audited, Report
    from ruimbaan.analytics.disclosure.reading import Rows
    from ruimbaan.analytics.disclosure.shaping import Groups
    from ruimbaan.analytics.disclosure.tables import Table

TableArgument = Annotated[
    Path,
    typer.Argument(metavar="TABLE.csv", help="Counts: one row for each cell, or a cross table."),
]
ThresholdOption = Annotated[
    int, typer.Option("--threshold", help="Fewer people than this are never shown.")
]
ReleasesOption = Annotated[
    Path | None,
    typer.Option("--releases", metavar="DIR", help="Folder with every release ever made."),
]
GroupsOption = Annotated[
    Path | None,
    typer.Option(
        "--groups",
        metavar="FILE",
        help="CSV dimension,category,base: of which basic categories a category is made.",
    ),
]
PopulationOption = Annotated[
    str,
    typer.Option("--population", help="Whom it counts: tables about the same people are linked."),
]
NameOption = Annotated[
    str, typer.Option("--name", help="Name of the release; that of the file when left out.")
]
DayOption = Annotated[
    datetime | None,
    typer.Option("--day", formats=["%Y-%m-%d"], help="Day of the release; today when left out."),
]
disclosure = typer.Typer(
    name="disclosure", help="Counts of people that anybody may see.", no_args_is_help=True
)


@disclosure.command(epilog="Example: ruimbaan disclosure protect waits.csv --releases releases")
def protect(
    table: TableArgument,
    *,
    threshold: ThresholdOption = 10,
    releases: ReleasesOption = None,
    groups: GroupsOption = None,
    population: PopulationOption = "region",
    name: NameOption = "",
    day: DayOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Hide small counts and what would give them away, audit the table, and release it.

    With --releases the table and its report are added to that folder; without, the table is only
    printed. What cannot pass the audit is not written.
    """
    from ruimbaan.cli.directory_progress import busy
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language), _arithmetic():
        from ruimbaan.analytics.disclosure.auditing import Audited, audit
        from ruimbaan.analytics.disclosure.errors import CannotBeSafe
        from ruimbaan.analytics.disclosure.protecting import protect as protected
        from ruimbaan.analytics.disclosure.shaping import to_cube
        from ruimbaan.analytics.disclosure.tables import Rule

        rule, earlier = Rule(threshold), _earlier(releases)
        cube = to_cube(_rows(table), population, _groups(groups))
        with busy(PROTECTING.in_language(language)):
            verdict = audit(protected(_name(name, table), cube, rule, earlier), rule, earlier)
        if not isinstance(verdict, Audited):
            raise CannotBeSafe(cell=verdict.report.leaks[0].cell)
        files = _release(verdict, releases, day, earlier)
    _tell(verdict, files, language, as_json=as_json)


@disclosure.command(epilog="Example: ruimbaan disclosure audit waits.csv --releases releases")
def audit(
    table: TableArgument,
    *,
    threshold: ThresholdOption = 10,
    releases: ReleasesOption = None,
    groups: GroupsOption = None,
    population: PopulationOption = "region",
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Name what somebody can work out from a table as the public gets it, beside all releases.

    Ends with 1 when there is something, so that a check can stop on it. Keep the answer to yourself:
    it holds what should be hidden.
    """
    from ruimbaan.cli.directory_progress import busy
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language), _arithmetic():
        from ruimbaan.analytics.disclosure.auditing import audit as audited
        from ruimbaan.analytics.disclosure.shaping import to_table
        from ruimbaan.analytics.disclosure.tables import Rule

        rule, earlier = Rule(threshold), _earlier(releases)
        public = to_table(_rows(table), _name("", table), population, _groups(groups))
        with busy(AUDITING.in_language(language)):
            report = audited(public, rule, earlier).report
    if as_json:
        typer.echo(json.dumps(_summary(report), ensure_ascii=False, indent=2))
    else:
        _say(report, language)
    if not report.passed:
        raise typer.Exit(1)


@contextmanager
def _arithmetic() -> Iterator[None]:
    """Says which package is missing: the site runs without the arithmetic."""
    from ruimbaan.analytics.disclosure.errors import ExtraMissing

    try:
        yield
    except ModuleNotFoundError as error:
        raise ExtraMissing(what=error.name) from None


def _bytes(file: Path) -> bytes:
    from ruimbaan.analytics.disclosure.errors import Unreadable

    try:
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(file=file.name, reason=error.strerror) from None


def _rows(file: Path) -> Rows:
    from ruimbaan.analytics.disclosure.reading import read_rows

    return read_rows(file.name, _bytes(file))


def _groups(file: Path | None) -> Groups | None:
    from ruimbaan.analytics.disclosure.shaping import read_groups

    return None if file is None else read_groups(file.name, _bytes(file))


def _earlier(folder: Path | None) -> tuple[Table, ...]:
    from ruimbaan.analytics.disclosure.released import read_releases

    return () if folder is None else read_releases(folder)


def _name(given: str, file: Path) -> str:
    return given or re.sub(r"[^\w-]+", "-", file.stem)


def _release(
    verdict: Audited, folder: Path | None, day: datetime | None, earlier: tuple[Table, ...]
) -> tuple[Path, ...]:
    from ruimbaan.analytics.disclosure.releasing import write_release

    if folder is None:
        return ()
    return write_release(verdict, folder, (day or datetime.now(UTC)).date(), earlier)


def _tell(verdict: Audited, files: tuple[Path, ...], language: Language, *, as_json: bool) -> None:
    from ruimbaan.analytics.disclosure.releasing import as_csv

    if as_json:
        cells = [
            {"cell": [" > ".join(path) or "*" for path in key], "count": int(shown)}
            if shown >= 0
            else {"cell": [" > ".join(path) or "*" for path in key], "count": None}
            for key, shown in zip(verdict.table.keys, verdict.table.shown, strict=True)
        ]
        names = [dimension.name for dimension in verdict.table.dimensions]
        whole = {"dimensions": names, "table": cells, "files": [file.name for file in files]}
        typer.echo(json.dumps(_summary(verdict.report) | whole, ensure_ascii=False, indent=2))
        return
    if files:
        _say(verdict.report, language)
        for file in files:
            typer.echo(MADE.in_language(language).format(file=file))
    else:
        typer.echo(as_csv(verdict.table), nl=False)


def _say(report: Report, language: Language) -> None:
    share = 100 * report.finest_hidden / report.finest
    words = HIDDEN_SHARE.in_language(language)
    typer.echo(words.format(hidden=report.hidden, cells=report.cells, share=f"{share:.0f}"))
    if report.passed:
        typer.echo(PASSED.in_language(language).format(earlier=len(report.against)))
        return
    exact = sum(leak.exact for leak in report.leaks)
    told = LEAKS.in_language(language)
    typer.echo(told.format(exact=exact, narrowed=len(report.leaks) - exact))
    for leak in report.leaks:
        typer.echo(
            LEAK.in_language(language).format(
                table=leak.table, cell=leak.cell, least=leak.least, most=leak.most
            )
        )


def _summary(report: Report) -> dict[str, object]:
    return {
        "passed": report.passed,
        "threshold": report.threshold,
        "cells": report.cells,
        "hidden": report.hidden,
        "hidden_share": round(report.finest_hidden / report.finest, 4),
        "against": len(report.against),
        "recovered_exactly": sum(leak.exact for leak in report.leaks),
        "narrowed": sum(not leak.exact for leak in report.leaks),
        "leaks": [
            {"table": leak.table, "cell": leak.cell, "least": leak.least, "most": leak.most}
            for leak in report.leaks
        ],
    }
