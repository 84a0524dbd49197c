# SPDX-License-Identifier: EUPL-1.2
"""A hundred kinds of broken log: a clear error, or a finding with its row; nothing goes in silence."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ruimbaan.analytics.events import checking, errors, open_log, tree_errors
from ruimbaan.analytics.events.case_checks import Edges, case_findings
from ruimbaan.analytics.events.catalogue import KINDS as CATALOGUE
from ruimbaan.analytics.events.errors import LogRefused
from ruimbaan.analytics.events.kinds import Treatment
from tests.contract.events.broken_logs import (
    AFTER_THE_CUT,
    CASES,
    GOOD,
    HEAD,
    KINDS,
    ROWS,
    WHOLE_FILES,
    Broken,
)

FEWEST = 100
BRACES = re.compile(r"[{}]")
# met by a file that cannot be opened or written or was kept, and by a line of two million letters
ELSEWHERE = {
    *("RB-EVENT-001", "RB-EVENT-014", "RB-EVENT-018", "RB-EVENT-019", "RB-EVENT-020"),
    "RB-EVENT-112",
}


def named(broken: Broken) -> str:
    return broken.name


def file_of(broken: Broken, folder):
    content = broken.content
    path = folder / f"log{broken.suffix}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def is_clear(told) -> bool:
    return bool(told.cause and told.advice) and not BRACES.search(told.cause + told.advice)


@pytest.mark.parametrize("broken", WHOLE_FILES, ids=named)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(broken, tmp_path):
    with pytest.raises(LogRefused) as refused:
        open_log(file_of(broken, tmp_path), broken.asked)

    assert refused.value.code == broken.code
    assert is_clear(refused.value.explain("nl"))
    assert is_clear(refused.value.explain("en"))


@pytest.mark.parametrize("broken", [*ROWS, *CASES], ids=named)
def test_what_is_wrong_with_rows_is_counted_and_listed(broken, tmp_path):
    log = open_log(file_of(broken, tmp_path), broken.asked)

    found = {
        finding.kind.code: finding
        for finding in (*log.report.findings, *case_findings(log, broken.edges))
    }

    assert broken.code in found, sorted(found)
    told = found[broken.code]
    assert told.rows == broken.rows
    assert told.count == len(broken.rows)
    assert is_clear(told.explain("nl"))
    assert is_clear(told.explain("en"))
    assert log.report.set_aside == broken.set_aside
    assert broken.events in (-1, log.size)


def test_a_log_without_faults_has_no_findings(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(HEAD + GOOD, encoding="utf-8")
    log = open_log(path)

    assert [*log.report.findings, *case_findings(log, Edges())] == []
    assert (log.report.read, log.report.set_aside, log.report.repaired, log.size) == (2, 0, 0, 2)


def test_what_lies_after_the_day_of_the_log_is_told(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(HEAD + GOOD, encoding="utf-8")

    told = {
        finding.kind.code: finding.rows
        for finding in case_findings(open_log(path), Edges(cut=date(2026, 1, 5)))
    }

    assert told[AFTER_THE_CUT] == (3,)


def test_every_row_is_an_event_or_was_set_aside(tmp_path):
    path = tmp_path / "log.csv"
    lines = [str(one.content).splitlines()[3] for one in ROWS if one.set_aside]
    path.write_text(HEAD + GOOD + "\n".join(lines) + "\n", encoding="utf-8")

    log = open_log(path)

    assert log.report.read == log.report.set_aside + log.size == 2 + len(lines)
    asides = [one for one in log.report.findings if one.kind.treatment is Treatment.ASIDE]
    assert {line for one in asides for line in one.rows} == set(range(4, 4 + len(lines)))


def test_there_are_a_hundred_kinds_and_each_code_is_met():
    met = {broken.code for broken in KINDS} | {AFTER_THE_CUT} | ELSEWHERE
    refused = {
        one.code
        for module in (errors, tree_errors)
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, LogRefused) and one is not LogRefused
    }

    assert len(KINDS) >= FEWEST
    assert len({broken.name for broken in KINDS}) == len(KINDS)
    assert (refused | set(CATALOGUE)) - met == set()


def test_rows_beyond_those_listed_are_still_counted(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(HEAD + GOOD + "c1,,2026-01-07\n" * 30, encoding="utf-8")

    found = open_log(path).report.findings[0]

    assert (found.count, len(found.rows)) == (30, checking.ROWS_SHOWN)


def test_a_row_is_the_line_of_the_sheet_also_below_a_line_that_did_not_fit(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(
        f"{HEAD}{GOOD}c1,kapot\nc1,goed,2026-01-07\nc1,a,b,c\nc1,,2026-01-08\n", encoding="utf-8"
    )

    told = {one.kind.code: one.rows for one in open_log(path).report.findings}

    assert told == {"RB-EVENT-110": (4,), "RB-EVENT-111": (6,), "RB-EVENT-101": (7,)}
