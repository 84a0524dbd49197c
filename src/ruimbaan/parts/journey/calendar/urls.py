# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the calendar: the person's own page, and the secret one."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.journey.calendar import views

app_name = "calendar"
urlpatterns = [
    path("mijn/agenda", views.calendars, name="calendars"),
    path("mijn/agenda/<uuid:link>/stop", views.stop, name="stop"),
    path("agenda/<slug:token>.ics", views.feed, name="feed"),
]
