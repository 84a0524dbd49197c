# SPDX-License-Identifier: EUPL-1.2
"""How I sign in: what there is, and what may be added or taken away."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST, require_safe

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import carrying, paper, passkeys, pictures, second_step
from ruimbaan.parts.accounts.signing_in.changing import (
    account_of,
    changed,
    keep_session,
    proved_lately,
    signed_in_of,
)
from ruimbaan.parts.accounts.signing_in.models import PaperCode


@require_safe
def ways(request: HttpRequest) -> HttpResponse:
    return overview(request)


def overview(request: HttpRequest, wrong: str = "") -> HttpResponse:
    """The page itself; `wrong` says why the last wish was not granted."""
    account = account_of(request)
    works = signed_in_of(request).works
    return render(
        request,
        "signing_in/ways.html",
        {
            "key_rows": passkeys.list_keys(account),
            "paper": PaperCode.objects.filter(account=account).first(),
            "mail": account.email,
            "code_name": account.code_name,
            "works": works,
            "has_password": account.has_usable_password(),
            "has_app": second_step.has_app(account),
            "left": second_step.emergency_codes_left(account),
            "wrong": wrong,
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
    )


@csrf_protect
@require_POST
@proved_lately
def new_paper(request: HttpRequest) -> HttpResponse:
    account = account_of(request)
    code = paper.new_code(account, timezone.now())
    changed(request)
    return show_once(request, account, code)


def show_once(
    request: HttpRequest, account: Account, code: str, *, new: bool = False
) -> HttpResponse:
    """The code on paper, to print or to write down: after this nobody can read it any more."""
    url = f"{request.build_absolute_uri('/inloggen/papier')}#{code}"
    values = {
        "code": code,
        "code_name": account.code_name,
        "qr": pictures.qr(url, _("Code om te scannen")),
        "new": new,
        "typed": carrying.typed_before(request, account) if new else None,
    }
    return render(request, "signing_in/paper_made.html", values)


@csrf_protect
@require_POST
@proved_lately
def remove_key(request: HttpRequest, key: int) -> HttpResponse:
    account = account_of(request)
    if key not in {row.pk for row in passkeys.list_keys(account)}:
        return overview(request)  # taken away already, on another screen
    if _last_way(request, account):
        return overview(request, _("Dit is je laatste sleutel. Maak eerst iets anders."))
    passkeys.remove(account, key)
    changed(request)
    return overview(request)


@csrf_protect
@require_POST
@proved_lately
def remove_app(request: HttpRequest) -> HttpResponse:
    account = account_of(request)
    if not passkeys.list_keys(account):
        return overview(request, _("Maak eerst een sleutel. Dan kan de app weg."))
    second_step.drop_app(account)
    changed(request)
    return overview(request)


@csrf_protect
@require_POST
@proved_lately
def remove_password(request: HttpRequest) -> HttpResponse:
    """For who forgot it, or no longer needs it."""
    account = account_of(request)
    if not passkeys.list_keys(account):
        return overview(request, _("Maak eerst een sleutel. Dan kan het wachtwoord weg."))
    account.set_unusable_password()
    account.save(update_fields=["password"])
    keep_session(request)
    changed(request)
    return overview(request)


@csrf_protect
@require_POST
@proved_lately
def emergency(request: HttpRequest) -> HttpResponse:
    account = account_of(request)
    if not second_step.has_any(account):
        return overview(request, _("Maak eerst een sleutel of een app."))
    codes = second_step.new_emergency_codes(account)
    changed(request)
    shown = [f"{code[:4]} {code[4:]}" for code in codes]
    return render(request, "signing_in/emergency.html", {"codes": shown})


def _last_way(request: HttpRequest, account: Account) -> bool:
    """Without this passkey nobody could get in any more, or not to their work."""
    if len(passkeys.list_keys(account)) > 1:
        return False
    if signed_in_of(request).works:
        return not second_step.has_app(account)
    return not (account.email or PaperCode.objects.filter(account=account).exists())
