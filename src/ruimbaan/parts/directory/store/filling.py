# SPDX-License-Identifier: EUPL-1.2
"""The made-up regions into the directory: at the first start, and when their files have changed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.integrations.directory import digest_of_region, records_of_region
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.store.writing import write


@transaction.atomic
def fill_from_files(region: str, at: datetime) -> bool:
    """Puts the services of this region's files in the directory; what others added stays.

    Says whether there was anything to do. Raises what `records_of_region` raises.
    """
    digest = digest_of_region(region)
    state, _ = DirectoryState.objects.select_for_update().get_or_create(region=region)
    if state.filled_from == digest:
        return False
    origin = Origin(Source.DEMO, at.date(), f"demo/{region}")
    write(region, records_of_region(region), origin=origin, at=at)
    DirectoryState.objects.filter(pk=region).update(filled_from=digest)
    return True
