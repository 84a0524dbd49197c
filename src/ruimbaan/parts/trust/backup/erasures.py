# SPDX-License-Identifier: EUPL-1.2
"""What was erased stays erased, whatever is put back.

Both sides keep the list. A file whose key was destroyed is erased in data that are older than that;
a key that comes back from an old copy is destroyed when the data say that its file was erased.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.trust.files.erasing import erase
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.files.row_context import row_context
from ruimbaan.parts.trust.keys.services import keyring
from ruimbaan.parts.trust.walls import Opening


def erase_again(at: datetime) -> int:
    """How many files were erased in the data, as their key was destroyed before."""
    destroyed = set(keyring().store.list_destroyed())
    living = Journey.objects.filter(erased=None).values_list("id", flat=True)
    found = [journey for journey in living if journey in destroyed]
    for journey in found:
        opening = Opening(journey, frozenset(Part), Action.ERASE)
        with row_context(opening):
            erase(opening, at)
    return len(found)


def destroy_again() -> int:
    """How many keys were destroyed, as their file was erased before."""
    found = still_living(Journey.objects.exclude(erased=None).values_list("id", flat=True))
    for journey in found:
        keyring().shred(journey)
    return len(found)


def still_living(erased: Iterable[UUID]) -> list[UUID]:
    return keyring().still_living(erased)
