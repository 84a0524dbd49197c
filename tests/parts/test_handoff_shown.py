# SPDX-License-Identifier: EUPL-1.2
"""What the pages say of who sees a question: before the yes to who stepped forward, and after the
person stopped showing it."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.reminding import Nudge
from ruimbaan.parts.handoff.services import tell
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.handing_over import (
    COMPOSE,
    do,
    known,
    only_handoff,
    organisation_of,
    question,
    send,
    stays,
    to,
    works_at,
)
from tests.parts.own_files import Other, Person, person, read, worker
from tests.parts.test_handoff_letters import in_working_days
from tests.parts.test_handoff_open import DAY_TREATMENT, on_map

pytestmark = pytest.mark.django_db
OPEN = {"kaart": f"waalstad:{DAY_TREATMENT}"}
ASKS = "Mogen zij je vraag zien?"
STOPPED = "De Kade ziet je vraag niet."
LATER = (timezone.localdate() + timedelta(days=9)).isoformat()
HOME = "/mijn"


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def bram(sterre: Person) -> Other:
    """Who stays."""
    return stays(sterre)


@pytest.fixture
def noor(sterre: Person, bram: Other) -> Other:
    """Was asked, and opened it."""
    one = works_at("De Kade", "noor")
    send(sterre, question(to(organisation_of(one)), known(bram)))
    read(one.client, where())
    return one


@pytest.fixture
def joke(sterre: Person, bram: Other) -> Other:
    """Stepped forward for an open question."""
    send(sterre, question("open", known(bram), **OPEN))
    one = worker("joke", organisation=on_map())
    one.client.post(where(), {"doe": "wij"})
    return one


def where() -> str:
    return f"/werk/overdracht/{only_handoff().pk}"


def mine() -> str:
    return f"/mijn/overdracht/{only_handoff().pk}"


def told_now(page: str) -> str:
    """What stands under "Waar is het nu?"."""
    return page.partition('id="steps"')[2].partition("</section>")[0]


def stops_showing(sterre: Person, one: Other) -> None:
    grant = GrantRecord.objects.get(party=organisation_of(one).pk)
    assert sterre.client.post(f"/mijn/delen/{grant.pk}/stop").status_code == 302


def test_what_is_shown_no_more_asks_for_no_yes(sterre: Person, noor: Other):
    stops_showing(sterre, noor)

    for path in (mine(), "/mijn/overdracht", HOME):
        page = sterre.read(path)
        assert ASKS not in page
        assert "Kies of zij je vraag mogen zien." not in page
        assert "wil je helpen" not in page
        assert STOPPED in page


def test_who_stays_reads_too_that_it_is_shown_no_more(sterre: Person, bram: Other, noor: Other):
    stops_showing(sterre, noor)

    page = read(bram.client, where())

    assert "De Kade ziet de vraag niet meer." in page
    assert STOPPED in page
    assert "Gezien is nog geen ja" not in page
    assert "De Kade ziet de vraag niet meer." in read(bram.client, "/werk/overdracht")


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        ("treatment-talk", "Zij spraken af: antwoord uiterlijk"),
        ("wmo-enquiry", "Volgens de wet heeft de gemeente tot en met"),
        ("support", "antwoord uiterlijk"),
    ],
)
def test_no_term_is_said_of_an_answer_that_does_not_come(
    sterre: Person, bram: Other, kind: str, term: str
):
    noor = works_at("De Kade", "noor")
    send(sterre, question(to(organisation_of(noor)), known(bram), soort=kind))
    assert term in sterre.read(mine())
    assert "uiterlijk" in read(bram.client, where())

    stops_showing(sterre, noor)

    for page in (sterre.read(mine()), read(bram.client, where())):
        assert "uiterlijk" not in told_now(page)
        assert "tot en met" not in told_now(page)


def test_no_day_is_asked_about_that_brings_no_answer(sterre: Person, noor: Other):
    noor.client.post(where(), {"doe": "andere-dag", "dag": LATER, "reden": "hours"})
    asks = "Is een andere dag goed?"
    assert asks in sterre.read(mine())

    stops_showing(sterre, noor)

    for path in (mine(), "/mijn/overdracht"):
        assert asks not in sterre.read(path)


def test_who_sees_it_no_more_is_not_asked_for_an_answer(sterre: Person, noor: Other):
    stops_showing(sterre, noor)

    told = tell(in_working_days(12)).told

    assert Nudge.ASK_AGAIN not in told
    assert Nudge.SILENT in told


def test_who_stepped_forward_has_not_seen_it(sterre: Person, bram: Other, joke: Other):
    place = organisation_of(joke).name
    for page in (sterre.read(mine()), read(bram.client, where())):
        assert "heeft je vraag gezien" not in page
        assert "Gezien door" not in page
        assert seen_step(page) == "now"
    assert f"{place} wil helpen." in read(bram.client, where())
    assert f"{place} wil je helpen. Zij zien deze vraag nog niet." in read(bram.client, where())
    assert f"{place} wil helpen." in read(bram.client, "/werk/overdracht")

    do(sterre, only_handoff().pk, "laat-zien", form=str(uuid4()))

    for page in (sterre.read(mine()), read(bram.client, where())):
        assert seen_step(page) == "done"


def seen_step(page: str) -> str:
    found = re.search(r'data-state="(\w+)"(?:(?!</li>).)*<b>Gezien</b>', page, re.DOTALL)
    assert found is not None
    return found[1]


def test_no_answer_is_asked_before_the_yes_and_it_is_after(sterre: Person, joke: Other):
    assert Nudge.ASK_AGAIN not in tell(in_working_days(12)).told

    do(sterre, only_handoff().pk, "laat-zien", form=str(uuid4()))

    assert Nudge.ASK_AGAIN in tell(in_working_days(12)).told


def test_with_an_open_question_only_the_question_goes_along(sterre: Person):
    sterre.writes("wensen", words="Een tuin-geheim")
    filled = question("open", wat=["wishes"], **OPEN)

    page = sterre.client.post(COMPOSE, filled).content.decode()

    assert "Een tuin-geheim" not in page
    assert "Alleen je vraag gaat mee." in page
    shut = page[page.index('id="hidden"') : page.index('id="stays"')]
    assert "Je wensen" in shut
    send(sterre, filled)
    one = worker("joke", organisation=on_map())
    one.client.post(where(), {"doe": "wij"})
    do(sterre, only_handoff().pk, "laat-zien", form=str(uuid4()))
    assert only_handoff().parts == ["handoff"]
    assert "Een tuin-geheim" not in read(one.client, where())


def test_with_a_place_of_ones_choice_it_is_not_said_that_only_the_question_goes(sterre: Person):
    noor = works_at("De Kade", "noor")

    page = sterre.client.post(COMPOSE, question(to(organisation_of(noor)))).content.decode()

    assert "Alleen je vraag gaat mee." not in page
