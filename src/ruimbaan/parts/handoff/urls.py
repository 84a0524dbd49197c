# SPDX-License-Identifier: EUPL-1.2
"""Addresses of handoffs: the person's own, the inbox of who works, and that of a link."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.handoff.views import fhir, link, person, room, work

app_name = "handoff"
urlpatterns = [
    path("mijn/overdracht", person.mine, name="mine"),
    path("mijn/overdracht/nieuw", person.compose, name="compose"),
    path("mijn/overdracht/<uuid:handoff>", person.one, name="one"),
    path("mijn/overdracht/<uuid:handoff>/fhir", fhir.own, name="fhir-own"),
    path("overdracht/<slug:token>", link.link, name="link"),
    path("werk/overdracht", work.inbox, name="inbox"),
    path("werk/overdracht/fhir", fhir.take_in, name="fhir-in"),
    path("werk/overdracht/<uuid:handoff>/fhir", fhir.work, name="fhir-work"),
    path("werk/plek", room.room, name="room"),
    path("werk/overdracht/<uuid:handoff>", work.one, name="work"),
]
