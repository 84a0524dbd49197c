# SPDX-License-Identifier: EUPL-1.2
"""Faults around figures of a region: what counts without a yes, who reads it, and what comes out."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

_STORE = "ruimbaan.parts.contributing.store"
_TESTS = "tests/parts/test_contributing.py::"
_PUBLISHING = "ruimbaan.analytics.regie.publishing"
_RELEASES = "tests/analytics/regie/test_publishing.py::"

COUNTING = (
    Mutant(
        name="counting-without-yes",
        fault="Steps count of somebody who never said yes.",
        module=_STORE,
        text="        if row is None or day < row.since:\n            return\n",
        becomes="        row = row or Choice(region='waalstad', since=day)\n",
        noticed_by=f"{_TESTS}test_without_a_yes_nothing_counts",
    ),
    Mutant(
        name="counting-after-stop",
        fault="Somebody stopped, and what counted stays.",
        module=_STORE,
        text="            ContributedEvent.objects.filter(of_person__in=names).delete()\n",
        becomes="",
        noticed_by=f"{_TESTS}test_stopping_takes_everything_away_at_once_and_nothing_counts_after",
    ),
    Mutant(
        name="counting-on-after-stop",
        fault="Somebody stopped, and steps go on counting.",
        module=_STORE,
        text="            row.delete()\n",
        becomes="",
        noticed_by=f"{_TESTS}test_stopping_takes_everything_away_at_once_and_nothing_counts_after",
    ),
    Mutant(
        name="counting-choice-of-another",
        fault="Somebody reads on the own page what another chose.",
        module=_STORE,
        text="    row = _choices(opening.journey).first()\n",
        becomes="    row = Choice.objects.first()\n",
        noticed_by=f"{_TESTS}test_nobody_reads_the_choice_of_somebody_else",
    ),
    Mutant(
        name="counting-choice-unopened",
        fault="The choice is read without the own part of the file being open.",
        module=_STORE,
        text="    if not opening.covers(Part.OWN):\n",
        becomes="    if False:\n",
        noticed_by=f"{_TESTS}test_the_choice_is_read_and_changed_in_the_opened_own_file_only",
    ),
    Mutant(
        name="counting-key-in-database",
        fault="The name under which steps count follows from what stands in the database.",
        module=_STORE,
        text='    (name,) = tags(_key(region, year), [f"contributed:{journey}"])\n',
        becomes="    name = uuid5(_key(region, year), str(journey)).hex\n",
        noticed_by=f"{_TESTS}test_without_the_key_of_the_year_no_name_can_be_made",
    ),
    Mutant(
        name="counting-before-yes",
        fault="What happened before the yes counts too.",
        module=_STORE,
        text="row is None or day < row.since",
        becomes="row is None",
        noticed_by=f"{_TESTS}test_what_happened_before_the_yes_does_not_count",
    ),
    Mutant(
        name="regie-forgets-earlier",
        fault="The tables of a region are not laid beside what came out before.",
        module=_PUBLISHING,
        text="            before = (*earlier, *(one.table for one in verdicts))\n",
        becomes="            before = tuple(one.table for one in verdicts)\n",
        noticed_by=f"{_RELEASES}test_the_same_weeks_with_one_more_do_not_come_out_again",
    ),
    Mutant(
        name="regie-half-release",
        fault="A disk is full, and half of the tables came out.",
        module=_PUBLISHING,
        text="                (folder / file.name).unlink(missing_ok=True)\n",
        becomes="                pass\n",
        noticed_by=f"{_RELEASES}test_a_disk_that_fails_leaves_no_release",
    ),
)
