# SPDX-License-Identifier: EUPL-1.2
"""Our profile put back on a service, with all that others keep beside it."""

from __future__ import annotations

from dataclasses import fields

from ruimbaan.core.directory.records.profile import NAME, ServiceProfile, written
from ruimbaan.core.directory.records.record import Json, Record

OURS = frozenset(field.name for field in fields(ServiceProfile))


def with_profile(service: Record, profile: ServiceProfile) -> Record:
    """Names that are no part of our profile stay as they were."""
    found = service.values.get(NAME)
    theirs: dict[str, Json] = {**found} if isinstance(found, dict) else {}
    kept = {name: value for name, value in theirs.items() if name not in OURS}
    return Record(service.table, service.id, {**service.values, NAME: kept | written(profile)})
