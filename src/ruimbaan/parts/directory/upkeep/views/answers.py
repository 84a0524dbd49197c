# SPDX-License-Identifier: EUPL-1.2
"""How every page of upkeep answers."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.directory.presentation.saying import language


def see_other(url: str) -> HttpResponse:
    """After a form: a page that can be asked for again without doing it again."""
    return HttpResponseRedirect(url, status=HTTPStatus.SEE_OTHER)


def status_of(error: str) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK


def words_of(error: DomainError) -> str:
    """The cause only: the advice of these errors is for the command line."""
    return error.explain(language()).cause
