# SPDX-License-Identifier: EUPL-1.2
"""The options with which every `ruimbaan frictions` command opens a log, and how it is opened."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

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
COLUMNS: Mapping[str, Any] = {
    name: Annotated[str | None, _column(f"--{name}", what)]
    for name, what in {
        "case": "Column of the case; in OCEL the type of object.",
        "activity": "Column that says what happened.",
        "start": "Column of the time it began.",
        "complete": "Column of the time it was done.",
        "organisation": "Column of the organisation that did it.",
        "resource": "Column of who or what did it.",
        "frame": "Column of the funding frame.",
    }.items()
}
OF_REFERRALS: Mapping[str, Any] = {
    name: Annotated[str | None, _column(f"--{name}", what)]
    for name, what in {
        "receiver": "Column of the organisation to which somebody is referred.",
        "rule": "Column of the rule that is named.",
    }.items()
}
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


@dataclass(frozen=True, slots=True)
class AskedLog:
    """A log as somebody asks for it: which file, and what they say of its columns and times."""

    file: Path
    columns: Mapping[str, str | None]
    dates: Dates | None
    precision: Unit | None


def reads_log(*, referrals: bool = False) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command that gets an `AskedLog` first, and the options of a log beside its own.

    `referrals`: with the columns that only a log of referrals has.
    """
    columns = {**COLUMNS, **(OF_REFERRALS if referrals else {})}
    shared = {**columns, "dates": DatesOption, "precision": PrecisionOption}

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        own = list(inspect.signature(command).parameters.values())[1:]

        def run(file: Path, **given: Any) -> None:
            named = {name: given.pop(name) for name in columns}
            log = AskedLog(file, named, given.pop("dates"), given.pop("precision"))
            command(log, **given)

        option = inspect.Parameter.KEYWORD_ONLY
        parameters = [
            inspect.Parameter(
                "file", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=LogArgument
            ),
            *(
                inspect.Parameter(name, option, default=None, annotation=annotation)
                for name, annotation in shared.items()
            ),
            *(one.replace(annotation=hints[one.name]) for one in own),
        ]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters}
        run.__name__, run.__doc__ = command.__name__, command.__doc__
        return run

    return with_options


@contextmanager
def opened(asked: AskedLog, language: Language, rows: int = 20) -> Iterator[EventLog]:
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
        question = Asked(
            columns={Role(role): name for role, name in asked.columns.items() if name is not None},
            dates=None if asked.dates is None else DayOrder(asked.dates.value),
            precision=None if asked.precision is None else Precision(asked.precision.value),
            rows=rows,
        )
        with busy(READING.in_language(language)):
            log = open_log(asked.file, question)
        yield log
