# SPDX-License-Identifier: EUPL-1.2
"""The tables of a file. Apart, so that each belongs to one part for the walls."""

from __future__ import annotations

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.models.entry import Entry


class Wish(Entry):
    part = Part.WISHES


class StoryText(Entry):
    part = Part.STORY


class MeNowNote(Entry):
    part = Part.ME_NOW


class MeNowSketch(Entry):
    """How it was, by domain of life, at one moment."""

    part = Part.ME_NOW


class Contact(Entry):
    part = Part.PEOPLE


class Appointment(Entry):
    part = Part.APPOINTMENTS


class OwnNote(Entry):
    part = Part.OWN


class EmergencyCard(Entry):
    part = Part.EMERGENCY_CARD


class Route(Entry):
    """The route that is followed. There is at most one."""

    part = Part.ROUTE


class RouteOwnSide(Entry):
    """The answers under the route, and the moments that nobody else ever sees."""

    part = Part.OWN


class LookingBack(Entry):
    """Whether a step or a handoff came in time. What one says afterwards is for oneself alone."""

    part = Part.OWN
