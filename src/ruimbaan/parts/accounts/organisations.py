# SPDX-License-Identifier: EUPL-1.2
"""Organisations that people work in; an initiative without a legal form is one too."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ruimbaan.parts.accounts import memberships
from ruimbaan.parts.accounts.errors import AlreadyThere, OrganisationEnded
from ruimbaan.parts.accounts.in_region import organisations_in
from ruimbaan.parts.accounts.models import Invitation, MembershipRecord, Organisation
from ruimbaan.parts.directory.queries import find_organisation, list_organisations

LONGEST_NAME = 120


@transaction.atomic
def start_from_map(region: str, uid: str) -> UUID:
    """The organisation with this id on the Kaart; one of that name that works in the region becomes it.
    Raises AlreadyThere, or OrganisationEnded when it is not on the Kaart (any more)."""
    on_map = find_organisation(region, uid)
    if on_map is None:
        raise OrganisationEnded
    if Organisation.objects.filter(region=region, directory_code=uid, ended=None).exists():
        raise AlreadyThere
    name = on_map.name[:LONGEST_NAME]
    known = Organisation.objects.select_for_update().filter(
        name__iexact=name, region=region, directory_code="", ended=None
    )
    if one := known.order_by("id").first():
        one.directory_code = uid
        one.save(update_fields=["directory_code"])
        return one.id
    return Organisation.objects.create(
        name=name,
        region=region,
        directory_code=uid,
        legal_form=not on_map.is_initiative,
    ).id


@transaction.atomic
def start(name: str, *, region: str = "", legal_form: bool) -> UUID:
    """One that is not on the Kaart. Raises AlreadyThere."""
    if Organisation.objects.filter(name__iexact=name, region=region, ended=None).exists():
        raise AlreadyThere
    return Organisation.objects.create(name=name, region=region, legal_form=legal_form).id


def find_or_start(name: str, *, region: str, at: datetime) -> UUID:
    """The one of this name in this region that runs, or a new one: that of the Kaart when one of this
    name stands there."""
    here = {called.casefold(): one for one, called in organisations_in(region, at).items()}
    if found := here.get(name.casefold()):
        return found
    named = (one for one in list_organisations(region) if one.name.casefold() == name.casefold())
    on_map = next(named, None)
    if on_map is not None:
        return start_from_map(region, on_map.uid)
    return start(name, region=region, legal_form=True)


@transaction.atomic
def end(organisation: UUID, at: datetime) -> None:
    """With all work in it: every membership ends, and every invitation. Raises LastAdministrator."""
    for membership in MembershipRecord.objects.filter(organisation=organisation, ends=None):
        memberships.end(membership.id, at)
    Invitation.objects.filter(organisation=organisation).delete()
    Organisation.objects.filter(id=organisation, ended=None).update(ended=at)
