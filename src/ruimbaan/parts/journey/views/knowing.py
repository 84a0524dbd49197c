# SPDX-License-Identifier: EUPL-1.2
"""No longer knowing somebody here: what that person sees stops, and nothing more can be shown."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ruimbaan.core.trust.deciding import Action
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.presentation.knowing import forget_page
from ruimbaan.parts.trust.queries import acquaintances_of
from ruimbaan.parts.trust.services import unacquaint


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def forget(request: HttpRequest, own: Own, known: UUID) -> HttpResponse:
    """What then stops stands on the page first. Sent twice, it is done already."""
    party = acquaintances_of(own.journey).get(known)
    if request.method != "POST":
        if party is None:
            raise Http404
        return render(request, "journey/forget.html", forget_page(own, party))
    if party is None:
        return redirect("journey:sharing")
    with own.open(action=Action.SHARE) as opening:
        unacquaint(opening, party, own.now)
    return redirect(f"{reverse('journey:sharing')}?nu=weg")
