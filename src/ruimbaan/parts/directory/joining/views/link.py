# SPDX-License-Identifier: EUPL-1.2
"""The page behind a mailed link. Looking at it changes nothing: programs that check mail look as
well. What it may do is done by a button."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.directory.joining.becoming import SEEN
from ruimbaan.core.directory.joining.telling import offer_of
from ruimbaan.parts.directory.joining import connections, services
from ruimbaan.parts.directory.joining.drafts import Draft
from ruimbaan.parts.directory.joining.forms import PAGES
from ruimbaan.parts.directory.joining.kinds import kinds
from ruimbaan.parts.directory.joining.letters import names_of
from ruimbaan.parts.directory.joining.links import KEY, LONGEST, Condition, Opened, open_link
from ruimbaan.parts.directory.joining.models import MailLink
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.directory.joining.presentation.checking import rows_of
from ruimbaan.parts.directory.joining.views.listing import check_page, here_with
from ruimbaan.parts.directory.joining.writing import entry
from ruimbaan.parts.directory.models import Listing
from ruimbaan.ui.components import Alert
from ruimbaan.ui.private_form import private_form

DO = "doe"
DONE = "gedaan"


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def link(request: HttpRequest) -> HttpResponse:
    key = (request.POST if request.method == "POST" else request.GET).get(KEY, "")
    if not key:
        return render(request, "joining/no_link.html", {"whole": False})
    opened = open_link(key[: LONGEST + 1], timezone.now())
    if opened.link is None:
        page = render(request, "joining/no_link.html", {"whole": True})
        page.status_code = HTTPStatus.NOT_FOUND
        return page
    if request.method == "POST":
        return _done(request, opened, opened.link, key)
    if opened.condition is Condition.OLD:
        return _old_page(request, opened.link, key)
    alerts = (Alert(_("Bewaard. Dank je wel."), "ok"),) if request.GET.get(DONE) else ()
    return _page(request, opened.link, key, *alerts)


def _done(request: HttpRequest, opened: Opened, link: MailLink, key: str) -> HttpResponse:
    """What the button says, when this link may do that; else the page as it is now."""
    wish, now = request.POST.get(DO, ""), timezone.now()
    if opened.condition is Condition.OLD:
        return _new_link(request, link, key) if wish == "new" else _old_page(request, link, key)
    if wish == "edit" and link.purpose == Purpose.UPKEEP:
        return _edit(request, link, key)
    if (link.purpose, wish) not in ACTIONS:
        return _page(request, link, key)
    act, words = ACTIONS[link.purpose, wish]
    try:
        act(link, now)
    except services.LinkEnded:
        return _old_page(request, link, key)
    return _thanks(request, link, words())


def _page(request: HttpRequest, link: MailLink, key: str, *alerts: Alert) -> HttpResponse:
    listing = Listing.objects.filter(uid=link.keeper.service).first()
    if listing is None:
        return render(request, "joining/no_link.html", {"whole": True}, status=404)
    context = {"key": key, "listing": listing, "alerts": alerts, "on_map": listing.status == SEEN}
    if link.purpose == Purpose.CONNECT and link.connection:
        connection = link.connection
        names = names_of([connection.sender, connection.receiver])
        context |= {
            "connection": connection,
            "sender": names.get(connection.sender, ""),
            "receiver": names.get(connection.receiver, ""),
        }
        return render(request, "joining/connect.html", context)
    package, service = entry(link.keeper.service)
    here = here_with(link, key)
    draft = Draft(offer_of(package, service, kinds()))
    context |= {
        "rows": rows_of(draft, PAGES[:-1], here.groups),
        "place_url": reverse("directory:place", args=[listing.region, listing.code]),
    }
    template = "joining/confirm.html" if link.purpose == Purpose.LIST else "joining/upkeep.html"
    return render(request, template, context)


def _edit(request: HttpRequest, link: MailLink, key: str) -> HttpResponse:
    package, service = entry(link.keeper.service)
    return check_page(
        request, here_with(link, key), Draft(offer_of(package, service, kinds()), seen=PAGES)
    )


def _old_page(request: HttpRequest, link: MailLink, key: str) -> HttpResponse:
    """Used, replaced or too late. Says nothing of the entry; a new link goes to the same address."""
    return render(request, "joining/old_link.html", {"key": key, "link": link}, status=410)


def _new_link(request: HttpRequest, link: MailLink, key: str) -> HttpResponse:
    if not services.send_new_link(link, timezone.now()):
        return render(request, "joining/old_link.html", {"key": key, "too_many": True}, status=429)
    return _thanks(request, link, (_("Kijk in je mail"), _("Er is een nieuwe link onderweg.")))


def _thanks(request: HttpRequest, link: MailLink, words: tuple[str, str]) -> HttpResponse:
    listing = Listing.objects.filter(uid=link.keeper.service, status=SEEN).first()
    context = {
        "title": words[0],
        "lead": words[1],
        "place_url": reverse("directory:place", args=[listing.region, listing.code])
        if listing
        else "",
    }
    return render(request, "joining/thanks.html", context)


Words = Callable[[], tuple[str, str]]
ACTIONS: dict[tuple[str, str], tuple[Callable[..., object], Words]] = {
    (Purpose.LIST, "confirm"): (
        services.put_on_map,
        lambda: (
            _("Jullie staan op de Kaart"),
            _(
                "In een nieuwe mail staat een link om te bewaren. Daarmee veranderen jullie alles zelf."
            ),
        ),
    ),
    (Purpose.UPKEEP, "right"): (
        services.still_right,
        lambda: (_("Dank je wel"), _("Iedereen ziet nu dat het klopt, met de dag van vandaag.")),
    ),
    (Purpose.UPKEEP, "stop"): (
        services.stop,
        lambda: (
            _("Jullie staan niet meer op de Kaart"),
            _("Dank je voor wat jullie deden. Met dezelfde link komen jullie terug."),
        ),
    ),
    (Purpose.CONNECT, "agree"): (
        connections.agree,
        lambda: (_("Mooi"), _("Als de ander ook ja zegt, telt het mee in routes.")),
    ),
    (Purpose.CONNECT, "decline"): (
        connections.decline,
        lambda: (_("Dat is goed"), _("We laten het weten. Nee zeggen mag altijd.")),
    ),
}
