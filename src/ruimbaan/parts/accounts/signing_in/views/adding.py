# SPDX-License-Identifier: EUPL-1.2
"""A new passkey, an app for codes, a password, a mail address."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import (
    hashing,
    mailed,
    passkeys,
    pictures,
    proving,
    second_step,
    trying,
)
from ruimbaan.parts.accounts.signing_in.changing import (
    account_of,
    changed,
    keep_session,
    proved_lately,
    signed_in_of,
)
from ruimbaan.parts.accounts.signing_in.devices import name_of
from ruimbaan.parts.accounts.signing_in.entering import see, too_many, wait_page
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import make_strong
from ruimbaan.parts.accounts.signing_in.telling import Event, tell

SECRET = "signing_in.new_app"  # noqa: S105 - a name in the session
LONGEST = 128  # characters of a password
READ_OR_SEND = ["GET", "HEAD", "POST"]


@csrf_protect
@require_http_methods(READ_OR_SEND)
@proved_lately
def key(request: HttpRequest) -> HttpResponse:
    account = account_of(request)
    wrong = False
    if len(passkeys.list_keys(account)) >= passkeys.MOST:
        return see(reverse("signing_in:ways"))
    if request.method == "POST":
        name = request.POST.get("noem", "").strip()[:60] or name_of(
            request.headers.get("User-Agent", "")
        )
        if passkeys.add(account, request.POST.get("antwoord", ""), name):
            return _added(request)
        wrong = True
    values = {"asked": passkeys.ask_new(account), "wrong": wrong}
    return render(request, "signing_in/key.html", values, status=_status(wrong=wrong))


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(READ_OR_SEND)
@proved_lately
def app(request: HttpRequest) -> HttpResponse:
    account = account_of(request)
    secret = request.session.setdefault(SECRET, second_step.new_secret())
    wrong = False
    if request.method == "POST":
        stopped = too_many(request, str(account.pk), timezone.now())
        if stopped:
            return stopped
        code = "".join(filter(str.isdigit, request.POST.get("code", "")))
        if second_step.set_app(account, secret, code):
            del request.session[SECRET]
            return _added(request)
        wrong = True
    link = f"otpauth://totp/Ruimbaan?secret={secret}&issuer=Ruimbaan"
    values = {
        "qr": pictures.qr(link, _("Code om te scannen")),
        "link": link,
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "wrong": wrong,
    }
    return render(request, "signing_in/app.html", values, status=_status(wrong=wrong))


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(READ_OR_SEND)
@proved_lately
def password(request: HttpRequest) -> HttpResponse:
    """Only for who works somewhere: a person has no password to forget. Who has one says it first;
    who forgot it takes it away, and then chooses another."""
    if not signed_in_of(request).works:
        return see(reverse("signing_in:ways"))
    account = account_of(request)
    has_one = account.has_usable_password()
    errors: list[str] = []
    if request.method == "POST":
        stopped = too_many(request, str(account.pk), timezone.now()) if has_one else None
        if stopped:
            return stopped
        chosen = request.POST.get("nieuw", "")[: LONGEST + 1]
        errors = _faults(chosen, account)
        if has_one and not hashing.matches(request.POST.get("nu", "")[:LONGEST], account.password):
            tell(request, Event.WRONG, how=How.PASSWORD, account=account.pk)
            errors = [_("Je wachtwoord van nu klopt niet.")]
        if not errors:
            account.set_password(chosen)
            account.save(update_fields=["password"])
            keep_session(request)
            changed(request)
            return see(reverse("signing_in:ways"))
    values = {"errors": errors, "has_one": has_one}
    return render(
        request, "signing_in/new_password.html", values, status=_status(wrong=bool(errors))
    )


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(READ_OR_SEND)
@proved_lately
def address(request: HttpRequest) -> HttpResponse:
    """First a code to the new address; it counts when that code comes back."""
    now = timezone.now()
    account = account_of(request)
    if request.method != "POST":
        return render(request, "signing_in/address.html", {})
    if "code" in request.POST:
        stopped = too_many(request, "", now)
        if stopped:
            return stopped
        found = mailed.check(request, request.POST["code"], now, mailed.For.NEW_ADDRESS)
        if found and found[0] == account and _set_address(account, found[1]):
            changed(request)
            return see(reverse("signing_in:ways"))
        values = {"sent": True, "wrong": True}
        return render(request, "signing_in/address.html", values, status=_status(wrong=True))
    wanted = request.POST.get("mail", "").strip().lower()
    try:
        validate_email(wanted)
    except ValidationError:
        not_one = {"wrong": "yes", "mail": wanted}
        return render(request, "signing_in/address.html", not_one, status=_status(wrong=True))
    seconds = trying.count(trying.LETTER, wanted, now)
    if seconds:
        return wait_page(request, seconds)
    free = proving.find(wanted) in (None, account)  # of someone else: it looks as if it was sent
    mailed.send(request, wanted, now, mailed.For.NEW_ADDRESS, account=account if free else None)
    return render(request, "signing_in/address.html", {"sent": True})


def _added(request: HttpRequest) -> HttpResponse:
    """A second step that was just made was just shown as well."""
    make_strong(request)
    changed(request)
    return see(reverse("signing_in:ways"))


def _faults(chosen: str, account: Account) -> list[str]:
    if len(chosen) > LONGEST:
        return [_("Kies er een van hoogstens 128 tekens.")]
    try:
        validate_password(chosen, account)
    except ValidationError as found:
        return list(found.messages)
    return []


def _set_address(account: Account, new: str) -> bool:
    account.email = new
    try:
        with transaction.atomic():
            account.save(update_fields=["email"])
    except IntegrityError:
        return False
    return True


def _status(*, wrong: bool) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
