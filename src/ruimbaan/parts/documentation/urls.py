# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the documentation: the paths inside `docs/`, without `.md`."""

from django.urls import path, re_path

from ruimbaan.parts.documentation import views

app_name = "documentation"
urlpatterns = [
    path("docs", views.contents, name="contents"),
    re_path(r"^docs/(?P<name>[\w/.-]+\.(?:png|svg|yaml))$", views.beside, name="beside"),
    path("docs/<path:name>", views.page, name="page"),
]
