# SPDX-License-Identifier: EUPL-1.2
"""Addresses of upkeep: behind the login, for who keeps the Kaart of a region right."""

from django.urls import path

from ruimbaan.parts.directory.upkeep.views import (
    connecting,
    done,
    doubles,
    gaps,
    place,
    queue,
    refused,
)

app_name = "upkeep"
REGION = "werk/kaart/<slug:region>"
urlpatterns = [
    path("werk/kaart", queue.regions, name="regions"),
    path(REGION, queue.queue, name="queue"),
    path(f"{REGION}/plek/<slug:code>", place.place, name="place"),
    path(f"{REGION}/dubbel", doubles.doubles, name="doubles"),
    path(f"{REGION}/dubbel/<slug:one>/<slug:other>", doubles.double, name="double"),
    path(f"{REGION}/geweigerd", refused.refused, name="refused"),
    path(f"{REGION}/geweigerd/<int:number>", refused.one, name="refused-one"),
    path(f"{REGION}/gezocht", gaps.gaps, name="gaps"),
    path(f"{REGION}/samen/<slug:sender>/<slug:receiver>", connecting.connect, name="connect"),
    path(f"{REGION}/gedaan", done.done, name="done"),
]
