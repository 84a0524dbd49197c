# SPDX-License-Identifier: EUPL-1.2
"""Two organisations of a region with somebody who speaks for each, and what they fill in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.discretion.agreeing.models import Agreement, VersionRecord
from tests.parts.own_files import Other, worker

MINE, NEW = "/werk/ruimte/afspraken", "/werk/ruimte/afspraken/nieuw"
TEAM = "/werk/ruimte/team"
PUBLIC = "/ruimte/afspraken/waalstad"
LETTER, PROMISE = f"{TEAM}/mandaat", f"{TEAM}/toezegging"


@dataclass(frozen=True, slots=True)
class Side:
    """An organisation, who speaks for it and who works there."""

    place: Organisation
    speaker: Other
    worker: Other


def side(name: str, region: str = "waalstad") -> Side:
    place = Organisation.objects.create(name=name, region=region)
    short = name.split(" ")[-1].lower()
    speaker = worker(f"{short}-speaks", Role.STEWARD, place)
    type(speaker.account).objects.filter(pk=speaker.account.pk).update(email=f"{short}@example.org")
    return Side(place, speaker, worker(f"{short}-works", Role.WORKER, place))


def today() -> date:
    return timezone.localdate()


def day(days: int) -> str:
    return (today() + timedelta(days=days)).isoformat()


def proposal(one: Side, other: Side, **more: str) -> dict[str, str]:
    return {
        "titel": "Melden bij de start",
        "situatie": "Iemand begint met een opname en heeft thuis hulp nodig",
        "wie-0": str(one.place.pk),
        "doet-0": "Meldt in de eerste week.",
        "wie-1": str(other.place.pk),
        "doet-1": "Pakt de melding meteen op.",
        "tot": day(300),
        "terugkijken": day(90),
        "regel": "R35-W",
        "plek": "W04",
        **more,
    }


def propose(one: Side, other: Side, **more: str) -> Agreement:
    answer = one.speaker.client.post(NEW, proposal(one, other, **more))
    assert answer.status_code == 302, answer.content.decode()
    return Agreement.objects.latest("made")


def does(who: Other, agreement: Agreement, what: str, number: int = 1) -> Any:
    return who.client.post(f"{MINE}/{agreement.pk}", {"doe": what, "versie": str(number)})


def agree(one: Side, other: Side, **more: str) -> Agreement:
    agreement = propose(one, other, **more)
    assert does(other.speaker, agreement, "ja").status_code == 302
    return agreement


def later(days: int) -> None:
    """As if all of it was proposed so many days ago."""
    for version in VersionRecord.objects.all():
        version.until -= timedelta(days=days)
        version.review -= timedelta(days=days)
        version.save()


def letter(one: Side, **more: str) -> dict[str, str]:
    return {
        "organisatie": str(one.place.pk),
        "regel": "R35-W",
        "functie": "teamleider poli",
        "naam": "Farida Benali",
        "hoever": "twee keer extra langsgaan",
        "bereik": "via de receptie",
        "vervanger": "senior behandelaar",
        "vanaf": day(0),
        "tot": day(200),
        "gever": "directeur behandeling",
        **more,
    }


def cover(one: Side, **more: str) -> dict[str, str]:
    return {
        "organisatie": str(one.place.pk),
        "soort": "cover",
        "regel": "R35-W",
        "team": "team poli",
        "vanaf": day(0),
        "tot": day(200),
        "gever": "de teamleider",
        "in-routes": "ja",
        **more,
    }
