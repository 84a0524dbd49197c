# SPDX-License-Identifier: EUPL-1.2
"""Who works offers the person to keep that room was given. The person says yes or no, and nobody hears
which; a no leaves nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from ruimbaan.parts.discretion.asking import slots
from ruimbaan.parts.discretion.noting.models import Offer
from ruimbaan.parts.trust.services import KeyGone, seal, unseal


@dataclass(frozen=True, slots=True)
class Offered:
    """`who` is how the person knows who offers it; `words` is what that one says was done."""

    id: UUID
    day: date
    who: str
    words: str
    rule: str = ""


def offer(journey: UUID, account: UUID, form: UUID, offered: Offered) -> None:
    """The same form twice is one offer. Raises TooManyOpen."""
    row = uuid5(account, f"offer:{form}")
    told = {
        "day": offered.day.isoformat(),
        "who": offered.who,
        "words": offered.words,
        "rule": offered.rule,
    }
    for _ in range(slots.TRIES):
        if Offer.objects.filter(pk=row).exists():
            return
        try:
            with transaction.atomic():
                Offer.objects.create(
                    id=row,
                    of_person=slots.free(Offer, "of_person", journey),
                    sealed=seal(journey, Offer.place(row), json.dumps(told, ensure_ascii=False)),
                )
        except IntegrityError:  # the same free name at the same moment
            continue
        return


def offers_to(journey: UUID) -> tuple[Offered, ...]:
    """The oldest first."""
    found = (_offered(row, journey) for row in slots.found(Offer, "of_person", journey))
    return tuple(sorted((one for one in found if one), key=lambda one: (one.day, one.id)))


def take(journey: UUID, row: UUID) -> Offered | None:
    """The offer, that is gone now: of two at once one gets it."""
    there = next((one for one in offers_to(journey) if one.id == row), None)
    if there is None or not Offer.objects.filter(pk=row).delete()[0]:
        return None
    return there


def _offered(row: Offer, journey: UUID) -> Offered | None:
    try:
        told = json.loads(unseal(journey, row.place(row.id), bytes(row.sealed)))
    except KeyGone:
        return None
    return Offered(
        row.id, date.fromisoformat(told["day"]), told["who"], told["words"], told["rule"]
    )
