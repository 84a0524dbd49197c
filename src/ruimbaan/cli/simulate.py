# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan simulate`: what a change would do in a region where people stand in line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from signal import SIG_DFL, SIGINT, SIGTERM, signal
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ruimbaan.cli.options import DataOption, JsonOption, LanguageOption
from ruimbaan.cli.simulate_words import (
    KEPT_ALREADY,
    KEPT_THERE,
    LIVING,
    PLANNING,
    STOPPED,
    STOPPED_AT_ONCE,
    WRITTEN,
)

if TYPE_CHECKING:
    from ruimbaan.analytics.simulation.region import Outcome
    from ruimbaan.cli.simulate_asked import Asked
    from ruimbaan.core.kernel.texts import Language

YEARS, RUNS, PEOPLE = 2, 50, 1200
INTERRUPTED = 130
STOPS = (SIGINT, SIGTERM)
SECONDS_LOST = 10  # at most, when the power goes
FORMAT = 1

RegionOption = Annotated[str | None, typer.Option("--region", help="The region it is about.")]
ChangeOption = Annotated[
    Path | None, typer.Option("--change", metavar="FILE", help="What would be different.")
]
GridOption = Annotated[
    Path | None,
    typer.Option(
        "--grid", metavar="FILE", help="Sliders: work out every combination of positions."
    ),
]
ResumeOption = Annotated[
    Path | None,
    typer.Option("--resume", metavar="FILE", help="Go on with what was kept when it was stopped."),
]
KeepOption = Annotated[
    Path | None,
    typer.Option(
        "--keep", metavar="FILE", help="Where to keep what is done when it is stopped (Ctrl-C)."
    ),
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write the answer here, as JSON.")
]
YearsOption = Annotated[int, typer.Option("--years", min=2, max=10, help="How long is looked.")]
RunsOption = Annotated[int, typer.Option("--runs", min=2, max=1000, help="How many times.")]
PeopleOption = Annotated[
    int,
    typer.Option("--people", min=10, max=1_000_000, help="How many come in all years together."),
]
SeedOption = Annotated[int, typer.Option("--seed", help="The same seed gives the same answer.")]
ProcessesOption = Annotated[
    int, typer.Option("--processes", min=1, max=64, help="How many runs at the same time.")
]
OnOption = Annotated[
    datetime | None,
    typer.Option(
        "--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day to write on a grid; else today."
    ),
]


