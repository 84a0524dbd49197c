# SPDX-License-Identifier: EUPL-1.2
"""The address of taking in."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.journey.take_along import views

app_name = "take_along"
urlpatterns = [path("mijn/innemen", views.take_in, name="take-in")]
