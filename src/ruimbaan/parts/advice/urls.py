# SPDX-License-Identifier: EUPL-1.2
"""Addresses of advice about rules: behind the login, for the steward of a region."""

from django.urls import path

from ruimbaan.parts.advice import views

app_name = "advice"
HERE = "werk/regie/<slug:region>/advies"
urlpatterns = [
    path(HERE, views.every, name="every"),
    path(f"{HERE}/<slug:rule>", views.one, name="one"),
    path(f"{HERE}/<slug:rule>/blad.pdf", views.on_paper, name="on-paper"),
]
