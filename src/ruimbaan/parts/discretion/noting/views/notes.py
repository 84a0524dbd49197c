# SPDX-License-Identifier: EUPL-1.2
"""The notes of who is signed in, and of nobody else. No address tells of anybody's notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.discretion.noting import USUAL, Note
from ruimbaan.core.discretion.noting_errors import NothingNoted
from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, WordsWithoutShape, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.accounts.queries import name_of
from ruimbaan.parts.discretion.asking.presentation.one import effects
from ruimbaan.parts.discretion.asking.views.doing import effect_from
from ruimbaan.parts.discretion.asking.views.worker import Worker, working
from ruimbaan.parts.discretion.asking.wanting import called_at_work, people_of
from ruimbaan.parts.discretion.noting import book
from ruimbaan.parts.discretion.noting.offering import Offered, offer
from ruimbaan.parts.discretion.noting.presentation import notes as shown
from ruimbaan.parts.journey.services import came_whole, form_id
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.trust.queries import is_closed

LATER = {"2": timedelta(weeks=2), "4": USUAL, "13": timedelta(weeks=13)}


@require_safe
@working
def all_notes(request: HttpRequest, me: Worker) -> HttpResponse:
    page = shown.list_page(book.read(me.account), me.today, request.GET.get("nu", ""))
    return render(request, "room_noting/notes.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@working
def new(request: HttpRequest, me: Worker) -> HttpResponse:
    """Four fields, of which one is needed; the day to look back on comes by itself."""
    if request.method != "POST":
        page = shown.form_page(uuid4(), request.GET.dict(), {}, MOST_IN_A_LINE)
        return render(request, "room_noting/note.html", page)
    form = form_id(request.POST)
    note = Note(form, me.today, "", look_back=me.today + USUAL)
    try:
        book.add(me.account, _filled_in(request, note))
    except DomainError as error:
        page = shown.form_page(form, request.POST.dict(), {shown.WHAT: error}, MOST_IN_A_LINE)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "room_noting/note.html", page, status=status)
    return redirect(f"{reverse('room_noting:notes')}?nu=bewaard")


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@working
def one(request: HttpRequest, me: Worker, note: UUID) -> HttpResponse:
    found = book.find(me.account, note)
    if found is None:
        raise Http404
    typed, errors = shown.typed_of(found), {}
    if request.method == "POST":
        try:
            return _done(request, me, found)
        except DomainError as error:
            typed, errors = request.POST.dict(), {shown.WHAT: error}
    page = shown.form_page(note, typed, errors, MOST_IN_A_LINE) | {
        "note": shown.line(found, me.today),
        "effects": effects(),
        "can_offer": bool(people_of(me.actor, me.now)),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return render(request, "room_noting/one.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@working
def offer_it(request: HttpRequest, me: Worker, note: UUID) -> HttpResponse:
    """To the person, who keeps it or not; nobody hears which. Exactly these words go along."""
    found, people = book.find(me.account, note), people_of(me.actor, me.now)
    if found is None or not people:
        raise Http404
    if request.method == "POST":
        about = _person(request.POST, people)
        words = request.POST.get(shown.WHAT, "").strip() or found.what
        check_words(words[:MOST_IN_A_LINE], most=MOST_IN_A_LINE)
        who = called_at_work(me.actor, me.now) or name_of(me.account)
        told = Offered(note, me.today, who, words[:MOST_IN_A_LINE], found.rule)
        if not is_closed(about):
            offer(about, me.account, form_id(request.POST), told)
        return render(request, "room_noting/offered.html")
    page = {"note": shown.line(found, me.today), "people": people.items(), "form_id": uuid4()}
    return render(request, "room_noting/offer.html", page | {"most": MOST_IN_A_LINE})


def _done(request: HttpRequest, me: Worker, found: Note) -> HttpResponse:
    sent = request.POST
    match sent.get("doe"):
        case "weg":
            book.remove(me.account, found.id)
        case "deed":
            effect = effect_from(sent.get("effect", ""))
            book.change(me.account, found.id, lambda one: replace(one, effect=effect))
        case "later":
            day = me.today + LATER[weeks] if (weeks := sent.get("weken", "")) in LATER else None
            book.change(me.account, found.id, lambda one: replace(one, look_back=day, effect=None))
        case _:
            written = _filled_in(request, found)
            book.change(me.account, found.id, lambda one: _with_words(one, written))
    return redirect("room_noting:notes")


def _filled_in(request: HttpRequest, note: Note) -> Note:
    sent = request.POST
    if not came_whole(request):
        raise WordsWithoutShape
    texts = {name: sent.get(name, "").strip() for name in shown.FIELDS}
    if not texts[shown.WHAT]:
        raise NothingNoted
    for name in (shown.WHAT, shown.WHY, shown.HOPED):
        check_words(texts[name], most=MOST_IN_A_LINE, must=False)
    rule = find_rule(texts[shown.RULE]) if texts[shown.RULE] else None
    return replace(
        note,
        what=texts[shown.WHAT],
        why=texts[shown.WHY],
        hoped=texts[shown.HOPED],
        rule=rule.id if rule else "",
    )


def _with_words(one: Note, written: Note) -> Note:
    """What was changed meanwhile in another window, the effect or the day, stays."""
    return replace(one, what=written.what, why=written.why, hoped=written.hoped, rule=written.rule)


def _person(sent: QueryDict, people: dict[UUID, str]) -> UUID:
    try:
        about = UUID(sent.get("over", ""))
    except ValueError:
        raise Http404 from None
    if about not in people:
        raise Http404
    return about
