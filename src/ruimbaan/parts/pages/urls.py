# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the public pages."""

from django.urls import path

from ruimbaan.parts.pages import content
from ruimbaan.parts.pages.views import page

app_name = "pages"
urlpatterns = [
    path("", page("home", content.home), name="home"),
    path("hulp-nu", page("help_now", content.help_now), name="help_now"),
    path("snel-weg", page("exit_note"), name="exit_note"),
    path("wat-is-vrije-ruimte", page("room", content.room), name="room"),
    path("dit-doen-we-nooit", page("promises"), name="promises"),
    path("toegankelijkheid", page("accessibility"), name="accessibility"),
    path("open-broncode", page("open_source", content.about_source), name="open_source"),
]
