# SPDX-License-Identifier: EUPL-1.2
"""What is on the map of a region: read from its services, and split when it is too much."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from ruimbaan.core.directory.metro.derive import Circle, Known, network_of
from ruimbaan.core.directory.metro.forks import LONGEST_TRACK, tracks_of
from ruimbaan.core.directory.metro.money import BENEFIT, DEBT, HEALTH, OTHER, OWN, SUPPORT, pots_of
from ruimbaan.core.directory.metro.network import Walk
from ruimbaan.core.directory.metro.splitting import MOST_STATIONS, sheets_of
from ruimbaan.core.directory.metro.stages import BUILDING, FINDING, JOINING, RESTING, place_of
from ruimbaan.core.directory.service import Condition, Gift, Loss, Service, Wait
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rule import LadderStep, Rule, RuleClass
from tests.metro_maps import network, networks, station


def service(code: str, kind: int | None, frame: str, **more) -> Service:
    return Service(code, Text(code.capitalize()), frame=frame, type=kind, **more)


def needs(*facts: str, rule: str | None = None):
    return tuple(Condition(fact, rule=rule) for fact in facts)


CLINIC = service(
    "kliniek",
    9,
    "Zvw",
    lasts=91,
    gives=(Gift("behandeld"),),
    takes=(Loss("eigen-plek"),),
    wait=Wait(56),
)
PAPER = service(
    "besluit",
    None,
    "Wmo maatwerk",
    needs=needs("behandeld"),
    gives=(Gift("besluit"),),
    wait=Wait(14),
)
AT_HOME = service("thuis", 23, "Wmo maatwerk", needs=needs("besluit", rule="R1"), wait=Wait(49))
TEAM = service("team", 40, "Wmo algemeen", gate="open", gives=(Gift("kent-de-weg"),), wait=Wait(0))
DEBTS = service("schuld", 30, "Wgs", needs=needs("kent-de-weg"), wait=Wait(5))
R1 = Rule("R1", Text("Eerst een besluit"), RuleClass.POLICY, step=LadderStep.FLEX, asks=8)


def region(*services: Service, **known):
    found = {one.id: one for one in services}
    return network_of(found, Known(**known), Text("Waalstad"))


@pytest.mark.parametrize(
    ("frame", "initiative", "pots"),
    [
        ("Zvw", False, (HEALTH,)),
        ("Zvw + gemeente", False, (HEALTH,)),
        ("Zvw + subsidie", False, (HEALTH, DEBT)),
        ("Wmo-subsidie", False, (SUPPORT,)),
        ("Wmo + huur", False, (SUPPORT,)),
        ("Wet BRP", False, (BENEFIT,)),
        ("subsidie, IZA", True, (OWN, HEALTH)),
        ("Wmo + huur", True, (OWN, SUPPORT)),
        ("loon", False, (OTHER,)),
        ("", False, (OTHER,)),
    ],
)
def test_a_frame_names_its_pots(frame, initiative, pots):
    assert pots_of(service("x", 1, frame, initiative=initiative)) == pots


@pytest.mark.parametrize(
    ("one", "stage"),
    [
        (service("x", 1, ""), FINDING),
        (service("x", 6, ""), RESTING),
        (service("x", 18, ""), BUILDING),
        (service("x", 22, ""), JOINING),
        (service("x", None, "", gate="inloop"), FINDING),
        (service("x", 77, "", domain="WRK"), JOINING),
        (service("x", None, ""), BUILDING),
    ],
)
def test_a_support_has_its_stage(one, stage):
    assert place_of(one)[0] == stage


def test_where_one_stops_and_the_next_begins_later_is_a_gap():
    found = region(CLINIC, PAPER, AT_HOME)

    gap = found.gaps[0]
    assert (gap.source, gap.target) == ("kliniek", "thuis")
    assert gap.question.nl == "Wie betaalt deze 9 weken?"
    assert gap.why.nl == "Van zorgverzekering naar gemeente: hulp en wonen"


def test_one_pot_that_pays_both_leaves_no_gap():
    paid = service("thuis", 23, "Zvw", needs=needs("besluit"), wait=Wait(49))

    assert region(CLINIC, PAPER, paid).gaps == ()


def test_who_can_begin_at_once_leaves_no_gap():
    soon = service("thuis", 23, "Wmo maatwerk", needs=needs("behandeld"), wait=Wait(5))

    assert region(CLINIC, soon).gaps == ()


def test_a_step_on_paper_has_no_station():
    assert [one.id for one in region(CLINIC, PAPER, AT_HOME).stations] == ["kliniek", "thuis"]


def test_a_quick_handoff_between_pots_is_walked():
    assert region(TEAM, DEBTS).walks == (Walk("team", "schuld"),)
    assert region(TEAM, DEBTS).is_interchange("team")


def test_what_people_say_about_working_together_goes_first():
    together = region(TEAM, DEBTS, works_with={"schuld": ["team"]})
    apart = region(TEAM, DEBTS, CLINIC, works_with={"kliniek": ["team"], "team": ["kliniek"]})

    assert together.walks == (Walk("team", "schuld"),)
    assert apart.walks == ()  # nothing that the clinic gives leads to the team, or the other way


def test_one_organisation_with_the_same_in_two_forms_is_one_station():
    same = {"provider": "De Kribbe", "gives": (Gift("behandeld"),)}
    found = region(
        service("poli", 4, "Zvw", wait=Wait(9), **same),
        service("dagdeel", 8, "Zvw", wait=Wait(4), **same),
        service("elders", 8, "Zvw", provider="De Uiterwaard", gives=same["gives"]),
    )

    assert [(one.id, one.forms, one.wait) for one in found.stations] == [
        ("poli", ("poli", "dagdeel"), 4),
        ("elders", ("elders",), 0),
    ]
    assert found.station_of["dagdeel"] == "poli"


def test_rings_stand_where_a_rule_was_bent_with_the_count():
    counted = region(CLINIC, PAPER, AT_HOME, rules={"R1": R1}, times={"R1": 12, "R2": 3})
    unused = region(CLINIC, PAPER, AT_HOME, rules={"R1": R1}, times={})

    assert [(r.station, r.rules, r.times) for r in counted.rings] == [("thuis", (R1.title,), 12)]
    assert unused.rings == ()


def test_without_a_count_rings_stand_where_rules_ask_room():
    found = region(CLINIC, PAPER, AT_HOME, rules={"R1": R1})

    assert [(ring.station, ring.times) for ring in found.rings] == [("thuis", None)]


def test_a_circle_of_facts_becomes_a_loop_of_stations():
    address = service("adres", 25, "Wet BRP", gives=(Gift("adres"),))
    money = service("geld", 26, "Participatiewet", gives=(Gift("inkomen"),))
    says = (Text("Geen adres, geen geld."),)
    circles = (Circle(("adres", "inkomen"), says), Circle(("adres", "elders"), says))
    found = region(address, money, circles=circles)

    assert [(loop.stations, loop.sentences) for loop in found.loops] == [(("adres", "geld"), says)]


def test_a_long_line_forks_at_its_first_station():
    found = [station(f"s{at}", at % 4, HEALTH, domain="AB"[at % 2]) for at in range(12)]
    first, second = tracks_of(HEALTH, found)

    assert first[0] == second[0] == "s0"
    assert set(first) | set(second) == {one.id for one in found}
    assert len(tracks_of(HEALTH, found[:LONGEST_TRACK])) == 1


# --- too much for one map -----------------------------------------------------------------------
def many(count: int, **more):
    pots = (HEALTH, SUPPORT, BENEFIT)
    return network([station(f"s{at}", at % 4, pots[at % 3], **more) for at in range(count)])


def test_a_region_of_forty_stations_is_one_map():
    assert sheets_of(many(MOST_STATIONS)).parts == ()
    assert sheets_of(many(MOST_STATIONS)).overview.stations == many(MOST_STATIONS).stations


@given(networks(most=25))
@settings(max_examples=40, deadline=None)
def test_no_sheet_is_too_large_and_no_station_is_lost(made):
    sheets = sheets_of(made, most=6)
    if len(made.stations) <= 6:
        assert sheets.parts == ()
        return
    shown = [one.id for sheet in sheets.parts for one in sheet.network.stations]

    assert sorted(shown) == sorted(one.id for one in made.stations)
    assert all(len(sheet.network.stations) <= 6 for sheet in sheets.parts)
    assert len({sheet.key for sheet in sheets.parts}) == len(sheets.parts)
    assert sum(one.count for one in sheets.overview.stations) == len(made.stations)


def test_districts_split_a_region_and_otherwise_parts_of_life():
    half = [station(f"n{at}", 0, HEALTH, district="Noord", domain="MID") for at in range(25)]
    rest = [station(f"z{at}", 1, SUPPORT, district="Zuid", domain="WON") for at in range(25)]
    by_district = sheets_of(network([*half, *rest]))
    without = [station(one.id, one.stage, *one.lines, domain=one.domain) for one in half + rest]
    by_domain = sheets_of(network(without), {"MID": Text("Gebruik", "Use")})

    assert [sheet.key for sheet in by_district.parts] == ["Noord", "Zuid"]
    assert [sheet.name.nl for sheet in by_domain.parts] == ["Gebruik", "WON"]


def test_the_overview_counts_every_form():
    sheets = sheets_of(many(50, forms=("a", "b")))

    assert sum(one.count for one in sheets.overview.stations) == 100
    assert len(sheets.overview.stations) <= 12
