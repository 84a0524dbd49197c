# SPDX-License-Identifier: EUPL-1.2
"""Figures of a made-up region, released as they are for real: protected, audited, written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from ruimbaan.analytics.disclosure.auditing import Audited, audit
from ruimbaan.analytics.disclosure.cubes import Cube
from ruimbaan.analytics.disclosure.protecting import protect
from ruimbaan.analytics.disclosure.released import read_releases
from ruimbaan.analytics.disclosure.releasing import write_release
from ruimbaan.analytics.disclosure.tables import Rule
from ruimbaan.analytics.regie import publishing
from ruimbaan.analytics.regie.handoffs import HandoffCubes
from ruimbaan.core.insight.courses import MET, Course, cohort_at
from tests.ready_sites import copy_of

DAY = date(2026, 11, 23)
KINDS = ("6", "9", "23", "40")
WAYS = (MET[1], MET[3], MET[5], MET[11], "nee-plek", "gestopt", "wacht")
# how often met in week 1, 3, 5, 11; a no, stopped, waits
PAIRS: Mapping[tuple[str, str], tuple[int, ...]] = {
    ("6", "9"): (20, 20, 15, 10, 12, 0, 11),
    ("6", "40"): (14, 12, 0, 0, 0, 0, 11),
    ("6", "23"): (0, 13, 11, 0, 12, 0, 0),
    ("9", "23"): (0, 31, 44, 62, 60, 32, 90),
    ("9", "40"): (15, 11, 0, 0, 0, 0, 0),
    ("9", "34"): (12, 0, 0, 0, 0, 0, 0),
    ("40", "23"): (32, 35, 54, 30, 0, 0, 33),
    ("40", "6"): (30, 25, 14, 0, 0, 0, 0),
    ("40", "34"): (13, 0, 0, 0, 0, 0, 0),
    ("23", "40"): (2, 1, 1, 0, 0, 0, 0),
    ("23", "34"): (11, 0, 0, 0, 0, 0, 0),
    ("34", "23"): (11, 0, 0, 0, 0, 0, 0),
    ("34", "40"): (12, 0, 0, 0, 0, 0, 0),
    ("zelf", "40"): (160, 40, 31, 0, 0, 0, 0),
    ("zelf", "34"): (33, 12, 0, 0, 0, 0, 12),
}


def publish(
    folder: Path, day: date = DAY, pairs: Mapping[tuple[str, str], tuple[int, ...]] = PAIRS
) -> None:
    """All tables about handing over, as `ruimbaan regie publish` counts them. It takes seconds, so the
    first ones in a folder are worked out once a run."""
    if pairs is PAIRS and not any(folder.glob("*")):
        copy_of(f"handoffs-{day}", folder, lambda place: _publish(place, day, pairs))
    else:
        _publish(folder, day, pairs)


def _publish(folder: Path, day: date, pairs: Mapping[tuple[str, str], tuple[int, ...]]) -> None:
    cohort = cohort_at(day)
    courses = [
        Course(sender, asked, cohort.first + timedelta(weeks=at % 104), way)
        for (sender, asked), counts in pairs.items()
        for way, count in zip(WAYS, counts, strict=True)
        for at in range(count)
    ]
    publish_courses(folder, courses, day)


def publish_courses(folder: Path, courses: Iterable[Course], day: date = DAY) -> None:
    cubes = HandoffCubes("waalstad", cohort_at(day), KINDS, tuple(courses))
    publishing.publish(folder, day, lambda _earlier: cubes.all(), lambda _name: None)


def write(folder: Path, name: str, cube: Cube, day: date = DAY) -> None:
    """Raises AssertionError for a table that its audit refuses."""
    rule, earlier = Rule(10), read_releases(folder)
    verdict = audit(protect(name, cube, rule, earlier, tidy=False), rule, earlier)
    assert isinstance(verdict, Audited), verdict
    write_release(verdict, folder, day, earlier)
