# SPDX-License-Identifier: EUPL-1.2
"""A rule may have several versions: planning for a day uses the version of that day."""

from __future__ import annotations

from datetime import date

import pytest

from ruimbaan.core.planner.solve import solve
from ruimbaan.integrations.regions import rule_folders
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.integrations.worldfile import WorldErrors, load_world
from tests.contract.worlds.writing import REGION, load, write

OLD = 'R27: {title: "Mag", layer: derogable, flexible: no, valid_until: 2022-01-01}'
NEW = 'R27: {title: "Moet", layer: hard, flexible: no, duty: yes, valid_from: 2022-01-01}'
SERVICE = """
facts: {adres: {}, bewijs: {}}
services:
  - {id: balie, needs: [{fact: bewijs, rule: R27}], gives: [{fact: adres}]}
person: {id: stella, goals: [{fact: adres, needed_by: 10}]}
"""


def two_files(folder, old=OLD, new=NEW):
    write(folder, REGION + SERVICE + f"rules:\n  {new}\n", "new.yaml")
    write(folder, f"rules:\n  {old}\n", "old.yaml")
    return folder


@pytest.mark.parametrize(
    ("day", "title", "duty"),
    [
        (date(2021, 6, 1), "Mag", False),
        (date(2021, 12, 31), "Mag", False),
        (date(2022, 1, 1), "Moet", True),
        (date(2026, 11, 21), "Moet", True),
    ],
)
def test_the_world_has_the_version_of_day_0(tmp_path, day, title, duty):
    rule = load_world(two_files(tmp_path), as_of=day).world.rules["R27"]

    assert (rule.title.nl, rule.duty) == (title, duty)


def test_the_next_version_takes_over_without_a_day_between(tmp_path):
    loaded = load_world(two_files(tmp_path), as_of=date(2021, 12, 20))

    answer = solve(*loaded.for_person("stella"))

    assert answer.practice.arrivals["adres"] is None
    assert [warning.code for warning in loaded.warnings] == ["RB-WRL-107"]
    assert "2022-01-01" in loaded.warnings[0].explain("nl").cause


def test_a_rule_that_is_over_binds_no_longer(tmp_path):
    gone = 'R27: {title: "Mag", layer: policy, flexible: no, valid_until: 2026-11-25}'
    loaded = load(tmp_path, SERVICE + f"rules:\n  {gone}\n")

    answer = solve(*loaded.for_person("stella"))

    assert answer.practice.arrivals["adres"] == 4
    assert loaded.warnings == ()


def test_days_without_a_version_are_refused(tmp_path):
    late = NEW.replace("2022-01-01", "2023-01-01")

    with pytest.raises(WorldErrors) as refusal:
        load_world(two_files(tmp_path, new=late))

    assert [error.code for error in refusal.value.errors] == ["RB-WRL-060"]
    assert "2022-01-01" in refusal.value.first.explain("nl").cause


@pytest.mark.parametrize("old", [NEW, 'R27: {title: "Mag", layer: derogable}'])
def test_two_versions_for_one_day_are_the_same_name_twice(tmp_path, old):
    with pytest.raises(WorldErrors) as refusal:
        load_world(two_files(tmp_path, old=old))

    assert {error.code for error in refusal.value.errors} == {"RB-WRL-040"}


def test_the_register_had_a_power_before_it_had_a_duty():
    """The one real pair of versions in the rulebook."""
    rulebook = load_rulebook(rule_folders([]))

    before, now = (rulebook.find("R27", day) for day in (date(2021, 12, 31), date(2022, 1, 1)))

    assert before is not None
    assert now is not None
    assert (before.hook.strength, now.hook.strength) == ("may", "duty")
    assert before.sources[0].link.endswith("/2021-07-01")
    assert len(rulebook.versions["R27"]) == 2
    assert "R27" in rulebook.in_force(date(1990, 1, 1))
