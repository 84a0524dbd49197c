# SPDX-License-Identifier: EUPL-1.2
"""An initiative lists itself, or changes what it told: page after page, then a look at all of it.
Every page follows from what was sent; nothing is kept before the last button."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.parts.directory import queries
from ruimbaan.parts.directory.joining import services
from ruimbaan.parts.directory.joining.drafts import Draft, pack, unpack
from ruimbaan.parts.directory.joining.forms import PAGES, read_page
from ruimbaan.parts.directory.joining.guard import TRAP, is_robot
from ruimbaan.parts.directory.joining.limits import LISTING, may_send
from ruimbaan.parts.directory.joining.links import KEY, Condition, open_link
from ruimbaan.parts.directory.joining.models import MailLink
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.directory.joining.presentation.asking import Around, ask_page
from ruimbaan.parts.directory.joining.presentation.checking import rows_of
from ruimbaan.parts.directory.joining.presentation.places import PlaceGroup, codes_in, groups_of
from ruimbaan.parts.directory.joining.regions import find_title
from ruimbaan.parts.directory.joining.texts import Fault
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.saying import language, said
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Alert, Door, Link
from ruimbaan.ui.origin import where_from
from ruimbaan.ui.private_form import private_form

DRAFT, PAGE, GO, CHANGING = "draft", "page", "go", "changing"
NEXT, BACK, SKIP, SEND, CHECK, TO = "next", "back", "skip", "send", "check", "page:"
SWITCH = "switch"  # the form that brings the same page in the other language
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@dataclass(frozen=True, slots=True)
class Here:
    """The region, what one can choose there, and with a mailed link the entry that is changed."""

    region: str
    title: str
    groups: tuple[PlaceGroup, ...]
    key: str = ""
    link: MailLink | None = None

    @property
    def pages(self) -> Sequence[str]:
        """Who changes an entry has shown already which address is theirs."""
        return PAGES[:-1] if self.link else PAGES


@require_safe
@public_page
def start(request: HttpRequest) -> HttpResponse:
    doors = tuple(
        Door(said(title), reverse("joining:listing", args=[region]), "home")
        for region in queries.list_names()
        if (title := find_title(region))
    )
    return render(request, "joining/start.html", {"doors": doors, "ready": settings.MAIL_READY})


@require_safe
@public_page
def sent(request: HttpRequest) -> HttpResponse:
    """The same for everybody: it does not tell whether an address was known."""
    days = services.DAYS_TO_CONFIRM
    return render(request, "joining/sent.html", {"days": days})


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def listing(request: HttpRequest, region: str) -> HttpResponse:
    """One page comes in, the next place goes back."""
    if not settings.MAIL_READY:
        return redirect("joining:start")
    here = _here(region, request.POST.get(KEY, ""))
    if request.method != "POST":
        return _ask(request, here, PAGES[0], Draft(fresh=secrets.token_hex(3)))
    draft = unpack(request.POST.get(DRAFT, ""))
    if draft is None or (request.POST.get(KEY) and here.link is None):
        return _begin_again(request, here)
    return _moved(request, here, draft)


def check_page(request: HttpRequest, here: Here, draft: Draft, *alerts: Alert) -> HttpResponse:
    context = {
        "rows": rows_of(draft, here.pages, here.groups),
        "alerts": alerts,
        "name": draft.offer.name,
        "robots": TRAP,
    }
    return render(request, "joining/check.html", context | _travels(here, draft, CHECK))


def here_with(link: MailLink, key: str) -> Here:
    """For the page of a mailed link, from where one changes the entry."""
    return _here(link.keeper.region, key)


def _here(region: str, key: str) -> Here:
    title = find_title(region)
    if title is None:
        raise Http404
    opened = open_link(key, timezone.now()) if key else None
    link = opened.link if opened and opened.condition is Condition.LIVING else None
    if link and (link.purpose != Purpose.UPKEEP or link.keeper.region != region):
        link = None
    own = Listing.objects.filter(uid=link.keeper.service).first() if link else None
    groups = groups_of(region, own.code if own else "")
    return Here(region, said(title), groups, key if link else "", link)


def _moved(request: HttpRequest, here: Here, draft: Draft) -> HttpResponse:
    go, page = request.POST.get(GO, NEXT), request.POST.get(PAGE, CHECK)
    changing = request.POST.get(CHANGING) == "1"
    if page not in here.pages:
        return _from_check(request, here, draft, go)
    if go == SKIP:
        skipped = replace(draft, seen=(*draft.seen, page))
        return _next(request, here, skipped, page, go, changing=changing)
    after, faults = read_page(page, request.POST, draft, codes_in(here.groups))
    if go == BACK or go.startswith(TO):  # what is wrong is asked again before it is sent
        return _next(request, here, after, page, go, changing=changing)
    if faults:
        return _ask(request, here, page, after, faults, changing=changing)
    return _next(request, here, after, page, go, changing=changing)


def _next(
    request: HttpRequest, here: Here, draft: Draft, page: str, go: str, *, changing: bool
) -> HttpResponse:
    place = here.pages.index(page)
    if go == BACK and not changing:
        return _ask(request, here, here.pages[max(place - 1, 0)], draft)
    missing = [one for one in here.pages if one not in draft.seen]
    if changing and (go == BACK or not missing):
        return check_page(request, here, draft)
    if place + 1 < len(here.pages) and not changing:
        return _ask(request, here, here.pages[place + 1], draft)
    if missing:
        return _ask(request, here, missing[0], draft)
    return check_page(request, here, draft)


def _from_check(request: HttpRequest, here: Here, draft: Draft, go: str) -> HttpResponse:
    wanted = go.removeprefix(TO)
    if go.startswith(TO) and wanted in here.pages:
        return _ask(request, here, wanted, draft, changing=request.POST.get(CHANGING) == "1")
    missing = [page for page in here.pages if page not in draft.seen]
    if missing:
        return _ask(request, here, missing[0], draft)
    return _send(request, here, draft) if go == SEND else check_page(request, here, draft)


def _send(request: HttpRequest, here: Here, draft: Draft) -> HttpResponse:
    now = timezone.now()
    if is_robot(request):
        return redirect("joining:sent")
    if here.link:
        services.change(here.link, draft.offer, now)
        return redirect(f"{reverse('joining:link')}?{KEY}={here.key}&gedaan=1")
    kept = may_send(LISTING, where_from(request), now) and services.list_initiative(
        draft.offer,
        region=here.region,
        address=draft.address,
        language=language(),
        fresh=draft.fresh,
        at=now,
    )
    if not kept:
        text = _(
            "Er kwam vandaag al veel binnen. Wat je schreef staat hier nog. Probeer het morgen."
        )
        response = check_page(request, here, draft, Alert(text, "warning"))
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        return response
    return redirect("joining:sent")


def _ask(
    request: HttpRequest,
    here: Here,
    page: str,
    draft: Draft,
    faults: Sequence[Fault] = (),
    *,
    changing: bool = False,
) -> HttpResponse:
    asking = ask_page(page, here.pages, draft, Around(here.title, here.groups), faults)
    context = {"asking": asking, "changing": changing, "region": here.title, "robots": TRAP}
    status = UNPROCESSABLE if faults else HTTPStatus.OK
    place = f"{TO}{page}"
    context |= _travels(here, draft, place)
    if request.method != "POST":
        context["language_form"] = ""  # nothing was filled in yet: a link will do
    return render(request, "joining/ask.html", context, status=status)


def _begin_again(request: HttpRequest, here: Here) -> HttpResponse:
    """The field came back broken or too old, or the link behind it ended."""
    if request.POST.get(KEY):
        return redirect(f"{reverse('joining:link')}?{KEY}={request.POST[KEY][:120]}")
    text = _("Wat je eerder schreef kwam niet heel aan. Dat ligt niet aan jou. Begin opnieuw.")
    fresh = Draft(fresh=secrets.token_hex(3))
    asking = ask_page(PAGES[0], PAGES, fresh, Around(here.title, here.groups))
    context = {"asking": asking, "alerts": (Alert(text),), "region": here.title, "robots": TRAP}
    return render(request, "joining/ask.html", context | _travels(here, fresh, f"{TO}{PAGES[0]}"))


def _travels(here: Here, draft: Draft, place: str) -> dict[str, object]:
    """What goes along with every page: the draft, the key of a mailed link, and where one is."""
    return {
        "draft": pack(draft),
        "key": here.key,
        "place": place,
        "url": reverse("joining:listing", args=[here.region]),
        "language_form": SWITCH,
        "crumbs": (
            Link(_("Zoek steun"), reverse("directory:regions")),
            Link(here.title, reverse("directory:places", args=[here.region])),
            Link(_("Meedoen")),
        ),
    }
