# SPDX-License-Identifier: EUPL-1.2
"""A release: a file and its report, dated, the same bytes each time, and never half there."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ruimbaan.analytics.disclosure.auditing import Audited, audit
from ruimbaan.analytics.disclosure.errors import (
    BadLabel,
    NotAudited,
    ReleaseChanged,
    ReleaseExists,
    Unreadable,
)
from ruimbaan.analytics.disclosure.protecting import protect
from ruimbaan.analytics.disclosure.released import read_releases
from ruimbaan.analytics.disclosure.releasing import write_release
from ruimbaan.analytics.disclosure.tables import Rule
from tests.analytics.disclosure.chance import table

DAY = date(2026, 11, 22)
SMALL = ((3, 4), (3, 3))


def audited(name: str = "waits", earlier=(), seed: int = 3) -> Audited:
    verdict = audit(protect(name, table(seed, SMALL), Rule(), earlier), Rule(), earlier)
    assert isinstance(verdict, Audited)
    return verdict


def test_a_release_is_read_back_as_it_was(tmp_path: Path):
    out = audited()

    write_release(out, tmp_path, DAY, [])
    (back,) = read_releases(tmp_path)

    assert (back.name, back.population, back.keys) == (
        out.table.name,
        out.table.population,
        out.table.keys,
    )
    assert back.shown.tolist() == out.table.shown.tolist()


def test_the_same_table_on_the_same_day_gives_the_same_bytes(tmp_path: Path):
    once = [one.read_bytes() for one in write_release(audited(), tmp_path / "a", DAY, [])]
    again = [one.read_bytes() for one in write_release(audited(), tmp_path / "b", DAY, [])]

    assert once == again


def test_the_report_is_dated_and_says_nothing_that_the_table_does_not(tmp_path: Path):
    file, report = write_release(audited(), tmp_path, DAY, [])
    told = json.loads(report.read_bytes())

    assert (file.name, told["day"], told["passed"]) == ("waits-2026-11-22.csv", "2026-11-22", True)
    assert set(told) == set(
        """against cells day dimensions finest finest_hidden format hidden made_with name passed
        population sha256 threshold""".split()
    )


def test_a_release_stays_as_it_is(tmp_path: Path):
    write_release(audited(), tmp_path, DAY, [])
    earlier = read_releases(tmp_path)

    with pytest.raises(ReleaseExists):
        write_release(audited(earlier=earlier), tmp_path, DAY, earlier)


def test_what_came_out_since_the_audit_stops_it(tmp_path: Path):
    late = audited("late")
    write_release(audited(), tmp_path, DAY, [])

    with pytest.raises(NotAudited):
        write_release(late, tmp_path, DAY, read_releases(tmp_path))
    assert len(list(tmp_path.iterdir())) == 2


def test_a_name_is_no_way_out_of_the_folder(tmp_path: Path):
    with pytest.raises(BadLabel):
        write_release(audited("../waits"), tmp_path / "releases", DAY, [])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_one_may_not_make_leaves_nothing(tmp_path: Path):
    taken = tmp_path / "releases"
    taken.write_text("a file")

    with pytest.raises(Unreadable):
        write_release(audited(), taken, DAY, [])
    assert taken.read_text() == "a file"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file, _: file.write_bytes(file.read_bytes().replace(b"*,*,", b"*,*,1")),
        lambda _, report: report.unlink(),
        lambda file, _: file.unlink(),
        lambda _, report: report.write_text("{}"),
        lambda _, report: report.write_text("no json"),
        lambda _, report: report.write_text(
            report.read_text().replace('"passed": true', '"passed": false')
        ),
    ],
    ids=["count", "no report", "no file", "empty", "no json", "not passed"],
)
def test_a_release_that_was_touched_is_seen(tmp_path: Path, spoil):
    spoil(*write_release(audited(), tmp_path, DAY, []))

    with pytest.raises(ReleaseChanged):
        read_releases(tmp_path)


def test_of_a_folder_that_is_not_there_nothing_came_out(tmp_path: Path):
    assert read_releases(tmp_path / "none") == ()
