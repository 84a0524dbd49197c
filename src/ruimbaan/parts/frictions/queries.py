# SPDX-License-Identifier: EUPL-1.2
"""What may be read of frictions: the texts, the full rounds of reports, and what tables decided."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ruimbaan.core.frictions.friction import Catalogue
from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.integrations.frictions import load_frictions
from ruimbaan.parts.directory.queries import list_organisations
from ruimbaan.parts.frictions.meetings import Kept, meetings_in
from ruimbaan.parts.frictions.models import ReportTally
from ruimbaan.parts.frictions.store import rounds_of


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The texts of this installation, read once per process."""
    return load_frictions()


def organisations_on_map(region: str) -> Mapping[str, str]:
    """The names of those that stand on the Kaart of this region, by their code there."""
    return {one.uid: one.name for one in list_organisations(region)}


def shown_reports(region: str) -> Mapping[str, Rounds]:
    """By friction, only where a round of ten is full."""
    rows = ReportTally.objects.filter(region=region, shown__gt=0)
    return {row.friction: rounds_of(row) for row in rows}


def decided_in(region: str, friction: str = "") -> tuple[Kept, ...]:
    """What tables decided, the newest first."""
    return meetings_in(region, friction)
