# SPDX-License-Identifier: EUPL-1.2
"""Letters of mandate and promised room: who gives them, who sees the name, and what routes count on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.discretion.resources import rules_at
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.answer import Step
from ruimbaan.core.rules.rule import Rule
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.discretion.agreeing.holders import names_in
from ruimbaan.parts.discretion.agreeing.models import HolderName, LetterRecord, PromiseRecord
from ruimbaan.parts.discretion.queries import (
    as_promised,
    promised_rules,
    who_may_say_yes,
    who_stands_behind,
)
from ruimbaan.parts.discretion.services import remind_to_look_back
from ruimbaan.parts.journey.route.from_plan import _step
from ruimbaan.parts.trust.rights.retention_running import run
from tests.parts.agreeing_people import LETTER, PROMISE, TEAM, Side, cover, day, letter, side, today
from tests.parts.own_files import read
from tests.parts.reading import length, sentences

pytestmark = pytest.mark.django_db
ELSEWHERE = "De Overhaal"
NAME, FUNCTION = "Farida Benali", "teamleider poli"
RULE = "/regels/R35-W"


@pytest.fixture
def kribbe() -> Side:
    return side("De Kribbe")


@pytest.fixture
def other() -> Side:
    return side("De Uiterwaard")


def anybody(path: str) -> str:
    return Client().get(path).content.decode()


def promised() -> dict[str, Rule]:
    region = list_regions()["waalstad"]
    world = region.world
    rules = promised_rules(world.rules, world.services.values(), region.id, today())
    return {rule.id: rule for rule in rules}


def test_everybody_reads_the_function_and_only_colleagues_the_name(kribbe: Side, other: Side):
    assert kribbe.speaker.client.post(LETTER, letter(kribbe)).status_code == 302
    address = f"{LETTER}/{LetterRecord.objects.get().pk}"

    for path in (TEAM, address):
        page = read(kribbe.worker.client, path)
        assert NAME in page
        assert [one for one in sentences(page) if length(one) > 20] == []
    public = anybody(RULE)
    assert FUNCTION in public
    assert "via de receptie" in public
    assert NAME not in public
    assert NAME not in read(other.speaker.client, TEAM)
    assert other.speaker.client.get(address).status_code == 404
    assert names_in([other.place.pk]) == {}
    assert set(names_in([kribbe.place.pk]).values()) == {NAME}


def test_a_letter_goes_before_the_rulebook_and_lapses(kribbe: Side):
    general = who_may_say_yes("R35-W", "waalstad", today())
    assert [one.by_letter for one in general] == [False]

    kribbe.speaker.client.post(LETTER, letter(kribbe))

    only = who_may_say_yes("R35-W", "waalstad", today())
    assert [(one.who.nl, one.organisation) for one in only] == [(FUNCTION, "De Kribbe")]
    assert who_may_say_yes("R35-W", "", today()) == only
    after = today() + timedelta(days=201)
    assert who_may_say_yes("R35-W", "waalstad", after) == general
    assert who_may_say_yes("R35-W", "grachtstad", today()) == general
    assert who_may_say_yes("R99", "waalstad", today()) == ()


def test_who_is_called_is_forgotten_when_a_letter_is_taken_back(kribbe: Side, other: Side):
    kribbe.speaker.client.post(LETTER, letter(kribbe))
    given = str(LetterRecord.objects.get().pk)

    for outsider in (kribbe.worker, other.speaker):
        assert outsider.client.post(TEAM, {"terug": given}).status_code == 404
    assert kribbe.speaker.client.post(TEAM, {"terug": given}).status_code == 302

    assert FUNCTION not in anybody(RULE)
    assert not HolderName.objects.exists()


def test_who_is_called_is_forgotten_the_morning_after_the_last_day(kribbe: Side):
    kribbe.speaker.client.post(LETTER, letter(kribbe, tot=day(20)))
    now = timezone.now()

    remind_to_look_back(now + timedelta(days=20))
    assert set(names_in([kribbe.place.pk]).values()) == {NAME}

    remind_to_look_back(now + timedelta(days=21))
    assert names_in([kribbe.place.pk]) == {}


def test_what_we_keep_says_how_long_a_name_stays_and_the_run_of_it_removes_it(kribbe: Side):
    kribbe.speaker.client.post(LETTER, letter(kribbe, tot=day(20)))
    now = timezone.now()

    def gone(days: int, *, really: bool) -> int:
        done = run(now + timedelta(days=days), really=really)
        return {one.rule: one.count for one in done}["mandate_holders"]

    assert "De naam van wie ja mag zeggen" in anybody("/wat-bewaren-we")
    assert gone(20, really=True) == 0
    assert gone(21, really=False) == 1
    assert set(names_in([kribbe.place.pk]).values()) == {NAME}
    assert gone(21, really=True) == 1
    assert names_in([kribbe.place.pk]) == {}


def test_a_letter_that_lapses_soon_says_so_to_the_organisation(kribbe: Side):
    kribbe.speaker.client.post(LETTER, letter(kribbe, tot=day(20)))

    assert "Loopt bijna af" in read(kribbe.worker.client, TEAM)


def test_routes_count_on_cover_and_say_whose_it_is(kribbe: Side):
    assert promised() == {}

    kribbe.speaker.client.post(PROMISE, cover(kribbe))

    rule = promised()["R35-W"]
    world = list_regions()["waalstad"].world
    assert rule == replace(
        world.rules["R35-W"],
        asks=1,
        covered_by=replace(rule.covered_by, nl="de teamleider, De Kribbe"),
    )
    assert as_promised(world, promised().values()).rules["R35-W"].asks == 1
    assert as_promised(world, ()) is world
    assert "de teamleider van De Kribbe staat erachter" in anybody(RULE)
    behind = who_stands_behind("R35-W", "waalstad", today())
    assert [(one.by, one.organisation) for one in behind] == [("de teamleider", "De Kribbe")]


def test_cover_at_one_place_is_told_on_the_rule_and_the_route_and_not_counted(kribbe: Side):
    asked = "/routecheck/voorbeeld/karim"
    grachtstad = side(ELSEWHERE, "grachtstad")
    before = anybody(asked)
    grachtstad.speaker.client.post(PROMISE, cover(grachtstad, regel="R36-G"))

    rule, route = anybody("/regels/R36-G"), anybody(asked)

    assert f"Bij {ELSEWHERE} hoeft niemand iets te vragen" in rule
    assert "Routes rekenen er daarom niet op." in rule
    line = f"Bij {ELSEWHERE} hoef je dit niet te vragen: de teamleider staat erachter."
    assert (line in before, line in route) == (False, True)
    assert promised() == {}
    kribbe.speaker.client.post(PROMISE, cover(kribbe))
    assert "Routes rekenen hierop." in anybody(RULE)


def test_a_kept_route_names_the_cover_that_it_leans_on():
    region = list_regions()["waalstad"]
    found = region.world.rules["R34-W"]
    by = replace(found, asks=1, covered_by=Text("de teamleider, De Kribbe"))
    world = as_promised(region.world, [by])
    service = next(one for one in world.services.values() if "R34-W" in rules_at(one))
    step = Step(service.id, 0, 0, 0, 0, 0, rules=("R34-W",))

    kept = _step(world, step, uuid4(), ())

    assert kept.yes_by.nl == "niemand meer: rugdekking van de teamleider, De Kribbe"
    assert kept.say.nl == ""


def test_cover_for_the_own_team_alone_stays_inside(kribbe: Side, other: Side):
    kribbe.speaker.client.post(PROMISE, cover(kribbe, **{"in-routes": ""}))

    assert promised() == {}
    assert "staat erachter" not in anybody(RULE)
    assert "Ik sta achter je" in read(kribbe.worker.client, TEAM)
    assert "Ik sta achter je" not in read(other.worker.client, TEAM)


def test_hours_and_budgets_are_for_the_team(kribbe: Side):
    hours = cover(kribbe, soort="hours", hoeveel="8", regel="")

    assert kribbe.speaker.client.post(PROMISE, hours).status_code == 302

    assert "8 uur per maand buiten de productie" in read(kribbe.worker.client, TEAM)
    assert promised() == {}


@pytest.mark.parametrize("path", [LETTER, PROMISE])
def test_a_worker_gives_nothing_and_nobody_gives_for_another(kribbe: Side, other: Side, path: str):
    form = letter(kribbe) if path == LETTER else cover(kribbe)

    assert kribbe.worker.client.get(path).status_code == 404
    assert kribbe.worker.client.post(path, form).status_code == 404
    assert other.speaker.client.post(path, form).status_code == 422

    assert not LetterRecord.objects.exists()
    assert not PromiseRecord.objects.exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"regel": "R03"}, "kan hier niemand afwijken"),
        ({"regel": "R99"}, "kan hier niemand afwijken"),
        ({"vanaf": day(9), "tot": day(8)}, "voor de eerste dag"),
        ({"vanaf": day(-9), "tot": day(-1)}, "al voorbij"),
        ({"soort": "hours"}, "een heel getal"),
        ({"soort": "hours", "hoeveel": "veel"}, "een heel getal"),
        ({"soort": "iets"}, "niets uit de lijst"),
        ({"team": ""}, "nog niets"),
    ],
)
def test_what_cannot_be_promised_is_said(kribbe: Side, change: dict[str, str], says: str):
    answer = kribbe.speaker.client.post(PROMISE, cover(kribbe, **change))

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "de teamleider" in answer.content.decode()
    assert not PromiseRecord.objects.exists()


def test_no_table_says_who_used_it_or_how_often():
    """Each column is about what was given; none names a worker, a person, or a count of uses."""
    about_given = {"id", "organisation", "rule", "starts", "until", "withdrawn", "made", "given_by"}
    of_letters = {"function", "up_to", "deputy", "reach", "holdername"}
    of_promises = {"kind", "team", "amount", "in_routes"}

    assert {field.name for field in LetterRecord._meta.get_fields()} == about_given | of_letters
    assert {field.name for field in PromiseRecord._meta.get_fields()} == about_given | of_promises
