# SPDX-License-Identifier: EUPL-1.2
"""The site in which the year is lived, with the region on its map and one worker for each place."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

import django
from django.core.management import call_command

from ruimbaan.cli.site import prepare_demo
from tools.lived_year.plan import Plan

NAMES = UUID("7d0c8b76-1b55-4b55-9b0a-2f6a5c3f9e10")


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation as it takes part, and the account of who answers there."""

    organisation: UUID
    worker: UUID
    membership: UUID


def open_site(folder: Path) -> None:
    """A site of its own in this folder, without the people of the demo; the site of whoever runs this
    stays as it is."""
    os.environ["RUIMBAAN_VAR"] = str(folder)
    prepare_demo()
    django.setup()
    logging.getLogger("ruimbaan").setLevel(logging.WARNING)  # each letter is a line otherwise
    call_command("migrate", interactive=False, verbosity=0)


def make_places(plan: Plan, at: datetime) -> Mapping[int, Place]:
    """Raises KeyError when the plan names a place that is not on the map."""
    from django.utils import timezone

    from ruimbaan.parts.directory.queries import list_organisations
    from ruimbaan.parts.directory.services import fill_from_files

    fill_from_files(plan.region, timezone.now())
    on_map = {one.name: one.uid for one in list_organisations(plan.region)}
    return {kind: _place(plan.region, on_map[name], name, at) for kind, name in plan.places.items()}


def _place(region: str, uid: str, name: str, at: datetime) -> Place:
    from ruimbaan.core.trust.parties import Role
    from ruimbaan.parts.accounts.models import Account, MembershipRecord
    from ruimbaan.parts.accounts.services import start_from_map

    worker, membership = uuid5(NAMES, f"who at {uid}"), uuid5(NAMES, f"work at {uid}")
    organisation = start_from_map(region, uid)
    Account.objects.create_account(f"werker-{uid}"[:40], id=worker, called=name[:60])
    MembershipRecord.objects.create(
        id=membership,
        account_id=worker,
        organisation_id=organisation,
        role=Role.WORKER,
        name=name[:60],
        starts=at,
    )
    return Place(organisation, worker, membership)
