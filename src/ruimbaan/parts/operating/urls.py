# SPDX-License-Identifier: EUPL-1.2
"""The address of the page that says whether all works."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.operating import views

app_name = "operating"
urlpatterns = [path("beheer/staat", views.state, name="state")]
