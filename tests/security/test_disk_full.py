# SPDX-License-Identifier: EUPL-1.2
"""A slice of `python -m tests.long.disk_full` at every change: a real disk that is full, once. It is a
program of its own, for it mounts that disk where nobody else sees it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from http import HTTPStatus

from tests.long.disk_full import Outcome
from tests.long.full_disk_people import KIND, Told
from tests.long.page_writer import Answer
from tools.paths import ROOT


def test_a_full_disk_loses_nothing_and_the_site_goes_on_by_itself():
    """Only what is kept (302) and what comes back with its words (503); looks shown and logged, or
    not shown (503); public pages go on. Afterwards all that was said to be kept is there."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.long.disk_full", "--rounds", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    acknowledged, came_back = map(int, re.findall(r"(\d+) (?:ack|came)", done.stdout)[-2:])
    assert acknowledged >= 16
    assert came_back >= 12


def test_an_outcome_with_one_fault_is_no_good_one():
    good = Outcome("x", rounds=1, healed=[0.2], refused=12, acknowledged=20)
    faulty = [
        replace(good, lost=1),
        replace(good, double=1),
        replace(good, without_log=1),
        replace(good, faults=1),
        replace(good, wrong=Counter({"500": 1})),
        replace(good, healed=[0.2, 10.1]),
        replace(good, refused=0),
    ]

    assert good.good
    assert [one for one in faulty if one.good] == []


def test_a_refusal_says_when_to_come_back_and_in_plain_words():
    told = Told()
    answers = [
        Answer(HTTPStatus.SERVICE_UNAVAILABLE, KIND, "60"),
        Answer(HTTPStatus.SERVICE_UNAVAILABLE, "Service Unavailable", "60"),
        Answer(HTTPStatus.SERVICE_UNAVAILABLE, KIND, ""),
        Answer(HTTPStatus.INTERNAL_SERVER_ERROR, KIND, "60"),
    ]

    assert [told.is_refusal(answer) for answer in answers] == [True, False, False, False]
    assert told.wrong == {"503": 2, "500": 1}
