# SPDX-License-Identifier: EUPL-1.2
"""A region's directory as it goes out: its records, and the tables of others that came with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.directory.records.record import Json, Package
from ruimbaan.parts.directory.exchange.models import ForeignTable
from ruimbaan.parts.directory.exchange.regions import check_region
from ruimbaan.parts.directory.store.reading import region_package


@dataclass(frozen=True, slots=True)
class Sending:
    package: Package
    foreign: Mapping[str, Json]


def sending(region: str) -> Sending:
    """Raises UnknownRegion."""
    check_region(region)
    tables = ForeignTable.objects.filter(region=region).order_by("name")
    return Sending(region_package(region), {row.name: row.content for row in tables})
