# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the Routecheck; the project puts them under `routecheck`. None holds an answer."""

from django.urls import path

from ruimbaan.parts.routecheck import file_views, result_views, views

app_name = "routecheck"
urlpatterns = [
    path("", views.start, name="start"),
    path("/vraag", views.question, name="question"),
    path("/route", result_views.routes, name="routes"),
    path("/papier", result_views.routes_on_paper, name="paper"),
    path("/bewaren", file_views.keep, name="keep"),
    path("/openen", file_views.open_file, name="open"),
    path("/gewist", views.erased, name="erased"),
    path("/voorbeeld/<slug:person>", result_views.example, name="example"),
    path("/voorbeeld/<slug:person>/papier", result_views.example_on_paper, name="example-paper"),
]
