# SPDX-License-Identifier: EUPL-1.2
"""Where each begins after signing in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.ui.components import Door


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    doors = (
        Door(_("Kaart van de regio"), reverse("network:maps"), "route"),
        Door(_("Regels en ruimte"), reverse("rulebook:rules"), "paper"),
        Door(
            _("Hoe ik inlog"), reverse("signing_in:ways"), "lock", _("Sleutel, code en apparaten")
        ),
    )
    return render(request, "signing_in/work.html", {"doors": doors})
