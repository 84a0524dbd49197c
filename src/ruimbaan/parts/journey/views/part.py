# SPDX-License-Identifier: EUPL-1.2
"""One part of the own file: read, add, change, take away."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.trust.deciding import Action
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.filling_in import FilledIn, read
from ruimbaan.parts.journey.kinds import OF_PATH, Kind
from ruimbaan.parts.journey.presentation.parts import ask_page, list_page, take_away_page

reads_and_takes = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@own_file
def part(request: HttpRequest, own: Own, path: str) -> HttpResponse:
    kind = OF_PATH[path]
    with own.open(kind.part) as opening:
        told = entries.read(opening, kind)
    return render(request, "journey/part.html", list_page(own, kind, told))


@reads_and_takes
@own_file
def new(request: HttpRequest, own: Own, path: str) -> HttpResponse:
    kind = OF_PATH[path]
    if request.method == "POST":
        return _add(request, own, kind, read(request, kind))
    return render(request, "journey/ask.html", ask_page(kind, form=uuid4()))


@reads_and_takes
@own_file
def entry(request: HttpRequest, own: Own, path: str, row: UUID) -> HttpResponse:
    kind = OF_PATH[path]
    if request.method == "POST":
        return _change(request, own, kind, row, read(request, kind))
    with own.open(kind.part) as opening:
        told = entries.find(opening, kind, row)
    if told is None:
        raise Http404
    return render(request, "journey/ask.html", ask_page(kind, row=row, told=told))


@reads_and_takes
@own_file
def take_away(request: HttpRequest, own: Own, path: str, row: UUID) -> HttpResponse:
    kind = OF_PATH[path]
    if request.method == "POST":
        with own.open(kind.part, action=Action.CHANGE) as opening:
            entries.remove(opening, kind, row)
        return redirect("journey:part", path=kind.path)
    with own.open(kind.part) as opening:
        told = entries.find(opening, kind, row)
    if told is None:
        raise Http404
    return render(request, "journey/take_away.html", take_away_page(own, kind, told))


def _add(request: HttpRequest, own: Own, kind: Kind, filled: FilledIn) -> HttpResponse:
    if filled.errors:
        return _ask_again(request, ask_page(kind, form=filled.form, filled=filled))
    with own.open(kind.part, action=Action.CHANGE) as opening:
        try:
            entries.add(opening, kind, filled.form, filled.values, own.now)
        except entries.ChangedMeanwhile as other:
            page = ask_page(kind, row=other.now.id, told=other.now, filled=filled, meanwhile=True)
            return _ask_again(request, page)
    return redirect("journey:part", path=kind.path)


def _change(
    request: HttpRequest, own: Own, kind: Kind, row: UUID, filled: FilledIn
) -> HttpResponse:
    with own.open(kind.part, action=Action.CHANGE) as opening:
        there = entries.find(opening, kind, row)
        if there is None:
            raise Http404
        if filled.errors:
            return _ask_again(request, ask_page(kind, row=row, told=there, filled=filled))
        try:
            entries.change(opening, kind, row, filled.version, filled.values, own.now)
        except entries.ChangedMeanwhile as other:
            page = ask_page(kind, row=row, told=other.now, filled=filled, meanwhile=True)
            return _ask_again(request, page)
    return redirect("journey:part", path=kind.path)


def _ask_again(request: HttpRequest, page: dict[str, object]) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "journey/ask.html", page, status=status)
