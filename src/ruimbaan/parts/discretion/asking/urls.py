# SPDX-License-Identifier: EUPL-1.2
"""Addresses of requests for room: of who works, of the person, and of who may say yes."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.discretion.asking.views import link, person, work

app_name = "room_asking"
urlpatterns = [
    path("werk/ruimte/vragen", work.asked, name="asked"),
    path("werk/ruimte/vragen/nieuw", work.ask, name="ask"),
    path("werk/ruimte/vragen/<uuid:asked>", work.one, name="work"),
    path("mijn/ruimte", person.mine, name="mine"),
    path("mijn/ruimte/vragen", person.ask, name="own-ask"),
    path("mijn/ruimte/vragen/<uuid:asked>", person.one, name="own"),
    path("ruimte/vraag/<slug:token>", link.link, name="link"),
]
