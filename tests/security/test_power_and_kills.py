# SPDX-License-Identifier: EUPL-1.2
"""A slice of the long runs, at every change: 40 power cuts, and the whole site killed twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.long.disk_recording import Recording, record
from tests.long.kill_while_writing import run as killed
from tests.long.power_cuts import run as cut_off
from tests.site_of_its_own import new_site

CUTS = 40


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    assert shutil.which("strace"), "apt install strace"
    return record(new_site(tmp_path_factory.mktemp("power"), server=""), "1.5")


def test_a_power_cut_loses_nothing_that_was_said_to_be_kept(recording: Recording):
    tally = cut_off(recording, CUTS, seed=7)

    assert recording.acknowledged > 3
    assert tally.faults == []
    assert (tally.cuts, tally.lost, tally.without_log, tally.corrupt) == (CUTS, 0, 0, 0)


@pytest.mark.parametrize("deaf", ["ruimbaan.sqlite3-wal", "access.sqlite3-wal"])
def test_a_disk_that_ignores_syncs_is_found_out(recording: Recording, deaf: str):
    """Else the test above could not fail: one file for what is kept, one for its row in the log."""
    tally = cut_off(recording, CUTS, seed=7, deaf=deaf)

    assert not tally.good


def test_a_site_that_is_killed_comes_back_with_all_it_said(tmp_path: Path):
    outcome = killed(new_site(tmp_path, server=""), None, kills=2, seed=3)

    assert outcome.kills == 2
    assert outcome.acknowledged >= 6
    assert outcome.good, str(outcome)
