# SPDX-License-Identifier: EUPL-1.2
"""That a human being looked whether it is right: the day, and as whom."""

from __future__ import annotations

from datetime import date

from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json, Record

COORDINATOR = "de coördinator van de regio"
THE_PLACE_ITSELF = "de plek zelf"
A_VOLUNTEER = "een vrijwilliger van de Kaart"


def looked_at(service: Record, who: str, on: date) -> Record:
    """The same service, with who looked last (a role, never a name) and when."""
    found = service.values.get(NAME)
    profile: dict[str, Json] = {**found} if isinstance(found, dict) else {}
    values = {
        **service.values,
        "assured_date": on.isoformat(),
        NAME: {**profile, "verified_by": who},
    }
    return Record(service.table, service.id, values)
