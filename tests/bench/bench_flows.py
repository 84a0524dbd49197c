# SPDX-License-Identifier: EUPL-1.2
"""How fast the flows of ten million events are, beside PM4Py and beside reading the columns alone.

Seconds of the processor, the least of some runs, all in this one run. PM4Py has an environment of
its own, var/pm4py (see tests/long/pm4py_twin.py; pyarrow in it too); without it its lines are left
out. FLOWS_EVENTS=1000000 makes the log smaller.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ruimbaan.analytics.events import open_log
from ruimbaan.analytics.events.log import EVENT
from ruimbaan.analytics.events.own_parquet import write_parquet
from ruimbaan.analytics.events.precision import Precision
from ruimbaan.analytics.events.reading import quoted, rows_of
from ruimbaan.analytics.flows import FlowTables, figures
from ruimbaan.analytics.flows.arrows import arrows_of
from ruimbaan.analytics.flows.keeping import write_store
from tests.bench.many_events import write_events
from tests.bench.targets import RUNS, seconds, times, told, took
from tools.paths import ROOT

EVENTS = int(os.environ.get("FLOWS_EVENTS", "10000000"))
LIVE_EVENTS = min(EVENTS, 1_000_000)
PM4PY = ROOT / "var" / "pm4py" / "bin" / "python"
TIMING = ROOT / "tests" / "bench" / "pm4py_timing.py"
CHANGED = 500  # cases
FROM_FILE, MATERIALISED, SCANS = 10, 300, 5  # times
REFRESH, LIVE, MEGABYTES = 0.1, 0.060, 1536
# of the child itself: what getrusage tells begins with the memory of the process that started it
WHOLE_FLOWS = (
    "import sys; from pathlib import Path; from ruimbaan.analytics.events import open_log;"
    " from ruimbaan.analytics.flows import flows_of; flows_of(open_log(Path(sys.argv[1])));"
    " print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
)
KILOBYTE = 1024


@pytest.fixture(scope="module")
def unsorted(tmp_path_factory):
    path = tmp_path_factory.mktemp("flows") / "events.parquet"
    write_events(EVENTS, path)
    return path


@pytest.fixture(scope="module")
def in_order(unsorted):
    path = unsorted.with_name("ours.parquet")
    write_parquet(open_log(unsorted), path)
    return path


@pytest.fixture(scope="module")
def store(in_order):
    path = in_order.with_name("ours.duckdb")
    write_store(open_log(in_order), path)
    return path


@pytest.fixture(scope="module")
def pm4py(unsorted):
    if not PM4PY.exists():
        pytest.skip("no var/pm4py: see tests/long/pm4py_twin.py")
    run = subprocess.run(
        [PM4PY, TIMING, unsorted, str(RUNS)], text=True, stdout=subprocess.PIPE, check=True
    )
    return json.loads(run.stdout)


def test_beside_pm4py(unsorted, store, pm4py):
    whole, found = took(lambda: arrows_of(open_log(unsorted)))
    log = open_log(store)
    kept, again = took(lambda: arrows_of(log))

    print(f"\n{EVENTS:,} events; PM4Py {pm4py['version']}, {pm4py['megabytes']:.0f} MB:")
    print(f"read and sort {pm4py['load']:.2f} s, directly follows {pm4py['follows']:.2f} s")
    print(f"ours: from the file {whole:.2f} s, from the kept table {kept:.4f} s")
    theirs = pm4py["load"] + pm4py["follows"]
    met = [
        times("from an unsorted file, read, judged and counted", FROM_FILE, theirs, whole),
        times(
            "counted on the kept table, PM4Py without its reading",
            MATERIALISED,
            pm4py["follows"],
            kept,
        ),
    ]
    assert sorted([one.sender, one.receiver, one.n] for one in found) == pm4py["pairs"]
    assert again == found
    assert all(met)


def test_beside_reading_the_columns(in_order):
    log = open_log(in_order)
    scan = f'SELECT max(length("case")), max(length(activity)) FROM {quoted(in_order)}'  # noqa: S608
    least, _ = took(lambda: log.con.execute(scan).fetchall(), 2 * RUNS)
    ours, _ = took(lambda: arrows_of(log), 2 * RUNS)

    met = told(
        f"a file in order, beside its two columns ({least:.3f} s)",
        f"<= {SCANS} x",
        f"{ours / least:.1f} x",
        ours <= SCANS * least,
    )

    assert met


def test_opening_a_kept_log(store):
    opened, _ = took(lambda: open_log(store))

    assert seconds("opening and checking a kept log", REFRESH, opened)


def test_renewing_the_cases_that_changed(store):
    own = store.with_name("renewed.duckdb")
    shutil.copyfile(store, own)
    con = duckdb.connect(str(own), config={"memory_limit": "1200MB"})
    tables = FlowTables(con, EVENT, Precision.SECOND)
    some = con.execute(
        'SELECT "case" FROM course ORDER BY hash("case") LIMIT ?', [CHANGED]
    ).fetchall()
    cases = [case for (case,) in some]
    con.execute(
        'CREATE TEMP TABLE told AS SELECT course."case", seq, a.name AS activity,'
        ' make_timestamp(began) AS "start", make_timestamp(ended) AS complete,'
        " o.name AS organisation, NULL::VARCHAR AS resource, f.name AS frame,"
        " NULL::VARCHAR AS receiver, NULL::VARCHAR AS rule FROM coded"
        ' JOIN course ON course.code = coded."case" JOIN name a ON a.code = activity'
        " JOIN name o ON o.code = organisation JOIN name f ON f.code = frame"
        ' WHERE course."case" IN (SELECT unnest(?))',
        [cases],
    )
    before = rows_of(con, figures.tied(tables.transition))

    renewed, _ = took(lambda: tables.refresh(cases, "told"))

    assert rows_of(con, figures.tied(tables.transition)) == before
    assert seconds(f"renewing {CHANGED} changed cases", REFRESH, renewed)


def test_every_live_question(tmp_path):
    log_file, kept = tmp_path / "live.parquet", tmp_path / "live.duckdb"
    write_events(LIVE_EVENTS, log_file, seed=10)
    write_store(open_log(log_file), kept)
    log = open_log(kept)
    tables = FlowTables(log.con, EVENT, log.precision)
    pairs, name, course = tables.transition, tables.name, tables.course
    questions = {
        "transitions with days": figures.between(pairs, name, "a", "b"),
        "handovers with days": figures.between(pairs, name, "sender", "receiver"),
        "handoffs with days": figures.between(tables.handoff, name, "sender", "receiver"),
        "directly follows": figures.counts(pairs),
        "variants": course.aggregate(n=course.path.nunique()),
        "durations": figures.half(course),
        "rework": figures.rework(tables.repeat),
        "order unknown": figures.tied(pairs),
    }
    print(f"\nlive questions on {LIVE_EVENTS:,} events")

    met = [
        seconds(what, LIVE, took(lambda asked=asked: rows_of(log.con, asked), 5)[0])
        for what, asked in questions.items()
    ]

    assert all(met)


def test_memory(unsorted):
    run = subprocess.run(
        [sys.executable, "-c", WHOLE_FLOWS, Path(unsorted)],
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    most = int(run.stdout.split()[0]) / KILOBYTE

    assert told(
        "memory of all flows, from an unsorted file",
        f"<= {MEGABYTES} MB",
        f"{most:.0f} MB",
        most <= MEGABYTES,
    )
