# SPDX-License-Identifier: EUPL-1.2
"""Anyone may say that a place is not right, or that it is theirs. What one writes is read by the
coordinator only."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.directory.joining.becoming import SEEN
from ruimbaan.parts.directory.joining import texts
from ruimbaan.parts.directory.joining.forms import Reading
from ruimbaan.parts.directory.joining.guard import TRAP, is_robot
from ruimbaan.parts.directory.joining.limits import REMARK, may_send
from ruimbaan.parts.directory.joining.models.work import RemarkKind
from ruimbaan.parts.directory.joining.presentation.fields import Field, TextField, choice, errors_of
from ruimbaan.parts.directory.joining.remarks import remark
from ruimbaan.parts.directory.joining.texts import Fault
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.saying import language
from ruimbaan.ui.components import Alert, Link
from ruimbaan.ui.origin import where_from
from ruimbaan.ui.private_form import private_form

MOST = 1_000  # characters


@dataclass(frozen=True, slots=True)
class Told:
    kind: str = ""
    text: str = ""
    address: str = ""


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def wrong(request: HttpRequest, region: str, place: str) -> HttpResponse:
    found = Listing.objects.filter(region=region, code=place, status=SEEN).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _form(request, found, Told())
    told, faults = _read(request.POST)
    if faults:
        return _form(request, found, told, faults, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    now = timezone.now()
    if not is_robot(request):
        if not may_send(REMARK, where_from(request), now):
            return _form(request, found, told, status=HTTPStatus.TOO_MANY_REQUESTS)
        remark(region, found.uid, RemarkKind(told.kind), told.text, now, told.address)
    context = {
        "title": _("Dank je wel"),
        "lead": _("Iemand kijkt het na. Wat je schreef komt niet op de site."),
        "place_url": reverse("directory:place", args=[region, place]),
    }
    return render(request, "joining/thanks.html", context)


def _read(posted: QueryDict) -> tuple[Told, tuple[Fault, ...]]:
    reading = Reading(posted, ())
    kind = reading.one_of("kind", RemarkKind.values, _("Kies wat er aan de hand is."))
    must_text = _("Schrijf wat er niet klopt.") if kind == RemarkKind.WRONG else ""
    must_address = _("Schrijf een mailadres. Daar antwoorden we op.")
    told = Told(
        kind=kind,
        text=reading.take("text", texts.words, MOST, must=must_text),
        address=reading.take("address", texts.mail, must=must_address)
        if kind == RemarkKind.OURS
        else "",
    )
    return told, tuple(reading.faults)


def _form(
    request: HttpRequest,
    found: Listing,
    told: Told,
    faults: tuple[Fault, ...] = (),
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    name = found.name_en if language() == "en" and found.name_en else found.name
    place_url = reverse("directory:place", args=[found.region, found.code])
    too_many = _(
        "Er kwam vandaag al veel binnen. Wat je schreef staat hier nog. Probeer het morgen."
    )
    context = {
        "name": name,
        "place_url": place_url,
        "crumbs": (
            Link(_("Zoek steun"), reverse("directory:regions")),
            Link(name, place_url),
            Link(_("Klopt niet")),
        ),
        "fields": _fields(told, errors_of(faults)),
        "errors": tuple(Link(fault.text, f"#{fault.field}") for fault in faults),
        "alerts": (Alert(too_many, "warning"),) if status == HTTPStatus.TOO_MANY_REQUESTS else (),
        "robots": TRAP,
    }
    return render(request, "joining/wrong.html", context, status=status)


def _fields(told: Told, errors: dict[str, str]) -> list[Field]:
    options = (
        (RemarkKind.WRONG.value, _("Iets klopt niet"), _("Adres, tijd, kosten, of iets anders.")),
        (RemarkKind.CLOSED.value, _("Deze plek bestaat niet meer"), ""),
        (RemarkKind.OURS.value, _("Deze plek is van ons"), _("Wij willen dit zelf bijhouden.")),
    )
    return [
        choice("kind", _("Wat is er aan de hand?"), options, (told.kind,), errors),
        TextField(
            "text",
            _("Wat klopt er niet?"),
            told.text,
            _("Schrijf niets over mensen. Ook niet over jezelf."),
            errors.get("text", ""),
            "area",
            MOST,
        ),
        TextField(
            "address",
            _("Mailadres van jullie"),
            told.address,
            _("Alleen als de plek van jullie is."),
            errors.get("address", ""),
            "email",
        ),
    ]
