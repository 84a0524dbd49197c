# SPDX-License-Identifier: EUPL-1.2
"""A log that was put in order or kept gives the same answers as the file it came from."""

from __future__ import annotations

from random import Random

import duckdb
import pyarrow.parquet as pq
import pytest

from ruimbaan.analytics.events import Asked, Precision, Role, errors, open_log
from ruimbaan.analytics.events.case_checks import Edges, case_findings
from ruimbaan.analytics.events.log import Order
from ruimbaan.analytics.events.own_parquet import write_parquet
from ruimbaan.analytics.events.reading import rows_of
from ruimbaan.analytics.flows import flows_of
from ruimbaan.analytics.flows.arrows import arrows_of
from ruimbaan.analytics.flows.keeping import write_store
from ruimbaan.analytics.flows.portable import portable_flows
from tests.random_logs import random_log, write_csv

WRITERS = {".parquet": write_parquet, ".duckdb": write_store}
ORDERS = {".parquet": Order.SORTED, ".duckdb": Order.KEPT}
BROKEN = "c1,overleg,,geen tijd,Brijder,Wmo\r\n"  # one row that is set aside


def source(folder, seed):
    chance = Random(seed)
    path = folder / "log.csv"
    write_csv(random_log(chance, cases=chance.randint(2, 30), gaps=chance.choice((0, 0.3))), path)
    with path.open("a", encoding="utf-8", newline="") as stream:
        stream.write(BROKEN)
    return path


def events_of(log):
    table = log.events.select(*sorted(log.events.columns))
    return rows_of(log.con, table.order_by("case", "complete", "seq"))


def written(log, path):
    WRITERS[path.suffix](log, path)
    return path


@pytest.mark.parametrize("suffix", sorted(WRITERS))
@pytest.mark.parametrize("seed", range(4))
def test_a_log_that_was_written_gives_the_answers_of_its_source(suffix, seed, tmp_path):
    log = open_log(source(tmp_path, seed), Asked(precision=Precision.HOUR))
    found = flows_of(log)

    again = open_log(written(log, tmp_path / f"log{suffix}"))

    assert again.order is ORDERS[suffix]
    assert flows_of(again) == found
    assert events_of(again) == events_of(log)
    assert again.report == log.report
    assert again.report.set_aside == 1
    assert (again.precision, again.declared) == (Precision.HOUR, True)
    assert set(again.roles) == set(log.roles)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_arrows_are_the_transitions_however_a_log_lies(suffix, tmp_path):
    log = open_log(source(tmp_path, 4))
    pairs = [(flow.sender, flow.receiver, flow.n) for flow in flows_of(log).transitions]

    for one in (log, open_log(written(log, tmp_path / f"log{suffix}"))):
        assert [(arrow.sender, arrow.receiver, arrow.n) for arrow in arrows_of(one)] == pairs


def test_a_log_without_usable_rows_has_no_arrows(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("case,activity,complete\nc1,,2026-01-01\n", encoding="utf-8")

    with pytest.raises(errors.NothingUsable):
        arrows_of(open_log(path))


@pytest.mark.parametrize("seed", range(4))
def test_what_any_engine_can_answer_equals_the_kept_tables(seed, tmp_path):
    log = open_log(source(tmp_path, seed))

    found = portable_flows(log.events, log.precision, lambda one: rows_of(log.con, one))

    assert found == flows_of(log)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_what_is_seen_over_whole_cases_is_the_same(suffix, tmp_path):
    log = open_log(source(tmp_path, 7))
    edges = Edges(begins=("aanmelding",), ends=("afronding",))
    of_times = {"RB-EVENT-132", "RB-EVENT-138"}  # said of texts; what is kept are real times

    again = open_log(written(log, tmp_path / f"log{suffix}"))

    assert list(case_findings(again, edges)) == [
        found for found in case_findings(log, edges) if found.kind.code not in of_times
    ]


@pytest.mark.parametrize("first", sorted(WRITERS))
@pytest.mark.parametrize("then", sorted(WRITERS))
def test_what_was_kept_can_be_written_again(first, then, tmp_path):
    log = open_log(source(tmp_path, 3))
    once = open_log(written(log, tmp_path / f"once{first}"))

    twice = open_log(written(once, tmp_path / f"twice{then}"))

    assert flows_of(twice) == flows_of(log)
    assert twice.report == log.report


def test_parquet_that_another_program_wrote_anew_is_judged_again(tmp_path):
    ours = written(open_log(source(tmp_path, 1)), tmp_path / "ours.parquet")
    table = pq.read_table(ours)
    by_time = table.sort_by([("complete", "ascending"), ("seq", "ascending")])
    pq.write_table(by_time.replace_schema_metadata(pq.read_metadata(ours).metadata), ours)

    again = open_log(ours)

    assert b"ruimbaan" in pq.read_metadata(ours).metadata
    assert again.order is Order.NONE
    assert flows_of(again).transitions == flows_of(open_log(tmp_path / "log.csv")).transitions


def test_a_mark_that_was_changed_is_no_mark(tmp_path):
    ours = tmp_path / "ours.parquet"
    con = duckdb.connect()
    con.execute(
        "COPY (SELECT 'c' AS \"case\", 1 AS seq, 'a' AS activity, TIMESTAMP '2026-01-01' AS \"start\","
        f" TIMESTAMP '2026-01-01' AS complete) TO '{ours}'"
        ' (FORMAT parquet, KV_METADATA {ruimbaan: \'{"layout": 1, "digest": "x"}\'})'
    )

    assert open_log(ours).order is Order.NONE


def test_other_columns_than_ours_are_read_the_long_way(tmp_path):
    ours = written(open_log(source(tmp_path, 2)), tmp_path / "ours.parquet")

    log = open_log(ours, Asked(columns={Role.ACTIVITY: "organisation"}))

    assert log.order is Order.NONE


def changed(path, sql):
    con = duckdb.connect(str(path))
    con.execute(sql)
    con.close()


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE mark",
        "DELETE FROM mark",
        "UPDATE mark SET text = replace(text, '\"declared\": false', '\"declared\": true')",
        "UPDATE mark SET text = 'niets'",
        "DELETE FROM transition WHERE seq % 2 = 0",
        "DROP TABLE course",
    ],
)
def test_a_store_that_is_not_as_we_wrote_it_is_refused(sql, tmp_path):
    store = written(open_log(source(tmp_path, 5)), tmp_path / "log.duckdb")
    changed(store, sql)

    with pytest.raises(errors.NotOurStore):
        open_log(store)


def test_a_store_answers_at_the_precision_it_was_made_with(tmp_path):
    store = written(open_log(source(tmp_path, 5)), tmp_path / "log.duckdb")

    with pytest.raises(errors.NotOurStore):
        open_log(store, Asked(precision=Precision.WEEK))


def test_half_a_store_is_refused(tmp_path):
    store = written(open_log(source(tmp_path, 5)), tmp_path / "log.duckdb")
    store.write_bytes(store.read_bytes()[:9000])

    with pytest.raises(errors.NotOurStore):
        open_log(store)
