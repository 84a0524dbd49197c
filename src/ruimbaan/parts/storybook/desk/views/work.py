# SPDX-License-Identifier: EUPL-1.2
"""Who writes: the stories of the region, beginning one, writing it, and publishing it when the core
says that it may."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.storybook.desk import Source, Use
from ruimbaan.core.storybook.desk_errors import GiftInUse, ReadMeanwhile
from ruimbaan.core.trust.deciding import Action
from ruimbaan.parts.journey.services import form_id
from ruimbaan.parts.storybook.desk import forms, writing
from ruimbaan.parts.storybook.desk.access import Visit, at_desk
from ruimbaan.parts.storybook.desk.presentation import work as shown
from ruimbaan.parts.storybook.desk.presentation.writing import write_page
from ruimbaan.parts.storybook.desk.rows import Kept, gift_words
from ruimbaan.parts.storybook.desk.wording import reason
from ruimbaan.parts.storybook.models import Gift
from ruimbaan.ui.components import Alert, Link
from ruimbaan.ui.reader import explained, in_words


@require_safe
@at_desk
def stories(request: HttpRequest, visit: Visit) -> HttpResponse:
    return render(request, "story_desk/stories.html", shown.stories_page(visit))


@require_safe
@at_desk
def gift(request: HttpRequest, visit: Visit, gift: UUID) -> HttpResponse:
    """What somebody gave, in their own words."""
    found = visit.gift(gift)
    title = shown.gift_title(found, visit.today)
    page = {
        "crumbs": shown.crumbs(Link(title)),
        "title": title,
        "words": gift_words(found),
        "gift": found.id if found.story_id is None else None,
        "form_id": uuid4(),
    }
    return render(request, "story_desk/gift.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    sent = request.POST
    picked, form = sent.getlist("stuk"), form_id(sent) if sent else uuid4()
    page = shown.begin_page(visit, form, sent.get("bron", ""), picked)
    if request.method != "POST":
        return render(request, "story_desk/begin.html", page)
    try:
        return redirect("story_desk:story", _begin(visit, form, sent.get("bron", ""), picked))
    except DomainError as error:
        page["errors"] = (Link(_says(error), "#bron"),)
    return render(request, "story_desk/begin.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def story(request: HttpRequest, visit: Visit, story: UUID) -> HttpResponse:
    action = Action.CHANGE if request.method == "POST" else Action.LOOK
    one, error = visit.story(story, action), ""
    if request.method == "POST":
        try:
            _do(request, story, visit)
            return redirect("story_desk:story", story)
        except DomainError as refused:
            error = _says(refused)
            one = visit.story(story)
    page = shown.story_page(one, visit.today)
    page["error"] = Alert(error, "error") if error else None
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "story_desk/story.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@at_desk
def write(request: HttpRequest, visit: Visit, story: UUID) -> HttpResponse:
    if request.method != "POST":
        one = visit.story(story)
        page = write_page(one, forms.of_written(one.written), one.row.version)
        return render(request, "story_desk/write.html", page)
    one = visit.story(story, Action.CHANGE)
    return _write(request, visit, one)


def _write(request: HttpRequest, visit: Visit, one: Kept) -> HttpResponse:
    sent = request.POST.get("versie", "")
    version = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 9 else 0
    filled, status = forms.of_written(one.written), HTTPStatus.OK
    error: DomainError | None = None
    try:
        filled = forms.read(request)
        if request.POST.get("doe") == "grover":
            filled = forms.made_coarser(filled)
        else:
            told = (filled.story, filled.notes, filled.asked)
            writing.write(visit.account, one.row.id, version, *told, visit.today)
            return redirect("story_desk:story", one.row.id)
    except DomainError as refused:
        error, status = refused, HTTPStatus.UNPROCESSABLE_ENTITY
        if isinstance(refused, ReadMeanwhile):  # what was typed stays, on top of the newer text
            version = one.row.version
    page = write_page(one, filled, version, error)
    return render(request, "story_desk/write.html", page, status=status)


def _do(request: HttpRequest, story: UUID, visit: Visit) -> None:
    sent = request.POST
    match sent.get("doe"):
        case "openbaar":
            try:
                use = Use(sent.get("waar", ""))
            except ValueError:
                raise Http404 from None
            writing.publish(story, use, sent.get("som", ""), visit.today)
        case "apart":
            key, why = sent.get("sleutel", ""), sent.get("reden", "")
            writing.set_aside(story, key, why, visit.today)
        case _:
            raise Http404


def _begin(visit: Visit, form: UUID, source: str, picked: list[str]) -> UUID:
    """In the region of the gifts; a made-up one in the first region of who writes."""
    if source == Source.SYNTHETIC:
        region = min(visit.regions)
        return writing.begin(visit.account, form, region, Source.SYNTHETIC, (), visit.today)
    try:
        gifts = tuple(dict.fromkeys(UUID(one) for one in picked))
    except ValueError:
        raise GiftInUse from None
    row = Gift.objects.filter(pk__in=gifts, region__in=visit.regions).first()
    region = row.region if row else min(visit.regions)
    return writing.begin(visit.account, form, region, Source.GIVEN, gifts, visit.today)


def _says(error: DomainError) -> str:
    said = reason(error, to_giver=False)
    return in_words(said) if said else explained(error)
