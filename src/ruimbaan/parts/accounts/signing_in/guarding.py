# SPDX-License-Identifier: EUPL-1.2
"""Pages behind the login, by their address: nobody can forget to guard one.

`/mijn` is for who is signed in, `/gedeeld` too, but who works somewhere needs two proofs there, `/werk`
is for who works somewhere now, `/beheer` for an administrator.
Outside these and `/inloggen` nothing here looks at a session, so that a public page stays one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from uuid import UUID

from django.contrib.auth import get_user, logout
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from ruimbaan.core.trust.parties import Actor, Role
from ruimbaan.integrations.prepared_rows import PreparedRows
from ruimbaan.parts.accounts.acting import actor_for, roles_in_force
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import carrying, limits
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.accounts.signing_in.quick_sessions import keeps_key
from ruimbaan.parts.accounts.signing_in.telling import Event, tell

Handler = Callable[[HttpRequest], HttpResponse]
PRIVATE = re.compile(r"^/(?:[a-z]{2}/)?(mijn|gedeeld|werk|beheer)(?:/|$)")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in, as the guard found it at the start of this request. `roles`: those in force."""

    actor: Actor
    account: UUID
    session: SessionRecord
    roles: frozenset[Role]
    now: datetime
    closes: datetime

    @property
    def works(self) -> bool:
        return bool(self.roles)


def place_of(path: str) -> str:
    """`mijn`, `gedeeld`, `werk` or `beheer`; empty for a page that is not behind the login."""
    found = PRIVATE.match(path)
    return found[1] if found else ""


def _listed(key: str, account: UUID) -> QuerySet[SessionRecord]:
    return SessionRecord.objects.filter(key=key, account=account)


_in_our_list = PreparedRows(_listed)


class Guard:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: _user(request))  # type: ignore[assignment]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        place = place_of(request.path_info)
        if not place:
            return None
        now = timezone.now()
        signed_in = who(request, now)
        if signed_in is None:
            return carrying.sign_in_first(request) or _to_sign_in(request)
        if now >= signed_in.closes:
            end(request, signed_in.session, Event.RAN_OUT)
            kept = carrying.sign_in_first(request, signed_in.account)
            return kept or _redirect(reverse("signing_in:ended"), request)
        _note(signed_in.session, now)
        request.signed_in = signed_in  # type: ignore[attr-defined]
        return _stopped(request, place, signed_in)


def who(request: HttpRequest, now: datetime) -> SignedIn | None:
    """Reads the session. A session that is not in our list (any more) counts for nothing."""
    if not request.user.is_authenticated:
        return None
    record = _in_our_list.first(request.session.session_key or "", request.user.pk)
    if record is None:
        logout(request)
        return None
    actor = actor_for(request.user.pk)
    roles = roles_in_force(actor, now)
    closes = limits.ends(record.started, record.seen, works=bool(roles), stays=record.stays)
    if now < closes:  # this very request is the newest sign of life
        closes = limits.ends(record.started, now, works=bool(roles), stays=record.stays)
    return SignedIn(actor, request.user.pk, record, roles, now, closes)


def end(
    request: HttpRequest, record: SessionRecord | None = None, event: Event = Event.OUT
) -> None:
    """Nothing of the session is left, here or on the server."""
    key = record.key if record else request.session.session_key
    if request.user.is_authenticated:
        tell(request, event, account=request.user.pk)
    if key:
        SessionRecord.objects.filter(key=key).delete()
    logout(request)


def _user(request: HttpRequest) -> Account | AnonymousUser:
    """Django's own answer, read when it is first asked for. After a change of the site's key it signs
    the session anew, and it would give it another key of its own as well: that would take it out of
    our list, and two pages that are asked for at once would each make another session of it."""
    with keeps_key(request.session):
        return get_user(request)


def _note(record: SessionRecord, now: datetime) -> None:
    if now - record.seen >= limits.NOTED_EVERY:
        SessionRecord.objects.filter(id=record.id).update(seen=now)


def _stopped(request: HttpRequest, place: str, signed_in: SignedIn) -> HttpResponse | None:
    """None when this account may be here."""
    if place == "mijn" or (place == "gedeeld" and not signed_in.works):
        return None
    if not signed_in.works or (place == "beheer" and Role.ADMINISTRATOR not in signed_in.roles):
        raise Http404  # that there is something here is not for everybody to know
    if not signed_in.session.strong:
        return _redirect(reverse("signing_in:needs-more"), request)
    return None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    return _redirect(reverse("signing_in:start"), request)


def _redirect(url: str, request: HttpRequest) -> HttpResponse:
    if request.method == "GET":  # where a form is sent need not be a page to look at
        url = f"{url}?{urlencode({'next': request.get_full_path()})}"
    return HttpResponseRedirect(url, status=HTTPStatus.SEE_OTHER)
