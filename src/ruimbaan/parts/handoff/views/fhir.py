# SPDX-License-Identifier: EUPL-1.2
"""A handoff as a file for another system, and the answer of that system as a file."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.integrations.fhir import Document
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.handoff import answering, exchange, own_moves
from ruimbaan.parts.handoff.errors import NoFile
from ruimbaan.parts.handoff.presentation.exchange import in_page, out_page
from ruimbaan.parts.handoff.records import find
from ruimbaan.parts.journey.services import Own, own_file, refused_is_not_found

FILE, NAME = "bestand", "overdracht-fhir.json"
MOST_BYTES = 2_000_000


@require_safe
@sensitive_variables()
@own_file
def own(request: HttpRequest, own: Own, handoff: UUID) -> HttpResponse:
    """The person takes it along."""
    row = own_moves.mine(own.journey, handoff)
    if row is None:
        raise Http404
    try:
        with own.open(Part.HANDOFF, action=Action.TAKE_ALONG) as opening:
            document = exchange.as_bundle(opening, row, own.now, own.today)
    except DomainError as error:
        return _refused(request, error)
    return _file(document)


@require_safe
@sensitive_variables()
@refused_is_not_found
def work(request: HttpRequest, handoff: UUID) -> HttpResponse:
    """For the system of who was asked, or of who stays."""
    actor, now, row = actor_of(request), timezone.now(), find(handoff)
    if row is None:
        raise Http404
    try:
        document = exchange.for_worker(actor, row, now, timezone.localdate(now))
    except DomainError as error:
        return _refused(request, error)
    return _file(document)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def take_in(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    if not answering.works_with_people(actor, now):
        raise Http404
    if request.method != "POST":
        return render(request, "handoff/fhir_in.html", in_page())
    file = request.FILES.get(FILE)
    try:
        if file is None or (file.size or 0) > MOST_BYTES:
            raise NoFile
        taken = exchange.take_in(actor, file.read(), NAME, now, timezone.localdate(now))
    except DomainError as error:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "handoff/fhir_in.html", in_page(error=error), status=status)
    return render(request, "handoff/fhir_in.html", in_page(taken))


def _file(document: Document | None) -> HttpResponse:
    if document is None:
        raise Http404
    answer = HttpResponse(document.text(), content_type="application/fhir+json; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer


def _refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "handoff/fhir_out.html", out_page(error), status=status)
