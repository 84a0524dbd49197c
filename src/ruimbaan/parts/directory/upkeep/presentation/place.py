# SPDX-License-Identifier: EUPL-1.2
"""One place as a coordinator looks at it: what stands there, what people said, what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.parts.directory.joining.models import Keeper
from ruimbaan.parts.directory.joining.models.work import RemarkKind
from ruimbaan.parts.directory.joining.remarks import list_waiting
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.details import Details
from ruimbaan.parts.directory.presentation.place import place_page
from ruimbaan.parts.directory.regions import list_regions
from ruimbaan.parts.directory.search.filters import SHOWN
from ruimbaan.parts.directory.upkeep.presentation.history import Told, history_of
from ruimbaan.ui.components import Fact


@dataclass(frozen=True, slots=True)
class ShownRemark:
    number: int
    what: str
    text: str
    address: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """`public` is empty for a place that not everybody sees. `keeper` says who keeps it right."""

    code: str
    title: str
    lead: str
    facts: tuple[Fact, ...]
    checked: str
    is_checked_today: bool
    details: Details
    keeper: str
    public: str
    remarks: tuple[ShownRemark, ...]
    history: tuple[Told, ...]


def kept_place(region: str, one: Listing, now: datetime) -> KeptPlace:
    page = place_page(list_regions()[region], one, timezone.localdate(now))
    is_public = one.status in SHOWN
    return KeptPlace(
        code=one.code,
        title=page.title,
        lead=page.details.description or page.lead,
        facts=page.facts,
        checked=page.checked or _("Nog nooit nagekeken."),
        is_checked_today=one.verified_on == timezone.localdate(now),
        details=page.details,
        keeper=_keeper(one.uid),
        public=reverse("directory:place", args=[region, one.code]) if is_public else "",
        remarks=tuple(
            ShownRemark(remark.pk, _what(remark.kind), remark.text, remark.address, remark.at)
            for remark in list_waiting(region, one.uid)
        ),
        history=history_of(region, one.uid, now),
    )


def _what(kind: str) -> str:
    return {
        RemarkKind.WRONG: _("Klopt niet, zegt iemand"),
        RemarkKind.CLOSED: _("Dicht, zegt iemand"),
        RemarkKind.OURS: _("Van ons, zegt iemand"),
    }[RemarkKind(kind)]


def _keeper(uid: str) -> str:
    """Never the address itself."""
    keeper = Keeper.objects.filter(service=uid).first()
    if keeper is None:
        return _("Niemand krijgt een mail om dit bij te houden.")
    if keeper.proved_on is None:
        return _("De plek kreeg een mail, en heeft nog niet geantwoord.")
    return _("De plek houdt dit zelf bij, met een link per mail.")
