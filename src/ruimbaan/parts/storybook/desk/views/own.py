# SPDX-License-Identifier: EUPL-1.2
"""The giver: choosing what to give, seeing the text, saying yes for each use, and taking back."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.journey.own_words import WordsWithoutShape, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.storybook.desk import Use
from ruimbaan.core.storybook.desk_errors import NothingGiven, RegionNotChosen
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.directory.queries import list_names, list_regions
from ruimbaan.parts.journey.services import Own, came_whole, form_id, own_file
from ruimbaan.parts.storybook.desk import giving
from ruimbaan.parts.storybook.desk.offering import chosen, pieces
from ruimbaan.parts.storybook.desk.presentation.own import (
    crumbs,
    gift_page,
    give_page,
    mine_page,
)
from ruimbaan.parts.storybook.desk.wording import reason
from ruimbaan.parts.storybook.models import Gift
from ruimbaan.ui.components import Alert, Link, Option
from ruimbaan.ui.reader import explained, in_words

PICKED, WORDS, REGION, SUM = "stuk", "woorden", "regio", "som"
GIVE = "geef"


@require_safe
@own_file
def mine(request: HttpRequest, own: Own) -> HttpResponse:
    with own.open(Part.OWN):
        page = mine_page(own, giving.given_by(own.journey))
    return render(request, "story_desk/mine.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@own_file
def give(request: HttpRequest, own: Own) -> HttpResponse:
    """First what would be given, as it stands; then yes."""
    sent = request.POST
    picked, words = sent.getlist(PICKED), sent.get(WORDS, "")
    offered, form = pieces(own), form_id(sent) if sent else uuid4()
    page: dict[str, object] = {"form_id": form}
    page |= give_page(offered, picked, words, _regions(sent.get(REGION, "")))
    if request.method != "POST":
        return render(request, "story_desk/give.html", page)
    text = chosen(offered, picked, words)
    try:
        if not came_whole(request):
            raise WordsWithoutShape
        check_words(words, must=False)
        if not text:
            raise NothingGiven
        region = _region(sent.get(REGION, ""))
        if sent.get("doe") == GIVE and sent.get(SUM) == _sum(text):
            gift = _give(own, form, region, text)
            return redirect(f"{reverse('story_desk:own', args=[gift])}?nu=gegeven")
    except DomainError as error:
        page["errors"] = (Link(explained(error), f"#{_place(error)}"),)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "story_desk/give.html", page, status=status)
    page |= {"text": text, "sum": _sum(text), "picked": picked, "region": region}
    page["crumbs"] = crumbs(Link(_("Nalezen")))
    return render(request, "story_desk/give_check.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def own(request: HttpRequest, own: Own, gift: UUID) -> HttpResponse:
    """What was given, how it stands, and the text exactly as others would read it."""
    found, error = _mine(own, gift), ""
    if request.method == "POST":
        try:
            use = Use(request.POST.get("ja", ""))
            with own.open(Part.OWN, action=Action.CHANGE):
                giving.sign(found, use, request.POST.get(SUM, ""), own.today)
            return redirect(f"{reverse('story_desk:own', args=[gift])}?nu=ja")
        except ValueError:
            raise Http404 from None
        except DomainError as refused:
            says = reason(refused, to_giver=True)
            error = in_words(says) if says else explained(refused)
            found = _mine(own, gift)
    with own.open(Part.OWN):
        page = gift_page(own, found)
    notice = {
        "gegeven": _("Dank je. Alleen de redactie kan dit lezen."),
        "ja": _("Je ja is bewaard."),
    }
    told = notice.get(request.GET.get("nu", ""))
    page["notice"] = Alert(error, "error") if error else Alert(told, "ok") if told else None
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "story_desk/own.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def take_back(request: HttpRequest, own: Own, gift: UUID) -> HttpResponse:
    """One tap, one confirmation, no reason."""
    found = _mine(own, gift)
    url = reverse("story_desk:own", args=[gift])
    if request.method == "POST":
        with own.open(Part.OWN, action=Action.CHANGE):
            giving.take_back(found, own.today)
        return redirect(url)
    page = {"crumbs": crumbs(Link(_("Terugnemen"))), "back_url": url}
    return render(request, "story_desk/take_back.html", page)


def _give(own: Own, form: UUID, region: str, text: str) -> UUID:
    with own.open(Part.OWN, action=Action.CHANGE):
        return giving.give(own.journey, form, region, text, own.today)


def _mine(own: Own, gift: UUID) -> Gift:
    found = giving.find_own(own.journey, gift)
    if found is None:
        raise Http404
    return found


def _regions(sent: str) -> tuple[Option, ...]:
    """Nothing to choose where there is one."""
    found = list_regions()
    if len(found) < 2:
        return ()
    return tuple(
        Option(name, in_words(one.title), checked=name == sent) for name, one in found.items()
    )


def _region(sent: str) -> str:
    """Raises RegionNotChosen."""
    names = list_names()
    if len(names) == 1:
        return names[0]
    if sent not in names:
        raise RegionNotChosen
    return sent


def _place(error: DomainError) -> str:
    return REGION if isinstance(error, RegionNotChosen) else WORDS


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
