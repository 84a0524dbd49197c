# SPDX-License-Identifier: EUPL-1.2
"""A municipality's own list on its way in: what `preview` says of it, told by line and column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ruimbaan.core.directory.validation import kinds_profile, kinds_refused
from ruimbaan.integrations.own_list import OwnList
from ruimbaan.parts.directory.exchange.previewing import Preview, preview

MEETING = (  # what only shows when a line meets the directory; the rest was told by line
    kinds_refused.OF_ANOTHER_REGION,
    kinds_refused.CODE_TAKEN,
    kinds_refused.DOES_NOT_FIT,
    kinds_profile.UNREADABLE_PLANNING,
)


def preview_list(
    region: str,
    found: OwnList,
    *,
    source: str,
    today: date,
    replace_all: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Preview:
    """Lines that were refused while reading go to quarantine with the rest. Raises UnknownRegion."""
    seen = preview(
        region,
        found.content,
        source=source,
        today=today,
        replace=replace_all,
        aside=[(refused.table, refused.uid) for refused in found.refused if refused.uid],
        progress=progress,
    )
    met = tuple(finding for finding in seen.findings if finding.kind in MEETING)
    return replace(
        seen,
        findings=(*found.findings, *met),
        refused=(*found.refused, *seen.refused),
        columns=found.columns,
    )
