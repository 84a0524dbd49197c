# SPDX-License-Identifier: EUPL-1.2
"""The planner's world out of the directory's records: the same as the files say, and never broken
by what happens on the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from ruimbaan.core.directory.records.profile import NAME, profile_of
from ruimbaan.core.directory.records.record import Record
from ruimbaan.integrations.directory import load_world_of_directory, records_of_region
from ruimbaan.integrations.regions import list_regions, load_region

EVERY = 20  # of the places of a region: building a world takes a while


@cache
def services(region: str) -> tuple[Record, ...]:
    return tuple(record for record in records_of_region(region) if record.table == "service")


def code(record: Record) -> str:
    return profile_of(record).code


def changed(record: Record, **planning: Any) -> Record:
    inside = dict(record.values[NAME])  # type: ignore[arg-type]
    inside["planning"] = {**profile_of(record).planning, **planning}
    return replace(record, values={**record.values, NAME: inside})


def on_the_map(region: str, change: Callable[[Record], Record]) -> list[Record]:
    return [change(record) for record in services(region)]


@pytest.mark.parametrize("region", list_regions())
def test_the_world_is_the_one_of_the_files(region: str):
    found = load_world_of_directory(region, services(region))

    expected = load_region(region)
    assert found.left_out == {}
    assert found.loaded.world == expected.world
    assert found.loaded.persons == expected.persons


def test_a_change_on_the_map_changes_the_world():
    def slower(record: Record) -> Record:
        return changed(record, wait={"days": 99}) if code(record) == "W25" else record

    world = load_world_of_directory("waalstad", on_the_map("waalstad", slower)).loaded.world

    assert world.services["W25"].wait.days == 99


def test_a_closed_place_is_not_in_the_world():
    def closed(record: Record) -> Record:
        values = {**record.values, "status": "temporarily closed"}
        return replace(record, values=values) if code(record) == "W25" else record

    found = load_world_of_directory("waalstad", on_the_map("waalstad", closed))

    assert "W25" not in found.loaded.world.services
    assert len(found.loaded.world.services) > 60


@pytest.mark.parametrize("region", list_regions())
def test_a_place_may_go_and_the_region_stands(region: str):
    for gone in services(region)[::EVERY]:
        left = [record for record in services(region) if record is not gone]

        world = load_world_of_directory(region, left).loaded.world

        assert code(gone) not in world.services


def test_what_the_rules_do_not_know_is_left_out_and_said():
    def odd(record: Record) -> Record:
        needs = [{"fact": "bestaat-niet"}]
        return changed(record, needs=needs) if code(record) == "W25" else record

    found = load_world_of_directory("waalstad", on_the_map("waalstad", odd))

    assert "W25" not in found.loaded.world.services
    assert ["bestaat-niet" in error.explain("nl").cause for error in found.left_out["W25"]] == [
        True
    ]


def test_a_directory_may_hold_more_than_a_file():
    one = next(record for record in services("waalstad") if code(record) == "W25")
    inside = one.values[NAME]
    assert isinstance(inside, dict)
    many = [
        replace(one, id=str(number), values={**one.values, NAME: {**inside, "code": f"X{number}"}})
        for number in range(6_000)
    ]

    found = load_world_of_directory("waalstad", [*services("waalstad"), *many])

    assert len(found.loaded.world.services) == len(services("waalstad")) + len(many)


def test_an_empty_map_is_an_empty_world():
    found = load_world_of_directory("waalstad", ())

    assert dict(found.loaded.world.services) == {}
    assert found.left_out == {}
