# SPDX-License-Identifier: EUPL-1.2
"""Faults in the audit of tables that anybody may see."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

_AUDITING = "ruimbaan.analytics.disclosure.auditing"
_RELEASING = "ruimbaan.analytics.disclosure.releasing"
_SIGHT = "ruimbaan.analytics.disclosure.sight"
_TABLES = "ruimbaan.analytics.disclosure.tables"
_WATCHERS = "ruimbaan.analytics.disclosure.watchers"
_WITNESSES = "ruimbaan.analytics.disclosure.witnesses"
_TESTS = "tests/analytics/disclosure/test_auditing.py"
_PROTECTING = "tests/analytics/disclosure/test_protecting.py"
_SEEN_THROUGH = f"{_PROTECTING}::test_hiding_only_the_small_ones_is_seen_through"

DISCLOSURE = (
    Mutant(
        name="disclosure-forgets-earlier",
        fault="What came out before is not put beside the new table.",
        module=_SIGHT,
        text="(one for one in earlier if one.population == first.population)",
        becomes="()",
        noticed_by=f"{_TESTS}::test_a_total_shown_later_undoes_one_that_was_hidden",
    ),
    Mutant(
        name="disclosure-no-difference",
        fault="Two releases may differ by one person.",
        module=_SIGHT,
        text="if len(tables) > 1:",
        becomes="if len(tables) > 2:",
        noticed_by=f"{_TESTS}::test_two_releases_that_differ_by_one_person_are_not_both_allowed",
    ),
    Mutant(
        name="disclosure-threshold-off-by-one",
        fault="Nine people are shown where ten is the least.",
        module=_TABLES,
        text="(counts < self.threshold)",
        becomes="(counts < self.threshold - 1)",
        noticed_by=f"{_PROTECTING}::test_nine_is_hidden_and_ten_is_shown",
    ),
    Mutant(
        name="disclosure-nine-is-enough",
        fault="A cell that can hold nine at most is called safe.",
        module=_WITNESSES,
        text="(possible >= self._threshold)",
        becomes="(possible >= self._threshold - 1)",
        noticed_by="tests/analytics/disclosure/test_twin.py",
    ),
    Mutant(
        name="disclosure-singleton-skipped",
        fault="Who is alone in a cell can work out the cells of others.",
        module=_WATCHERS,
        text="(cube.values == 1)",
        becomes="(cube.values == 0)",
        noticed_by=_TESTS,
    ),
    Mutant(
        name="disclosure-holder-skipped",
        fault="An organisation can work out the people of another one.",
        module=_WATCHERS,
        text="if cube.counts.get(key, 0) > 0:",
        becomes="if cube.counts.get(key, 0) < 0:",
        noticed_by=f"{_TESTS}::test_an_organisation_that_is_the_only_one_knows_its_cells",
    ),
    Mutant(
        name="disclosure-complement-not-audited",
        fault="Only hiding is checked, not what follows from what is still shown.",
        module=_AUDITING,
        text="np.flatnonzero((sight.public == HIDDEN) | between)",
        becomes="np.flatnonzero((sight.public == HIDDEN) & between)",
        noticed_by=_SEEN_THROUGH,
    ),
    Mutant(
        name="disclosure-shown-small",
        fault="A small count that simply stands there is let through.",
        module=_AUDITING,
        text="np.flatnonzero(rule.small(sight.public))",
        becomes="np.flatnonzero(rule.small(sight.public) & False)",
        noticed_by=f"{_TESTS}::test_a_small_count_that_simply_stands_there_is_seen",
    ),
    Mutant(
        name="disclosure-unsealed",
        fault="A table that nobody audited can be written.",
        module=_AUDITING,
        text="if seal is not _SEAL or not report.passed:",
        becomes="if False:",
        noticed_by=f"{_TESTS}::test_nothing_but_the_audit_makes_a_table_that_can_be_written",
    ),
    Mutant(
        name="disclosure-late-release",
        fault="A table comes out that was not audited against the last release.",
        module=_RELEASING,
        text="if sorted(before) != sorted(audited.report.against):",
        becomes="if False:",
        noticed_by="tests/analytics/disclosure/test_releasing.py"
        "::test_what_came_out_since_the_audit_stops_it",
    ),
)
