# SPDX-License-Identifier: EUPL-1.2
"""A new account: a code name and a code on paper, and nothing else asked."""

from __future__ import annotations

from http import HTTPStatus

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import carrying, names, paper
from ruimbaan.parts.accounts.signing_in.entering import too_many
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import sign_in
from ruimbaan.parts.accounts.signing_in.views.ways import show_once

MOST = 60  # characters, as in the table


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if request.method != "POST" or carrying.arrives(request):
        return render(request, "signing_in/new.html", {"names": names.propose()})
    now = timezone.now()
    stopped = too_many(request, "", now)
    if stopped:
        return stopped
    code_name = names.proposed(request.POST.get("codenaam", ""))
    called = " ".join(request.POST.get("noem", "").split())[:MOST]
    account = _open(code_name, called) if code_name and called.isprintable() else None
    if account is None:  # nothing chosen, too long ago, or taken in the meantime
        values = {"names": names.propose(), "called": called, "wrong": True}
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "signing_in/new.html", values, status=status)
    sign_in(request, account, How.NEW)
    return show_once(request, account, paper.new_code(account, now), new=True)


def _open(code_name: str, called: str) -> Account | None:
    try:
        with transaction.atomic():
            return Account.objects.create_account(code_name, called=called)
    except IntegrityError:
        return None
