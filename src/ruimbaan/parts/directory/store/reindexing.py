# SPDX-License-Identifier: EUPL-1.2
"""Lists and index of a region made anew from its records, as a write would have made them."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from ruimbaan.parts.directory.models import DirectoryState, Listing, StoredRecord
from ruimbaan.parts.directory.search.models import TABLES
from ruimbaan.parts.directory.search.renewals import note
from ruimbaan.parts.directory.store.inserting import count_anew
from ruimbaan.parts.directory.store.listing import list_again


@transaction.atomic
def reindex(region: str) -> int:
    """The number of services. For after an update that reads more words, or when in doubt."""
    state, _ = DirectoryState.objects.select_for_update().get_or_create(region=region)
    services = StoredRecord.objects.filter(region=region, table="service")
    listed = Listing.objects.filter(region=region).values_list("uid", flat=True)
    renewed = list_again({*services.values_list("uid", flat=True), *listed})
    version = uuid4().hex
    note(region, state.version, version, renewed)
    count_anew(Listing, *TABLES)
    DirectoryState.objects.filter(pk=region).update(version=version)
    return services.count()
