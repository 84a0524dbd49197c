# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the Routecheck; the project puts them under `routecheck`. None holds an answer."""

from django.urls import path

from ruimbaan.parts.routecheck import views

app_name = "routecheck"
urlpatterns = [
    path("", views.start, name="start"),
    path("/vraag", views.question, name="question"),
    path("/route", views.result, name="result"),
    path("/gewist", views.erased, name="erased"),
]
