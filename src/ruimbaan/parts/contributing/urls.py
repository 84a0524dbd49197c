# SPDX-License-Identifier: EUPL-1.2
"""The address of counting along."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.contributing import views

app_name = "contributing"
urlpatterns = [path("mijn/meetellen", views.page, name="page")]
