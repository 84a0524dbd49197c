# SPDX-License-Identifier: EUPL-1.2
"""Faults in frictions: what is shown too soon, kept too long, read by others, or decided for others."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

ROUNDS = "ruimbaan.core.kernel.rounds"
REPORTS = "ruimbaan.core.frictions.reports"
TABLE = "ruimbaan.core.frictions.round_table"
REPORTING = "ruimbaan.parts.frictions.reporting"
ABOUT_US = "ruimbaan.parts.frictions.about_us"
ACCESS = "ruimbaan.parts.frictions.access"
MEETINGS = "ruimbaan.parts.frictions.meetings"
IN_ROUNDS = "tests/core/test_rounds.py"
SAYING = "tests/core/test_friction_reports.py"
DECIDING = "tests/core/test_friction_round_table.py"
INSIDE = "tests/parts/test_frictions.py"
PAGES = "tests/parts/test_frictions_pages.py"
BOTH = "::test_the_two_organisations_read_it_when_the_reporter_wants_and_no_other_does"

FRICTIONS = (
    Mutant(
        "nine-reports-are-shown",
        "Nine people said something, and everybody can see it.",
        ROUNDS,
        "if self.waiting + 1 < ROUND:",
        "if self.waiting + 1 < ROUND - 1:",
        IN_ROUNDS,
    ),
    Mutant(
        "the-eleventh-is-told-apart",
        "What waits for its round is shown with it.",
        ROUNDS,
        "return Rounds(self.shown, self.waiting + 1, self.shown_of, dict(waiting_of))",
        "return Rounds(self.shown, self.waiting + 1, dict(waiting_of), dict(waiting_of))",
        IN_ROUNDS,
    ),
    Mutant(
        "a-telephone-number-is-kept",
        "Who leaves a number in a report is kept with it.",
        REPORTS,
        "    for found in personal_in(report.words):\n        raise TooPersonal(found=found)\n",
        "",
        SAYING,
    ),
    Mutant(
        "managers-decide-alone",
        "A table decides about people of whom nobody is there.",
        TABLE,
        "        (bool(meeting.seats & LIVED_IT), MISSING_LIVED),\n",
        "",
        DECIDING,
    ),
    Mutant(
        "one-organisation-decides-for-two",
        "One organisation writes down what another has to do.",
        TABLE,
        "(meeting.organisations >= FEWEST_ORGANISATIONS, MISSING_ORGANISATION),",
        "(meeting.organisations >= 1, MISSING_ORGANISATION),",
        DECIDING,
    ),
    Mutant(
        "never-looked-back",
        "A decision without an end is called solved.",
        TABLE,
        "return Standing.TO_LOOK_BACK if today >= self.review else Standing.RUNS",
        "return Standing.RUNS",
        DECIDING,
    ),
    Mutant(
        "words-stay-after-counting",
        "Own words stay on the shelf after they were counted.",
        REPORTING,
        "if row.to_them and len(row.between) > 1:",
        "if row.words:",
        f"{INSIDE}::test_a_counted_report_is_gone_with_its_words_and_their_key",
    ),
    Mutant(
        "the-day-is-kept",
        "A report says on which day somebody sent it.",
        REPORTING,
        "week=_monday(timezone.localdate(at)),",
        "week=timezone.localdate(at),",
        f"{INSIDE}::test_a_report_keeps_its_week_and_sealed_words_and_nothing_of_who_sent_it",
    ),
    Mutant(
        "words-without-a-seal",
        "Who reads the disk reads what somebody wrote.",
        REPORTING,
        "row.words = seal(row.pk, place_of(row), report.words.strip())",
        "row.words = report.words.strip().encode()",
        f"{INSIDE}::test_a_report_keeps_its_week_and_sealed_words_and_nothing_of_who_sent_it",
    ),
    Mutant(
        "the-key-outlives-the-words",
        "Words that are gone can be read from an old copy.",
        REPORTING,
        "    if had_words:\n        transaction.on_commit(lambda: shred(key))\n",
        "",
        f"{INSIDE}::test_a_counted_report_is_gone_with_its_words_and_their_key",
    ),
    Mutant(
        "kept-for-ever",
        "What two organisations may read for three months, they read for ever.",
        REPORTING,
        "return [*read, *unread]",
        "return [*unread]",
        f"{INSIDE}::test_what_the_two_may_read_stays_three_months_and_no_day_longer",
    ),
    Mutant(
        "another-region-counts-it",
        "A steward elsewhere decides about a report of here.",
        REPORTING,
        ".filter(pk=report, region=region, read_until=None)",
        ".filter(pk=report, read_until=None)",
        f"{INSIDE}::test_a_report_is_judged_in_its_own_region_only",
    ),
    Mutant(
        "every-worker-reads-it",
        "What was for two organisations is read by all.",
        ABOUT_US,
        "            if code in row.between:\n                found",
        "            if code:\n                found",
        PAGES + BOTH,
    ),
    Mutant(
        "who-left-still-reads",
        "Who works there no more still reads what was said of it.",
        ABOUT_US,
        "if one.in_force(now)}",
        "if one.in_force(one.starts)}",
        PAGES + BOTH,
    ),
    Mutant(
        "an-editor-keeps-it",
        "Somebody who is no steward judges reports.",
        ACCESS,
        "if work.role is Role.STEWARD and work.region in list_names()",
        "if work.region in list_names()",
        "tests/trust/test_permissions.py::test_each_address_answers_as_the_table_says[editor]",
    ),
    Mutant(
        "looked-back-by-another-region",
        "A steward elsewhere says what became of a decision of here.",
        MEETINGS,
        '.filter(pk=meeting, region=region, outcome="")',
        '.filter(pk=meeting, outcome="")',
        f"{INSIDE}::test_looking_back_is_done_once_and_in_its_own_region",
    ),
)
