# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan rules rank`: which rule to change first, for made-up people of a region."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import DataOption, JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.analytics.population.ranking import Ranking
    from ruimbaan.core.planner.world import World


class Engine(StrEnum):
    LOCAL = "local"
    SPARK = "spark"


RegionOption = Annotated[str, typer.Option("--region", metavar="NAME", help="The region.")]
PeopleOption = Annotated[
    int, typer.Option("--people", min=1, max=10_000_000, help="How many people to draw.")
]
SeedOption = Annotated[int, typer.Option("--seed", help="The same seed draws the same people.")]
PairsOption = Annotated[
    int, typer.Option("--pairs", min=0, metavar="N", help="Tell this many pairs of rules.")
]
BestOption = Annotated[
    int, typer.Option("--best", min=1, max=6, metavar="K", help="The best 1 to K rules together.")
]
EngineOption = Annotated[
    Engine, typer.Option("--engine", help="Spark spreads it over workers: needs Java.")
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", dir_okay=False, help="Also keep it in this file, for the page."),
]


def rank(
    *,
    region: RegionOption,
    people: PeopleOption = 100_000,
    seed: SeedOption = 1,
    pairs: PairsOption = 10,
    best: BestOption = 3,
    engine: EngineOption = Engine.LOCAL,
    out: OutOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Which rule to change first: days won and people reached, two rules together, and the best few.

    The people are made up (demo/bevolking). Nobody gets later; waits are held constant.
    """
    import json

    from ruimbaan.cli.out_file import check_out, write_out
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        if out is not None:
            check_out(out)
        found, world = _ranking(region, data, engine, people, seed, pairs, best, language)
        from ruimbaan.analytics.population import kept
        from ruimbaan.cli.rules_rank_tables import print_ranking

        plain = kept.plain(found, world)
        if as_json:
            typer.echo(json.dumps(plain, ensure_ascii=False, indent=1))
        else:
            print_ranking(found, world, language)
        if out is not None:
            write_out(kept.written(plain, datetime.now().astimezone().date()), out)


def _ranking(
    region: str,
    data: Path | None,
    engine: Engine,
    people: int,
    seed: int,
    pairs: int,
    best: int,
    language: Language,
) -> tuple[Ranking, World]:
    from ruimbaan.analytics.disclosure.errors import ExtraMissing
    from ruimbaan.integrations.population import load_population
    from ruimbaan.integrations.regions import REPOSITORY, load_region

    loaded = load_region(region, data=data or REPOSITORY)
    population = load_population(loaded, data or REPOSITORY)
    try:
        from ruimbaan.analytics.population.working import Job
        from ruimbaan.analytics.population.working import rank as locally
    except ModuleNotFoundError as error:
        raise ExtraMissing(what=error.name) from None
    job = Job(loaded.world, population, seed, best)
    with _saying(language) as told:
        if engine is Engine.SPARK:
            from ruimbaan.analytics.population.on_spark import rank as on_spark

            return on_spark(job, people, pairs=pairs, told=told), loaded.world
        return locally(job, people, cores=_cores(), pairs=pairs, told=told), loaded.world


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


@contextmanager
def _saying(language: Language) -> Iterator[Callable[[int, int], None]]:
    """On stderr, how far it is."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from ruimbaan.cli.rules_rank_words import ADDING, ASKING, DRAWING

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(DRAWING.in_language(language), total=None)

        def told(done: int, total: int) -> None:
            said = ADDING if done == total else ASKING
            shown.update(task, description=said.in_language(language), completed=done, total=total)

        yield told
