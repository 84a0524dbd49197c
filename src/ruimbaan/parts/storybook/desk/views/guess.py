# SPDX-License-Identifier: EUPL-1.2
"""Who tries to guess whose story it is: they see the text as others would, and nothing else of it."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.storybook.desk import Guess, Source
from ruimbaan.core.storybook.desk_errors import WriterGuesses
from ruimbaan.parts.journey.services import day
from ruimbaan.parts.storybook.desk import guessing
from ruimbaan.parts.storybook.desk.access import Visit
from ruimbaan.parts.storybook.desk.access import guessing as may_guess
from ruimbaan.parts.storybook.desk.presentation.own import text_of
from ruimbaan.parts.storybook.desk.rows import Kept, kept
from ruimbaan.parts.storybook.desk.wording import reason
from ruimbaan.parts.storybook.models import Story
from ruimbaan.ui.components import Alert, Link
from ruimbaan.ui.reader import explained, in_words


@require_safe
@may_guess
def guesses(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Those that wait for a guess of this reader."""
    rows = Story.objects.filter(region__in=visit.regions, source=Source.GIVEN, withdrawn=None)
    waiting = [one for row in rows.exclude(text="") if _waits(one := kept(row), visit)]
    links = tuple(
        Link(
            _("Verhaal, begonnen {day}").format(day=day(one.row.begun, visit.today)),
            reverse("story_desk:guess", args=[one.row.id]),
        )
        for one in waiting
    )
    thanks = Alert(_("Dank u. Uw antwoord is bewaard."), "ok") if "nu" in request.GET else None
    return render(request, "story_desk/guesses.html", {"links": links, "notice": thanks})


@require_http_methods(["GET", "HEAD", "POST"])
@may_guess
def guess(request: HttpRequest, visit: Visit, story: UUID) -> HttpResponse:
    """Also who sends a guess only read: of the text nothing changes, and so its givers read it."""
    one = visit.story(story)
    if not one.draft.text or one.draft.source is not Source.GIVEN:
        raise Http404
    wrote = str(visit.account) in one.written.writers
    error = explained(WriterGuesses()) if wrote else ""
    if request.method == "POST":
        try:
            found = Guess(request.POST.get("raad", ""))
            text = request.POST.get("som", "")
            guessing.guess(visit.account, story, found, text, visit.today)
            return redirect(f"{reverse('story_desk:guesses')}?nu=ja")
        except ValueError:
            error = _("Kies een van de twee.")
        except DomainError as refused:
            says = reason(refused, to_giver=False)
            error = in_words(says) if says else explained(refused)
    page = {
        "crumbs": (Link(_("Meelezen"), reverse("story_desk:guesses")), Link(_("Eén verhaal"))),
        "piece": text_of(one),
        "sum": "" if wrote else one.draft.text,
        "error": Alert(error, "error") if error else None,
    }
    was_sent = bool(error) and request.method == "POST"
    status = HTTPStatus.UNPROCESSABLE_ENTITY if was_sent else HTTPStatus.OK
    return render(request, "story_desk/guess.html", page, status=status)


def _waits(one: Kept, visit: Visit) -> bool:
    me = str(visit.account)
    done = any(
        review.reviewer == me and review.text == one.draft.text for review in one.draft.reviews
    )
    return not done and me not in one.written.writers
