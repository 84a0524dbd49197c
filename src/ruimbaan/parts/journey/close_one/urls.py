# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a close one's own space."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.journey.close_one import views

app_name = "close_one"
urlpatterns = [
    path("gedeeld/stop/<uuid:journey>", views.stop, name="stop"),
    path("mijn/naaste/steun", views.support, name="support"),
    path("mijn/naaste/notities", views.own_notes, name="notes"),
    path("mijn/naaste/notities/<uuid:note>", views.own_note, name="note"),
]
