# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the metro map."""

from django.urls import path

from ruimbaan.parts.directory.network import views

app_name = "network"
urlpatterns = [
    path("kaart", views.maps, name="maps"),
    path("kaart/<slug:region>", views.metro, name="map"),
    path("kaart/<slug:region>/tabel.csv", views.table, name="table"),
]
