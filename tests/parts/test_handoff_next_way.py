# SPDX-License-Identifier: EUPL-1.2
"""After a no: the planner looks again without that place, and says what that does to the wishes."""

from __future__ import annotations

import re
import time

import pytest

from ruimbaan.core.journey.kept_route import EventKind, KeptRoute, KeptStep
from ruimbaan.core.journey.kept_route_file import to_text
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.handoff.models import HandoffRecord
from tests.parts.handing_over import COMPOSE, do, only_handoff, organisation_of, question, send, to
from tests.parts.journey_routes import hidden, keep, kept, say, words_of
from tests.parts.own_files import Other, Person, person, worker

pytestmark = pytest.mark.django_db
FIRST_TALK, AT_HOME = "W-intake", "W23"
PLANNED_WITHIN = 10.0  # seconds; far more than it takes, and a page that hangs is noticed
FROM_THE_ROUTE = "We zochten opnieuw op je route, zonder deze plek."
FROM_THE_MAP = "Dit komt niet uit je route."


@pytest.fixture
def sterre() -> Person:
    one = person()
    assert keep(one)["Location"] == "/mijn/route"
    return one


@pytest.fixture
def noor() -> Other:
    return worker("noor", organisation=Organisation.objects.create(name="De Kribbe"))


def step_of(one: Person, service: str) -> KeptStep:
    return next(step for step in kept(one).steps if step.service == service)


def refused(sterre: Person, noor: Other, **more: str) -> HandoffRecord:
    assert send(sterre, question(to(organisation_of(noor)), **more)).status_code == 302
    row = only_handoff()
    says_no(noor, row)
    return row


def says_no(noor: Other, row: HandoffRecord) -> None:
    no = {"doe": "nee", "reden": "no-place"}
    assert noor.client.post(f"/werk/overdracht/{row.pk}", no).status_code == 302


def page_of(sterre: Person, row: HandoffRecord) -> str:
    return words_of(sterre.client.get(f"/mijn/overdracht/{row.pk}"))


def test_the_planner_says_who_else_and_what_it_does_to_the_wishes(sterre: Person, noor: Other):
    row = refused(sterre, noor, stap=str(step_of(sterre, FIRST_TALK).id))
    begin = time.monotonic()

    page = page_of(sterre, row)

    assert time.monotonic() - begin < PLANNED_WITHIN
    assert FROM_THE_ROUTE in page
    assert FROM_THE_MAP not in page
    assert "Eén eerste gesprek met twee plekken ggz en verslavingszorg samen Dat kan" in page
    assert "Wie betaalt: zorgverzekering." in page
    assert re.search(r"Detox: [\w ]+ (eerder|later)\. Nu rond", page)
    assert kept(sterre).events == ()


def test_that_way_is_kept_when_the_person_says_so_and_asked_for_next(sterre: Person, noor: Other):
    old = step_of(sterre, FIRST_TALK)
    row = refused(sterre, noor, stap=str(old.id))
    version = hidden(sterre.read(f"/mijn/overdracht/{row.pk}"))["version"]

    answer = do(sterre, row.pk, "andere-weg", version=version)

    (event,) = kept(sterre).events
    assert (event.kind, event.step) == (EventKind.REFUSED, old.id)
    page = words_of(sterre.client.get(f"/mijn/route/stap/{old.id}"))
    assert "Hier kwam een nee. Dat ligt niet aan jou." in page
    assert "Dit lukte niet." not in page
    assert "W-gedeelde-intake" in {step.service for step in kept(sterre).steps}
    assert answer["Location"].startswith(f"{COMPOSE}?na={row.pk}&stap=")
    page = sterre.read(answer["Location"])
    assert hidden(page)["na"] == str(row.pk)
    assert hidden(page)["stap"] in {str(step.id) for step in kept(sterre).steps}


def test_a_place_that_said_no_before_is_not_offered_again(sterre: Person, noor: Other):
    row = refused(sterre, noor, stap=str(step_of(sterre, FIRST_TALK).id))
    version = hidden(sterre.read(f"/mijn/overdracht/{row.pk}"))["version"]
    do(sterre, row.pk, "andere-weg", version=version)
    other = worker("kees", organisation=Organisation.objects.create(name="ggz"))
    step = str(step_of(sterre, "W-gedeelde-intake").id)
    send(sterre, question(to(organisation_of(other)), na=str(row.pk), stap=step))
    says_no(other, HandoffRecord.objects.get(after=row))

    again = page_of(sterre, HandoffRecord.objects.get(after=row))

    assert "Eerste gesprek verslavingszorg" not in again
    assert "Eén eerste gesprek met twee plekken" not in again
    assert FROM_THE_MAP not in again


def test_two_windows_do_not_change_the_route_unseen(sterre: Person, noor: Other):
    row = refused(sterre, noor, stap=str(step_of(sterre, FIRST_TALK).id))
    version = hidden(sterre.read(f"/mijn/overdracht/{row.pk}"))["version"]
    do(sterre, row.pk, "andere-weg", version=version)
    before = kept(sterre)

    second = do(sterre, row.pk, "andere-weg", version=version)

    assert second.status_code == 422
    assert kept(sterre) == before


def test_when_no_way_is_left_that_is_said_and_no_other_is_made_up(sterre: Person, noor: Other):
    row = refused(sterre, noor, stap=str(step_of(sterre, AT_HOME).id))

    page = page_of(sterre, row)

    assert "Op je route is hier nu geen andere weg heen. Dat ligt niet aan jou." in page
    assert FROM_THE_ROUTE not in page
    assert "Iemand anders vragen" in page


