# SPDX-License-Identifier: EUPL-1.2
"""A scenario that is not true is told apart: each kind of outcome, right and wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ruimbaan.core.journey.situation import Window
from ruimbaan.integrations.rulebook import Period, Scenario, run_scenario
from tests.contract.worlds.writing import load

WORLD = """
rules:
  bewijs: {title: Bewijs, layer: policy}
  wet: {title: Wet, layer: hard, flexible: no}
  wacht: {title: Wacht, layer: procedure}
  loket: {title: Loket, layer: habit}
  bed: {title: Bed, layer: procedure}
facts: {adres: {}, papier: {}, burger: {}, bed: {}, rust: {}}
services:
  - id: briefadres
    needs: [{fact: papier, rule: bewijs}, {fact: burger, rule: wet}]
    wait: {days: 10, rule: wacht, shorten_to: 4}
    gives: [{fact: adres, valid: 30d}]
  - id: kliniek
    lasts: 10d
    gives: [{fact: rust, while_receiving: yes}]
    takes: [{fact: bed, rule: bed, after: 3d}]
  - id: melding
    opens: {weekdays: [mon, tue, wed, thu, fri], rule: loket}
    gives: [{fact: rust}]
"""
PAPER, CITIZEN, BED = Window("papier"), Window("burger"), Window("bed")
LETTER = Scenario("bewijs", "x", "veenland", "briefadres", given=(PAPER, CITIZEN), starts_on=10)
CLINIC = Scenario("bed", "x", "veenland", "kliniek", given=(BED,), starts_on=0)
REPORT = Scenario("loket", "x", "veenland", "melding", starts_on=2, day=2)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return load(tmp_path_factory.mktemp("w"), WORLD).world


@pytest.mark.parametrize(
    "true",
    [
        LETTER,
        replace(LETTER, day=5, starts_on=15, gives=Period("adres", 15, 45)),
        replace(LETTER, bent=("wacht",), starts_on=4, gives=Period("adres", 4, 34)),
        replace(LETTER, gives=Period("adres", None, 40)),
        replace(LETTER, given=(CITIZEN,), starts_on=None, refused_by="bewijs"),
        replace(LETTER, given=(PAPER,), starts_on=None, refused_by="wet"),
        replace(LETTER, given=(CITIZEN,), bent=("bewijs",)),
        replace(CLINIC, loses=Period("bed", 3, 10)),
        replace(CLINIC, loses=Period("bed")),
        replace(CLINIC, bent=("bed",), keeps="bed"),
        REPORT,
        replace(REPORT, day=0, starts_on=None, refused_by="loket"),
        replace(REPORT, day=0, starts_on=0, bent=("loket",)),
    ],
)
def test_what_is_true_is_not_contradicted(world, true):
    assert run_scenario(true, world) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(LETTER, starts_on=9), "starts on 10, not on 9"),
        (replace(LETTER, given=(CITIZEN,)), "is refused, and should start on 10"),
        (replace(LETTER, starts_on=None, refused_by="bewijs"), "is accepted and starts on 10"),
        (
            replace(LETTER, given=(), starts_on=None, refused_by="bewijs"),
            "is refused, but not by bewijs alone",
        ),
        (replace(LETTER, gives=Period("adres", 10, 41)), "gives adres from 10 to 39"),
        (replace(LETTER, gives=Period("adres", 11, 40)), "gives adres from 10 to 39"),
        (replace(LETTER, gives=Period("adres")), "gives adres from 10 to 39"),
        (replace(LETTER, gives=Period("rust")), "gives rust from None to None"),
        (replace(CLINIC, keeps="bed"), "loses bed from 3 to 9"),
        (replace(CLINIC, loses=Period("bed", 3, 11)), "loses bed on [3, 4, 5, 6, 7, 8, 9]"),
        (replace(CLINIC, bent=("bed",), loses=Period("bed", 3, 10)), "loses bed on []"),
    ],
)
def test_what_is_not_true_is_told(world, wrong, said):
    assert run_scenario(wrong, world) == [said]
