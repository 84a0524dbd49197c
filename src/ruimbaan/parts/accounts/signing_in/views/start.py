# SPDX-License-Identifier: EUPL-1.2
"""The door: how do you want to sign in?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.accounts.signing_in import carrying
from ruimbaan.parts.accounts.signing_in.entering import see
from ruimbaan.parts.accounts.signing_in.services import safe_next
from ruimbaan.ui.components import Door


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Sent as a form, it is by who carries something along and wants another way."""
    if request.method == "POST":
        return carrying.another_way(request) or see(reverse("signing_in:start"))
    wanted = safe_next(request, request.GET.get("next", ""))

    def door(text: str, name: str, icon: str, help_: str) -> Door:
        url = reverse(f"signing_in:{name}")
        return Door(text, f"{url}?{urlencode({'next': wanted})}" if wanted else url, icon, help_)

    at_work = _("Met de inlog van {name}").format(name=settings.OIDC.name)
    ways = (
        door(_("Met je telefoon of sleutel"), "passkey", "key", _("Vinger, gezicht of pincode")),
        door(_("Met een code in je mail"), "mail", "mail", _("We sturen je een code")),
        door(_("Met je code op papier"), "paper", "paper", _("Je codenaam en je code")),
        door(_("Met een wachtwoord"), "password", "lock", _("Voor wie ergens werkt")),
        *((door(at_work, "other-site", "people", ""),) if settings.OIDC.issuer else ()),
    )
    new = door(_("Begin zonder mail"), "new", "person", _("Een codenaam is genoeg"))
    return render(request, "signing_in/start.html", {"ways": ways, "new": (new,)})
