# SPDX-License-Identifier: EUPL-1.2
"""Rows of reports and core values."""

from __future__ import annotations

from ruimbaan.core.frictions.reports import Help, Report
from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.parts.frictions.models import ReportRecord, ReportTally
from ruimbaan.parts.trust.services import KeyGone, unseal


def rounds_of(row: ReportTally) -> Rounds:
    return Rounds(row.shown, row.waiting, row.shown_of, row.waiting_of)


def put_rounds(row: ReportTally, rounds: Rounds) -> None:
    row.shown, row.waiting = rounds.shown, rounds.waiting
    row.shown_of, row.waiting_of = dict(rounds.shown_of), dict(rounds.waiting_of)
    row.save()


def report_of(row: ReportRecord) -> Report:
    """With its own words; empty when their key is gone."""
    return Report(
        region=row.region,
        friction=row.friction,
        words=_words(row),
        between=tuple(row.between),
        helps=frozenset(Help(one) for one in row.helps),
        to_them=row.to_them,
    )


def place_of(row: ReportRecord) -> str:
    return f"frictions_reportrecord.words:{row.pk}"


def _words(row: ReportRecord) -> str:
    if row.words is None:
        return ""
    try:
        return unseal(row.pk, place_of(row), bytes(row.words))
    except KeyGone:
        return ""
