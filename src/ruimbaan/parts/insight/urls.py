# SPDX-License-Identifier: EUPL-1.2
"""Addresses of Regie: behind the login, for the steward of a region."""

from django.urls import path

from ruimbaan.parts.insight import views

app_name = "insight"
urlpatterns = [
    path("werk/regie", views.regions, name="regions"),
    path("werk/regie/<slug:region>", views.overview, name="overview"),
]
