# SPDX-License-Identifier: EUPL-1.2
"""Letting somebody see a part: choose, look at what they will see, say yes or no; stop and extend."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.grants import Grant, GrantLacksWitness, GrantNotForThis
from ruimbaan.parts.journey import choosing
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.filling_in import form_id
from ruimbaan.parts.journey.presentation.choosing import ask_page, check_page
from ruimbaan.parts.journey.presentation.given import given_page, sharing_page, why_page
from ruimbaan.parts.trust.queries import grants_on
from ruimbaan.parts.trust.services import WitnessIsReceiver, extend, find_faults, give, revoke

YES = "ja"


@require_safe
@own_file
def sharing(request: HttpRequest, own: Own) -> HttpResponse:
    page = sharing_page(own, notice=request.GET.get("nu", ""))
    return render(request, "journey/sharing.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def show(request: HttpRequest, own: Own) -> HttpResponse:
    """The questions; then what the other will see; and with the last yes it is given."""
    if request.method != "POST":
        return render(request, "journey/show.html", ask_page(own, uuid4()))
    choice = choosing.read(request, own.now)
    if choice.errors:
        return _ask_again(request, own, choice, choice.errors)
    try:
        grants = tuple(find_faults(own.journey, one, own.now) for one in choice.wanted)
        if request.POST.get("doe") != YES:
            return render(request, "journey/check.html", check_page(own, choice, grants))
        with own.open(*(one.part for one in choice.wanted), action=Action.SHARE) as opening:
            given = give(opening, choice.wanted, own.now)
    except DomainError as error:
        return _ask_again(request, own, choice, {_question(error): error})
    return redirect(f"{reverse('journey:grant', args=[given[0].id])}?nu=ja")


@require_safe
@own_file
def grant(request: HttpRequest, own: Own, grant: UUID) -> HttpResponse:
    found = _find(own, grant)
    page = given_page(own, found, form=uuid4(), notice=request.GET.get("nu", ""))
    return render(request, "journey/grant.html", page)


@require_POST
@own_file
def stop(request: HttpRequest, own: Own, grant: UUID) -> HttpResponse:
    """One button. From the very next request the other sees nothing more; again does no harm."""
    found = _find(own, grant)
    with own.open(found.part, action=Action.SHARE) as opening:
        revoke(opening, found.id, own.now)
    return redirect(f"{reverse('journey:sharing')}?nu=gestopt")


@require_POST
@own_file
def longer(request: HttpRequest, own: Own, grant: UUID) -> HttpResponse:
    found, form = _find(own, grant), form_id(request.POST)
    try:
        ends = choosing.ends_of(request.POST, own.now)
        with own.open(found.part, action=Action.SHARE) as opening:
            made = extend(opening, found.id, form, ends, own.now)
    except DomainError as error:
        typed = {name: tuple(texts) for name, texts in request.POST.lists()}
        page = given_page(own, found, form=form, typed=typed, errors={choosing.UNTIL: error})
        return render(request, "journey/grant.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if made is None:
        raise Http404
    return redirect(f"{reverse('journey:grant', args=[made.id])}?nu=ja")


@require_safe
@own_file
def why(request: HttpRequest, own: Own) -> HttpResponse:
    return render(request, "journey/why.html", why_page(own))


def _find(own: Own, grant: UUID) -> Grant:
    found = next((one for one in grants_on(own.journey) if one.id == grant), None)
    if found is None:
        raise Http404
    return found


def _ask_again(
    request: HttpRequest, own: Own, choice: choosing.Choice, errors: Mapping[str, DomainError]
) -> HttpResponse:
    page = ask_page(own, choice.form, choice.typed, errors)
    return render(request, "journey/show.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _question(error: DomainError) -> str:
    """At which question an error belongs that only shows when all answers are put together."""
    if isinstance(error, GrantNotForThis):
        return choosing.WHAT
    if isinstance(error, GrantLacksWitness | WitnessIsReceiver):
        return choosing.WITNESS
    return choosing.UNTIL if error.code in {"RB-TRUST-003", "RB-TRUST-004"} else choosing.WHO
