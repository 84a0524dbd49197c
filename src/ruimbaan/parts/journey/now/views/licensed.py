# SPDX-License-Identifier: EUPL-1.2
"""Filling in a licensed list. The answers become a note of the person, in words; nothing is counted."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ruimbaan.core.journey.licensed_list import LicensedList, in_words
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.filling_in import NotAChoice, form_id
from ruimbaan.parts.journey.now.licensed import find
from ruimbaan.parts.journey.now.presentation.licensed import licensed_page, question_name
from ruimbaan.parts.journey.now.presentation.page import NOTES
from ruimbaan.parts.journey.now.sketches import SKIPPED


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def licensed(request: HttpRequest, own: Own, name: str) -> HttpResponse:
    found = find(name, own.today)
    if found is None:  # never there, taken away, or its licence is over
        return redirect("journey:now")
    if request.method != "POST":
        return render(request, "journey/now/licensed.html", licensed_page(found, uuid4(), {}))
    form, typed = form_id(request.POST), _typed(found, request.POST)
    try:
        given = _given(found, typed)
    except NotAChoice as error:
        page = licensed_page(found, form, typed, error)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "journey/now/licensed.html", page, status=status)
    if given:
        values = {"domain": found.domain, "words": in_words(found, given)}
        with own.open(Part.ME_NOW, action=Action.CHANGE) as opening:
            try:
                entries.add(opening, NOTES, form, values, own.now)
            except entries.ChangedMeanwhile:  # the same form, sent again with other answers
                return redirect("journey:now")
    return redirect("journey:now")


def _typed(found: LicensedList, sent: QueryDict) -> dict[str, str]:
    names = map(question_name, range(len(found.questions)))
    return {name: sent.get(name, SKIPPED) for name in names}


def _given(found: LicensedList, typed: Mapping[str, str]) -> dict[int, int]:
    """By the number of each question that of its answer. Raises NotAChoice."""
    answers = {str(number): number for number in range(len(found.answers))}
    given = {}
    for question in range(len(found.questions)):
        answer = typed[question_name(question)]
        if answer == SKIPPED:
            continue
        if answer not in answers:
            raise NotAChoice
        given[question] = answers[answer]
    return given
