# SPDX-License-Identifier: EUPL-1.2
"""The field that carries the answers: signed, limited in time, and kind when it is not intact."""

from __future__ import annotations

import base64
import json
from datetime import date, timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from ruimbaan.core.journey.answers import Answers
from ruimbaan.parts.routecheck import queries, travelling
from ruimbaan.parts.routecheck.travelling import Arrived, pack, unpack
from tests.parts.routecheck_forms import Visitor

ANSWERS = Answers(
    {"goals": ("own-door",), "sleep": ("sofa",), "treatment": ("running",)},
    {"treatment": date(2027, 1, 2)},
    "rust",
)


def unpacked(field: str):
    return unpack(field, queries.questionnaire())


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch):
    """The clock of the signature, moved."""

    def move(by: timedelta) -> None:
        now = (timezone.now() + by).timestamp()
        monkeypatch.setattr("django.core.signing.time.time", lambda: now)

    return move


def test_answers_come_back_as_they_went():
    found = unpacked(pack(ANSWERS))

    assert found.arrived is Arrived.WHOLE
    assert found.answers == ANSWERS


def test_a_field_of_almost_two_hours_old_is_whole_and_an_older_one_has_expired(later):
    field = pack(ANSWERS)

    later(travelling.STAYS_FRESH - timedelta(minutes=1))
    assert unpacked(field).arrived is Arrived.WHOLE
    later(travelling.STAYS_FRESH + timedelta(minutes=1))
    assert unpacked(field).arrived is Arrived.EXPIRED
    assert unpacked(field).answers == ANSWERS


SPOILT = {
    "another last sign": lambda field: field[:-1] + ("A" if field[-1] != "A" else "B"),
    "a sign in front": lambda field: "x" + field,
    "no signature": lambda field: field.split(":")[0],
    "far too long": lambda field: field * 40,
    "a sign that cannot be": lambda field: field.replace(":", ":\x00"),
    "half a sign": lambda field: field[:4] + "\ud800",
    "no ASCII": lambda field: "é" + field,
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_field_that_is_not_intact_is_not_used(spoil):
    assert unpacked(spoil(pack(ANSWERS))) == travelling.Unpacked(Answers(), Arrived.BROKEN)


def test_answers_that_somebody_wrote_are_not_used():
    content = base64.urlsafe_b64encode(json.dumps({"f": 1, "c": {}, "d": {}, "w": ""}).encode())

    assert unpacked(content.decode() + ":1xUwSa:abc").arrived is Arrived.BROKEN


def test_a_signature_for_something_else_is_not_used():
    other = signing.dumps({"f": 1, "c": {}, "d": {}, "w": ""}, salt="other", compress=True)

    assert unpacked(other).arrived is Arrived.BROKEN


def test_of_older_questions_what_still_exists_is_kept():
    older = Answers({**ANSWERS.chosen, "gone": ("x",), "money": ("gone",)}, ANSWERS.days, "rust")

    found = unpacked(pack(older))

    assert found.arrived is Arrived.OLDER
    assert found.answers == ANSWERS


def test_another_format_is_older():
    field = signing.dumps({"f": 99}, salt=travelling.SALT, compress=True)

    assert unpacked(field) == travelling.Unpacked(Answers(), Arrived.OLDER)


@pytest.fixture
def visitor(client: Client) -> Visitor:
    return Visitor(client)


@pytest.mark.parametrize("path", ["vraag", "route", "papier", "bewaren"])
def test_expired_answers_are_not_shown_but_still_there(visitor: Visitor, later, path: str):
    field = pack(ANSWERS)
    later(travelling.STAYS_FRESH + timedelta(minutes=1))

    visitor.send(f"/routecheck/{path}", answers=field)
    assert visitor.title == "Ben je er nog?"
    assert "Bij vrienden" not in visitor.words

    visitor.send("/routecheck/vraag", **{n: v[0] for n, v in visitor.form.filled.items()})
    assert "Bij vrienden, op de bank" in visitor.words


@pytest.mark.parametrize("path", ["route", "papier", "bewaren"])
def test_broken_answers_are_a_kind_page(visitor: Visitor, path: str):
    visitor.send(f"/routecheck/{path}", answers="broken")

    assert visitor.status == 200
    assert "Dat ligt niet aan jou." in visitor.words
    assert "Opnieuw beginnen" in visitor.words


def test_with_a_broken_field_what_was_just_filled_in_is_kept(visitor: Visitor):
    visitor.send("/routecheck/vraag", answers="broken", page="sleep", **{"q-sleep": "shelter"})
    assert "Wat je net invulde is er nog." in visitor.words

    visitor.send("/routecheck/vraag", **{n: v[0] for n, v in visitor.form.filled.items()})

    assert "In de opvang" in visitor.words


def test_older_answers_lead_to_all_answers_with_a_word_about_it(visitor: Visitor):
    older = Answers({**ANSWERS.chosen, "gone": ("x",)})

    visitor.send("/routecheck/vraag", answers=pack(older), page="sleep", **{"q-sleep": "sofa"})

    assert visitor.title == "Kloppen je antwoorden?"
    assert "Een paar vragen zijn veranderd." in visitor.words


@pytest.mark.parametrize("page", ["", "nergens", "order", "<b>"])
def test_an_unknown_page_leads_to_all_answers(visitor: Visitor, page: str):
    visitor.send("/routecheck/vraag", answers=pack(ANSWERS), page=page, go="next")

    assert visitor.status == 200
    assert visitor.title == "Kloppen je antwoorden?"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://testserver"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "https://elders.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://testserver"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"}, 403),
    ],
)
@pytest.mark.parametrize("path", ["vraag", "route", "papier", "bewaren"])
def test_a_form_must_come_from_a_page_of_this_site(client: Client, path, headers, status):
    response = client.post(f"/routecheck/{path}", {"answers": pack(ANSWERS)}, headers=headers)

    assert response.status_code == status


def test_no_cookie_and_no_token_is_needed():
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/routecheck/vraag", {"page": "start"})

    assert response.status_code == 200
    assert response.cookies == {}
    assert response.headers["Cache-Control"] == "no-store"
