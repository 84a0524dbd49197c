# SPDX-License-Identifier: EUPL-1.2
"""Which rights there are, with a door to each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.ui.components import Link


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    account = actor_of(request).account
    context = {
        "crumbs": (Link(_("Mijn pagina"), reverse("journey:home")), Link(_("Mijn rechten"))),
        "has_file": account is not None and file_of(account) is not None,
    }
    return render(request, "rights/overview.html", context)
