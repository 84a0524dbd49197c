# SPDX-License-Identifier: EUPL-1.2
"""Error pages in plain words. None of them needs the database."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ruimbaan.integrations.database_faults import kind_of
from ruimbaan.parts.accounts.signing_in.carrying import typed_here
from ruimbaan.parts.trust.log.errors import LogDown
from ruimbaan.ui.private_form import is_proven_from_here
from ruimbaan.ui.typed_text import typed_in

Handler = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger(__name__)
RETRY_AFTER = 60  # seconds
DOWN = (OperationalError, InterfaceError, LogDown)
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
LAST_RESORT = "Er ging bij ons iets mis. Het ligt niet aan jou. Something went wrong on our side."


@dataclass(frozen=True, slots=True)
class ErrorText:
    title: Promise
    lead: Promise
    advice: Promise


TEXTS = {
    HTTPStatus.BAD_REQUEST: ErrorText(
        _("Dit lukte niet"),
        _("Je browser stuurde iets wat we niet begrijpen."),
        _("Ga terug en probeer het nog een keer."),
    ),
    HTTPStatus.FORBIDDEN: ErrorText(
        _("Dit kon niet"),
        _("De pagina stond misschien te lang open."),
        _("Ga terug, ververs de pagina en probeer het weer."),
    ),
    HTTPStatus.NOT_FOUND: ErrorText(
        _("Deze pagina is er niet"),
        _("Misschien klopt het adres niet. Of de pagina is weg."),
        _("Kijk of het adres goed is getypt."),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: ErrorText(
        _("Even wachten"),
        _("Er komen nu heel veel vragen van jouw plek."),
        _("Probeer het over een minuut weer."),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: ErrorText(
        _("Er ging bij ons iets mis"),
        _("Het ligt niet aan jou. Wij schreven op wat er misging."),
        _("Probeer het over een paar minuten weer."),
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: ErrorText(
        _("We zijn er zo weer"),
        _("De site is even dicht. Het ligt niet aan jou."),
        _("Probeer het over een minuut weer."),
    ),
}


def is_down(error: BaseException | None) -> bool:
    """Whether nothing can be kept now, by no fault of who asks: a database, log or key store that does
    not answer, or a disk without room."""
    return isinstance(error, DOWN) or (isinstance(error, OSError) and error.errno in NO_ROOM)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page that stood open while somebody signed in or out elsewhere. What was typed on it comes
    back, unless another site may have sent it: nobody is to press on with the words of a stranger."""
    typed = typed_here(request) if is_proven_from_here(request) else None
    page = {"error": TEXTS[HTTPStatus.FORBIDDEN], "typed": typed}
    return render(request, "ui/error.html", page, status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    request.resolver_match = None  # hidden or not there: the same page, byte for byte
    return _page(request, HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    if is_down(sys.exc_info()[1]):
        return unavailable(request)  # it fell down around the page: while a session was kept
    try:
        return _page(request, HTTPStatus.INTERNAL_SERVER_ERROR)
    except Exception:  # the page that explains an error must never be the second error
        logger.exception("The error page itself failed")
        return HttpResponse(LAST_RESORT, content_type="text/plain; charset=utf-8", status=500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: nothing was shown and nothing kept; what was typed stands on the page, to send again."""
    return _again_later(request, HTTPStatus.SERVICE_UNAVAILABLE, RETRY_AFTER)


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """429: nothing was done; what was typed stands on the page, to send again."""
    return _again_later(request, HTTPStatus.TOO_MANY_REQUESTS, seconds)


def _again_later(request: HttpRequest, status: HTTPStatus, seconds: int) -> HttpResponse:
    page = {"error": TEXTS[status], "typed": typed_in(request)}
    response = render(request, "ui/error.html", page, status=status)
    response.headers["Retry-After"] = str(seconds)
    return response


def _page(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    return render(request, "ui/error.html", {"error": TEXTS[status]}, status=status)


class DatabaseDown:
    """A database, access log or disk that does not answer is no fault of the reader: 503, try again
    soon. What is not logged is not shown."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_down(exception):
            return None
        logger.error("The database, log or key store fails: %s", kind_of(exception))
        return unavailable(request)
