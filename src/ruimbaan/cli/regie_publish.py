# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan regie publish`: count, hide, audit against everything that ever came out, and release."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.cli.regie_words import COUNTING, LEFT_OUT, PROTECTING, PUBLISHED, RELEASED
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.analytics.disclosure.tables import Table
    from ruimbaan.analytics.regie.publishing import Published, Wanted
    from ruimbaan.core.insight.courses import Cohort

RegionOption = Annotated[str, typer.Option("--region", help="The region it is about.")]
UntilOption = Annotated[
    datetime | None,
    typer.Option(
        "--until",
        formats=["%Y-%m-%d"],
        help="What came until the Monday of this day; today when left out.",
    ),
]
QuickOption = Annotated[
    bool, typer.Option("--quick", help="In seconds, with more hidden than has to be.")
]


def publish(
    *,
    region: RegionOption,
    until: UntilOption = None,
    quick: QuickOption = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Release the figures of a region: what was asked in 104 weeks, each followed for 13 weeks.

    Of a rule that changed there is a table of the weeks before and after it. Counts below ten are hidden, and what would give them away. The tables are audited beside all that
    ever came out of this region; when somebody could be found out, nothing is written.
    """
    with site_open(language), arithmetic():
        from ruimbaan.analytics.regie.publishing import publish as released
        from ruimbaan.analytics.regie.room import publish_room
        from ruimbaan.core.insight.courses import cohort_at
        from ruimbaan.parts.contributing.services import counted_in

        cohort = cohort_at(_day(until))
        folder = folder_of(region)
        with _saying(language) as told:
            done = released(folder, cohort.cut, _cubes(region, cohort), told, quick=quick)
            publish_room(counted_in(region), folder, cohort.cut)
    _tell(done, cohort, folder, language, as_json=as_json)


@contextmanager
def arithmetic() -> Iterator[None]:
    """Says which package is missing: the site runs without the arithmetic."""
    from ruimbaan.analytics.disclosure.errors import ExtraMissing

    try:
        yield
    except ModuleNotFoundError as error:
        raise ExtraMissing(what=error.name) from None


def folder_of(region: str) -> Path:
    """Raises UnknownRegion."""
    from django.conf import settings

    from ruimbaan.integrations.regions import region_files

    region_files(region)
    return Path(settings.RELEASES) / region


def _day(until: datetime | None) -> date:
    """Raises NotYet for a day to come: its weeks are not whole."""
    from django.utils import timezone

    from ruimbaan.core.insight.errors import NotYet

    today = timezone.localdate()
    day = until.date() if until else today
    if day > today:
        raise NotYet(day=day.isoformat())
    return day


def _cubes(region: str, cohort: Cohort) -> Callable[[Sequence[Table]], Wanted]:
    from ruimbaan.analytics.regie.changes import change_cubes
    from ruimbaan.analytics.regie.handoffs import HandoffCubes, kinds_shown
    from ruimbaan.analytics.regie.steps import step_cubes
    from ruimbaan.integrations.advice import changed_rules
    from ruimbaan.parts.contributing.services import counted_in
    from ruimbaan.parts.insight.services import courses_in

    def made(earlier: Sequence[Table]) -> Wanted:
        courses = courses_in(region, cohort)
        kinds = kinds_shown(region, courses, earlier)
        handoffs = HandoffCubes(region, cohort, kinds, courses).all()
        changed = change_cubes(region, cohort, courses, changed_rules(region))
        return {**handoffs, **step_cubes(region, cohort, counted_in(region)), **changed}

    return made


@contextmanager
def _saying(language: Language) -> Iterator[Callable[[str], None]]:
    """On stderr, which table is worked on."""
    from rich.console import Console

    with Console(stderr=True).status(COUNTING.in_language(language)) as status:
        yield lambda name: status.update(PROTECTING.in_language(language).format(name=name))


def _tell(
    done: Published, cohort: Cohort, folder: Path, language: Language, *, as_json: bool
) -> None:
    if as_json:
        told = {
            "folder": str(folder),
            "asked_from": cohort.first.isoformat(),
            "asked_before": cohort.end.isoformat(),
            "until": cohort.cut.isoformat(),
            "tables": [
                {
                    "name": one.name,
                    "cells": one.cells,
                    "hidden": one.hidden,
                    "against": len(one.against),
                }
                for one in done.reports
            ],
            "left_out": list(done.left_out),
        }
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for one in done.reports:
        typer.echo(
            RELEASED.in_language(language).format(
                name=one.name, hidden=one.hidden, cells=one.cells, earlier=len(one.against)
            )
        )
    for name in done.left_out:
        typer.echo(LEFT_OUT.in_language(language).format(name=name))
    typer.echo(
        PUBLISHED.in_language(language).format(
            folder=folder, first=cohort.first, end=cohort.end, cut=cohort.cut
        )
    )
