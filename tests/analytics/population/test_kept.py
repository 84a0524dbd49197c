# SPDX-License-Identifier: EUPL-1.2
"""A ranking as a file: the same seed gives the same bytes, and a changed file is noticed."""

from __future__ import annotations

import json
from datetime import date

from ruimbaan.analytics.population import kept
from ruimbaan.analytics.population.working import Job, rank
from tests.random_people import random_people

DAY = date(2026, 11, 2)


def plain(seed: int, cores: int = 1) -> dict[str, object]:
    world, population = random_people(3, rules=5)
    job = Job(world, population, seed, 3)
    return kept.plain(rank(job, 80, cores=cores, pairs=9, told=lambda _done, _all: None), world)


def test_the_same_seed_gives_the_same_bytes_on_any_number_of_cores():
    first = kept.written(plain(1), DAY)

    assert kept.written(plain(1), DAY) == first
    assert kept.written(plain(1, cores=2), DAY) == first
    assert kept.written(plain(2), DAY) != first


def test_what_was_written_is_read():
    ranking = plain(1)

    assert kept.read(kept.written(ranking, DAY)) == (DAY, ranking)


def test_what_was_changed_is_not_read():
    text = kept.written(plain(1), DAY)
    told = json.loads(text)
    told["ranking"]["late"] += 1

    assert kept.read(json.dumps(told)) is None
    assert kept.read(text.replace(DAY.isoformat(), "2026-11-03")) is None
    for wrong in ("", "[]", "{}", "null", text[:100]):
        assert kept.read(wrong) is None
