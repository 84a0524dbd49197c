# SPDX-License-Identifier: EUPL-1.2
"""Addresses of notes of who works, of what the person keeps, and of patterns."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.discretion.noting.views import notes, patterns, person

app_name = "room_noting"
urlpatterns = [
    path("werk/ruimte/notities", notes.all_notes, name="notes"),
    path("werk/ruimte/notitie", notes.new, name="note"),
    path("werk/ruimte/notitie/<uuid:note>", notes.one, name="one"),
    path("werk/ruimte/notitie/<uuid:note>/bied-aan", notes.offer_it, name="offer"),
    path("werk/ruimte/patroon", patterns.work, name="pattern"),
    path("mijn/ruimte/opschrijven", person.note, name="own-note"),
    path("mijn/ruimte/recht", person.use_right, name="own-right"),
    path("mijn/ruimte/aanbod/<uuid:offer>", person.offered, name="own-offer"),
    path("mijn/ruimte/bewaard/<uuid:row>/weg", person.take_away, name="own-take-away"),
    path("mijn/ruimte/patroon", patterns.own, name="own-pattern"),
]
