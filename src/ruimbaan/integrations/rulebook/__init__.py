# SPDX-License-Identifier: EUPL-1.2
"""The rulebook from its files: every version of every rule, whole, and its scenarios."""

from ruimbaan.integrations.rulebook.loading import load_rulebook, load_scenarios
from ruimbaan.integrations.rulebook.running import run_scenario
from ruimbaan.integrations.rulebook.scenario import Period, Scenario

__all__ = ["Period", "Scenario", "load_rulebook", "load_scenarios", "run_scenario"]
