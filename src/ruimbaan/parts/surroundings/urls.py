# SPDX-License-Identifier: EUPL-1.2
"""Addresses of Omgeving. Who somebody is and what is going on stands in none of them."""

from django.urls import path

from ruimbaan.parts.surroundings import views

app_name = "surroundings"
urlpatterns = [
    path("omgeving", views.ask, name="ask"),
    path("omgeving/geholpen", views.helped, name="helped"),
    path("balie", views.counters, name="counters"),
    path("balie/<slug:region>/<slug:name>", views.counter, name="counter"),
]
