# SPDX-License-Identifier: EUPL-1.2
"""The measures of some rows laid beside those of the slow twin; chance rows for it, with ties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ruimbaan.analytics.events import Role, open_log
from ruimbaan.analytics.measures import MEASURES, Answer, Question, measures_of
from tests.planted_courses import BEGIN, FRAMES, Row, write_rows
from tests.slow_courses import STEPS
from tests.slow_measures import Slow

FIRST = BEGIN.date()
CLOSE = 1e-9
ACTIVITIES = (*STEPS, "gesprek", "huisbezoek", "verwezen", "aangenomen", "afgewezen", "gesprek")
PLACES = (*list(FRAMES)[:4], "")
RULES = ("leeftijd", "regio", "")
TOOK = (0, 0, 0, 3, 40)  # days from start to completion
DAYS = (0, 7, 14, 60, 61, 180, 181, 400)  # on which much happens at once
Told = tuple[int, float | None] | None


@dataclass(frozen=True, slots=True)
class Case:
    """`after` days from its first event the log is cut; from `since` days on it is complete; `served`
    looks through the first organisation; `told`: it says to whom people were sent."""

    rows: list[Row]
    after: int | None = None
    since: int | None = None
    served: bool = False
    told: bool = True


def row(case: str, day: int, took: int, activity: str, place: str, receiver: str, rule: str) -> Row:
    return Row(case, day, activity, place, receiver, rule, max(day - took, 0))


def random_case(chance: Random) -> Case:
    people = "abcde"[: chance.randint(1, 5)]
    days = (
        lambda: chance.randint(0, 60),
        lambda: chance.randint(0, 700),
        lambda: chance.choice(DAYS),
    )
    rows = [
        row(
            chance.choice(people),
            chance.choice(days)(),
            chance.choice(TOOK),
            chance.choice(ACTIVITIES),
            chance.choice(PLACES),
            chance.choice(PLACES),
            chance.choice(RULES),
        )
        for _ in range(chance.choice((4, 10, 25, 60)))
    ]
    after, since = chance.choice((None, 5, 100, 300)), chance.choice((None, 40, 200))
    return Case(rows, after, since, chance.random() < 0.5, chance.random() < 0.5)


def differences(case: Case) -> dict[object, object]:
    """What both say of a figure, where they do not say the same."""
    rows = case.rows if case.told else [replace(row, receiver="") for row in case.rows]
    first = min(row.day for row in rows)
    cut = max(row.day for row in rows) if case.after is None else first + case.after
    since = None if case.since is None else min(first + case.since, cut)
    service = [row.organisation for row in rows if row.organisation][:1] if case.served else []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        write_rows(rows, path, without=() if case.told else ("receiver",))
        asked = Question(
            cut=FIRST + timedelta(days=cut),
            since=None if since is None else FIRST + timedelta(days=since),
            service=tuple(service),
            fewest=1,
        )
        answer = measures_of(open_log(path), asked)
    slow = Slow(rows, cut=cut, since=since, service=service, told=case.told)
    if (answer.cut, {*answer.steps}) != (asked.cut, slow.there - {None}):
        return {"steps": (answer.steps, slow.there)}
    return _figures(answer, slow)


def _figures(answer: Answer, slow: Slow) -> dict[object, object]:
    there = {*slow.there, *Role} - ({Role.RECEIVER} if not slow.told else set())
    can = {
        one.id
        for one in MEASURES
        if there.issuperset(one.needs) and not (one.one_of and there.isdisjoint(one.one_of))
    }
    slowly = {key: told for key, told in slow.all().items() if key[0] in can}
    fast = {
        (one.measure.id, value.key, value.part): (value.n, value.estimate)
        for one in answer.results
        for value in one.values
        if value.n
    }
    return {
        key: (fast.get(key), slowly.get(key))
        for key in {*fast, *slowly}
        if not _alike(fast.get(key), slowly.get(key))
    }


def _alike(one: Told, other: Told) -> bool:
    if one is None or other is None or one[1] is None or other[1] is None:
        return one == other
    return one[0] == other[0] and abs(one[1] - other[1]) < CLOSE
