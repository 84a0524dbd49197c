# SPDX-License-Identifier: EUPL-1.2
"""Signing in with something one knows or holds: a password, or a code on paper."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import carrying, proving
from ruimbaan.parts.accounts.signing_in.entering import enter, too_many
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import safe_next
from ruimbaan.parts.accounts.signing_in.telling import Event, tell

Proof = Callable[[str, str], Account | None]
MOST = 200  # characters of a field; a longer one is never right


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    return _page(request, "signing_in/password.html", proving.by_password, How.PASSWORD)


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest) -> HttpResponse:
    return _page(request, "signing_in/paper.html", proving.by_paper, How.PAPER_CODE)


def _page(request: HttpRequest, template: str, proof: Proof, how: How) -> HttpResponse:
    """Whatever is wrong, it is said in the same words, after the same time."""
    if request.method != "POST" or carrying.arrives(request):
        wanted = safe_next(request, request.GET.get("next", ""))
        return render(request, template, {"next": wanted})
    name, secret = (request.POST.get(field, "")[:MOST] for field in ("naam", "geheim"))
    stopped = too_many(request, name, timezone.now())
    if stopped:
        return stopped
    account = proof(name, secret)
    if account:
        return enter(request, account, how)
    tried = proving.find(name)
    tell(request, Event.WRONG, how=how, account=tried.pk if tried else None)
    wanted = safe_next(request, request.POST.get("next", ""))
    values = {"next": wanted, "name": name, "wrong": True}
    return render(request, template, values, status=HTTPStatus.UNPROCESSABLE_ENTITY)
