# SPDX-License-Identifier: EUPL-1.2
"""A worker or experience expert: a start code on paper, and helping somebody to sign in again."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.recovery import SawNobody, WrongCode, membership_to_confirm
from ruimbaan.parts.accounts import services
from ruimbaan.parts.accounts.invitations import LASTS
from ruimbaan.parts.accounts.models import InvitationKind
from ruimbaan.parts.accounts.presentation.papers import recovery_paper, start_paper
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.accounts.reading import LONGEST_CALLED, line
from ruimbaan.parts.accounts.signing_in import proving
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import sign_in
from ruimbaan.parts.accounts.signing_in.telling import Event, tell
from ruimbaan.parts.accounts.views.answers import see_other, status_of
from ruimbaan.ui.private_form import private_form
from ruimbaan.ui.reader import explained

GIVER = "gever"  # who hands the paper over; kept nowhere
LONGEST_GIVER = 80  # signs: a name and where one works


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def start_code(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    membership = membership_to_confirm(actor_of(request), now)
    if membership is None:
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            giver = line(request.POST, GIVER, LONGEST_GIVER, must=False)
            code = services.make_start_code(membership.organisation, now)
            paper = start_paper(code, now + LASTS[InvitationKind.START], giver)
            return render(request, "accounts/paper.html", {"paper": paper})
        except DomainError as refused:
            error = explained(refused)
    page = {"error": error, "giver": request.POST.get(GIVER, "")}
    return render(request, "accounts/start_code.html", page, status=status_of(error))


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def recovery(request: HttpRequest) -> HttpResponse:
    """The answer is the same whether somebody has this code name or not."""
    now, actor = timezone.now(), actor_of(request)
    if membership_to_confirm(actor, now) is None:
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            if request.POST.get("seen") != "1":
                raise SawNobody
            name = line(request.POST, "code_name", LONGEST_CALLED)
            confirmed = services.confirm_recovery(actor, name, now)
        except DomainError as refused:
            error = explained(refused)
        else:
            if confirmed.code:
                paper = recovery_paper(confirmed.code, confirmed.until)
                return render(request, "accounts/paper.html", {"paper": paper})
            return see_other(f"{reverse('accounts:recovery')}?genoteerd=1")
    context = {
        "typed": request.POST.get("code_name", ""),
        "noted": "genoteerd" in request.GET,
        "error": error,
    }
    return render(request, "accounts/recovery.html", context, status=status_of(error))


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def recovery_code(request: HttpRequest) -> HttpResponse:
    """The person comes with the code of two workers. Eighty bits of chance need no limit on tries."""
    if request.method != "POST":
        return render(request, "accounts/recovery_code.html")
    try:
        name = line(request.POST, "code_name", LONGEST_CALLED)
        code = line(request.POST, "code", LONGEST_CALLED)
        account = services.use_recovery_code(name, code, timezone.now())
    except DomainError:
        typed = request.POST.get("code_name", "")
        tried = proving.find(typed)
        tell(request, Event.WRONG, how=How.IN_PERSON, account=tried.pk if tried else None)
        context = {"typed": typed, "error": explained(WrongCode())}
        return render(
            request,
            "accounts/recovery_code.html",
            context,
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    sign_in(request, account, How.IN_PERSON)
    return see_other(reverse("accounts:welcome"))
