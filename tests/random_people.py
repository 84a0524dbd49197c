# SPDX-License-Identifier: EUPL-1.2
"""Small random worlds with made-up people in them: every kind of chance, window and wish turns up."""

from __future__ import annotations

from random import Random

from ruimbaan.core.journey.population import Chance, Kind, Population, Trait, Wish
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World
from tests.core.twins.worlds import OWN, random_case

SOURCE = "fictional"


def random_people(seed: int, *, rules: int | None = None) -> tuple[World, Population]:
    rng = Random(seed)
    world, someone = random_case(rng, rules=rules)
    made = [fact for fact in world.facts if fact.startswith("m")]
    facts = (*OWN, *rng.sample(made, 2))
    return world, Population(
        region=world.region,
        kinds=tuple(_kinds(rng, someone)),
        traits=tuple(
            Trait(Window(fact, *_days(rng)), _chances(rng, facts))
            for fact in rng.sample(facts, rng.randint(2, 4))
        ),
        wishes=tuple(
            Wish(fact, rng.randint(1, 3), _needed_by(rng), _chances(rng, facts))
            for fact in rng.sample(made, rng.randint(2, 3))
        ),
        sources={SOURCE: Text("Verzonnen", "Invented")},
        digest=str(seed),
    )


def _kinds(rng: Random, someone: Situation) -> list[Kind]:
    shares = rng.choice(((1000,), (600, 400), (250, 250, 500)))
    starts = [
        Situation(
            f"start{number}",
            tuple(window for window in someone.facts if rng.random() < 0.6),
            plan_from=rng.choice((0, 0, someone.plan_from)),
        )
        for number in range(len(shares))
    ]
    return [Kind(start, share, SOURCE) for start, share in zip(starts, shares, strict=True)]


def _chances(rng: Random, facts: tuple[str, ...]) -> tuple[Chance, ...]:
    def some() -> tuple[str, ...]:
        return tuple(rng.sample(facts, rng.choice((0, 0, 1))))

    return tuple(
        Chance(rng.choice((0, 300, 500, 900, 1000)), some(), some(), SOURCE)
        for _ in range(rng.randint(1, 3))
    )


def _days(rng: Random) -> tuple[int | None, int | None]:
    begins = rng.choice((None, None, -2, 0, 5))
    return begins, rng.choice((None, None, 9, 14))


def _needed_by(rng: Random) -> tuple[tuple[int, int], ...]:
    return rng.choice((((3, 1000),), ((0, 300), (8, 700)), ((2, 100), (5, 400), (12, 500))))
