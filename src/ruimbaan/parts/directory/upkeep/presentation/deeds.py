# SPDX-License-Identifier: EUPL-1.2
"""What was done, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from ruimbaan.parts.directory.upkeep.access import called
from ruimbaan.parts.directory.upkeep.models import Deed, What
from ruimbaan.parts.directory.upkeep.undoing import can_be_undone


@dataclass(frozen=True, slots=True)
class ShownDeed:
    """`number` is 0 when it cannot be taken back. `undone_by` is empty when it stands."""

    text: str
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str
    number: int


def deed_words(deed: Deed) -> str:
    words = {
        What.VERIFIED: _("%(name)s is nagekeken."),
        What.MERGED: _("%(other)s staat nu bij %(name)s."),
        What.NOT_SAME: _("%(name)s en %(other)s zijn er twee."),
        What.ACCEPTED: _("%(name)s is alsnog ingelezen."),
        What.DROPPED: _("%(name)s blijft buiten de Kaart."),
        What.SETTLED: _("Een opmerking over %(name)s is afgehandeld."),
        What.PROPOSED: _("%(place)s en %(other)s kregen een voorstel om samen te werken."),
    }
    names = {"name": deed.name or deed.place, "other": deed.other, "place": deed.place}
    return words[What(deed.what)] % names


def shown_deeds(deeds: Iterable[Deed], now: datetime) -> tuple[ShownDeed, ...]:
    found = tuple(deeds)
    parties = {one for deed in found for one in (deed.by, deed.undone_by) if one}
    names = called(parties, now)
    return tuple(
        ShownDeed(
            text=deed_words(deed),
            at=deed.at,
            by=who(deed.by, names),
            undone_at=deed.undone_at,
            undone_by=who(deed.undone_by, names) if deed.undone_at else "",
            number=deed.pk if can_be_undone(deed, now) else 0,
        )
        for deed in found
    )


def who(membership: UUID | None, names: Mapping[UUID, str]) -> str:
    """Never more than a name at work. Somebody on the machine itself has none."""
    if membership is None:
        return _("de beheerder van de site")
    return names.get(membership, _("iemand die hier niet meer werkt"))
