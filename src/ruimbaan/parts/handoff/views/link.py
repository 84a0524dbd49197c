# SPDX-License-Identifier: EUPL-1.2
"""A receiver without account: a link, the code that was said aloud, and an answer in three taps.

No cookie and no session: who said the right code carries a pass in the forms of the next page. The
link is looked up anew each time, so that what the person stopped is nothing at the next request.
"""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.handoff import answering, answers
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presentation.receiver import page_of, receiver_page
from ruimbaan.parts.journey.services import refused_is_not_found
from ruimbaan.parts.trust.queries import Link, LinkKind, find_link
from ruimbaan.parts.trust.services import CodeNotRight, check_code, has_pass
from ruimbaan.ui.private_form import private_form
from ruimbaan.ui.reader import explained

CODE, PASS = "code", "pas"


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@refused_is_not_found
def link(request: HttpRequest, token: str) -> HttpResponse:
    sent, now = request.POST, timezone.now()
    found = find_link(token, LinkKind.HANDOFF, now)
    row = _row(found) if found else None
    if found is None or row is None:
        raise Http404
    if request.method != "POST":
        return _door(request, token)
    said = sent.get(PASS, "")
    if not has_pass(found, said, now):
        try:
            said = check_code(found, sent.get(CODE, ""), now)
        except CodeNotRight as error:
            return _door(request, token, explained(error))
        answering.seen(found.actor, row, now)
        return _page(request, found, row, token, said)
    return _answered(request, found, row, token, said)


def _answered(
    request: HttpRequest, found: Link, row: HandoffRecord, token: str, said: str
) -> HttpResponse:
    if not request.POST.get(answers.DO):
        return _page(request, found, row, token, said)
    try:
        step = answers.step_of(request.POST, timezone.now())
        answering.answer(found.actor, row.id, step, said=answers.said_of(request.POST))
    except DomainError as error:
        return _page(request, found, row, token, said, error=error)
    return _page(request, found, row, token, said, done=True)


def _row(found: Link) -> HandoffRecord | None:
    rows = HandoffRecord.objects.filter(journey=found.journey, receiver=found.id)
    return rows.prefetch_related("steps").first()


def _door(request: HttpRequest, token: str, error: str = "") -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "handoff/door.html", {"key": token, "error": error}, status=status)


def _page(
    request: HttpRequest,
    found: Link,
    row: HandoffRecord,
    token: str,
    said: str,
    *,
    error: DomainError | None = None,
    done: bool = False,
) -> HttpResponse:
    page = receiver_page(
        found.actor,
        page_of(row.id),
        timezone.now(),
        error=explained(error) if error else "",
        typed=answers.typed_of(request.POST) if error else None,
        done=done,
    )
    page |= {"key": token, "pass": said}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "handoff/by_link.html", page, status=status)
