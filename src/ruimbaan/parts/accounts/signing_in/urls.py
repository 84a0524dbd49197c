# SPDX-License-Identifier: EUPL-1.2
"""Addresses of signing in, and of where one begins after it."""

from __future__ import annotations

from django.urls import path

from ruimbaan.parts.accounts.signing_in.views import (
    adding,
    devices,
    homes,
    leaving,
    mail,
    new,
    other_site,
    passkey,
    second,
    secrets,
    start,
    ways,
)

app_name = "signing_in"
urlpatterns = [
    path("inloggen", start.start, name="start"),
    path("inloggen/sleutel", passkey.passkey, name="passkey"),
    path("inloggen/mail", mail.mail, name="mail"),
    path("inloggen/mail/code", mail.code, name="mailed"),
    path("inloggen/papier", secrets.paper, name="paper"),
    path("inloggen/wachtwoord", secrets.password, name="password"),
    path("inloggen/tweede-stap", second.second, name="second"),
    path("inloggen/werk", other_site.go, name="other-site"),
    path("inloggen/werk/terug", other_site.back, name="other-site-back"),
    path("inloggen/nieuw", new.new, name="new"),
    path("inloggen/gestopt", leaving.ended, name="ended"),
    path("mijn/inloggen", ways.ways, name="ways"),
    path("mijn/inloggen/nodig", second.needs_more, name="needs-more"),
    path("mijn/inloggen/sleutel", adding.key, name="add-key"),
    path("mijn/inloggen/sleutel/<int:key>/weg", ways.remove_key, name="remove-key"),
    path("mijn/inloggen/app", adding.app, name="add-app"),
    path("mijn/inloggen/app/weg", ways.remove_app, name="remove-app"),
    path("mijn/inloggen/wachtwoord", adding.password, name="set-password"),
    path("mijn/inloggen/wachtwoord/weg", ways.remove_password, name="remove-password"),
    path("mijn/inloggen/mail", adding.address, name="set-address"),
    path("mijn/inloggen/papier", ways.new_paper, name="new-paper"),
    path("mijn/inloggen/noodcodes", ways.emergency, name="emergency"),
    path("mijn/apparaten", devices.devices, name="devices"),
    path("mijn/apparaten/uit", devices.out_there, name="out-there"),
    path("mijn/blijf", leaving.stay, name="stay"),
    path("mijn/uit", leaving.out, name="out"),
    path("werk", homes.work, name="work"),
]
