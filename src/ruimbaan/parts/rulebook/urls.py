# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the rules."""

from django.urls import path

from ruimbaan.parts.rulebook import views

app_name = "rulebook"
urlpatterns = [
    path("regels", views.rules, name="rules"),
    path("regels/<slug:name>", views.rule, name="rule"),
]
