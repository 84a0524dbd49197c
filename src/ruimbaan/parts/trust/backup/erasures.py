# SPDX-License-Identifier: EUPL-1.2
"""What was erased stays erased, whatever is put back.

Both sides keep the list. A file whose key was destroyed is erased in data that are older than that;
an account likewise. The other way round see files/erased_keys.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from django.db import connection

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import open_accounts
from ruimbaan.parts.accounts.services import LastAdministrator, close_account
from ruimbaan.parts.contributing.services import take_away
from ruimbaan.parts.trust.files.erasing import erase
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.files.row_context import row_context
from ruimbaan.parts.trust.keys.services import keyring
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.parts.trust.walls import Opening


def data_are_there() -> bool:
    """Not so when the keys are put back first."""
    return Journey._meta.db_table in connection.introspection.table_names()


def erase_again(at: datetime) -> int:
    """How many files were erased in the data, as their key was destroyed before."""
    destroyed = set(keyring().store.list_destroyed())
    living = Journey.objects.filter(erased=None).values_list("id", flat=True)
    found = [journey for journey in living if journey in destroyed]
    for journey in found:
        opening = Opening(journey, frozenset(Part), Action.ERASE)
        with row_context(opening):
            take_away(journey)
            erase(opening, at)
    return len(found)


def close_again(at: datetime) -> None:
    """Accounts that were closed after the backup was made. The last administrator stays: somebody
    must be able to run the site, and can close that account anew."""
    for account in open_accounts(keyring().store.list_destroyed()):
        with suppress(LastAdministrator):
            close_account(account, file_of(account), at)
