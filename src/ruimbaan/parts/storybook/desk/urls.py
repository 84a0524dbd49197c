# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the story desk: of the giver, of who writes, and of who tries to guess."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.storybook.desk.views import guess, own, work

app_name = "story_desk"
urlpatterns = [
    path("mijn/boek", own.mine, name="mine"),
    path("mijn/boek/geven", own.give, name="give"),
    path("mijn/boek/<uuid:gift>", own.own, name="own"),
    path("mijn/boek/<uuid:gift>/terug", own.take_back, name="take-back"),
    path("werk/verhalen", work.stories, name="stories"),
    path("werk/verhalen/begin", work.begin, name="begin"),
    path("werk/verhalen/gegeven/<uuid:gift>", work.gift, name="gift"),
    path("werk/verhalen/raden", guess.guesses, name="guesses"),
    path("werk/verhalen/raden/<uuid:story>", guess.guess, name="guess"),
    path("werk/verhalen/<uuid:story>", work.story, name="story"),
    path("werk/verhalen/<uuid:story>/schrijf", work.write, name="write"),
]
