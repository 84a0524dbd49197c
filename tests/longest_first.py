# SPDX-License-Identifier: EUPL-1.2
"""Which files of tests take long. A file stays with one worker, so whoever begins one of these as the
last keeps the others waiting: they go first, the longest before all. Measured on two cores; a file
that is missing here costs its own length at most."""

from __future__ import annotations

import pytest

LONGEST = (
    *("e2e/test_every_page", "e2e/test_story_sterre", "e2e/test_story_sterre_plain"),
    *("e2e/test_routecheck", "e2e/test_regie", "e2e/test_signing_in", "e2e/test_upkeep"),
    *("e2e/test_tutorials", "e2e/test_joining", "e2e/test_beside_route", "e2e/test_me_now"),
    *("e2e/test_rights", "e2e/test_sharing", "e2e/test_handing_over", "e2e/test_route_in_file"),
    *("trust/test_permissions", "parts/test_backup_drill", "cli/test_simulate"),
    *("regie/test_publishing", "cli/test_regie", "security/test_power_and_kills"),
    *("cli/test_exchange", "cli/test_handoff", "parts/test_book_files", "parts/test_url_matrix"),
    *("parts/test_rulebook_pages", "security/test_production", "parts/test_directory_pages"),
    *("disclosure/test_random_tables", "cli/test_start", "measures/test_planted_truth"),
    *("events/test_broken_logs", "security/test_enumeration", "security/test_no_traces"),
    *("core/test_planner_twins", "core/test_planner_clashes", "core/test_futures"),
)


def longest_first(items: list[pytest.Item]) -> None:
    """In place; what is not known to take long keeps its order, at random."""
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda one: place.get(f"{one.path.parent.name}/{one.path.stem}", len(LONGEST)))
