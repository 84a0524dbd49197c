# SPDX-License-Identifier: EUPL-1.2
"""Keeping the answers oneself: a file to take along, and that file opened again."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.routecheck import keeping, queries, uploads
from ruimbaan.parts.routecheck.sent import language, read
from ruimbaan.parts.routecheck.travelling import Arrived
from ruimbaan.parts.routecheck.views import (
    came_without_form,
    check_page,
    go_on_page,
    some_are_gone,
    start_page,
)
from ruimbaan.ui.components import Alert
from ruimbaan.ui.private_form import private_form

WITH_WORDS = "words"


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def keep(request: HttpRequest) -> HttpResponse:
    """The answers as a file, for the reader only."""
    if request.method != "POST":
        return came_without_form(request)
    sent = read(request.POST, queries.questionnaire(), queries.day_0)
    if sent.unpacked.arrived in (Arrived.BROKEN, Arrived.EXPIRED):
        return go_on_page(request, sent)
    content = keeping.write(
        queries.questionnaire(),
        sent.answers,
        queries.never_kept(),
        language(),
        own_words=request.POST.get(WITH_WORDS) == "1",
    )
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{keeping.FILE_NAME}"'
    return response


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def open_file(request: HttpRequest) -> HttpResponse:
    """A file that was kept: its answers, to look at and to go on with."""
    if request.method != "POST":
        return came_without_form(request)
    content = uploads.opened(request)
    try:
        if not content:
            raise keeping.NotOurFile
        taken = keeping.read(content, queries.questionnaire())
    except keeping.NotOurFile:
        said = _("Dit bestand kunnen we niet lezen. Kies het bestand dat je hier bewaarde.")
        unprocessable = HTTPStatus.UNPROCESSABLE_ENTITY
        return start_page(request, None, Alert(said, "error"), status=unprocessable)
    opened = Alert(_("Je bestand is open. Wij hebben het niet bewaard."), "ok")
    gone = () if taken.whole else (Alert(some_are_gone()),)
    return check_page(request, taken.answers, opened, *gone)
