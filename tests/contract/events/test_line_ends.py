# SPDX-License-Identifier: EUPL-1.2
"""A log of which the parts come from two systems ends its lines in two ways: no row is lost."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from ruimbaan.analytics.events import Asked, csv_file, open_log

ROWS = (
    "case,activity,complete",
    "1,een,2026-01-01",
    '1,"twee,\n drie",2026-01-02',
    "2,een,2026-01-03",
)


@pytest.mark.parametrize("at_a_time", [1, 2, 7, 1 << 20])
@pytest.mark.parametrize("ends", list(product(("\n", "\r\n"), repeat=len(ROWS))))
def test_no_row_is_lost_between_two_kinds_of_line_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_a_time: int, ends: tuple[str, ...]
):
    """Also when a line end lies across two pieces of the file."""
    monkeypatch.setattr(csv_file, "AT_A_TIME", at_a_time)
    log = tmp_path / "log.csv"
    log.write_bytes("".join(map(str.__add__, ROWS, ends)).encode())

    found = open_log(log, Asked())

    names = found.con.execute('SELECT "case", activity FROM event ORDER BY "case", seq').fetchall()
    assert names == [("1", "een"), ("1", "twee, drie"), ("2", "een")]