def simulate(
    *,
    region: RegionOption = None,
    change: ChangeOption = None,
    grid: GridOption = None,
    resume: ResumeOption = None,
    years: YearsOption = YEARS,
    people: PeopleOption = PEOPLE,
    runs: RunsOption = RUNS,
    seed: SeedOption = 1,
    processes: ProcessesOption = 1,
    keep: KeepOption = None,
    out: OutOption = None,
    on: OnOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Live through years in a region, as things go now and with a change, and compare.

    Made-up people follow the plan of the planner. Where places are taken they stand in line, with all
    others who ask there. Every run draws other people; the change meets the same ones.
    """
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language), arithmetic():
        from ruimbaan.analytics.simulation.errors import NotAsked
        from ruimbaan.analytics.simulation.model import Plan
        from ruimbaan.cli.simulate_asked import asked_before, asked_now

        if resume is not None:
            asked = asked_before(resume, data)
        elif region is None or (change is None) == (grid is None):
            raise NotAsked
        else:
            plan = Plan(years, people, runs, seed)
            asked = asked_now(region, change or grid or Path(), plan, data, grid=grid is not None)
        kept = keep or resume or Path(f"simulate-{asked.what_if.region}.json")
        _check_places(kept, resume, out, language)
        with stopped_by_either() as look:
            found = _lived(asked, processes, kept, language, look)
        told = _told(asked, found, on.date() if on else datetime.now(tz=UTC).date())
        text = json.dumps(told, ensure_ascii=False, indent=None if asked.halfway.grid else 1)
        if out is not None:
            _write(text + "\n", out, asked, kept, language)
            typer.echo(WRITTEN.in_language(language).format(file=out), err=as_json)
    if out is None and (as_json or asked.halfway.grid):
        typer.echo(text)
    if not as_json and not asked.halfway.grid:
        from ruimbaan.cli.simulate_shown import show

        show(told, asked.loaded.world, language)
    kept.unlink(missing_ok=True)


class StopAsked(Exception):
    """Somebody asked to stop, and what was at hand is done."""


@contextmanager
def stopped_by_either() -> Iterator[Callable[[], None]]:
    """Ctrl-C and the signal with which a machine ends its programs do the same. They are noted, and
    what is given raises `StopAsked` at the next look: an exception that comes at any moment may come
    where Python drops it, in a finalizer, and then nothing stops. Asked twice it ends at once."""
    asked: list[int] = []

    def note(number: int, _frame: object) -> None:
        asked.append(number)
        signal(number, SIG_DFL)

    before = {number: signal(number, note) for number in STOPS}

    def look() -> None:
        if asked:
            raise StopAsked

    try:
        yield look
    finally:
        for number, handler in before.items():
            signal(number, handler)


@contextmanager
def arithmetic() -> Iterator[None]:
    """Says which package is missing: the site runs without the arithmetic."""
    try:
        yield
    except ModuleNotFoundError as error:
        from ruimbaan.analytics.simulation.errors import PackageMissing

        raise PackageMissing(what=error.name) from None


def _lived(
    asked: Asked, processes: int, kept: Path, language: Language, look: Callable[[], None]
) -> list[list[Outcome]]:
    """All runs; when somebody stops it, what is done is kept and the command ends."""
    from ruimbaan.analytics.simulation.preparing import how_many, prepare
    from ruimbaan.analytics.simulation.runs import live_all
    from ruimbaan.cli.directory_progress import counting
    from ruimbaan.core.journey.drawing import draw
    from ruimbaan.core.journey.population import situation_of

    halfway, changes = asked.halfway, asked.changes
    plan, population = halfway.plan, asked.population
    everything = plan.runs * len(changes)
    try:
        people = [
            situation_of(population, draw(population, plan.seed, number))
            for number in range(plan.people)
        ]
        with counting(PLANNING.in_language(language), how_many(people), 1) as done:

            def planned(many: int) -> None:
                done(many)
                look()

            widest = asked.what_if.widest
            model = prepare(asked.loaded.world, people, plan, widest, processes, planned)
        with counting(LIVING.in_language(language), everything, 1) as done:
            done(len(halfway.done))

            saved = float("-inf")  # the first is kept at once

            def one_more() -> None:
                nonlocal saved
                done(1)
                if monotonic() - saved > SECONDS_LOST:
                    halfway.save(kept)
                    saved = monotonic()
                look()

            found = live_all(model, changes, halfway, processes, one_more)
    except StopAsked:
        if not halfway.done:
            typer.echo(STOPPED_AT_ONCE.in_language(language), err=True)
        else:
            halfway.save(kept)
            said = STOPPED.in_language(language)
            typer.echo(said.format(done=len(halfway.done), all=everything, file=kept), err=True)
        raise typer.Exit(INTERRUPTED) from None
    return found


def _check_places(kept: Path, resume: Path | None, out: Path | None, language: Language) -> None:
    """Before anything is worked out. What another job kept is not written over, and the answer does not
    go where what is done is kept and taken away. Raises NotWritten."""
    from ruimbaan.cli.out_file import check_out, refuse

    if out is not None:
        if out.resolve() == kept.resolve():
            refuse(out, KEPT_THERE.in_language(language))
        check_out(out)
    if kept.exists() and (resume is None or kept.resolve() != resume.resolve()):
        refuse(kept, KEPT_ALREADY.in_language(language))
    check_out(kept)


def _write(text: str, out: Path, asked: Asked, kept: Path, language: Language) -> None:
    """Where that fails all runs are kept, so that going on with them only writes."""
    from ruimbaan.cli.out_file import write_out
    from ruimbaan.integrations.hsds.errors import NotWritten

    try:
        write_out(text, out)
    except NotWritten:
        asked.halfway.save(kept)
        runs, said = len(asked.halfway.done), STOPPED.in_language(language)
        typer.echo(said.format(done=runs, all=runs, file=kept), err=True)
        raise


def _told(asked: Asked, found: list[list[Outcome]], day: date) -> dict[str, Any]:
    from ruimbaan.analytics.simulation.answer import grid_answer, one_answer

    what_if, halfway = asked.what_if, asked.halfway
    head = {
        "format": FORMAT,
        "region": what_if.region,
        "title": {"nl": what_if.title.nl, "en": what_if.title.en},
        "world": halfway.world,
        "population": halfway.people,
        "plan": asdict(halfway.plan),
    }
    if not halfway.grid:
        return {**head, **one_answer(*found)}
    return {
        **head,
        "worked_out": day.isoformat(),
        "sliders": halfway.content["sliders"],
        "cells": grid_answer(list(what_if.cells()), found),
    }
