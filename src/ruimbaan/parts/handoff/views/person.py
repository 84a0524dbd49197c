# SPDX-License-Identifier: EUPL-1.2
"""The person's own handoffs: compose, look, send, and say what happened."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.handoff.states import Verdict
from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.handoff import composing, own_moves
from ruimbaan.parts.handoff.beforehand import filled_in
from ruimbaan.parts.handoff.errors import ActedMeanwhile, NothingChosen
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presentation.composing import ask_page, check_page
from ruimbaan.parts.handoff.presentation.next_way import refused
from ruimbaan.parts.handoff.presentation.person import NOT_YET, list_page, one_page
from ruimbaan.parts.handoff.presentation.secret import secret_page
from ruimbaan.parts.handoff.sending import send
from ruimbaan.parts.handoff.stopping import new_link
from ruimbaan.parts.journey.services import (
    ChangedMeanwhile,
    Own,
    form_id,
    own_file,
    take_other_way,
)
from ruimbaan.parts.trust.services import LinkMade, LinkShownAlready
from ruimbaan.ui.reader import explained

YES = "ja"
MOST_DIGITS = 9


@require_safe
@own_file
def mine(request: HttpRequest, own: Own) -> HttpResponse:
    return render(request, "handoff/mine.html", list_page(own, request.GET.get("nu", "")))


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@own_file
def compose(request: HttpRequest, own: Own) -> HttpResponse:
    """The questions; then exactly what the other will see; and with the last yes it is sent."""
    if request.method != "POST":
        typed = filled_in(own, request.GET)
        return render(request, "handoff/compose.html", ask_page(own, uuid4(), typed, {}))
    choice = composing.read(request, own)
    if choice.composed is None or request.POST.get("doe") == "terug":
        return _ask_again(request, own, choice, choice.errors)
    if request.POST.get("doe") != YES:
        page = check_page(own, choice, choice.composed)
        return render(request, "handoff/check.html", page)
    try:
        sent = send(own.actor, own.journey, choice.composed, own.now)
    except DomainError as error:
        return _ask_again(request, own, choice, {composing.WHO: error})
    if sent.link is not None:
        return _secret(request, own, sent.id, sent.link)
    return redirect(f"{reverse('handoff:one', args=[sent.id])}?nu=ja")


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@own_file
def one(request: HttpRequest, own: Own, handoff: UUID) -> HttpResponse:
    row = own_moves.mine(own.journey, handoff)
    if row is None:
        raise Http404
    if request.method != "POST":
        page = one_page(own, row, request.GET.get("nu", ""))
        return render(request, "handoff/one.html", page)
    try:
        if request.POST.get("doe") == "gezien":
            own_moves.seen(own.actor, row, own.now)
            return redirect("journey:home")
        if request.POST.get("doe") == "andere-weg":
            return _other_way(own, row, request.POST)
        made = _do(own, row, request.POST)
    except DomainError as error:
        row = own_moves.mine(own.journey, handoff) or row
        page = one_page(own, row, "", explained(error))
        return render(request, "handoff/one.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if made is not None:
        return _secret(request, own, row.id, made)
    done = NOT_YET if request.POST.get("doe") == NOT_YET else YES
    return redirect(f"{reverse('handoff:one', args=[row.id])}?nu={done}")


def _other_way(own: Own, row: HandoffRecord, sent: QueryDict) -> HttpResponse:
    """The way that was shown is kept on the route; then its first step is what to ask for next."""
    with own.open(Part.ROUTE, Part.OWN, action=Action.CHANGE) as opening:
        version = int(sent.get("version", "")) if sent.get("version", "").isdecimal() else 0
        try:
            step = take_other_way(opening, refused(row), version, own.now, own.today)
        except ChangedMeanwhile:
            raise ActedMeanwhile from None
    own_moves.seen(own.actor, row, own.now)
    if step is None:
        return redirect("journey:route")
    return redirect(f"{reverse('handoff:compose')}?na={row.id}&stap={step}")


def _do(own: Own, row: HandoffRecord, sent: QueryDict) -> LinkMade | None:
    """One button. Only a new link gives something back."""
    match sent.get("doe"):
        case "ontmoet":
            own_moves.we_met(own.actor, row, own.now)
        case "nog-niet":
            own_moves.not_yet(own.actor, row, own.now)
        case "anders":
            own_moves.something_else(own.actor, row, own.now)
        case "dag-goed":
            own_moves.another_day_is_fine(own.actor, row, _steps_read(sent), own.now)
        case "laat-zien":
            own_moves.show_to(own.actor, row, form_id(sent), own.now)
        case "mee":
            _along(own, row, sent)
        case "wie-blijft":
            _stays(own, row, sent)
        case "oordeel":
            _judge(own, row, sent)
        case "nieuwe-link":
            return new_link(own.actor, row, form_id(sent), own.now)
        case _:
            raise NothingChosen
    return None


def _steps_read(sent: QueryDict) -> int:
    """How many steps the page showed; 0, which none has, when that is not told."""
    text = sent.get("stappen", "")
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0


def _along(own: Own, row: HandoffRecord, sent: QueryDict) -> None:
    along, where = sent.get("mee", ""), sent.get("waar", "")
    for text in (along, where):
        check_words(text, most=MOST_IN_A_LINE, must=False)
    own_moves.someone_along(own.actor, row, along, where, own.now)


def _stays(own: Own, row: HandoffRecord, sent: QueryDict) -> None:
    stays = composing.known(sent, own, composing.STAYS)
    own_moves.another_stays(own.actor, row, stays, form_id(sent), own.now)


def _judge(own: Own, row: HandoffRecord, sent: QueryDict) -> None:
    try:
        verdict = Verdict(sent.get("oordeel", ""))
    except ValueError:
        raise NothingChosen from None
    afterwards = sent.get("woorden", "")
    check_words(afterwards, must=False)
    own_moves.judge(own.actor, row, verdict, afterwards, own.now)


def _secret(request: HttpRequest, own: Own, handoff: UUID, made: LinkMade) -> HttpResponse:
    """Shown once: the address and the code stand nowhere else."""
    return render(request, "handoff/secret.html", secret_page(own, handoff, made))


def _ask_again(
    request: HttpRequest, own: Own, choice: composing.Choice, errors: Mapping[str, DomainError]
) -> HttpResponse:
    if any(isinstance(error, LinkShownAlready) for error in errors.values()) and choice.composed:
        return redirect("handoff:one", choice.composed.id_in(own.journey))
    page = ask_page(own, choice.form, choice.typed, errors)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return render(request, "handoff/compose.html", page, status=status)
