# SPDX-License-Identifier: EUPL-1.2
"""Faults at the story desk: who may read what was given, and when others may read the story. Each names
the test that has to notice it."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

DESK = "ruimbaan.parts.storybook.desk"
PAGES = "tests/storybook/test_desk_pages.py::"
WALLS = "tests/storybook/test_desk_walls.py::"
PROPERTY = "tests/storybook/test_desk_never_public.py::"
COURSES = f"{PROPERTY}test_nobody_reads_what_not_everybody_signed"

STORY_DESK = (
    Mutant(
        "published-without-asking-the-core",
        "Who writes makes a story public that nobody signed.",
        f"{DESK}.writing",
        "        public = desk.published(one.draft, use)\n",
        "        public = replace(one.draft, published={use: text})\n",
        f"{PAGES}test_half_signed_is_not_public_and_says_why",
    ),
    Mutant(
        "yes-to-another-text",
        "A giver says yes to one text, and another is signed.",
        f"{DESK}.giving",
        "desk.signed(one.draft, str(gift.id), use, text)",
        "desk.signed(one.draft, str(gift.id), use, one.draft.text)",
        f"{PAGES}test_another_text_is_signed_and_guessed_anew_and_the_old_one_stays",
    ),
    Mutant(
        "taken-back-stays-on-the-site",
        "A giver took it back, and others still read it.",
        f"{DESK}.giving",
        "        if found.taken_back is None and found.story_id is not None:\n",
        "        if found.taken_back is not None and found.story_id is not None:\n",
        f"{PAGES}test_taken_back_is_gone_from_the_site_at_once_and_from_the_next_print",
    ),
    Mutant(
        "taken-back-lives-in-copies",
        "A giver took it back, and an old copy of the data still opens.",
        f"{DESK}.giving",
        "        transaction.on_commit(lambda: shred(gift.pk))\n",
        "",
        f"{PAGES}test_taken_back_is_gone_from_the_site_at_once_and_from_the_next_print",
    ),
    Mutant(
        "erased-and-still-read",
        "The person erased the journey, and the story stands in the book.",
        "ruimbaan.parts.journey.views.whole",
        "            take_back_all(own.journey, own.today)\n",
        "",
        f"{WALLS}test_who_erases_the_journey_takes_the_story_along",
    ),
    Mutant(
        "writer-guesses",
        "Who wrote the story says that nobody can be recognised.",
        f"{DESK}.guessing",
        "        if str(reviewer) in one.written.writers:\n",
        "        if not one.written.writers:\n",
        f"{PAGES}test_who_wrote_it_cannot_guess",
    ),
    Mutant(
        "giver-guesses",
        "A giver who works here says that nobody recognises the own story.",
        f"{DESK}.guessing",
        "    return str(own[0]) if own else str(reviewer)",
        "    return str(reviewer)",
        f"{PROPERTY}test_a_giver_cannot_guess_the_own_story_though_the_desk_does_not_know_them",
    ),
    Mutant(
        "one-person-is-three",
        "Three pieces of one person make a story of three.",
        f"{DESK}.writing",
        "        if len(set(names)) < len(names):\n",
        "        if len(set(names)) > len(names):\n",
        f"{PAGES}test_a_story_of_two_or_twice_of_one_person_cannot_begin",
    ),
    Mutant(
        "gift-of-another-region",
        "An editor elsewhere reads what was not given to them.",
        f"{DESK}.access",
        "        if region not in self.regions:\n            raise Http404\n",
        "",
        f"{WALLS}test_only_the_editors_of_the_region_read_what_was_given",
    ),
    Mutant(
        "read-without-a-line",
        "Somebody reads a gift, and its giver cannot see that.",
        f"{DESK}.access",
        "        log_given(self.actor, gifts, action=action, because=because, now=self.now)\n",
        "",
        f"{WALLS}test_the_giver_sees_who_read_along_and_who_tried",
    ),
    Mutant(
        "gift-of-anybody",
        "Another person opens what somebody gave, and takes it back.",
        f"{DESK}.giving",
        "    return next((one for one in given_by(journey) if one.id == gift), None)",
        "    return Gift.objects.filter(pk=gift).first()",
        f"{WALLS}test_what_i_gave_is_on_nobody_elses_page",
    ),
    Mutant(
        "given-in-the-clear",
        "Who has the tables reads what was given.",
        f"{DESK}.giving",
        "    sealed = seal(row, Gift.place(row), words)\n",
        "    sealed = words.encode()\n",
        f"{PAGES}test_a_piece_of_the_own_journey_is_given_as_it_stands",
    ),
    Mutant(
        "giver-stands-in-the-table",
        "Who has the tables knows who gave.",
        f"{DESK}.giving",
        "    return name\n",
        "    return journey.hex\n",
        f"{PROPERTY}test_who_has_the_tables_cannot_tell_who_gave",
    ),
    Mutant(
        "warning-forgotten",
        "A text that gives somebody away is published.",
        f"{DESK}.rows",
        "        unresolved=written.open_warnings,\n",
        "        unresolved=(),\n",
        f"{PAGES}test_a_warning_stands_in_the_way_until_it_is_gone_or_set_aside",
    ),
)
