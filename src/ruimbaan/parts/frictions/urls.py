# SPDX-License-Identifier: EUPL-1.2
"""Addresses of frictions. What somebody says stands in none of them."""

from django.urls import path

from ruimbaan.parts.frictions.views import public, work

app_name = "frictions"
urlpatterns = [
    path("hier-wringt-het", public.report, name="report"),
    path("fricties", public.regions, name="regions"),
    path("fricties/<slug:region>", public.region, name="region"),
    path("fricties/<slug:region>/<slug:friction>", public.one, name="one"),
    path("werk/fricties", work.mine, name="mine"),
    path("werk/fricties/<slug:region>", work.keep, name="keep"),
    path("werk/fricties/<slug:region>/<slug:friction>/tafel", work.table, name="table"),
    path("werk/fricties/<slug:region>/besluit/<uuid:meeting>", work.look_back, name="look-back"),
]
