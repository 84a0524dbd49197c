# SPDX-License-Identifier: EUPL-1.2
"""The whole file at once: close it for others for a while, or erase it for good."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.trust.deciding import Action
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.contributing.services import stop as stop_counting
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.offline.devices import drop_all as drop_offline
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.sharing import lines
from ruimbaan.parts.storybook.services import take_back_all
from ruimbaan.parts.trust.queries import file_of, is_closed
from ruimbaan.parts.trust.services import close_for_others, open_for_others
from ruimbaan.parts.trust.services import erase as erase_file
from ruimbaan.ui.components import Link

CLOSE, OPEN = "dicht", "open"
SURE, ERASE = "zeker", "wis"


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def closing(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method == "POST" and request.POST.get("doe") in {CLOSE, OPEN}:
        with own.open(action=Action.SHARE) as opening:
            if request.POST["doe"] == CLOSE:
                close_for_others(opening, own.now)
            else:
                open_for_others(opening)
        return redirect("journey:closing")
    closed = is_closed(own.journey)
    if closed:
        title = _("Alles is even dicht")
        lead = _("Niemand anders ziet nu iets. Jij ziet alles nog.")
    else:
        title = _("Alles even dicht?")
        lead = _("Niemand anders ziet dan nog iets. Je kunt het altijd weer openzetten.")
    page = {
        "crumbs": (home_crumb(), Link(_("Even dicht"))),
        "title": title,
        "lead": lead,
        "doe": OPEN if closed else CLOSE,
        "no_url": reverse("journey:home"),
        "closed": closed,
        "lines": lines(own),
    }
    return render(request, "journey/closing.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def erase(request: HttpRequest, own: Own) -> HttpResponse:
    """In two steps, and a word between them: nobody erases everything by one slip of a thumb."""
    step = request.POST.get("doe", "") if request.method == "POST" else ""
    if step == ERASE and request.POST.get("zeker") == "ja":
        with own.open(action=Action.ERASE) as opening:
            take_back_all(own.journey, own.today)
            stop_counting(opening)
            erase_file(opening, own.now)
        drop_offline(own.account)
        return redirect("journey:erased")
    sure = step in {SURE, ERASE}
    if sure:
        title = _("Weet je het zeker?")
        lead = _("Hierna kan niemand het terughalen. Wij ook niet.")
    else:
        title, lead = _("Alles wissen"), _("Je hele reis verdwijnt, met alles wat je schreef.")
    page = {
        "crumbs": (home_crumb(), Link(_("Alles wissen"))),
        "title": title,
        "lead": lead,
        "doe": ERASE if sure else SURE,
        "no_url": reverse("journey:home"),
        "sure": sure,
        "unanswered": step == ERASE,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if step == ERASE else HTTPStatus.OK
    return render(request, "journey/erase.html", page, status=status)


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    account = actor_of(request).account
    if account is None or file_of(account) is not None:
        return redirect("journey:home")
    return render(request, "journey/erased.html")
