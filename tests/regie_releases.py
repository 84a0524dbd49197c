# SPDX-License-Identifier: EUPL-1.2
"""Figures of a made-up region, released as they are for real: protected, audited, written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ruimbaan.analytics.disclosure.auditing import Audited, audit
from ruimbaan.analytics.disclosure.cubes import Cube, Dimension, Key
from ruimbaan.analytics.disclosure.protecting import protect
from ruimbaan.analytics.disclosure.released import read_releases
from ruimbaan.analytics.disclosure.releasing import write_release
from ruimbaan.analytics.disclosure.tables import Rule

DAY = date(2026, 11, 23)
MET = tuple(("ontmoet", one) for one in ("w01", "w03", "w06", "w13"))
NOT = tuple(("niet", one) for one in ("nee", "gestopt", "wacht"))
KINDS = ("6", "9", "23", "40", "overig")
SENDERS = (*KINDS, "zelf")
# asked, and how that went: met in week 1, 3, 6, 13; no, stopped, waits
PAIRS: Mapping[tuple[str, str], tuple[int, ...]] = {
    ("6", "9"): (20, 20, 15, 10, 12, 0, 11),
    ("6", "40"): (14, 12, 0, 0, 0, 0, 11),
    ("6", "23"): (0, 13, 11, 0, 12, 0, 0),
    ("9", "23"): (0, 31, 44, 62, 60, 32, 90),
    ("9", "40"): (15, 11, 0, 0, 0, 0, 0),
    ("9", "overig"): (12, 0, 0, 0, 0, 0, 0),
    ("40", "23"): (32, 35, 54, 30, 0, 0, 33),
    ("40", "6"): (30, 25, 14, 0, 0, 0, 0),
    ("40", "overig"): (13, 0, 0, 0, 0, 0, 0),
    ("23", "40"): (2, 1, 1, 0, 0, 0, 0),
    ("23", "overig"): (11, 0, 0, 0, 0, 0, 0),
    ("overig", "23"): (11, 0, 0, 0, 0, 0, 0),
    ("overig", "40"): (12, 0, 0, 0, 0, 0, 0),
    ("zelf", "40"): (160, 40, 31, 0, 0, 0, 0),
    ("zelf", "overig"): (33, 12, 0, 0, 0, 0, 12),
}


def publish(
    folder: Path, day: date = DAY, pairs: Mapping[tuple[str, str], tuple[int, ...]] = PAIRS
) -> None:
    """All tables that the pages of a steward read."""
    kinds, senders = (tuple((code,) for code in codes) for codes in (KINDS, SENDERS))
    counts: dict[Key, int] = {
        ((one,), (other,), ended): count
        for (one, other), row in pairs.items()
        for ended, count in zip((*MET, *NOT), row, strict=True)
        if count
    }
    handoffs = Cube(
        "handoffs-waalstad",
        (Dimension("van", senders), Dimension("naar", kinds), Dimension("loop", (*MET, *NOT))),
        counts,
    )
    write(folder, "overdracht", handoffs, day)


def write(folder: Path, name: str, cube: Cube, day: date = DAY) -> None:
    """Raises AssertionError for a table that its audit refuses."""
    rule, earlier = Rule(10), read_releases(folder)
    verdict = audit(protect(name, cube, rule, earlier), rule, earlier)
    assert isinstance(verdict, Audited), verdict
    write_release(verdict, folder, day, earlier)
