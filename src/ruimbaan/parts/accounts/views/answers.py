# SPDX-License-Identifier: EUPL-1.2
"""What several pages of accounts begin and end with."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect


def see_other(url: str) -> HttpResponse:
    """After a form: a page that can be asked for again without doing it again."""
    return HttpResponseRedirect(url, status=HTTPStatus.SEE_OTHER)


def status_of(error: str) -> HTTPStatus:
    """Of a page with its form: what was sent could not be done, or nothing was sent."""
    return HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK


def account_of(request: HttpRequest) -> UUID:
    """Who is signed in; the guard of the address lets nobody else come here."""
    account = request.user.pk
    if account is None:
        raise Http404
    return account
