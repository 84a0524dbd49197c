# SPDX-License-Identifier: EUPL-1.2
"""Logs in which it is plain why people waited: each cause is found, with its days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ruimbaan.analytics.events import open_log
from ruimbaan.analytics.waits import open_item, waits_of
from ruimbaan.analytics.waits.errors import NobodyDidIt, OpenItemNowhere, OpenItemUnclear

HEADER = "case,activity,start,complete,resource"


def log_of(folder, *rows: str, header: str = HEADER):
    path = folder / "log.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return open_log(path)


def days_of(found) -> dict[str, float]:
    return {one.cause: round(one.days, 6) for one in found.causes if one.days}


def row(case: str, activity: str, start: int, complete: int, who: str = "") -> str:
    return f"{case},{activity},2026-03-{start:02} 00:00,2026-03-{complete:02} 00:00,{who}"


def test_a_batch_fills_until_the_last_of_it_is_ready(tmp_path):
    log = log_of(
        tmp_path,
        row("c1", "intake", 1, 2),
        row("c2", "intake", 1, 5),
        row("c1", "groep", 6, 7, "a"),
        row("c2", "groep", 6, 7, "a"),
    )

    assert days_of(waits_of(log)) == {"batching": 3.0, "unknown": 2.0}


def test_whoever_never_had_time_before_did_not_save_up(tmp_path):
    log = log_of(
        tmp_path,
        row("c0", "intake", 1, 2),
        row("c0", "groep", 2, 6, "a"),
        row("c1", "intake", 1, 2),
        row("c2", "intake", 1, 5),
        row("c1", "groep", 6, 7, "a"),
        row("c2", "groep", 7, 8, "a"),
    )

    # 2 to 6 for who was ready as early, and for c2 6 to 7 for who was ready before
    assert days_of(waits_of(log)) == {"contention": 6.0}


def test_who_came_first_is_busy_for_and_who_came_later_went_before(tmp_path):
    log = log_of(
        tmp_path,
        row("c1", "intake", 1, 2),
        row("c2", "intake", 1, 3),
        row("c1", "plan", 3, 6, "a"),
        row("c2", "gesprek", 10, 11, "a"),
        row("c3", "intake", 1, 5),
        row("c3", "brief", 7, 9, "a"),
    )

    found = waits_of(log)

    assert days_of(found) == {"contention": 4.0, "prioritization": 2.0, "unknown": 4.0}
    assert found.waiting_days == 10
    assert found.work_days == 1 + 2 + 3 + 1 + 4 + 2
    assert found.efficiency == pytest.approx(13 / 23)
    without = {one.cause: one.efficiency_without for one in found.causes}
    assert without["contention"] == pytest.approx(13 / 19)
    assert [(one.activity, one.days) for one in found.activities] == [
        ("gesprek", 7.0),
        ("brief", 2.0),
        ("plan", 1.0),
    ]


def days_at_work(count: int) -> list[str]:
    """Weekdays from Monday 2 February 2026 on, a course of its own each."""
    days = [
        date(2026, 2, 2) + timedelta(days=7 * week + day) for week in range(4) for day in range(5)
    ]
    return [f"w{day},gesprek,{day},{day},a" for day in days[:count]]


@pytest.mark.parametrize(("worked", "closed"), [(19, 2.0), (18, None)])
def test_a_weekday_on_which_one_never_works_is_closed_once_they_were_seen_enough(
    tmp_path, worked, closed
):
    # ready on Friday 27 March 2026, helped on Monday 30 March: a day of work more
    asked = ("c1,intake,2026-03-26,2026-03-27,", "c1,plan,2026-03-30,2026-03-30,a")

    found = days_of(waits_of(log_of(tmp_path, *days_at_work(worked), *asked)))

    assert found.get("unavailability") == closed
    assert sum(found.values()) == 3


def test_work_that_goes_on_over_a_closed_day_is_work(tmp_path):
    log = log_of(
        tmp_path,
        *days_at_work(20),
        "c2,intake,2026-03-24,2026-03-25,",
        "c2,plan,2026-03-27,2026-03-30,a",
        # ready on Saturday, in the middle of that
        "c1,intake,2026-03-24,2026-03-28,",
        "c1,plan,2026-03-31,2026-03-31,a",
    )

    assert days_of(waits_of(log)) == {"contention": 2.0, "unknown": 3.0}


def test_what_was_open_meanwhile_takes_its_part_and_the_person_comes_last(tmp_path):
    log = log_of(
        tmp_path,
        row("c1", "intake", 1, 2),
        row("c1", "Aanvraag pgb", 4, 4),
        row("c1", "vragen aan client", 5, 9),
        row("c1", "besluit pgb", 8, 8),
        row("c1", "start", 12, 12),
    )

    found = waits_of(log, [open_item("funding=aanvraag..besluit"), open_item("client=Vragen")])

    assert days_of(found) == {"funding": 4.0, "client": 1.0, "unknown": 5.0}
    assert found.events == 4


def test_of_all_that_is_open_at_once_one_counts_in_the_order_of_the_page(tmp_path):
    names = ("decision", "funding", "capacity", "document", "client")
    opened = [row("c1", name, 2, 8 - at) for at, name in enumerate(reversed(names))]
    log = log_of(tmp_path, row("c1", "intake", 1, 2), *opened, row("c1", "plan", 9, 9))

    found = days_of(waits_of(log, [open_item(f"{name}={name}") for name in names]))

    # the longest is the person, and counts only after all others are closed
    assert found == {"decision": 2, "funding": 1, "capacity": 1, "document": 1, "client": 1} | {
        "unknown": 1
    }


def test_what_was_never_closed_is_open_until_the_course_ends(tmp_path):
    log = log_of(
        tmp_path,
        row("c1", "aanvraag", 2, 2),
        row("c1", "plan", 6, 6),
        row("c2", "besluit", 9, 9),
    )

    assert days_of(waits_of(log, [open_item("decision=aanvraag..besluit")])) == {"decision": 4.0}


@pytest.mark.parametrize(
    "given", ["aanvraag", "geld=aanvraag", "funding=", "funding=a..", "funding=..b", ""]
)
def test_an_item_that_says_not_enough_is_refused(given):
    with pytest.raises(OpenItemUnclear) as refused:
        open_item(given)

    assert "kind=beginning..end" in refused.value.explain("en").advice


def test_an_item_that_is_not_in_the_log_is_refused_with_what_is(tmp_path):
    log = log_of(tmp_path, row("c1", "intake", 1, 2), row("c1", "plan", 3, 4))

    with pytest.raises(OpenItemNowhere) as refused:
        waits_of(log, [open_item("funding=besluit")])

    assert "intake, plan" in refused.value.explain("nl").advice


def test_a_log_that_never_says_who_is_refused(tmp_path):
    log = log_of(tmp_path, "c1,intake,2026-03-01", header="case,activity,complete")

    with pytest.raises(NobodyDidIt):
        waits_of(log)
