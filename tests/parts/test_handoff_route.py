# SPDX-License-Identifier: EUPL-1.2
"""A handoff from the kept route: the route says who is there, nobody falls between two stools, and a
step is ticked only by the person."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.journey.kept_route import EventKind, KeptStep
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.services import tell
from tests.parts.handing_over import (
    COMPOSE,
    colleague,
    do,
    known,
    only_handoff,
    organisation_of,
    question,
    send,
    to,
)
from tests.parts.journey_routes import hidden, keep, kept, words_of
from tests.parts.own_files import Other, Person, person, worker

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def sterre() -> Person:
    one = person()
    assert keep(one)["Location"] == "/mijn/route"
    return one


@pytest.fixture
def noor() -> Other:
    return worker("noor", organisation=Organisation.objects.create(name="De Kade"))


@pytest.fixture
def jo(sterre: Person) -> Other:
    found = worker("jo", organisation=Organisation.objects.create(name="Wijkteam"))
    sterre.knows(found.party)
    return found


def step_of(one: Person, service: str) -> KeptStep:
    return next(step for step in kept(one).steps if step.service == service)


def help_home(one: Person) -> UUID:
    return next(goal.id for goal in kept(one).goals if goal.text.nl == "Begeleiding thuis")


def hand_over(sterre: Person, noor: Other, stays: Other, **more: str) -> HandoffRecord:
    wish = {"wens": str(help_home(sterre)), "stap": str(step_of(sterre, "W23").id)}
    filled = question(to(organisation_of(noor)), known(stays), known(stays), **wish, **more)
    assert send(sterre, filled).status_code == 302
    return only_handoff()


def route_page(sterre: Person) -> str:
    return words_of(sterre.client.get("/mijn/route"))


def says_yes(noor: Other, row: HandoffRecord) -> None:
    answer = {"doe": "ja", "dag": TODAY.isoformat()}
    assert noor.client.post(f"/werk/overdracht/{row.pk}", answer).status_code == 302


def test_the_page_of_a_step_leads_to_asking_and_fills_in_what_is_known(sterre: Person):
    step = step_of(sterre, "W23")
    assert f"{COMPOSE}?stap={step.id}" in sterre.read(f"/mijn/route/stap/{step.id}")

    page = sterre.read(f"{COMPOSE}?stap={step.id}")

    assert hidden(page)["stap"] == str(step.id)
    assert f'value="{help_home(sterre)}" checked' in page
    assert f'id="doel" name="doel" value="{step.what.nl}"' in page
    assert f'value="{step.who}"' in page


def test_the_page_of_a_step_with_a_term_asks_for_what_has_that_term(sterre: Person):
    step = step_of(sterre, "W-onderzoek-thuis")

    page = sterre.read(f"{COMPOSE}?stap={step.id}")

    assert 'value="wmo-enquiry" checked' in page


def test_the_route_says_at_the_wish_who_is_there_until_they_met(
    sterre: Person, noor: Other, jo: Other
):
    assert "Jij bent hier aan zet. Iemand vragen : Begeleiding thuis" in route_page(sterre)
    row = hand_over(sterre, noor, jo)
    assert (row.goal_id, row.step_id) == (help_home(sterre), step_of(sterre, "W23").id)
    assert "Jo van Wijkteam blijft, tot je De Kade hebt ontmoet." in route_page(sterre)

    says_yes(noor, row)
    assert "Jo van Wijkteam blijft, tot je De Kade hebt ontmoet." in route_page(sterre)

    do(sterre, row.pk, "ontmoet")
    assert "De Kade is er nu voor je." in route_page(sterre)


def test_after_a_no_who_stays_looks_further_and_the_next_question_keeps_the_wish(
    sterre: Person, noor: Other, jo: Other
):
    row = hand_over(sterre, noor, jo)
    noor.client.post(f"/werk/overdracht/{row.pk}", {"doe": "nee", "reden": "area"})
    assert "Jo van Wijkteam blijft, en zoekt met je verder." in route_page(sterre)

    kees = worker("kees", organisation=Organisation.objects.create(name="De Wal"))
    send(sterre, question(to(organisation_of(kees)), known(jo), known(jo), na=str(row.pk)))

    after = HandoffRecord.objects.exclude(pk=row.pk).get()
    assert (after.goal_id, after.step_id) == (row.goal_id, row.step_id)
    assert "tot je De Wal hebt ontmoet" in route_page(sterre)


def test_what_the_person_stopped_is_the_persons_own_again(sterre: Person, noor: Other, jo: Other):
    row = hand_over(sterre, noor, jo)
    do(sterre, row.pk, "anders")

    page = route_page(sterre)

    assert "Jij bent hier aan zet. Iemand vragen : Begeleiding thuis" in page
    assert "Jo van Wijkteam" not in page


def test_a_step_is_offered_after_meeting_and_ticked_only_by_the_person(
    sterre: Person, noor: Other, jo: Other
):
    row = hand_over(sterre, noor, jo)
    says_yes(noor, row)
    assert "Is deze stap van je route nu verder?" not in sterre.read(f"/mijn/overdracht/{row.pk}")
    do(sterre, row.pk, "ontmoet")
    assert kept(sterre).events == ()

    page = sterre.read(f"/mijn/overdracht/{row.pk}")
    assert "Is deze stap van je route nu verder?" in page
    step = step_of(sterre, "W23")
    sent = {"doe": "began", "version": re.findall(r'name="version" value="(\d+)"', page)[0]}
    assert sterre.client.post(f"/mijn/route/stap/{step.id}", sent).status_code == 302

    assert [(event.kind, event.step) for event in kept(sterre).events] == [
        (EventKind.BEGAN, step.id)
    ]


def leaves(one: Other) -> None:
    MembershipRecord.objects.filter(pk=one.party.id).update(
        ends=timezone.now() - timedelta(hours=1)
    )


def test_who_left_is_told_kindly_on_every_page_and_the_person_chooses_another(
    sterre: Person, noor: Other, jo: Other
):
    row = hand_over(sterre, noor, jo)
    piet = colleague(jo)
    quiet = "Hier is vandaag niemand"
    for page in (
        route_page(sterre),
        sterre.read("/mijn"),
        piet.client.get("/werk").content.decode(),
    ):
        assert quiet not in page
    leaves(jo)

    for path in ("/mijn/route", "/mijn", f"/mijn/overdracht/{row.pk}"):
        assert quiet in sterre.read(path), path
    at_work = words_of(piet.client.get("/werk"))
    assert "Jo was er voor iemand, en werkt hier niet meer." in at_work
    assert "Sterre" not in at_work
    assert quiet not in words_of(worker("kees").client.get("/werk"))
    assert tell(timezone.now()).without_owner == (row.pk,)

    sterre.knows(piet.party)
    chosen = do(sterre, row.pk, "wie-blijft", form=str(uuid4()), blijft=known(piet))

    assert chosen.status_code == 302
    assert "Piet van Wijkteam blijft, tot je De Kade hebt ontmoet." in route_page(sterre)
    assert quiet not in sterre.read("/mijn")
    assert quiet not in words_of(piet.client.get("/werk"))
    assert piet.client.get(f"/werk/overdracht/{row.pk}").status_code == 200
    assert tell(timezone.now()).without_owner == ()


def test_as_long_as_somebody_is_there_no_other_takes_the_place(
    sterre: Person, noor: Other, jo: Other
):
    row = hand_over(sterre, noor, jo)
    piet = colleague(jo)
    sterre.knows(piet.party)

    answer = do(sterre, row.pk, "wie-blijft", form=str(uuid4()), blijft=known(piet))

    assert answer.status_code == 422
    assert "Er is al iemand voor je." in words_of(answer)
    assert only_handoff().sender == jo.party.id


def test_a_wish_or_step_of_somebody_else_fills_in_and_couples_nothing(sterre: Person, noor: Other):
    wim = person("wim", "Wim")
    keep(wim)
    step, wish = step_of(wim, "W23").id, help_home(wim)

    assert "stap" not in hidden(sterre.read(f"{COMPOSE}?stap={step}"))
    filled = question(to(organisation_of(noor)), wens=str(wish))
    assert send(sterre, filled).status_code == 422
    assert send(sterre, question(to(organisation_of(noor)), stap=str(step))).status_code == 302
    assert only_handoff().step_id is None
