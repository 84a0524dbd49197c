# SPDX-License-Identifier: EUPL-1.2
"""The flows of random logs equal those of the slow twin: ties, overlaps, values that lack."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from ruimbaan.analytics.events import Asked, Precision, open_log
from ruimbaan.analytics.events.log import EVENT
from ruimbaan.analytics.events.reading import rows_of
from ruimbaan.analytics.flows import FlowTables, figures, flows_of
from ruimbaan.analytics.flows.following import spells
from tests.random_logs import random_log, write_csv
from tests.slow_flows import slow_flows

SEEDS = range(6)
CLOSE = 1e-9
EXACT = Asked(precision=Precision.MICROSECOND)


def opened(rows, folder):
    path = folder / "log.csv"
    write_csv(rows, path)
    return open_log(path, EXACT)


def figures_of(flows):
    return {(one.sender, one.receiver): (one.n, one.mean_days, one.median_days) for one in flows}


def close_to(flows):
    return {pair: pytest.approx(told, abs=CLOSE) for pair, told in flows.items()}


def handoffs_of(tables):
    names = {row["code"]: row["name"] for row in rows_of(tables.con, tables.name)}
    cases = {row["code"]: row["case"] for row in rows_of(tables.con, tables.course)}
    return sorted(
        (
            cases[row["case"]],
            names[row["sender"]],
            names[row["receiver"]],
            timedelta(microseconds=row["wait"]),
            row["order_known"],
        )
        for row in rows_of(tables.con, tables.handoff)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_flows_equal_the_slow_ones(seed, tmp_path):
    chance = Random(seed)
    rows = random_log(chance, cases=chance.randint(1, 12), gaps=chance.choice((0.0, 0.3)))
    slow, log = slow_flows(rows), opened(rows, tmp_path)

    found = flows_of(log)
    tables = FlowTables(log.con, EVENT, log.precision)

    assert figures_of(found.transitions) == close_to(slow.transitions)
    if found.between == "organisation":
        assert figures_of(found.handovers) == close_to(slow.handovers)
    assert found.order.unknown == slow.unknown
    assert found.variants == len(slow.variants)
    assert dict(found.rework) == slow.rework
    days = [row["days"] for row in rows_of(log.con, figures.durations(tables.course))]
    assert sorted(days) == pytest.approx(slow.durations, abs=CLOSE)
    assert handoffs_of(tables) == slow.handoffs
    assert log.report.set_aside == 0


def test_renewing_the_cases_that_changed_gives_what_building_anew_gives(tmp_path):
    chance = Random(99)
    rows = random_log(chance, cases=10, in_order=True)
    log = opened(rows, tmp_path)
    tables = FlowTables(log.con, EVENT, log.precision)
    tables.build()
    con = log.con
    con.execute(f"CREATE TABLE later AS FROM {EVENT} WHERE \"case\" <> 'c3'")
    con.execute("UPDATE later SET activity = 'nieuw' WHERE \"case\" = 'c5' AND seq % 2 = 0")
    con.execute("INSERT INTO later SELECT * REPLACE ('c99' AS \"case\") FROM later LIMIT 3")
    changed = ["c3", "c5", "c99"]
    con.execute('CREATE TABLE told AS FROM later WHERE "case" IN (SELECT unnest(?))', [changed])

    tables.refresh(changed, "told")

    kept = [figures_sorted(tables), handoffs_of(tables), courses_of(tables)]
    again = FlowTables(log.con, "later", log.precision)
    again.build()
    assert kept == [figures_sorted(again), handoffs_of(again), courses_of(again)]
    assert any("nieuw" in pair[:2] for pair in kept[0])


def figures_sorted(tables):
    return sorted(
        tuple(row.values())
        for row in rows_of(tables.con, figures.between(tables.transition, tables.name, "a", "b"))
    )


def courses_of(tables):
    names = tables.names()
    return sorted(
        (row["case"], [names[int(code)] for code in row["path"].split(",")], row["took"])
        for row in rows_of(tables.con, tables.course)
    )


def test_a_stay_is_a_run_of_events_with_one_organisation(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(
        "case,activity,complete,organisation\n"
        "c,a,2026-01-01,Brijder\nc,b,2026-01-02,Brijder\n"
        "c,c,2026-01-03,Wijkteam\nc,d,2026-01-04,Brijder\n",
        encoding="utf-8",
    )

    log = open_log(path)

    stays = rows_of(log.con, spells(log.events).order_by("number"))

    assert [(stay["organisation"], stay["events"]) for stay in stays] == [
        ("Brijder", 2),
        ("Wijkteam", 1),
        ("Brijder", 1),
    ]


def test_a_laboratory_is_looked_through(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(
        "case,activity,complete,organisation\n"
        "c,a,2026-01-01,Brijder\nc,b,2026-01-02,Lab\nc,c,2026-01-03,Brijder\n"
        "c,d,2026-01-04,Wijkteam\n",
        encoding="utf-8",
    )
    log = open_log(path)
    tables = FlowTables(log.con, EVENT, log.precision, service=("Lab",))
    tables.build()

    assert [moved[1:3] for moved in handoffs_of(tables)] == [("Brijder", "Wijkteam")]
