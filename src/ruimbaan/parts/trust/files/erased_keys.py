# SPDX-License-Identifier: EUPL-1.2
"""Keys of what was erased, that are still there: the site fell over between the erasure and the
destroying of the key, the key store was away, or an old copy of it was put back."""

from __future__ import annotations

from uuid import UUID

from ruimbaan.parts.accounts.queries import closed_accounts
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.keys.services import keyring


def left_over() -> list[UUID]:
    """Of files that were erased and accounts that were closed. Raises KeyStoreDown."""
    erased = Journey.objects.exclude(erased=None).order_by("id").values_list("id", flat=True)
    return keyring().still_living([*erased, *closed_accounts()])


def destroy_again() -> int:
    """How many keys were destroyed. Only what the data say was erased: a key of something the data
    do not know may belong to a backup that was not put back yet. Raises KeyStoreDown."""
    found = left_over()
    for owner in found:
        keyring().shred(owner)
    return len(found)
