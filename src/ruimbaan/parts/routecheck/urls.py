# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the Routecheck. None holds an answer."""

from django.urls import path

from ruimbaan.parts.routecheck import beside_views, file_views, own_file_views, result_views, views

app_name = "routecheck"
urlpatterns = [
    path("routecheck", views.start, name="start"),
    path("routecheck/vraag", views.question, name="question"),
    path("routecheck/route", result_views.routes, name="routes"),
    path("routecheck/papier", result_views.routes_on_paper, name="paper"),
    path("routecheck/vergelijk", beside_views.compare, name="compare"),
    path("routecheck/waarom", beside_views.why, name="why"),
    path("routecheck/kaart", beside_views.on_map, name="map"),
    path("routecheck/bewaren", file_views.keep, name="keep"),
    path("routecheck/eigen-reis", own_file_views.to_own_file, name="to-own-file"),
    path("routecheck/openen", file_views.open_file, name="open"),
    path("routecheck/gewist", views.erased, name="erased"),
    path("routecheck/voorbeeld/<slug:person>", result_views.example, name="example"),
    path(
        "routecheck/voorbeeld/<slug:person>/papier",
        result_views.example_on_paper,
        name="example-paper",
    ),
    path(
        "routecheck/voorbeeld/<slug:person>/vergelijk",
        beside_views.example_compare,
        name="example-compare",
    ),
    path(
        "routecheck/voorbeeld/<slug:person>/kaart",
        beside_views.example_on_map,
        name="example-map",
    ),
    path(
        "routecheck/voorbeeld/<slug:person>/waarom",
        beside_views.example_why,
        name="example-why",
    ),
]
