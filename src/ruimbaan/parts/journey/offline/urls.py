# SPDX-License-Identifier: EUPL-1.2
"""Addresses of reading without internet."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.journey.offline import views

app_name = "offline"
urlpatterns = [
    path("mijn/zonder-internet", views.offline, name="offline"),
    path("mijn/zonder-internet/blad", views.one_sheet, name="sheet"),
]
