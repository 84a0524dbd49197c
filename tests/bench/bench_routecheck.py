# SPDX-License-Identifier: EUPL-1.2
"""How long the server works on a result of the Routecheck: random answers, and the made-up people
with nothing remembered."""

from __future__ import annotations

import sys
from random import Random
from time import process_time

import pytest
from django.test import Client

from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.routecheck import answering, queries
from ruimbaan.parts.routecheck.travelling import pack
from tests.routecheck_answers import random_answers

pytestmark = pytest.mark.django_db

TRIES = 200
TYPICAL = 0.3  # seconds of work for one result, for most answers


def say(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    figures = (ordered[int(len(ordered) * part)] * 1000 for part in (0.5, 0.9, 0.95))
    told = " · ".join(f"{figure:.0f}" for figure in figures)
    sys.stdout.write(f"\n{what}: p50 · p90 · p95 = {told} ms, most {ordered[-1] * 1000:.0f} ms\n")


def test_results_of_random_answers():
    client, seconds = Client(), []
    for number, region in enumerate(sorted(list_regions()) * (TRIES // 3 + 1)):
        day_0 = list_regions()[region].world.as_of
        answers = random_answers(queries.questionnaire(), region, day_0, Random(number))
        field = pack(answers)
        started = process_time()
        assert client.post("/routecheck/route", {"answers": field}).status_code == 200
        seconds.append(process_time() - started)

    say(f"{len(seconds)} results", seconds)
    assert sorted(seconds)[len(seconds) // 2] <= TYPICAL


@pytest.mark.parametrize("person", ["sterre", "karim", "wim"])
def test_results_of_made_up_people(person: str):
    client, seconds = Client(), []
    for _ in range(5):
        answering._example.cache_clear()
        started = process_time()
        assert client.get(f"/routecheck/voorbeeld/{person}").status_code == 200
        seconds.append(process_time() - started)
    remembered = process_time()
    client.get(f"/routecheck/voorbeeld/{person}")
    remembered = process_time() - remembered

    say(f"{person}, the first time", seconds)
    sys.stdout.write(f"{person}, again: {remembered * 1000:.0f} ms\n")
    assert remembered <= TYPICAL