def test_what_the_person_ticked_as_done_is_not_planned_round(sterre: Person, noor: Other):
    step = step_of(sterre, FIRST_TALK).id
    assert send(sterre, question(to(organisation_of(noor)), stap=str(step))).status_code == 302
    assert say(sterre, step, "done").status_code == 302
    says_no(noor, only_handoff())

    page = page_of(sterre, only_handoff())

    assert FROM_THE_ROUTE not in page
    assert "Iemand anders vragen" in page


def test_once_asked_elsewhere_nothing_is_planned_for_it_any_more(sterre: Person, noor: Other):
    row = refused(sterre, noor, stap=str(step_of(sterre, FIRST_TALK).id))
    send(sterre, question(to(organisation_of(noor)), na=str(row.pk)))

    assert FROM_THE_ROUTE not in page_of(sterre, row)


@pytest.mark.parametrize("route", ["none", "from elsewhere"])
def test_without_a_route_to_plan_on_it_is_by_kind_and_wait_and_says_so(noor: Other, route: str):
    wim = person("wim", "Wim")
    more = {"kaart": f"waalstad:{kind_of_treatment()}"}
    if route == "from elsewhere":
        text = to_text(kept_elsewhere())
        wim.client.post("/mijn/route/bewaar", {"route": text})
        more["stap"] = str(kept(wim).steps[0].id)

    page = page_of(wim, refused(wim, noor, **more))

    assert "Deze plekken geven dezelfde soort hulp." in page
    assert FROM_THE_MAP in page
    assert FROM_THE_ROUTE not in page


def kept_elsewhere() -> KeptRoute:
    other = person("karim", "Karim")
    keep(other)
    return kept(other)


def kind_of_treatment() -> int:
    services = list_regions()["waalstad"].world.services
    kind = services["W04"].type
    assert kind is not None
    return kind


def test_who_stays_reads_by_which_of_the_two_it_was_found(sterre: Person, noor: Other):
    jo = worker("jo", organisation=Organisation.objects.create(name="Wijkteam"))
    sterre.knows(jo.party)
    stays = f"membership:{jo.party.id}"
    row = refused(sterre, noor, blijft=stays, kaart=f"waalstad:{kind_of_treatment()}")

    answer = jo.client.get(f"/werk/overdracht/{row.pk}")

    page = words_of(answer)
    assert "Op soort hulp en wachttijd. Wat op de route past, ziet Sterre zelf." in page
    assert "achttijd " in page
    on_the_map = re.findall(r'href="(/steun/waalstad/[^"]+)"', answer.content.decode())
    assert len(on_the_map) == 3
    assert all(jo.client.get(path).status_code == 200 for path in on_the_map)


def test_a_no_is_said_on_the_line_and_what_comes_after_it_has_no_sure_day(
    sterre: Person, noor: Other
):
    step = step_of(sterre, FIRST_TALK)
    sterre.client.post(f"/mijn/route/stap/{step.id}", {"doe": "asked", "version": "1"})
    assert "heeft tijd tot" in words_of(sterre.client.get("/mijn/route"))

    refused(sterre, noor, stap=str(step.id))

    page = words_of(sterre.client.get("/mijn/route"))
    assert "Je hoeft hier niet meer op te wachten." in page
    assert "De dag is nog niet zeker" in page
    assert "Je wacht al" not in page
    assert "Wie laat jou wachten?" not in words_of(sterre.client.get("/mijn"))
    assert "Hier kwam een nee." in words_of(sterre.client.get(f"/mijn/route/stap/{step.id}"))


def test_a_no_leaves_the_first_page_when_it_was_seen_and_stays_with_what_runs(
    sterre: Person, noor: Other
):
    row = refused(sterre, noor, stap=str(step_of(sterre, FIRST_TALK).id))
    assert "Wie neemt iets over?" in words_of(sterre.client.get("/mijn"))

    assert do(sterre, row.pk, "gezien")["Location"] == "/mijn"

    assert "Wie neemt iets over?" not in words_of(sterre.client.get("/mijn"))
    running = words_of(sterre.client.get("/mijn/overdracht")).split("Klaar of gestopt")[0]
    assert only_handoff().state == "rejected"
    assert "Er loopt niets." not in running
    assert "Je hoeft hier niet meer op te wachten." in words_of(sterre.client.get("/mijn/route"))


def test_a_no_leaves_the_first_page_with_another_way(sterre: Person, noor: Other):
    row = refused(sterre, noor, stap=str(step_of(sterre, FIRST_TALK).id))
    version = hidden(sterre.read(f"/mijn/overdracht/{row.pk}"))["version"]

    do(sterre, row.pk, "andere-weg", version=version)

    assert "Wie neemt iets over?" not in words_of(sterre.client.get("/mijn"))
    page = words_of(sterre.client.get("/mijn/route"))
    assert "Je hoeft hier niet meer op te wachten." not in page
    assert "De dag is nog niet zeker" not in page


def test_what_still_runs_cannot_be_put_away_as_seen(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor)), stap=str(step_of(sterre, FIRST_TALK).id)))

    do(sterre, only_handoff().pk, "gezien")

    assert "Wie neemt iets over?" in words_of(sterre.client.get("/mijn"))
