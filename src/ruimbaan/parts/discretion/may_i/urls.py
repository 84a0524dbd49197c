# SPDX-License-Identifier: EUPL-1.2
"""Addresses of Mag ik dit?: the question, a situation of the catalogue, a rule as others use it, and
the cards for a team. What somebody typed is in none of them."""

from django.urls import path

from ruimbaan.parts.discretion.may_i import views

app_name = "may_i"
urlpatterns = [
    path("ruimte", views.ask, name="ask"),
    path("ruimte/kaarten", views.cards, name="cards"),
    path("ruimte/kaarten/<slug:name>", views.card, name="card"),
    path("ruimte/regel/<slug:number>", views.others, name="others"),
    path("ruimte/<slug:name>", views.situation, name="situation"),
]
