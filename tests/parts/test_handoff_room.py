# SPDX-License-Identifier: EUPL-1.2
"""Room is asked before anybody is handed over, between places, without a person."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.handoff.models import CapacityQuestion
from tests.parts.handing_over import organisation_of
from tests.parts.own_files import Other, read, worker
from tests.parts.reading import length, sentences

pytestmark = pytest.mark.django_db
PAGE = "/werk/plek"
MONTH = timezone.localdate().replace(day=1).isoformat()


@pytest.fixture
def bram() -> Other:
    return worker("bram", organisation=Organisation.objects.create(name="De Kribbe"))


@pytest.fixture
def noor() -> Other:
    return worker("noor", organisation=Organisation.objects.create(name="De Kade"))


def asks(one: Other, other: Other, **more: str) -> Any:
    asked = {"doe": "vraag", "wie": str(organisation_of(other).pk), "soort": "support"}
    return one.client.post(PAGE, {**asked, "maand": MONTH, **more})


def only() -> CapacityQuestion:
    return CapacityQuestion.objects.get()


def test_a_question_an_answer_and_everybody_can_use_it(bram: Other, noor: Other):
    assert asks(bram, noor).status_code == 302
    assert asks(bram, noor).status_code == 302
    assert "Aan u gevraagd" in read(noor.client, PAGE)
    assert "Aan u gevraagd" not in read(bram.client, PAGE)

    noor.client.post(PAGE, {"doe": "ja", "vraag": str(only().pk), "vanaf": "2030-03-01"})

    third = worker("anna", organisation=Organisation.objects.create(name="De Brug"))
    page = read(third.client, PAGE)
    assert "De Kade" in page
    assert "Plek vanaf 1 maart 2030" in page
    assert [one for one in sentences(page) if length(one) > 20] == []


def test_only_who_works_there_answers_and_the_first_answer_holds(bram: Other, noor: Other):
    asks(bram, noor)
    assert bram.client.post(PAGE, {"doe": "ja", "vraag": str(only().pk)}).status_code == 404

    noor.client.post(PAGE, {"doe": "nee", "vraag": str(only().pk)})
    noor.client.post(PAGE, {"doe": "ja", "vraag": str(only().pk)})

    assert only().room is False


@pytest.mark.parametrize(
    "wrong",
    [{"wie": "x"}, {"soort": "bed"}, {"maand": "2020-01-01"}, {"maand": "x"}, {"doe": "koop"}],
)
def test_what_cannot_be_asked_is_not(bram: Other, noor: Other, wrong: dict[str, str]):
    assert asks(bram, noor, **wrong).status_code == 422
    assert not CapacityQuestion.objects.exists()


def test_no_column_leads_to_a_person():
    names = {field.name for field in CapacityQuestion._meta.fields}
    assert names == {"id", "organisation", "ask", "month", "asked", "answered", "room", "since"}
