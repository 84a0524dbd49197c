# SPDX-License-Identifier: EUPL-1.2
"""Addresses of signing in, and of where one begins after it."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.accounts.signing_in.views import homes, leaving, start

app_name = "signing_in"
urlpatterns = [
    path("inloggen", start.start, name="start"),
    path("inloggen/gestopt", leaving.ended, name="ended"),
    path("mijn/inloggen", homes.mine, name="ways"),
    path("mijn/inloggen/nodig", start.needs_more, name="needs-more"),
    path("mijn/apparaten", homes.mine, name="devices"),
    path("mijn/blijf", leaving.stay, name="stay"),
    path("mijn/uit", leaving.out, name="out"),
    path("werk", homes.work, name="work"),
]
