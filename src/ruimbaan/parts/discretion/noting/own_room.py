# SPDX-License-Identifier: EUPL-1.2
"""What the person keeps of room, sealed with the key of the own file. Everything here needs an
opening; who gets one, and that it is logged as any other look, is for trust."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from ruimbaan.parts.discretion.noting.models import OwnRoom
from ruimbaan.parts.trust.services import seal, unseal
from ruimbaan.parts.trust.walls import Opening, PartQuerySet


class Kind(StrEnum):
    GIVEN = "given"  # room was given
    RATHER_NOT = "rather_not"
    REFUSED = "refused"  # a step, without any consequence here
    SECOND_OPINION = "second_opinion"
    OWN_PLAN = "own_plan"
    ALONG = "along"  # somebody comes along


@dataclass(frozen=True, slots=True)
class Held:
    id: UUID
    kind: Kind
    day: date
    words: str = ""
    rule: str = ""
    who: str = ""  # in the words of who offered it


def read(opening: Opening) -> tuple[Held, ...]:
    """The newest first."""
    rows = _rows(opening).order_by("written", "id")
    return tuple(reversed([_held(row) for row in rows]))


def add(opening: Opening, form: UUID, held: Held, at: datetime) -> UUID:
    """The same form twice, also at the same moment, is one."""
    row = uuid5(opening.journey, f"room:{form}")
    rows = _rows(opening)
    if not rows.filter(id=row).exists():
        told = {
            "kind": held.kind,
            "day": held.day.isoformat(),
            "words": held.words,
            "rule": held.rule,
            "who": held.who,
        }
        sealed = seal(opening.journey, OwnRoom.place(row), json.dumps(told, ensure_ascii=False))
        try:
            with transaction.atomic():
                rows.create(id=row, sealed=sealed, written=at, changed=at)
        except IntegrityError:
            if not rows.filter(id=row).exists():
                raise
    return row


def remove(opening: Opening, row: UUID) -> None:
    """What is gone already is fine."""
    _rows(opening).filter(id=row).delete()


def _rows(opening: Opening) -> PartQuerySet[OwnRoom]:
    return OwnRoom.objects.within(opening)


def _held(row: OwnRoom) -> Held:
    told = json.loads(unseal(row.journey_id, row.place(row.id), bytes(row.sealed)))
    return Held(
        row.id,
        Kind(told["kind"]),
        date.fromisoformat(told["day"]),
        told["words"],
        told["rule"],
        told["who"],
    )
