# SPDX-License-Identifier: EUPL-1.2
"""The page behind an invitation. Looking at it changes nothing: programs that check mail look as
well. Only a button takes it."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts import services
from ruimbaan.parts.accounts.errors import InvitationOver
from ruimbaan.parts.accounts.letters import KEY
from ruimbaan.parts.accounts.models import Account, Invitation, InvitationKind
from ruimbaan.parts.accounts.presentation.words import role_name
from ruimbaan.parts.accounts.queries import Work, name_of, works_of
from ruimbaan.parts.accounts.reading import LONGEST_CALLED, line
from ruimbaan.parts.accounts.signing_in.guarding import who
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import home_of, sign_in
from ruimbaan.parts.accounts.views.answers import see_other, status_of
from ruimbaan.parts.trust.queries import owner_of
from ruimbaan.ui.private_form import private_form
from ruimbaan.ui.reader import explained

MOST = 60  # signs of a code, with all that somebody may type between them
NO_WORK = "zelf"


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def invitation(request: HttpRequest) -> HttpResponse:
    code = (request.POST if request.method == "POST" else request.GET).get(KEY, "")[:MOST]
    if not code:
        return render(request, "accounts/code.html")
    found = services.find_open(code, timezone.now())
    if found is None:
        return _over(request)
    if request.method == "POST":
        return _taken(request, found, code)
    return _page(request, found, code)


def _taken(request: HttpRequest, found: Invitation, code: str) -> HttpResponse:
    try:
        if request.POST.get("doe") == "new":
            return _new(request, code)
        account = _signed_in(request)
        if request.POST.get("doe") == "mine" and account is not None:
            as_whom = _chosen_work(request, account)
            services.accept(code, account, as_whom, timezone.now())
            return see_other(home_of(account))
    except InvitationOver:
        return _over(request)
    except DomainError as error:
        return _page(request, found, code, explained(error))
    return _page(request, found, code)


def _new(request: HttpRequest, code: str) -> HttpResponse:
    called = line(request.POST, "called", LONGEST_CALLED, must=False)
    account = services.accept_as_new(code, called, timezone.now())
    sign_in(request, account, How.NEW)
    return see_other(reverse("accounts:welcome"))


def _page(request: HttpRequest, found: Invitation, code: str, error: str = "") -> HttpResponse:
    account = _signed_in(request)
    here = f"{reverse('accounts:invitation')}?{urlencode({KEY: code})}"
    context = {
        "code": code,
        "kind": found.kind,
        "asks": _asks(found),
        "error": error,
        "shell_of_page": "ui/account_base.html" if account else "signing_in/door.html",
        "mine": account,
        "works": _works(found, account),
        "oneself": NO_WORK,
        "most": LONGEST_CALLED,
        "sign_in_url": f"{reverse('signing_in:start')}?{urlencode({'next': here})}",
    }
    return render(request, "accounts/invitation.html", context, status=status_of(error))


def _asks(found: Invitation) -> str:
    """What it is about. Only who holds the code reads this."""
    if found.kind == InvitationKind.WORK and found.organisation:
        return _("{organisation} vraagt je als {role}.").format(
            organisation=found.organisation.name, role=role_name(Role(found.role))
        )
    if found.kind == InvitationKind.CLOSE_ONE and found.journey:
        owner = owner_of(found.journey)
        called = name_of(owner) if owner else ""
        return _("{called} wil jou hier kennen.").format(called=called or _("Iemand"))
    return _("Met deze code begin je een eigen reis.")


def _works(found: Invitation, account: Account | None) -> tuple[Work, ...]:
    """As whom a worker can get known."""
    if account is None or found.kind != InvitationKind.CLOSE_ONE:
        return ()
    return works_of(account.id, timezone.now())


def _chosen_work(request: HttpRequest, account: Account) -> UUID | None:
    chosen = request.POST.get("as", NO_WORK)
    found = [one.membership for one in works_of(account.id, timezone.now())]
    return next((one for one in found if str(one) == chosen), None)


def _signed_in(request: HttpRequest) -> Account | None:
    now = timezone.now()
    signed_in = who(request, now)
    if signed_in is None or now >= signed_in.closes:
        return None
    request.signed_in = signed_in  # type: ignore[attr-defined]
    return Account.objects.filter(id=signed_in.account).first()


def _over(request: HttpRequest) -> HttpResponse:
    """Unknown, used, withdrawn and too old: the same answer."""
    return render(request, "accounts/over.html", status=HTTPStatus.NOT_FOUND)
