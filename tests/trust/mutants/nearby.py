# SPDX-License-Identifier: EUPL-1.2
"""Faults in what is near the file: the space of a close one, taking in what was taken along, and the
sheet that a device keeps. Each names the test that has to notice it."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

NOTES = "ruimbaan.parts.journey.close_one.notes"
CLOSE_ONE = "ruimbaan.parts.journey.close_one.views"
STEPPING_BACK = "ruimbaan.parts.trust.files.opening_files"
SERVICES = "ruimbaan.parts.trust.services"
CLOSE_ONES = "tests/parts/test_close_one.py::"
STOPS = f"{CLOSE_ONES}test_one_stops_by_oneself_and_sees_nothing_from_then_on"

COMING = "ruimbaan.parts.journey.take_along.coming"
KEEPING_IT = "ruimbaan.parts.journey.take_along.keeping"
TAKE_IN = "ruimbaan.parts.journey.take_along.views"
TAKEN_IN = "tests/parts/test_take_along_in.py::"

DEVICES = "ruimbaan.parts.journey.offline.devices"
KEEPING = "ruimbaan.parts.journey.offline.keeping"
SHEET = "ruimbaan.parts.journey.offline.sheet"
OFFLINE = "ruimbaan.parts.journey.offline.views"
ON_A_DEVICE = "tests/parts/test_offline.py::"

NEARBY = (
    Mutant(
        "a-note-of-anybody",
        "Another account reads the note of a close one.",
        NOTES,
        "row = CloseOneNote.objects.filter(account=account, id=note).first()",
        "row = CloseOneNote.objects.filter(id=note).first()",
        f"{CLOSE_ONES}test_nobody_else_ever_reads_a_note",
    ),
    Mutant(
        "notes-outlive-their-account",
        "The account is closed, and its notes stay.",
        NOTES,
        "    CloseOneNote.objects.filter(account=account).delete()\n",
        "    CloseOneNote.objects.filter(account=account)\n",
        f"{CLOSE_ONES}test_notes_go_along_and_go_with_the_account",
    ),
    Mutant(
        "whose-file-it-is",
        "Who is not known to somebody learns that this person has a file.",
        CLOSE_ONE,
        "owner = owner_of(journey) if journey in files_that_know(me) else None",
        "owner = owner_of(journey)",
        f"{CLOSE_ONES}test_a_file_one_is_not_known_to_answers_as_no_file",
    ),
    Mutant(
        "stops-without-a-yes",
        "A press of return stops everything, and nobody said so.",
        CLOSE_ONE,
        'if request.method == "POST" and request.POST.get("doe") == "ja":',
        'if request.method == "POST":',
        STOPS,
    ),
    Mutant(
        "stopped-and-still-sees",
        "A close one stopped, and what was given runs on.",
        STEPPING_BACK,
        "        GrantRecord.objects.filter(**mine, ends__gt=at, revoked=None).update(revoked=at)\n"
        "        Acquaintance.objects.filter(**mine).delete()\n\n\ndef close_for_others",
        "        Acquaintance.objects.filter(**mine).delete()\n\n\ndef close_for_others",
        STOPS,
    ),
    Mutant(
        "stops-unseen",
        "A close one stops, and the person cannot read that.",
        SERVICES,
        "    wish = Decision(allowed=True, because=Because.OWN_WISH)\n    log.write(",
        "    wish = Decision(allowed=True, because=Because.OWN_WISH)\n    str(",
        f"{CLOSE_ONES}test_that_one_stopped_can_be_read_by_the_person_and_stands_in_the_log",
    ),
    Mutant(
        "kept-before-the-yes",
        "What was sent stands in the file before the person saw it.",
        TAKE_IN,
        'if request.POST.get("doe") != "ja":',
        'if request.POST.get("doe") == "nee":',
        f"{TAKEN_IN}test_elsewhere_it_is_shown_first_and_then_stands_there_as_it_was",
    ),
    Mutant(
        "half-a-file",
        "One entry does not fit, and the rest is kept all the same.",
        COMING,
        "            raise TakenAlongBroken(where=in_words(kind.title)) from None",
        "            continue",
        f"{TAKEN_IN}test_one_wrong_entry_and_nothing_of_it_is_kept",
    ),
    Mutant(
        "the-same-twice",
        "A wish that stood here already stands here twice.",
        KEEPING_IT,
        "if here[_same(one.values)]:",
        "if here[_same(one.values)] > 1:",
        f"{TAKEN_IN}test_what_stands_here_already_stays",
    ),
    Mutant(
        "history-unasked",
        "Who looked elsewhere comes along, and the person did not ask for that.",
        TAKE_IN,
        'history if request.POST.get(HISTORY) == "ja" else ()',
        "history",
        f"{TAKEN_IN}test_elsewhere_it_is_shown_first_and_then_stands_there_as_it_was",
    ),
    Mutant(
        "not-said-to-be-own",
        "A computer of the library keeps a sheet, because nobody was asked whose it is.",
        OFFLINE,
        'if request.POST.get("eigen") != "ja":',
        'if request.POST.get("eigen") == "nee":',
        f"{ON_A_DEVICE}test_it_is_off_until_the_person_says_that_this_device_is_their_own",
    ),
    Mutant(
        "sheet-at-work",
        "A device for work keeps a sheet.",
        OFFLINE,
        "        if signed_in.works:\n            raise NotForWork",
        "        if signed_in.works and request.GET:\n            raise NotForWork",
        f"{ON_A_DEVICE}test_never_with_an_account_for_work",
    ),
    Mutant(
        "sheet-of-who-was-here-before",
        "Somebody else signs in on that device, and it keeps its sheet.",
        KEEPING,
        "signed_in.account == found.account and not signed_in.works",
        "not signed_in.works",
        f"{ON_A_DEVICE}test_somebody_else_on_the_same_device_gets_nothing_of_it",
    ),
    Mutant(
        "sheet-for-ever",
        "After its days the sheet is still given.",
        DEVICES,
        "OfflineDevice.objects.filter(digest=_digest(token), ends__gt=at).first()",
        "OfflineDevice.objects.filter(digest=_digest(token)).first()",
        f"{ON_A_DEVICE}test_after_its_days_it_is_over_and_forgotten",
    ),
    Mutant(
        "left-and-still-kept",
        "Who left in haste leaves the sheet behind.",
        KEEPING,
        "        if name in OUT:\n            devices.drop(token)\n",
        "        if name in OUT:\n",
        f"{ON_A_DEVICE}test_leaving_throws_it_away",
    ),
    Mutant(
        "signed-out-there-and-still-kept",
        "A lost phone is signed out, and keeps its sheet.",
        KEEPING,
        "devices.drop_session(signed_in.account, UUID(wanted))",
        "UUID(wanted)",
        f"{ON_A_DEVICE}test_signing_out_there_ends_it_there",
    ),
    Mutant(
        "wishes-on-the-sheet",
        "Who picks up the phone reads the wishes.",
        SHEET,
        "ON_IT = (Part.APPOINTMENTS, Part.ROUTE, Part.EMERGENCY_CARD)",
        "ON_IT = (Part.APPOINTMENTS, Part.ROUTE, Part.EMERGENCY_CARD, Part.WISHES)",
        f"{ON_A_DEVICE}test_the_sheet_holds_what_is_next_and_nothing_of_the_rest",
    ),
)
