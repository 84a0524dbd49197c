# SPDX-License-Identifier: EUPL-1.2
"""Making, changing and taking away a sketch."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.now.kinds import SKETCH
from ruimbaan.parts.journey.now.presentation.asking import away_page, sketch_page
from ruimbaan.parts.journey.now.sketches import read
from ruimbaan.parts.trust.walls import Opening

reads_and_takes = require_http_methods(["GET", "HEAD", "POST"])


@reads_and_takes
@own_file
def new(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method != "POST":
        return _show(request, sketch_page(own, form=uuid4()))
    filled = read(request)
    if filled.errors:
        return _again(request, sketch_page(own, form=filled.form, filled=filled))
    if not filled.values:  # everything was left out: nothing to keep
        return redirect("journey:now")
    with own.open(Part.ME_NOW, action=Action.CHANGE) as opening:
        try:
            entries.add(opening, SKETCH, filled.form, filled.values, own.now)
        except entries.ChangedMeanwhile as other:
            page = sketch_page(own, told=other.now, filled=filled, meanwhile=True)
            return _again(request, page)
    return redirect("journey:now")


@reads_and_takes
@own_file
def change(request: HttpRequest, own: Own, row: UUID) -> HttpResponse:
    if request.method != "POST":
        with own.open(Part.ME_NOW) as opening:
            told = _found(opening, row)
        return _show(request, sketch_page(own, told=told))
    filled = read(request)
    with own.open(Part.ME_NOW, action=Action.CHANGE) as opening:
        told = _found(opening, row)
        if filled.errors:
            return _again(request, sketch_page(own, told=told, filled=filled))
        try:
            entries.change(opening, SKETCH, row, filled.version, filled.values, own.now)
        except entries.ChangedMeanwhile as other:
            page = sketch_page(own, told=other.now, filled=filled, meanwhile=True)
            return _again(request, page)
    return redirect("journey:now")


@reads_and_takes
@own_file
def away(request: HttpRequest, own: Own, row: UUID) -> HttpResponse:
    if request.method == "POST":
        with own.open(Part.ME_NOW, action=Action.CHANGE) as opening:
            entries.remove(opening, SKETCH, row)
        return redirect("journey:now")
    with own.open(Part.ME_NOW) as opening:
        told = _found(opening, row)
    return render(request, "journey/now/away.html", away_page(own, told))


def _found(opening: Opening, row: UUID) -> Told:
    told = entries.find(opening, SKETCH, row)
    if told is None:
        raise Http404
    return told


def _show(request: HttpRequest, page: dict[str, object]) -> HttpResponse:
    return render(request, "journey/now/sketch.html", page)


def _again(request: HttpRequest, page: dict[str, object]) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "journey/now/sketch.html", page, status=status)
