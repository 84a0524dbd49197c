# SPDX-License-Identifier: EUPL-1.2
"""Addresses of support: choose a region, its list with search, and each place."""

from django.urls import path

from ruimbaan.parts.directory import views

app_name = "directory"
urlpatterns = [
    path("steun", views.regions, name="regions"),
    path("steun/<slug:region>", views.places, name="places"),
    path("steun/<slug:region>/<slug:place>", views.place, name="place"),
]
