# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the route pages; the project puts them under `route/`."""

from django.urls import path

from ruimbaan.parts.routes import views

app_name = "routes"
urlpatterns = [
    path("voorbeeld", views.example, name="example"),
    path("voorbeeld/tabel.csv", views.example_table, name="example-table"),
    path("voorbeeld/klem", views.example_deadlock, name="example-deadlock"),
    path("voorbeeld/klem/tabel.csv", views.example_deadlock_table, name="example-deadlock-table"),
]
