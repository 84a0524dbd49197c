# SPDX-License-Identifier: EUPL-1.2
"""What the person keeps of room: a right that was used, room that was given, an offer of a worker."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, WordsWithoutShape, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.discretion.noting import offering, own_room
from ruimbaan.parts.discretion.noting.offering import Offered
from ruimbaan.parts.discretion.noting.own_room import Held, Kind
from ruimbaan.parts.discretion.noting.presentation import notes as shown
from ruimbaan.parts.journey.services import Own, came_whole, form_id, own_file
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.ui.components import Link

RIGHTS = {kind.value: kind for kind in Kind if kind is not Kind.GIVEN}


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@own_file
def note(request: HttpRequest, own: Own) -> HttpResponse:
    """That room was given, in the own words, for oneself alone."""
    typed, errors = request.GET.dict(), dict[str, DomainError]()
    form = uuid4()
    if request.method == "POST":
        typed, form = request.POST.dict(), form_id(request.POST)
        words = typed.get(shown.WHAT, "").strip()
        rule = find_rule(typed.get(shown.RULE, ""))
        try:
            if not came_whole(request):
                raise WordsWithoutShape
            check_words(words, most=MOST_IN_A_LINE)
        except DomainError as error:
            errors = {shown.WHAT: error}
        else:
            held = Held(form, Kind.GIVEN, own.today, words, rule.id if rule else "")
            return _keep(own, form, held)
    page = shown.form_page(form, typed, errors, MOST_IN_A_LINE) | {"crumbs": crumbs()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return render(request, "room_noting/own_note.html", page, status=status)


@require_POST
@own_file
def use_right(request: HttpRequest, own: Own) -> HttpResponse:
    """One tap, no reason. Nothing follows from it, and nobody hears of it."""
    kind = RIGHTS.get(request.POST.get("recht", ""))
    if kind is None:
        raise Http404
    form = form_id(request.POST)
    return _keep(own, form, Held(form, kind, own.today))


@require_POST
@sensitive_variables()
@own_file
def offered(request: HttpRequest, own: Own, offer: UUID) -> HttpResponse:
    """Yes keeps it in the own file; no leaves nothing. Who offered it hears neither. What cannot be
    kept stays offered."""
    if request.POST.get("doe") != "bewaar":
        _take(own, offer)
        return redirect(f"{reverse('room_asking:mine')}?nu=weg")
    with transaction.atomic(), own.open(Part.OWN, action=Action.CHANGE) as opening:
        found = _take(own, offer)
        held = Held(found.id, Kind.GIVEN, found.day, found.words, found.rule, found.who)
        own_room.add(opening, found.id, held, own.now)
    return redirect(f"{reverse('room_asking:mine')}?nu=bewaard")


@require_POST
@own_file
def take_away(request: HttpRequest, own: Own, row: UUID) -> HttpResponse:
    with own.open(Part.OWN, action=Action.CHANGE) as opening:
        own_room.remove(opening, row)
    return redirect(f"{reverse('room_asking:mine')}?nu=weg")


def crumbs() -> tuple[Link, ...]:
    return (
        Link(_("Mijn reis"), reverse("journey:home")),
        Link(_("Wat mag ik?"), reverse("room_asking:mine")),
        Link(_("Opschrijven")),
    )


def _take(own: Own, offer: UUID) -> Offered:
    """Raises Http404."""
    found = offering.take(own.journey, offer)
    if found is None:
        raise Http404
    return found


def _keep(own: Own, form: UUID, held: Held) -> HttpResponse:
    with own.open(Part.OWN, action=Action.CHANGE) as opening:
        own_room.add(opening, form, held, own.now)
    return redirect(f"{reverse('room_asking:mine')}?nu=bewaard")
