# SPDX-License-Identifier: EUPL-1.2
"""The address of list and map. It stands before those of the directory: no place can have this
name."""

from django.urls import path

from ruimbaan.parts.directory.geography import views

app_name = "geography"
urlpatterns = [path("steun/<slug:region>/kaart", views.town_map, name="map")]
