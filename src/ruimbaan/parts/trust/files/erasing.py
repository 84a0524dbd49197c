# SPDX-License-Identifier: EUPL-1.2
"""Erasing a whole file: its rows, its grants and its key. The log and an empty row stay."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord, Journey
from ruimbaan.parts.trust.files.row_policies import part_tables
from ruimbaan.parts.trust.keys import services as keys
from ruimbaan.parts.trust.links.models import LinkRecord
from ruimbaan.parts.trust.walls import NotOpened, Opening


def erase(opening: Opening, at: datetime) -> None:
    """Every table that inherits PartRecord, so that no part can be forgotten. The key goes when the
    rows are gone for good: a backup of before then holds nothing that can be read. Such an opening
    holds the file: nobody writes in it between the deleting and its end."""
    if opening.action is not Action.ERASE or opening.parts != frozenset(Part) or opening.ended:
        raise NotOpened("The whole file must be open to erase.")
    journey = opening.journey
    with transaction.atomic():
        for table in part_tables():
            table.objects.within(opening).delete()
        GrantRecord.objects.filter(journey=journey, revoked=None).update(revoked=at)
        Acquaintance.objects.filter(journey=journey).delete()
        LinkRecord.objects.filter(journey=journey).delete()
        Journey.objects.filter(id=journey).update(erased=at, owner=None, restricted=None)
        transaction.on_commit(lambda: keys.shred(journey))
