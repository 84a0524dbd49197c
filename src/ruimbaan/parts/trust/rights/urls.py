# SPDX-License-Identifier: EUPL-1.2
"""Addresses of somebody's rights, of who answers requests, and of what is kept how long."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.trust.rights.views import account, asking, kept, office, overview, taking

app_name = "rights"
urlpatterns = [
    path("wat-bewaren-we", kept.kept, name="kept"),
    path("mijn/rechten", overview.overview, name="overview"),
    path("mijn/rechten/meenemen", taking.page, name="take-along"),
    path("mijn/rechten/meenemen/bestand", taking.file, name="take-along-file"),
    path("mijn/rechten/klopt-niet", asking.ask, name="ask"),
    path("mijn/rechten/klopt-niet/<uuid:request_id>", asking.asked, name="asked"),
    path("mijn/rechten/brief", asking.letter, name="letter"),
    path("mijn/rechten/weg", account.close, name="close-account"),
    path("beheer/verzoeken", office.requests_page, name="requests"),
    path("beheer/verzoeken/<uuid:request_id>", office.answer, name="answer"),
]
