# SPDX-License-Identifier: EUPL-1.2
"""What must be so of anything that was read: every row is a record or set aside, and everything that
is said can be said in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ruimbaan.core.directory.records.rows import Content
from ruimbaan.core.directory.validation.finding import Finding
from ruimbaan.core.directory.validation.judging import Judged, judge
from ruimbaan.core.directory.validation.references import find_dangling, missing_keys
from ruimbaan.integrations.hsds.limits import Limits

LIMITS = Limits(file_bytes=200_000, total_bytes=400_000, files=30, rows=200, columns=60, depth=30)
TODAY = date(2026, 11, 22)


def looked_at(content: Content) -> Judged:
    """Raises AssertionError when a row got lost."""
    judged = judge(content, TODAY)
    dangling = find_dangling(judged.records, missing_keys(judged.records), judged.places)
    said_in_words((*judged.findings, *dangling))
    somewhere = {record.key for record in judged.records}
    somewhere |= {(refused.table, refused.uid) for refused in judged.refused}
    for row in content.rows:
        uid = str(row.values.get("id"))
        assert not somewhere.isdisjoint(
            ((row.table, uid), (row.table, uid.lower()), (row.table, ""))
        ), row
    assert len(judged.refused) >= len(content.loose)
    return judged


def said_in_words(findings: Iterable[Finding]) -> None:
    """One of each kind with the same details: what differs is only what is filled in."""
    kinds = {(finding.kind.code, *finding.details): finding for finding in findings}
    for finding in kinds.values():
        finding.explain("nl")
        finding.explain("en")
