# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the book."""

from django.urls import path

from ruimbaan.parts.storybook import edition_views, views
from ruimbaan.parts.storybook.desk.views.public import given

app_name = "storybook"
urlpatterns = [
    path("boek", views.book, name="book"),
    path("boek/colofon", views.colophon, name="colophon"),
    path("boek/gegeven/<uuid:story>", given, name="given"),
    path("boek/verhaal/<slug:name>", views.story, name="story"),
    path("boek/bouwsteen/<int:number>", views.block, name="block"),
    path("boek/uitgaven", edition_views.editions, name="editions"),
    path("boek/uitgaven/<int:number>/<slug:name>.html", edition_views.page, name="edition"),
    path("boek/<slug:name>", views.chapter, name="chapter"),
]
