# SPDX-License-Identifier: EUPL-1.2
"""Addresses of beginning together: the screen of two, and the phone of the person."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.journey.starting import views

app_name = "starting"
urlpatterns = [
    path("werk/samen", views.together, name="together"),
    path("samen", views.own_phone, name="own-phone"),
]
