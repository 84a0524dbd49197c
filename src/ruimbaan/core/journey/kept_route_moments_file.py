# SPDX-License-Identifier: EUPL-1.2
"""The private side of a route as data, for the own file only."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from ruimbaan.core.journey.kept_route_moments import Moment, MomentKind, PrivateSide

VERSION = 1


def to_text(side: PrivateSide) -> str:
    content = {
        "version": VERSION,
        "chosen": {name: list(options) for name, options in side.chosen.items()},
        "days": {name: day.isoformat() for name, day in side.days.items()},
        "begun": side.begun.isoformat() if side.begun else None,
        "given": side.given.isoformat() if side.given else None,
        "moments": [_row(one) for one in side.moments],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> PrivateSide:
    """What `to_text` wrote; it comes from nowhere else, so anything wrong is a fault of ours."""
    found = json.loads(text)
    return PrivateSide(
        chosen={name: tuple(options) for name, options in found["chosen"].items()},
        days={name: date.fromisoformat(day) for name, day in found["days"].items()},
        begun=_day(found.get("begun")),  # what was kept earlier does not say
        given=_day(found.get("given")),
        moments=tuple(_moment(row) for row in found["moments"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _row(one: Moment) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "kind": one.kind.value,
        "since": one.since.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "words": one.words,
    }


def _moment(row: dict[str, Any]) -> Moment:
    return Moment(
        id=UUID(row["id"]),
        kind=MomentKind(row["kind"]),
        since=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        words=row["words"],
    )
