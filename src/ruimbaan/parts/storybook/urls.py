# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the book."""

from django.urls import path

from ruimbaan.parts.storybook import views

app_name = "storybook"
urlpatterns = [
    path("boek", views.book, name="book"),
    path("boek/colofon", views.colophon, name="colophon"),
    path("boek/verhaal/<slug:name>", views.story, name="story"),
    path("boek/bouwsteen/<int:number>", views.block, name="block"),
    path("boek/<slug:name>", views.chapter, name="chapter"),
]
