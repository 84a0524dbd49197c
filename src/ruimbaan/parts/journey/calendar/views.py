# SPDX-License-Identifier: EUPL-1.2
"""The person makes and stops a secret address; the calendar of a phone asks there for what is next."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.handoff.queries import meetings_of
from ruimbaan.parts.journey import entries, links
from ruimbaan.parts.journey.access import Own, own_file, refused_is_not_found
from ruimbaan.parts.journey.calendar.events import Chosen, events, meeting_events
from ruimbaan.parts.journey.calendar.presentation import CHOICES, NAMES, made_page, page
from ruimbaan.parts.journey.calendar.writing import calendar_text
from ruimbaan.parts.journey.choosing import ends_of
from ruimbaan.parts.journey.filling_in import form_id
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.saying import language
from ruimbaan.parts.trust.queries import LinkKind, find_link
from ruimbaan.parts.trust.services import LinkWanted, make_link, open_file

APPOINTMENTS = OF_PART[Part.APPOINTMENTS]
SHOWN = (Part.APPOINTMENTS, Part.HANDOFF)  # of the second only the day of the first meeting


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
@sensitive_variables()
def calendars(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method != "POST":
        return render(request, "journey/calendar/page.html", page(own, uuid4()))
    typed = {name: tuple(request.POST.getlist(name)) for name in NAMES}
    try:
        links.typed_of(request, NAMES)
        wanted = _wanted(request, own)
        with own.open(*SHOWN, action=Action.SHARE) as opening:
            made = make_link(opening, wanted, own.now)
    except DomainError as error:
        shown = page(own, uuid4(), typed, error)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "journey/calendar/page.html", shown, status=status)
    return render(request, "journey/calendar/made.html", made_page(request, own, made))


@require_POST
@own_file
def stop(request: HttpRequest, own: Own, link: UUID) -> HttpResponse:
    links.stop(own, LinkKind.CALENDAR, link)
    return redirect("calendar:calendars")


@require_safe
@refused_is_not_found
@sensitive_variables()
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Each time it is asked for is a look, decided and logged like any other."""
    now = timezone.now()
    link = find_link(token, LinkKind.CALENDAR, now)
    if link is None:
        raise Http404
    wanted, chosen = frozenset(SHOWN), Chosen.of_about(link.about)
    with open_file(link.actor, link.journey, wanted, purpose=link.purpose, now=now) as opening:
        told = entries.read(opening, APPOINTMENTS)
        meetings = meetings_of(opening, now)
    today = timezone.localdate(now)
    found = (
        *events(link.id, told, chosen, today, language()),
        *meeting_events(link.id, meetings, chosen, today, language()),
    )
    answer = HttpResponse(
        calendar_text(found, _("Agenda")), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = 'inline; filename="agenda.ics"'
    return answer


def _wanted(request: HttpRequest, own: Own) -> LinkWanted:
    """Raises NotAChoice, NotADay or GrantEndsBeforeItStarts."""
    chosen = Chosen(**{name: request.POST.get(field) == "ja" for name, field in CHOICES.items()})
    return LinkWanted(
        form=form_id(request.POST),
        kind=LinkKind.CALENDAR,
        parts=SHOWN,
        purpose=Purpose.SUPPORT,
        ends=ends_of(request.POST, own.now),
        with_code=False,
        about=chosen.as_about(),
    )
