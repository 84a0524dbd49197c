# SPDX-License-Identifier: EUPL-1.2
"""The whole of somebody here, gone: the file, the account and everything to sign in with."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, PartyKind
from ruimbaan.parts.accounts.services import close_account
from ruimbaan.parts.contributing.services import stop as stop_counting
from ruimbaan.parts.discretion.services import forget_notes
from ruimbaan.parts.journey.services import drop_offline_devices, remove_close_one_notes
from ruimbaan.parts.storybook.services import take_back_all
from ruimbaan.parts.trust.files.erasing import erase
from ruimbaan.parts.trust.files.models import Acquaintance
from ruimbaan.parts.trust.files.row_context import hold
from ruimbaan.parts.trust.keys.services import shred
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.parts.trust.rights.requests import let_go
from ruimbaan.parts.trust.services import open_file


def close_everything(actor: Actor, now: datetime) -> None:
    """All or nothing; the keys go when the rest is gone for good. A file that was erased at the same
    moment is gone already. Raises LastAdministrator and what `open_file` raises."""
    account = actor.account
    if account is None:
        return
    journey = file_of(account)
    with transaction.atomic():
        if journey is not None and not hold(journey):  # the file before all else, see there
            journey = None
        close_account(account, journey, now)
        let_go(account, now)
        forget_notes(account)
        remove_close_one_notes(account)
        drop_offline_devices(account)
        if journey is not None:
            whole = frozenset(Part)
            with open_file(actor, journey, whole, action=Action.ERASE, now=now) as opening:
                take_back_all(journey, timezone.localdate(now))
                stop_counting(opening)
                erase(opening, now)
        Acquaintance.objects.filter(party_kind=PartyKind.ACCOUNT, party=account).delete()
        transaction.on_commit(lambda: shred(account))
