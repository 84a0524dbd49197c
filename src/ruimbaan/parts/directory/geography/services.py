# SPDX-License-Identifier: EUPL-1.2
"""What an administrator may do to the boundaries of a region."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ruimbaan.core.directory.geography.plan import TownPlan
from ruimbaan.integrations.geojson import Choice, read_boundaries
from ruimbaan.integrations.regions import REPOSITORY, UnknownRegion, list_regions
from ruimbaan.parts.directory.geography import store

DEMO = Path("demo") / "kaart"


def load(region: str, path: Path, choice: Choice, *, source: str, at: datetime) -> TownPlan:
    """Puts the boundaries of this file in the place of those that the region had. What the file
    holds of one kind replaces that kind; other kinds stay.

    Raises NoRegions, UnknownRegion, and the errors of `ruimbaan.integrations.geojson`.
    """
    known = list_regions()
    if region not in known:
        raise UnknownRegion(name=region, known=", ".join(known))
    plan = read_boundaries(path, choice, source)
    before = store.get(region)
    kinds = {area.kind for area in plan.areas}
    kept = tuple(area for area in before.areas if area.kind not in kinds)
    sources = dict.fromkeys(filter(None, (before.source if kept else "", source)))
    together = TownPlan((*kept, *plan.areas), "; ".join(sources))
    store.put(region, together, at)
    return plan


def fill_from_files(region: str, at: datetime, data: Path = REPOSITORY) -> bool:
    """The made-up town plan, when this region has none yet. Says whether it was put there."""
    path = data / DEMO / f"{region}.geojson"
    if store.version_of(region) or not path.exists():
        return False
    store.put(region, read_boundaries(path), at)
    return True
