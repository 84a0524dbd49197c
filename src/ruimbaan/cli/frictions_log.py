# SPDX-License-Identifier: EUPL-1.2
"""The options with which every `ruimbaan frictions` command opens a log, and how it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.analytics.events import EventLog

EXTRA = ("duckdb", "ibis", "pyarrow", "ijson", "defusedxml", "pandas", "numpy")
READING = Text("Het logboek wordt gelezen…", "Reading the log…")


class Dates(StrEnum):
    """Which number of 03-04-2026 is the day; said here again so that help loads nothing heavy."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Unit(StrEnum):
    MICROSECOND = "microsecond"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


def _column(name: str, what: str) -> object:
    return typer.Option(name, metavar="COLUMN", help=what)


LogArgument = Annotated[
    Path, typer.Argument(metavar="LOG", help="CSV, Parquet, XES or OCEL 2.0 (JSON or XML).")
]
CaseOption = Annotated[
    str | None, _column("--case", "Column of the case; in OCEL the type of object.")
]
ActivityOption = Annotated[str | None, _column("--activity", "Column that says what happened.")]
StartOption = Annotated[str | None, _column("--start", "Column of the time it began.")]
CompleteOption = Annotated[str | None, _column("--complete", "Column of the time it was done.")]
OrganisationOption = Annotated[
    str | None, _column("--organisation", "Column of the organisation that did it.")
]
ResourceOption = Annotated[str | None, _column("--resource", "Column of who or what did it.")]
FrameOption = Annotated[str | None, _column("--frame", "Column of the funding frame.")]
ReceiverOption = Annotated[
    str | None, _column("--receiver", "Column of the organisation to which somebody is referred.")
]
RuleOption = Annotated[str | None, _column("--rule", "Column of the rule that is named.")]
DatesOption = Annotated[
    Dates | None, typer.Option("--dates", help="Order of 03-04-2026, when the log does not say.")
]
PrecisionOption = Annotated[
    Unit | None,
    typer.Option("--precision", help="How fine the times are; seen in the log when left out."),
]


class ExtraMissing(DomainError):
    code = "RB-CLI-006"
    cause = Text("Voor logboeken ontbreekt: {what}.", "Missing, to work with logs: {what}.")
    advice = Text(
        "Installeer het erbij: pip install 'ruimbaan[analytics]'.",
        "Install it too: pip install 'ruimbaan[analytics]'.",
    )


@contextmanager
def opened(
    file: Path,
    columns: dict[str, str | None],
    dates: Dates | None,
    precision: Unit | None,
    language: Language,
    rows: int = 20,
) -> Iterator[EventLog]:
    """An opened log; an error people can act on ends the command with exit code 2."""
    from ruimbaan.cli.directory_progress import busy
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        try:
            from ruimbaan.analytics.events import Asked, DayOrder, Precision, Role, open_log
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in EXTRA:
                raise
            raise ExtraMissing(what=error.name) from None
        asked = Asked(
            columns={Role(role): name for role, name in columns.items() if name is not None},
            dates=None if dates is None else DayOrder(dates.value),
            precision=None if precision is None else Precision(precision.value),
            rows=rows,
        )
        with busy(READING.in_language(language)):
            log = open_log(file, asked)
        yield log
