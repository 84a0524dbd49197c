# SPDX-License-Identifier: EUPL-1.2
"""The sketches of a made-up person in a demo: one of weeks ago, one of now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.entries import Values
from ruimbaan.parts.journey.now.kinds import SKETCH
from ruimbaan.parts.trust.walls import Opening

FORMS = UUID("5f6c2f0e-3c0b-4b7e-8a0e-1d8a4f1c9b21")


@dataclass(frozen=True, slots=True)
class Sketched:
    """`ago`: so many days before the demo is made."""

    ago: int
    values: Values


SKETCHES: Mapping[str, tuple[Sketched, ...]] = {
    "sterre": (
        Sketched(
            56,
            {
                "title": "Toen ik begon",
                "WON": "missing",
                "FIN": "missing",
                "ADM": "missing",
                "PSY": "varies",
                "GEZ": "fair",
                "WRK": "missing",
                "SOC": "fair",
                "GZN": "varies",
            },
        ),
        Sketched(
            2,
            {
                "WON": "good",
                "FIN": "fair",
                "ADM": "missing",
                "MID": "good",
                "PSY": "varies",
                "GEZ": "fair",
                "SOC": "good",
                "GZN": "good",
                "ZIN": "fair",
            },
        ),
    ),
}


def write_sketches(opening: Opening, name: str, now: datetime) -> None:
    for number, one in enumerate(SKETCHES.get(name, ())):
        at = now - timedelta(days=one.ago)
        entries.add(opening, SKETCH, uuid5(FORMS, f"{name} {number}"), one.values, at)
