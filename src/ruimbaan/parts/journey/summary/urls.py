# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the one page: where the person makes it, and the secret one."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.journey.summary import opened, views

app_name = "summary"
urlpatterns = [
    path("mijn/samenvatting", views.compose, name="compose"),
    path("mijn/samenvatting/<uuid:link>/stop", views.stop, name="stop"),
    path("samenvatting/<slug:token>", opened.opened, name="opened"),
]
