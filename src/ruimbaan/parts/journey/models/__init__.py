# SPDX-License-Identifier: EUPL-1.2
"""One table for each kind of thing that stands in a file."""

from ruimbaan.parts.journey.models.entries import (
    Appointment,
    Contact,
    EmergencyCard,
    LookingBack,
    MeNowNote,
    MeNowSketch,
    OwnNote,
    Route,
    RouteOwnSide,
    StoryText,
    Wish,
)
from ruimbaan.parts.journey.models.entry import Entry

__all__ = [
    "Appointment",
    "Contact",
    "EmergencyCard",
    "Entry",
    "LookingBack",
    "MeNowNote",
    "MeNowSketch",
    "OwnNote",
    "Route",
    "RouteOwnSide",
    "StoryText",
    "Wish",
]
