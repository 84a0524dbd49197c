# SPDX-License-Identifier: EUPL-1.2
"""Addresses of invitations, recovery in person, administration and the demo's people."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.accounts.views import helping, invitation, joining_in, office, personas

app_name = "accounts"
urlpatterns = [
    path("uitnodiging", invitation.invitation, name="invitation"),
    path("inloggen/voorbeeld", personas.personas, name="personas"),
    path("inloggen/herstel", helping.recovery_code, name="recovery-code"),
    path("mijn/welkom", joining_in.welcome, name="welcome"),
    path("mijn/uitnodigen", joining_in.invite, name="invite"),
    path("mijn/inloggen/geholpen", joining_in.helped, name="helped"),
    path("werk/startcode", helping.start_code, name="start-code"),
    path("werk/herstel", helping.recovery, name="recovery"),
    path("beheer", office.places, name="office"),
    path("beheer/<uuid:organisation>", office.place, name="organisation"),
]
