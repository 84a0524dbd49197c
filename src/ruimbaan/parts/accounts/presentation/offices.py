# SPDX-License-Identifier: EUPL-1.2
"""Organisations and work as the administration shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.accounts.office import Place
from ruimbaan.parts.accounts.presentation.words import role_does, role_name
from ruimbaan.parts.directory.queries import list_names, list_organisations
from ruimbaan.ui.components import Option


@dataclass(frozen=True, slots=True)
class ShownWork:
    """`id` is that of the membership or the invitation."""

    id: UUID
    name: str
    role: str
    day: datetime


@dataclass(frozen=True, slots=True)
class ShownPlace:
    id: UUID
    name: str
    kind: str
    people: str
    works: tuple[ShownWork, ...]
    asked: tuple[ShownWork, ...]


def shown(place: Place) -> ShownPlace:
    count = len(place.works)
    return ShownPlace(
        id=place.id,
        name=place.name,
        kind=", ".join(_kind(place)),
        people=ngettext("{count} rol", "{count} rollen", count).format(count=count)
        if count
        else _("nog niemand"),
        works=tuple(
            ShownWork(one.membership, one.name or _("zonder naam"), role_name(one.role), one.starts)
            for one in place.works
        ),
        asked=tuple(
            ShownWork(one.id, one.name or _("zonder naam"), role_name(one.role), one.ends)
            for one in place.asked
        ),
    )


def role_options(chosen: str) -> tuple[Option, ...]:
    return tuple(
        Option(role.value, role_name(role), role_does(role), checked=role.value == chosen)
        for role in Role
    )


def on_the_map() -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """Per region, what stands on the Kaart and is not here yet."""
    here = set(
        Organisation.objects.filter(ended=None).values_list("region", "directory_code").distinct()
    )
    return tuple(
        (
            region.capitalize(),
            tuple(
                Option(f"{region} {one.uid}", one.name)
                for one in list_organisations(region)
                if (region, one.uid) not in here
            ),
        )
        for region in list_names()
    )


def _kind(place: Place) -> list[str]:
    kinds = [_("organisatie") if place.legal_form else _("initiatief zonder rechtsvorm")]
    if place.region:
        kinds.append(place.region.capitalize())
    kinds.append(_("staat op de Kaart") if place.on_map else _("staat niet op de Kaart"))
    return kinds
