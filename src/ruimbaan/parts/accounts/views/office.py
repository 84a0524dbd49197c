# SPDX-License-Identifier: EUPL-1.2
"""Administration: organisations, who works there, and open invitations. No file and no name of a
person; workers only by the name that was written down for their work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts import services
from ruimbaan.parts.accounts.invitations import LASTS
from ruimbaan.parts.accounts.models import InvitationKind
from ruimbaan.parts.accounts.office import Place, find_place, list_places
from ruimbaan.parts.accounts.presentation.offices import on_the_map, role_options, shown
from ruimbaan.parts.accounts.presentation.papers import work_paper
from ruimbaan.parts.accounts.reading import (
    LONGEST_NAME,
    LONGEST_ORGANISATION,
    NotOneOfThese,
    address,
    line,
)
from ruimbaan.parts.accounts.views.answers import see_other, status_of
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.ui.reader import explained

Act = Callable[[HttpRequest, Place, datetime], HttpResponse | None]


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def places(request: HttpRequest) -> HttpResponse:
    now, error = timezone.now(), ""
    if request.method == "POST":
        try:
            return see_other(reverse("accounts:organisation", args=[_begun(request)]))
        except DomainError as refused:
            error = explained(refused)
    found = list_places(now)
    context = {
        "places": [shown(one) for one in found],
        "map": on_the_map(),
        "regions": list_names(),
        "typed": request.POST,
        "most": LONGEST_ORGANISATION,
        "error": error,
    }
    return render(request, "accounts/office.html", context, status=status_of(error))


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def place(request: HttpRequest, organisation: UUID) -> HttpResponse:
    now, error = timezone.now(), ""
    found = find_place(organisation, now)
    if found is None:
        raise Http404
    if request.method == "POST":
        act = ACTS.get(request.POST.get("doe", ""))
        try:
            if act is None:
                raise NotOneOfThese
            answer = act(request, found, now)
            return answer or see_other(reverse("accounts:organisation", args=[organisation]))
        except DomainError as refused:
            error = explained(refused)
    context = {
        "place": shown(found),
        "roles": role_options(request.POST.get("role", "")),
        "typed": request.POST,
        "most": LONGEST_NAME,
        "error": error,
        "sent": "verstuurd" in request.GET,
    }
    return render(request, "accounts/organisation.html", context, status=status_of(error))


def _begun(request: HttpRequest) -> UUID:
    if request.POST.get("doe") == "map":
        region, _sep, uid = request.POST.get("on_map", "").partition(" ")
        if region not in list_names() or not uid:
            raise NotOneOfThese
        return services.start_from_map(region, uid)
    name = line(request.POST, "name", LONGEST_ORGANISATION)
    region = request.POST.get("region", "")
    if region and region not in list_names():
        raise NotOneOfThese
    legal_form = request.POST.get("legal_form") != "no"
    return services.start_organisation(name, region=region, legal_form=legal_form)


def _invite(request: HttpRequest, place: Place, now: datetime) -> HttpResponse | None:
    try:
        role = Role(request.POST.get("role", ""))
    except ValueError:
        raise NotOneOfThese from None
    name = line(request.POST, "name", LONGEST_NAME)
    to = address(request.POST, "address", must=False)
    here = reverse("accounts:organisation", args=[place.id])
    if to:
        mail = services.ByMail(to, get_language() or "nl")
        services.invite_to_work(place.id, role, name, mail=mail, at=now)
        return see_other(f"{here}?verstuurd=1")
    code = services.invite_to_work(place.id, role, name, at=now)
    paper = work_paper(code, now + LASTS[InvitationKind.WORK], here)
    return render(request, "accounts/paper.html", {"paper": paper})


def _end_work(request: HttpRequest, place: Place, now: datetime) -> HttpResponse | None:
    """Only what is in this organisation; something else, or nothing any more, changes nothing."""
    wanted = request.POST.get("membership", "")
    for one in place.works:
        if str(one.membership) == wanted:
            services.end_membership(one.membership, now)
    return None


def _withdraw(request: HttpRequest, place: Place, now: datetime) -> HttpResponse | None:
    wanted = request.POST.get("invitation", "")
    for one in place.asked:
        if str(one.id) == wanted:
            services.withdraw(one.id)
    return None


def _end(request: HttpRequest, place: Place, now: datetime) -> HttpResponse | None:
    if request.POST.get("sure") != "1":
        raise NotOneOfThese
    services.end_organisation(place.id, now)
    return see_other(reverse("accounts:office"))


ACTS: dict[str, Act] = {
    "invite": _invite,
    "end_work": _end_work,
    "withdraw": _withdraw,
    "end": _end,
}
