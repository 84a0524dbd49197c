# SPDX-License-Identifier: EUPL-1.2
"""Proposing an agreement, or a next version of one."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import actor_of, organisations_in, works_of
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.discretion.agreeing import agreements, forms, reading
from ruimbaan.parts.discretion.agreeing.access import SPEAKS, speaks_for, works_at
from ruimbaan.parts.discretion.agreeing.presentation.composing import compose_page
from ruimbaan.parts.discretion.agreeing.reading import Agreed
from ruimbaan.parts.journey.services import refused_is_not_found
from ruimbaan.ui.reader import explained

FROM = "van"


@require_http_methods(["GET", "HEAD", "POST"])
@refused_is_not_found
def compose(request: HttpRequest) -> HttpResponse:
    """For who speaks for an organisation; for everybody else there is no such page."""
    actor, now = actor_of(request), timezone.now()
    if not speaks_for(actor, now):
        raise Http404
    change = _change(request, actor)
    region = change.region if change else _region(actor)
    organisations, error = organisations_in(region, now), ""
    services = list_regions()[region].world.services if region in list_regions() else {}
    if request.method == "POST":
        try:
            version = forms.version_of(request.POST, organisations, services)
            wanted = change.id if change else None
            made = agreements.propose(actor, region, version, now, change=wanted)
        except DomainError as refused:
            error = explained(refused)
        else:
            return redirect("agreeing:one", made)
    page = compose_page(
        region,
        organisations,
        frozenset(speaks_for(actor, now)),
        change,
        request.POST if error else None,
        timezone.localdate(now),
        error,
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "room_agreeing/compose.html", page, status=status)


def _change(request: HttpRequest, actor: Actor) -> Agreed | None:
    """The agreement that is to be changed; raises Http404 when it is not one of theirs."""
    text = (request.POST or request.GET).get(FROM, "")
    if not text:
        return None
    try:
        found = reading.find(UUID(text))
    except ValueError:
        found = None
    shown = found.seen_inside(works_at(actor, timezone.now())) if found else None
    if shown is None:
        raise Http404
    return shown


def _region(actor: Actor) -> str:
    """Where the organisation works for which this actor speaks; empty for none of ours."""
    works = works_of(actor.account, timezone.now()) if actor.account else ()
    found = (work.region for work in works if work.role in SPEAKS and work.region in list_regions())
    return next(found, "")
