# SPDX-License-Identifier: EUPL-1.2
"""Loads the rulebook: the same files as the planner's world, read whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ruimbaan.core.rules.rulebook import Rulebook
from ruimbaan.integrations.rulebook.building import build_rulebook, build_scenarios
from ruimbaan.integrations.rulebook.scenario import Scenario
from ruimbaan.integrations.worldfile.loading import read_parts
from ruimbaan.integrations.worldfile.problems import Problems
from ruimbaan.integrations.worldfile.values import Names, Values


def load_rulebook(paths: Sequence[Path]) -> Rulebook:
    """Every version of every rule in these files and folders. Raises WorldErrors."""
    problems = Problems()
    parts = read_parts(paths, problems)
    rulebook = build_rulebook(parts, Values(Names.of(parts), problems))
    problems.raise_if_any()
    return rulebook


def load_scenarios(paths: Sequence[Path], region: str) -> tuple[Scenario, ...]:
    """The scenarios that happen in this region; `paths` are all its files, for what they name.

    Raises WorldErrors.
    """
    problems = Problems()
    parts = read_parts(paths, problems)
    scenarios = tuple(build_scenarios(parts, region, Values(Names.of(parts), problems)))
    problems.raise_if_any()
    return scenarios
