# SPDX-License-Identifier: EUPL-1.2
"""The route in the own file: kept from the Routecheck, ticked, slipped, planned again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.utils import timezone

from ruimbaan.core.journey.kept_route import Event, EventKind, KeptStep
from ruimbaan.core.journey.kept_route_file import from_text, to_text
from ruimbaan.core.journey.kept_route_progress import progress_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.accounts.signing_in.carrying import find
from ruimbaan.parts.journey.services import take_other_way
from ruimbaan.parts.routecheck import queries
from ruimbaan.parts.trust import services as trust
from tests.parts.journey_routes import (
    answers_of,
    hidden,
    keep,
    kept,
    own_side,
    say,
    version_of_route,
    words_of,
)
from tests.parts.own_files import Person, person, worker

pytestmark = pytest.mark.django_db
NEW, KEEP, AGAIN = "/mijn/route/nieuw", "/mijn/route/bewaar", "/mijn/route/anders"


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def on_the_way(sterre: Person) -> Person:
    assert keep(sterre)["Location"] == "/mijn/route"
    return sterre


def step_of(one: Person, service: str) -> KeptStep:
    return next(step for step in kept(one).steps if step.service == service)


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def test_keeping_shows_first_what_is_kept_and_keeps_nothing(sterre: Person):
    page = sterre.client.post(NEW, {"answers": answers_of(), "weg": ""})

    assert "Begeleiding thuis" in words_of(page)
    assert "Alleen jij ziet dit." in words_of(page)
    assert "Je route is nog leeg." in sterre.read("/mijn/route")


def test_the_route_that_was_chosen_is_kept_with_its_wishes_and_steps(on_the_way: Person):
    route = kept(on_the_way)

    assert [goal.text.nl for goal in route.goals] == [
        "Begeleiding thuis",
        "Detox",
        "Weekend met je kind",
    ]
    assert step_of(on_the_way, "W-intake").who == "De Kribbe"
    assert step_of(on_the_way, "W-melding-thuis").say.nl.startswith("Ik wil mij nu al melden.")


def test_another_way_gives_another_route(sterre: Person):
    keep(sterre, way="0")

    assert kept(sterre).flexed == ()


def test_answers_stay_with_the_person_and_never_those_that_are_never_kept(sterre: Person):
    keep(sterre, goals="own-door", sleep="prison", region="waalstad", justice="just-out")

    side, never = own_side(sterre), queries.never_kept()
    facts = {
        fact
        for question in queries.questionnaire().questions()
        for option in question.options
        if option.id in side.chosen.get(question.id, ())
        for fact in (*option.facts, *option.planner_only)
    }
    assert side.chosen["goals"] == ("own-door",)
    assert not facts & never
    assert "justice" not in side.chosen
    assert b"just-out" not in to_text(kept(sterre)).encode()


def test_sent_twice_is_kept_once(sterre: Person):
    preview = sterre.client.post(NEW, {"answers": answers_of(), "weg": ""})
    fields = hidden(preview.content.decode())
    sterre.client.post(KEEP, fields)
    first = kept(sterre)

    again = sterre.client.post(KEEP, fields)

    assert kept(sterre) == first
    assert "Er verandert niets." in words_of(again)


def test_a_form_of_another_site_is_not_even_shown(sterre: Person):
    fields = {"answers": answers_of(), "weg": ""}

    response = sterre.client.post(NEW, fields, headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 403


def test_the_last_yes_wants_the_mark_against_forms_of_other_sites(sterre: Person):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sterre.client.cookies

    response = strict.post(KEEP, {"answers": answers_of(), "weg": "", "version": "0"})

    assert response.status_code == 403


def test_the_door_of_the_routecheck_leads_to_it_also_through_signing_in(sterre: Person):
    answers = answers_of()
    door = Client().post("/routecheck/eigen-reis", {"answers": answers, "weg": "1"})
    fields = hidden(door.content.decode())
    assert 'action="/mijn/route/nieuw"' in door.content.decode()
    assert door.cookies == {}

    first = Client().post(NEW, fields)
    carried = find(RequestFactory().post("/", hidden(first.content.decode())))
    assert carried is not None
    sent = {field.name: field.value for field in carried.typed.fields}

    assert (carried.typed.address, sent["weg"]) == (NEW, "1")
    assert "Begeleiding thuis" in words_of(sterre.client.post(NEW, sent))


@pytest.mark.parametrize("fields", [{}, {"answers": "x"}, {"answers": "x:y:z", "weg": "-1"}])
def test_what_did_not_come_along_is_said(sterre: Person, fields: dict[str, str]):
    for path in (NEW, KEEP):
        response = sterre.client.post(path, fields)
        assert response.status_code == 422
        assert "Je route kwam niet mee." in words_of(response)


def test_without_a_wish_there_is_no_route_and_that_is_said(sterre: Person):
    response = sterre.client.post(NEW, {"answers": answers_of(region="waalstad")})

    assert response.status_code == 422
    assert "is er nog geen route" in words_of(response)


def test_the_file_of_the_routecheck_gives_the_same_route(sterre: Person):
    answers = answers_of()
    content = sterre.client.post("/routecheck/bewaren", {"answers": answers}).content

    page = sterre.client.post(NEW, {"file": SimpleUploadedFile("mijn-route.json", content)})
    sterre.client.post(KEEP, hidden(page.content.decode()))

    assert "Begeleiding thuis" in {goal.text.nl for goal in kept(sterre).goals}


def test_a_file_that_is_something_else_is_refused(sterre: Person):
    page = sterre.client.post(NEW, {"file": SimpleUploadedFile("a.json", b"\x00\xff{}")})

    assert page.status_code == 422
    assert "Dit is geen route van Ruimbaan." in words_of(page)


def test_what_is_next_and_who_lets_one_wait_stand_on_the_first_page(on_the_way: Person):
    intake = step_of(on_the_way, "W-intake")
    assert "Vraag aan: Eerste gesprek verslavingszorg" in on_the_way.read("/mijn")

    say(on_the_way, intake.id, "asked", dag=ago(28).isoformat())
    page = words_of(on_the_way.client.get("/mijn"))

    assert "Je wacht al 28 dagen op De Kribbe." in page
    assert "De Kribbe heeft tijd tot" in page
    assert "Nu hoef je niets te doen." in page


def test_after_its_time_one_may_call_and_knows_what_to_say(on_the_way: Person):
    say(on_the_way, step_of(on_the_way, "W-intake").id, "asked", dag=ago(47).isoformat())

    page = words_of(on_the_way.client.get("/mijn"))

    assert "De Kribbe had tijd tot" in page
    assert "Je mag nu bellen." in page
    assert "Ik wacht al 47 dagen. Op welke dag kan ik beginnen?" in page


def test_ticking_and_taking_back(on_the_way: Person):
    intake = step_of(on_the_way, "W-intake")

    say(on_the_way, intake.id, "asked")
    say(on_the_way, intake.id, "done")
    assert progress_of(kept(on_the_way), intake).done == timezone.localdate()
    assert "Gevraagd op" in words_of(on_the_way.client.get(f"/mijn/route/stap/{intake.id}"))

    say(on_the_way, intake.id, "back")
    assert progress_of(kept(on_the_way), intake).done is None
    assert progress_of(kept(on_the_way), intake).asked == timezone.localdate()


def test_the_same_button_twice_counts_once(on_the_way: Person):
    intake = step_of(on_the_way, "W-intake")
    path = f"/mijn/route/stap/{intake.id}"
    fields = {**hidden(on_the_way.read(path)), "doe": "asked"}

    answers = [on_the_way.client.post(path, fields).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert [event.kind for event in kept(on_the_way).events] == [EventKind.ASKED]


def test_what_another_window_changed_is_not_overwritten(on_the_way: Person):
    intake = step_of(on_the_way, "W-intake")
    path = f"/mijn/route/stap/{intake.id}"
    old = hidden(on_the_way.read(path))
    say(on_the_way, intake.id, "asked")

    response = on_the_way.client.post(path, {**old, "doe": "cannot"})

    assert response.status_code == 422
    assert [event.kind for event in kept(on_the_way).events] == [EventKind.ASKED]


@pytest.mark.parametrize(
    ("doing", "more"),
    [
        ("nonsense", {}),
        ("moved", {}),
        ("moved", {"nieuwe-dag": "2020-01-01"}),
        ("moved", {"nieuwe-dag": "9999-12-31"}),
        ("asked", {"dag": "2999-01-01"}),
        ("asked", {"dag": "x"}),
        ("back", {}),
    ],
)
def test_what_cannot_be_said_of_a_step_is_refused_in_words(
    on_the_way: Person, doing: str, more: dict[str, str]
):
    response = say(on_the_way, step_of(on_the_way, "W-intake").id, doing, **more)

    assert response.status_code == 422
    assert kept(on_the_way).events == ()


def test_when_it_slips_the_rest_is_planned_again_and_the_difference_is_said(on_the_way: Person):
    enquiry = step_of(on_the_way, "W-onderzoek-thuis")
    later = enquiry.start + timedelta(days=60)
    say(on_the_way, enquiry.id, "asked")
    say(on_the_way, enquiry.id, "moved", **{"nieuwe-dag": later.isoformat()})
    before = kept(on_the_way)

    page = on_the_way.client.post(AGAIN, {"doe": "kijk"})
    assert re.search(r"Begeleiding thuis: \d+ (dagen|weken) later. Nu rond", words_of(page))
    assert kept(on_the_way) == before
    answer = on_the_way.client.post(AGAIN, {"doe": "ja", **hidden(page.content.decode())})

    assert answer["Location"] == "/mijn/route"
    route = kept(on_the_way)
    assert route.events == before.events
    assert step_of(on_the_way, "W-onderzoek-thuis") == enquiry
    assert {goal.id for goal in route.goals} == {goal.id for goal in before.goals}
    support = {goal.text.nl: goal.arrives for goal in route.goals}["Begeleiding thuis"]
    assert support is not None
    assert support > later


def test_when_one_place_slips_the_planner_finds_another_door(on_the_way: Person):
    intake = step_of(on_the_way, "W-intake")
    say(on_the_way, intake.id, "asked")
    later = intake.start + timedelta(days=60)
    say(on_the_way, intake.id, "moved", **{"nieuwe-dag": later.isoformat()})

    page = words_of(on_the_way.client.post(AGAIN, {"doe": "kijk"}))

    assert "Nieuw: Eén eerste gesprek met twee plekken" in page


def test_what_is_done_is_not_planned_a_second_time(on_the_way: Person):
    intake = step_of(on_the_way, "W-intake")
    say(on_the_way, intake.id, "done")
    page = on_the_way.client.post(AGAIN, {"doe": "kijk"})

    on_the_way.client.post(AGAIN, {"doe": "ja", **hidden(page.content.decode())})

    services = [step.service for step in kept(on_the_way).steps]
    assert services.count("W-intake") == 1
    assert "Detox: " in words_of(page)
    assert "eerder. Nu" in words_of(page)


def test_what_did_not_work_out_gets_another_way_or_an_honest_word(on_the_way: Person):
    support = step_of(on_the_way, "W23")
    say(on_the_way, support.id, "cannot")
    assert "Dit lukte niet. Dat mag." in on_the_way.read(f"/mijn/route/stap/{support.id}")

    page = on_the_way.client.post(AGAIN, {"doe": "kijk"})
    on_the_way.client.post(AGAIN, {"doe": "ja", **hidden(page.content.decode())})

    route = kept(on_the_way)
    assert [step.id for step in route.steps if step.service == "W23"] == [support.id]
    assert "Begeleiding thuis" in words_of(page)


def test_another_life_is_another_set_of_answers_and_what_was_done_stays(on_the_way: Person):
    intake = step_of(on_the_way, "W-intake")
    say(on_the_way, intake.id, "asked")
    page = on_the_way.read(AGAIN)
    answers = hidden(page)["answers"]
    check = on_the_way.client.post("/routecheck/vraag", {"answers": answers, "go": "check"})
    assert "Kloppen je antwoorden?" in check.content.decode()

    keep(on_the_way, goals="help-home", sleep="family", region="waalstad", treatment="referral")

    route = kept(on_the_way)
    assert [goal.text.nl for goal in route.goals] == ["Begeleiding thuis"]
    assert progress_of(route, step_of(on_the_way, "W-intake")).asked == timezone.localdate()
    assert own_side(on_the_way).chosen["sleep"] == ("family",)


def test_a_step_of_ones_own_stays_whatever_is_planned(on_the_way: Person):
    form = {"form": str(uuid4()), "wat": "Elke ochtend met Bami naar buiten", "dag": ""}
    for _ in range(2):
        assert on_the_way.client.post("/mijn/route/erbij", form)["Location"] == "/mijn/route"
    page = on_the_way.client.post(AGAIN, {"doe": "kijk"})

    own = [step for step in kept(on_the_way).steps if not step.service]
    assert [step.what for step in own] == [Text("Elke ochtend met Bami naar buiten")]
    assert "Bami" not in words_of(page).split("Bekijk de hele nieuwe route")[0]
    assert "Elke ochtend met Bami naar buiten" in on_the_way.read("/mijn/route")


def test_an_own_step_is_on_no_day_past_every_calendar(sterre: Person):
    far = sterre.client.post("/mijn/route/erbij", {"wat": "Oma bellen", "dag": "9999-12-31"})

    assert (far.status_code, "Dit is geen dag of tijd." in words_of(far)) == (422, True)


def test_a_far_day_that_was_kept_already_locks_nobody_out(on_the_way: Person):
    intake, route = step_of(on_the_way, "W-intake"), kept(on_the_way)
    said = (
        Event(EventKind.ASKED, intake.id, route.planned),
        Event(EventKind.MOVED, intake.id, route.planned, date.max),
    )
    content = to_text(replace(route, events=said)).encode()
    karim = person("karim", "Karim")
    page = karim.client.post(NEW, {"file": SimpleUploadedFile("r.json", content)})
    karim.client.post(KEEP, hidden(page.content.decode()))

    assert kept(karim).events == said
    for path in ("/mijn", "/mijn/route", "/mijn/route/voor-mij", f"/mijn/route/stap/{intake.id}"):
        assert karim.read(path)
    assert karim.client.post(AGAIN, {"doe": "kijk"}).status_code == 200


def test_an_own_step_can_be_the_first(sterre: Person):
    empty = sterre.client.post("/mijn/route/erbij", {"wat": " "})
    sterre.client.post("/mijn/route/erbij", {"wat": "Oma bellen"})

    assert empty.status_code == 422
    assert [step.what.nl for step in kept(sterre).steps] == ["Oma bellen"]
    answer = sterre.client.post(AGAIN, {"doe": "kijk"})
    assert "We kunnen nu niet opnieuw kijken." in words_of(answer)


def test_a_route_goes_to_another_ruimbaan_whole(on_the_way: Person):
    say(on_the_way, step_of(on_the_way, "W-intake").id, "asked")
    content = on_the_way.client.get("/mijn/route/bestand").content
    assert from_text(content.decode()) == kept(on_the_way)

    karim = person("karim", "Karim")
    page = karim.client.post(NEW, {"file": SimpleUploadedFile("r.json", content)})
    karim.client.post(KEEP, hidden(page.content.decode()))

    assert kept(karim) == kept(on_the_way)
    assert own_side(karim).chosen == {}
    say(karim, step_of(karim, "W-intake").id, "done")
    second = karim.client.post(NEW, {"file": SimpleUploadedFile("r.json", content)})
    assert second.status_code == 422
    assert "Je hebt al een route." in words_of(second)


def test_taking_the_route_away_leaves_wishes_and_moments(on_the_way: Person):
    on_the_way.writes("wensen", words="Rust.")
    on_the_way.client.post("/mijn/route/voor-mij", {"doe": "begin", "soort": "pause"})

    assert on_the_way.client.post("/mijn/route/weg").status_code == 200
    assert kept(on_the_way).steps
    on_the_way.client.post("/mijn/route/weg", {"doe": "weg"})

    assert "Je route is nog leeg." in on_the_way.read("/mijn/route")
    assert on_the_way.client.get("/mijn/route/bestand")["Location"] == "/mijn/route"
    assert own_side(on_the_way).running is not None
    assert "Rust." in on_the_way.read("/mijn/wensen")


def test_pages_about_a_route_that_is_not_there(sterre: Person):
    assert sterre.client.get(f"/mijn/route/stap/{uuid4()}").status_code == 404
    assert sterre.client.get(AGAIN)["Location"] == "/mijn/route"
    assert sterre.client.get("/mijn/route/bestand")["Location"] == "/mijn/route"


def test_who_sees_the_route_is_said_where_something_is_said_about_a_step(on_the_way: Person):
    noor, path = worker(), f"/mijn/route/stap/{step_of(on_the_way, 'W-intake').id}"
    assert "Alleen jij ziet dit." in on_the_way.read(path)

    on_the_way.knows(noor.party)
    on_the_way.shows(noor.party, "route")

    assert "Noor ziet dit." in words_of(on_the_way.client.get(path))


def test_own_words_on_the_route_are_never_code(sterre: Person):
    sterre.client.post("/mijn/route/erbij", {"wat": "<script>alert(1)</script>"})

    assert "<script>alert" not in sterre.read("/mijn/route")
    assert "&lt;script&gt;alert(1)" in sterre.read("/mijn")


def test_a_place_that_stops_after_it_began_is_left_out_of_the_other_way(on_the_way: Person):
    """What began does not count as received then."""
    step = step_of(on_the_way, "W-intake")
    say(on_the_way, step.id, "began")
    version, now = version_of_route(on_the_way), timezone.now()
    opened = trust.open_file(
        actor_for(on_the_way.account.pk),
        on_the_way.journey,
        frozenset({Part.ROUTE, Part.OWN}),
        action=Action.CHANGE,
        now=now,
    )

    with opened as opening:
        first = take_other_way(opening, [(step.id, None)], version, now, timezone.localdate(now))

    route = kept(on_the_way)
    assert [event.kind for event in route.events] == [EventKind.BEGAN, EventKind.REFUSED]
    assert first is not None
    assert "W-gedeelde-intake" in {one.service for one in route.steps}
