# SPDX-License-Identifier: EUPL-1.2
"""Addresses of agreements, letters of mandate and promised room."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.discretion.agreeing.views import composing, inside, promised, public

app_name = "agreeing"
urlpatterns = [
    path("werk/ruimte/afspraken", inside.mine, name="mine"),
    path("werk/ruimte/afspraken/nieuw", composing.compose, name="compose"),
    path("werk/ruimte/afspraken/<uuid:agreement>", inside.one, name="one"),
    path("werk/ruimte/team", promised.team, name="team"),
    path("werk/ruimte/team/mandaat", promised.give_letter, name="give-letter"),
    path("werk/ruimte/team/mandaat/<uuid:letter>", promised.letter, name="letter"),
    path("werk/ruimte/team/toezegging", promised.promise, name="promise"),
    path("ruimte/afspraken/<slug:region>", public.agreements, name="public"),
    path("ruimte/afspraken/<slug:region>/<uuid:agreement>", public.one, name="public-one"),
]
