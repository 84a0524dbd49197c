# SPDX-License-Identifier: EUPL-1.2
"""Asking that something is put right, seeing where that stands, and a letter to somebody else."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.trust.rights import requests
from ruimbaan.parts.trust.rights.asker import account_of
from ruimbaan.parts.trust.rights.errors import NothingSaid
from ruimbaan.parts.trust.rights.presentation import about_options, crumbs, shown
from ruimbaan.ui.reader import explained

LETTERS = ("inzage", "verbeteren", "wissen")
LONGEST_NAME = 120


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def ask(request: HttpRequest) -> HttpResponse:
    account, now, error = account_of(request), timezone.now(), ""
    if request.method == "POST":
        typed = request.POST
        try:
            made = requests.ask(
                account,
                _form(typed.get("form")),
                typed.get("over", ""),
                typed.get("tekst", ""),
                now,
            )
            return redirect("rights:asked", made)
        except DomainError as refused:
            error = explained(refused)
    context = {
        "crumbs": crumbs(_("Dit klopt niet")),
        "form": request.POST.get("form") or uuid4(),
        "options": about_options(request.POST.get("over", "")),
        "text": request.POST.get("tekst", ""),
        "most": requests.MOST_SIGNS,
        "error": error,
        "asked": [shown(one, timezone.localdate(now)) for one in requests.of_account(account)],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "rights/ask.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, request_id: UUID) -> HttpResponse:
    account, now = account_of(request), timezone.now()
    found = requests.find_own(account, request_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        requests.take_back(account, request_id, now)
        return redirect("rights:asked", request_id)
    context = {"crumbs": crumbs(_("Dit vroeg je")), "one": shown(found, timezone.localdate(now))}
    return render(request, "rights/asked.html", context)


@require_safe
def letter(request: HttpRequest) -> HttpResponse:
    """To print and to sign; nothing of it is kept."""
    wanted = request.GET.get("wat", "")
    context = {
        "crumbs": crumbs(_("Vraag het een ander")),
        "wanted": wanted if wanted in LETTERS else "",
        "to": " ".join(request.GET.get("aan", "").split())[:LONGEST_NAME],
        "today": timezone.localdate(),
    }
    return render(request, "rights/letter.html", context)


def _form(typed: str | None) -> UUID:
    """A form without its own number is none of ours."""
    try:
        return UUID(typed or "")
    except ValueError:
        raise NothingSaid from None
