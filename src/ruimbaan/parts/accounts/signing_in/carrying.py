# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed on a page of their own while the session ended, carried along through signing
in and given back after it.

It travels in the forms of signing in themselves, signed by us, and so stands on the screen of who
typed it and nowhere else: not in an address, a log, a session or a database.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.parts.accounts.models import Account
from ruimbaan.ui.components import Door
from ruimbaan.ui.typed_text import Field, Typed, typed_in

FIELD, STEP, BEGIN = "bewaard", "stap", "begin"
SALT = "ruimbaan.typed-before-signing-in"
MOST = 500_000  # characters, signed; a text of a person is a hundredth of that
DECISIONS = {"doe", "zeker"}  # never sent again by itself: the page asks once more
OF_THE_FORM = {"form", "version"}  # made by us
OWN_PAGES = "/mijn"


@dataclass(frozen=True, slots=True)
class Carried:
    """`account`: who typed it, where the site still knew; empty otherwise."""

    typed: Typed
    account: str


def typed_here(request: HttpRequest) -> Typed | None:
    """What was typed on an own page, without decisions. None when that is nothing, or when it was
    about signing in itself."""
    match = request.resolver_match
    if match is None or match.namespace == "signing_in" or not _is_own(request.path_info):
        return None
    typed = typed_in(request)
    fields = tuple(one for one in typed.fields if one.name not in DECISIONS) if typed else ()
    if typed is None or not any(_says_something(one) for one in fields):
        return None
    return replace(typed, fields=fields, needs_token=True)


def sign_in_first(request: HttpRequest, account: UUID | None = None) -> HttpResponse | None:
    """The page to sign in with what was typed on it; None when there is nothing to keep."""
    typed = typed_here(request)
    if typed is None:
        return None
    signed = signing.dumps(
        asdict(typed) | {"account": str(account or "")}, salt=SALT, compress=True
    )
    return _doors(request, typed, signed) if len(signed) <= MOST else None


def another_way(request: HttpRequest) -> HttpResponse | None:
    """The same page again, for who chose a way that did not work."""
    carried = find(request)
    return _doors(request, carried.typed, request.POST[FIELD]) if carried else None


def arrives(request: HttpRequest) -> bool:
    """Whether this is the first step of a way in, sent as a form only to carry something along."""
    return request.POST.get(STEP) == BEGIN


def find(request: HttpRequest) -> Carried | None:
    """None when nothing is carried, or when it is not what we gave along."""
    try:
        held: dict[str, Any] = signing.loads(request.POST.get(FIELD, ""), salt=SALT)
    except signing.BadSignature:
        return None
    fields = tuple(Field(one["name"], one["value"]) for one in held["fields"])
    return Carried(Typed(held["address"], fields, needs_token=True), held["account"])


def give_back(request: HttpRequest, account: Account) -> HttpResponse | None:
    """After signing in: the form again, to send. None when nothing was carried, or when it was
    typed by somebody else on the same device."""
    typed = typed_before(request, account)
    return render(request, "signing_in/given_back.html", {"typed": typed}) if typed else None


def typed_before(request: HttpRequest, account: Account) -> Typed | None:
    """What this account brought along, to send again."""
    carried = find(request)
    if carried is None or carried.account not in {"", str(account.pk)}:
        return None
    return carried.typed


def _doors(request: HttpRequest, typed: Typed, signed: str) -> HttpResponse:
    """Signing in at the site of an organisation leads away from here, so it cannot carry anything.
    Who was not signed in here can begin as well."""
    of_own_page = any(field.name in OF_THE_FORM for field in typed.fields)
    was_in = of_own_page or settings.SESSION_COOKIE_NAME in request.COOKIES
    begin = Door(_("Nieuw hier? Begin zonder mail"), reverse("signing_in:new"), "route", "")
    ways = [
        *([] if was_in else [begin]),
        Door(_("Met je telefoon of sleutel"), reverse("signing_in:passkey"), "key", ""),
        Door(_("Met een code in je mail"), reverse("signing_in:mail"), "mail", ""),
        Door(_("Met je code op papier"), reverse("signing_in:paper"), "paper", ""),
        Door(_("Met een wachtwoord"), reverse("signing_in:password"), "lock", ""),
    ]
    if settings.ENVIRONMENT.demo:
        ways.append(
            Door(_("Kies een verzonnen persoon"), reverse("accounts:personas"), "person", "")
        )
    wrote = any(field.is_text for field in typed.fields)
    page = {"typed": typed, "kept": signed, "ways": ways, "was_in": was_in, "wrote": wrote}
    return render(request, "signing_in/kept.html", page, status=HTTPStatus.FORBIDDEN)


def _is_own(path: str) -> bool:
    return f"{path}/".removeprefix("/en").startswith(f"{OWN_PAGES}/")


def _says_something(field: Field) -> bool:
    return field.name not in OF_THE_FORM and bool(field.value.strip())
