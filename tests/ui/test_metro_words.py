# SPDX-License-Identifier: EUPL-1.2
"""The twins of the metro map in words: the table, and the list of each line for a phone."""

from __future__ import annotations

import pytest

from ruimbaan.core.directory.metro.money import OTHER
from ruimbaan.core.directory.metro.splitting import overview_of
from ruimbaan.ui.pictures.metro_lines import line_lists
from ruimbaan.ui.pictures.metro_model import Overlay
from ruimbaan.ui.pictures.metro_table import columns, rows
from ruimbaan.ui.pictures.metro_words import wait_words
from tests.metro_maps import SMALL, network, station


@pytest.mark.parametrize(
    ("days", "nl", "en"),
    [
        (None, "", ""),
        (0, "", ""),
        (1, "1 dag", "1 day"),
        (7, "1 week", "1 week"),
        (10, "10 dagen", "10 days"),
        (14, "2 weken", "2 weeks"),
        (98, "14 weken", "14 weeks"),
        (182, "6 maanden", "6 months"),
        (364, "12 maanden", "12 months"),
    ],
)
def test_a_wait_is_said_in_the_unit_people_use(days, nl, en):
    assert (wait_words(days, "nl"), wait_words(days, "en")) == (nl, en)


def test_the_table_has_every_station_once_with_everything_the_map_shows():
    found = {row[0]: row for row in rows(SMALL, "nl")}

    assert len(found) == len(SMALL.stations) == len(rows(SMALL, "nl"))
    assert all(len(row) == len(columns(SMALL, "nl")) for row in found.values())
    assert found["Hulp-thuis"][1:] == (
        "De Wending",
        "Gemeente: hulp en wonen",
        "Opbouwen",
        "9 weken",
        (
            "Vrije ruimte bij: Eerst besluiten. Dat gebeurde 19 keer. "
            "Geen aansluiting met Kliniek. Wie betaalt deze 9 weken?"
        ),
    )
    assert found["Opvang"][4] == "niet bekend"
    assert found["Wijkteam"][4:] == ("Inloop", "Iemand loopt mee: Briefadres.")
    assert "minder dan 10 keer" in found["Opvang"][5]
    assert "Geen adres, geen geld." in found["Bijstand"][5]
    assert found["Zelfhulp"][2] == "Eigen kracht en buurt, Zorgverzekering"


def test_the_table_in_english_has_no_dutch():
    found = {row[0]: row for row in rows(SMALL, "en")}

    assert found["The hulp-thuis"][2:5] == (
        "Municipality: help and living",
        "Building up",
        "9 weeks",
    )
    assert "That happened 19 times." in found["The hulp-thuis"][5]


def test_a_plan_adds_its_steps_to_the_table():
    plan = Overlay(("wijkteam", "op-papier", "spoedhulp", "schuldhulp"))
    found = {row[0]: row[-1] for row in rows(SMALL, "nl", plan)}

    assert columns(SMALL, "nl", plan)[-1] == "Stap"
    assert (found["Wijkteam"], found["Schuldhulp"], found["Detox"]) == ("1", "3, 4", "–")


def test_of_two_plans_each_number_says_of_which():
    both = Overlay(("wijkteam", "spoedhulp"), beside=("op-papier", "wijkteam"))
    found = {row[0]: row[-1] for row in rows(SMALL, "nl", both)}

    assert (found["Wijkteam"], found["Schuldhulp"], found["Detox"]) == ("A1, B2", "A2", "–")


def test_the_table_of_an_overview_counts():
    counted = overview_of(SMALL)

    assert columns(counted, "nl") == ("Fase", "Wie betaalt", "Hoeveel plekken")
    assert ("Tot rust komen", "Zorgverzekering", "2") in rows(counted, "nl")


def test_each_line_lists_its_stations_by_stage():
    lists = {one.name: one for one in line_lists(SMALL, "nl", lambda one: f"/{one.id}")}
    health = lists["Zorgverzekering"]

    assert (health.number, health.payer) == (1, "health-insurance")
    assert [stop.name for stop in health.stops] == ["Huisarts", "Detox", "Kliniek", "Zelfhulp"]
    assert [stop.stage for stop in health.stops] == [
        "Hulp vinden",
        "Tot rust komen",
        "",
        "Opbouwen",
    ]
    assert health.stops[0].url == "/huisarts"
    assert health.stops[3].changes == ("Eigen kracht en buurt",)
    assert lists["Gemeente: hulp en wonen"].stops[1].room


def test_a_pot_without_a_colour_is_grey_in_the_list():
    lists = line_lists(network((station("loon", 3, OTHER),)), "en", lambda _: "")

    assert [one.payer for one in lists] == ["other"]
