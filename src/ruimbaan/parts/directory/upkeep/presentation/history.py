# SPDX-License-Identifier: EUPL-1.2
"""The history of one place: who changed what, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from ruimbaan.core.directory.records.changes import Kind
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.models import RecordChange
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.upkeep.access import called
from ruimbaan.parts.directory.upkeep.deeds import hands_of
from ruimbaan.parts.directory.wording import wording

MOST = 20  # changes, the latest ones
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class FieldTold:
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """`fields` is empty where all of it came or went."""

    at: datetime
    what: str
    by: str
    fields: tuple[FieldTold, ...]


def history_of(region: str, uid: str, now: datetime) -> tuple[Told, ...]:
    changes = RecordChange.objects.filter(table="service", uid=uid).order_by("-at", "-pk")[:MOST]
    found = tuple(changes)
    hands = hands_of(region, {one.write for one in found})
    names = called(set(hands.values()), now)
    by = {write: names[one] for write, one in hands.items() if one in names}
    return tuple(_told(one, by.get(one.write)) for one in found)


def _told(change: RecordChange, hand: str | None) -> Told:
    source = wording().sources.get(change.source, Text(change.source))
    return Told(
        at=change.at,
        what={
            Kind.ADDED: _("Op de Kaart gezet"),
            Kind.CHANGED: _("Gewijzigd"),
            Kind.REMOVED: _("Van de Kaart gehaald"),
        }[Kind(change.kind)],
        by=hand or said(source),
        fields=tuple(_fields(change)) if change.kind == Kind.CHANGED else (),
    )


def _fields(change: RecordChange) -> Iterator[FieldTold]:
    for name, (before, after) in change.fields.items():
        yield FieldTold(field_name(name), _value(before), _value(after))


def _value(value: object) -> str:
    return NOTHING if value is None else shown(value)


def field_name(name: str) -> str:
    """A name of HSDS that we have no word for is told as it is."""
    return {
        "name": _("Naam"),
        "description": _("Beschrijving"),
        "status": _("Status"),
        "assured_date": _("Nagekeken op"),
        "url": _("Website"),
        "email": _("Mail"),
        "eligibility_description": _("Voor wie"),
        "ruimbaan.verified_by": _("Nagekeken door"),
        "ruimbaan.works_with": _("Werkt samen met"),
        "ruimbaan.wants_to_work_with": _("Wil samenwerken met"),
        "ruimbaan.fragility": _("Kwetsbaar"),
        "ruimbaan.planning.label": _("Naam in een route"),
        "ruimbaan.planning.gate": _("Hoe je binnenkomt"),
        "ruimbaan.planning.frame": _("Wie betaalt"),
        "ruimbaan.planning.wait": _("Wachten"),
        "ruimbaan.planning.lasts": _("Hoe lang het duurt"),
        "ruimbaan.planning.needs": _("Wat nodig is"),
        "ruimbaan.planning.gives": _("Wat het geeft"),
        "ruimbaan_merged": _("Hierin opgegaan"),
    }.get(name, name)
