# SPDX-License-Identifier: EUPL-1.2
"""The Dutch scenarios beside the rules in regels/, each of them lived in its own region."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ruimbaan.core.planner.answer import Finding
from ruimbaan.integrations.regions import list_regions, region_files
from ruimbaan.integrations.rulebook import Scenario, load_scenarios, run_scenario
from tests.stories.golden_files import golden, region, solver

SCENARIOS = [
    scenario for name in list_regions() for scenario in load_scenarios(region_files(name), name)
]


def outcome(scenario: Scenario) -> object:
    """What a reader sees happen: two sides of a boundary differ in this."""
    return scenario.refused_by, scenario.starts_on, scenario.loses, scenario.keeps, scenario.gives


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: f"{s.rule}: {s.name}")
def test_it_happens_as_it_is_written(scenario):
    assert run_scenario(scenario, region(scenario.region).world) == []


def test_scenarios_are_told_apart():
    told = [(scenario.rule, scenario.region, scenario.name) for scenario in SCENARIOS]

    assert len(set(told)) == len(told)


def rules_that_matter() -> set[str]:
    """Every rule that a person, a situation or a vignette runs into, or that opens their way."""
    names = [*golden("persons"), *golden("deadlocks"), *golden("vignettes")]
    found: set[str] = set()
    for name in names:
        answer = solver(name)
        found |= {rule for point in answer.points for rule in point.flexed}
        found |= {rule for rung in answer.ladder for rule in rung.flexed}
        found |= {rule for finding in answer.findings for rule in in_the_way(finding)}
    return found


def in_the_way(finding: Finding) -> Iterator[str]:
    return (block.rule for block in finding.blocks if block.rule)


def test_every_rule_that_matters_has_both_sides_of_its_boundary():
    sides: dict[str, set[object]] = {}
    for scenario in SCENARIOS:
        sides.setdefault(scenario.rule, set()).add(outcome(scenario))

    one_sided = {rule for rule in rules_that_matter() if len(sides.get(rule, ())) < 2}

    assert len(rules_that_matter()) > 40
    assert one_sided == set()
