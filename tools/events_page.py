# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/events.md: everything that can happen and is written down, from the lists in the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.handoff.states import By, Profile, Reason, State, Verdict
from ruimbaan.core.handoff.transitions import POSSIBLE
from ruimbaan.core.insight.contributed import Step
from ruimbaan.core.journey.kept_route import EventKind
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import PartyKind, Role
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.signing_in.telling import Event
from tools.closed_lists import table

HEAD = """# Events

Everything that can happen and is written down: closed lists, so that nothing else can be kept.
Written by `make docs` from the code; a kind without words here fails the tests.

An event about a person stands in the file of that person, sealed with its key, and counts for nobody.
A region counts the [steps that somebody lets count](#steps-that-somebody-lets-count), and [event logs](frictions.md) that an organisation brings itself.
"""


@dataclass(frozen=True, slots=True)
class Told:
    title: str
    text: str
    lists: tuple[tuple[type[StrEnum], Mapping[str, str]], ...]


SECTIONS = (
    Told(
        "On the route of a person",
        "What somebody says about a step of the own route. No event says why.",
        (
            (
                EventKind,
                {
                    "asked": "This was asked for.",
                    "began": "It began.",
                    "done": "It is done.",
                    "coming": "I will be there.",
                    "moved": "It begins on another day; the event has that day.",
                    "cannot": "I cannot make it.",
                    "refused": "The place said no, and another way was chosen.",
                    "back": "Takes the last of the others back.",
                },
            ),
        ),
    ),
    Told(
        "Steps that somebody lets count",
        "Only after a yes, under a name of chance, by week. A hard time, a pause and a step that did "
        "not work are not in the list, so they cannot be counted.",
        (
            (
                Step,
                {
                    "planned": "A way to this goal was kept.",
                    "asked": "This kind of support was asked for.",
                    "began": "It began.",
                    "ended": "It ended.",
                    "room": "Room was used on the way.",
                    "goal-earlier": "The goal was reached before the day that was planned.",
                    "goal-on-time": "It was reached in time.",
                    "goal-later": "It was reached later.",
                },
            ),
        ),
    ),
    Told(
        "A handoff",
        "The states between which the steps [below](#steps-of-a-handoff) lead. "
        "The same in FHIR: [handoffs in FHIR](handoff-fhir.md).",
        (
            (
                State,
                {
                    "new": "Before the first step.",
                    "draft": "Written, and not sent.",
                    "requested": "Sent; the receiver did not open it yet.",
                    "received": "Opened by the receiver; no answer yet.",
                    "on_hold": "The receiver asks for another day.",
                    "accepted": "The receiver says yes, with a day.",
                    "in_progress": "There was contact.",
                    "met": "The person says that they met. Only now the sender may let go.",
                    "completed": "Both sides are done, and the person had the last word.",
                    "rejected": "The receiver says no, with a reason.",
                    "failed": "It was accepted, and did not work out; with a reason.",
                    "cancelled": "A sender or receiver takes it back; with a reason.",
                    "cancelled_by_person": "The person stops it. No reason is asked.",
                    "entered_in_error": "It should never have been there.",
                },
            ),
            (
                By,
                {
                    "sender": "Who asks for the person, and stays until they met.",
                    "receiver": "Who is asked.",
                    "person": "Whose life it is.",
                },
            ),
            (
                Reason,
                {
                    "no-place": "There is no place now.",
                    "rule": "A rule stands in between.",
                    "other-help-fits": "Other support fits better.",
                    "area": "The person lives elsewhere.",
                    "funding": "Nobody pays for it.",
                    "ceiling": "The money for this year is spent.",
                    "hours": "It is asked at hours at which the place is closed.",
                    "paper-missing": "A paper is missing.",
                    "safety": "It is not safe.",
                    "person-chose": "The person chose otherwise.",
                    "already-with-us": "The person is there already.",
                    "no-reach": "Nobody could be reached.",
                    "other": "Something else, in words.",
                },
            ),
            (
                Verdict,
                {
                    "helped": "The person says: this helped.",
                    "partly": "It helped a bit.",
                    "not": "It did not help.",
                },
            ),
        ),
    ),
    Told(
        "The access log",
        "One row for every look at a file, every change and every refusal, written before the answer. "
        "A row has the action, the outcome, the part, the purpose, the role and ids; never contents. "
        "More: [the access log](../explanation/access-log.md).",
        (
            (
                Action,
                {
                    "look": "A part was looked at.",
                    "change": "Something in it was changed.",
                    "share": "It was shown to somebody, or that was stopped.",
                    "take_along": "It was downloaded, printed or exported.",
                    "erase": "It was erased.",
                    "see_log": "The log itself was read.",
                    "recover": "A worker saw the person, who wants to sign in again.",
                    "step_back": "Who was known to the person wants to see nothing any more.",
                },
            ),
            (
                Because,
                {
                    "owner": "Allowed: it is the own file.",
                    "grant": "Allowed: the person showed this part.",
                    "in_person": "Allowed: the person was there.",
                    "own_wish": "Allowed: it takes only from who does it.",
                    "not_signed_in": "Refused: nobody was signed in.",
                    "no_such_file": "Refused: there is no such file.",
                    "restricted": "Refused: the person closed the file for everybody else.",
                    "only_owner": "Refused: only the person may do this.",
                    "never_shared": "Refused: this part is never shared.",
                    "role_sees_no_files": "Refused: this role sees no file.",
                    "no_grant": "Refused: it was not shown.",
                    "other_purpose": "Refused: it was shown for something else.",
                    "not_yet": "Refused: it is shown from a later day.",
                    "ended": "Refused: the last day is over.",
                    "revoked": "Refused: the person stopped it.",
                    "membership_ended": "Refused: who looked does not work there any more.",
                },
            ),
            (
                Part,
                {
                    "route": "The route.",
                    "me_now": "How it is now.",
                    "people": "Who is close.",
                    "wishes": "Wishes.",
                    "appointments": "Appointments.",
                    "story": "The own story.",
                    "emergency_card": "The emergency card.",
                    "handoff": "What is asked of a next place.",
                    "own": "Own notes, a relapse, a pause: never leaves the person.",
                },
            ),
            (
                Purpose,
                {
                    "support": "To walk along with the person.",
                    "handoff": "To take over from somebody else.",
                    "nearness": "To be there as a close one.",
                    "application": "To decide on one application.",
                    "emergency": "To act as the emergency card asks.",
                    "funding": "To pay; opens nothing of what helps or heals.",
                },
            ),
            (
                Role,
                {
                    "worker": "Sees what was shown to them.",
                    "experience_expert": "The same.",
                    "steward": "Sees audited figures only.",
                    "editor": "Keeps the map and the texts right.",
                    "administrator": "Arranges who works where, and sees no file.",
                },
            ),
            (
                PartyKind,
                {
                    "account": "One person, as a close one.",
                    "membership": "One worker, as long as that work lasts.",
                    "organisation": "Everybody who works there.",
                    "link": "Whoever holds this link and its spoken code.",
                },
            ),
        ),
    ),
    Told(
        "Signing in",
        "Lines of the site: `event=` and one of these. More: [logs](logs.md).",
        (
            (
                Event,
                {
                    "in": "Somebody signed in.",
                    "wrong": "A wrong code, password, paper or answer.",
                    "closed": "The right proof, of an account that is closed.",
                    "second-asked": "A second step was asked.",
                    "second-right": "It was right.",
                    "second-wrong": "It was wrong.",
                    "too-many": "Too many tries.",
                    "out": "Signed out here.",
                    "out-elsewhere": "Other devices were signed out from here.",
                    "ran-out": "Nothing was done for too long, or the day was over.",
                    "changed": "A way to sign in was made, changed or taken away.",
                },
            ),
        ),
    ),
)
STEPS = """
## Steps of a handoff
What is not in this table is refused ({code}).
Other systems may follow other rules of play: [handoffs in FHIR](handoff-fhir.md#steps).

| from | to | by |
|---|---|---|
"""


def listed() -> set[type[StrEnum]]:
    """Every list that has its words here."""
    return {kind for section in SECTIONS for kind, _ in section.lists}


def events_page() -> str:
    told = "".join(
        f"\n## {section.title}\n{section.text}\n"
        + "".join(table(kind, words) for kind, words in section.lists)
        for section in SECTIONS
    )
    return HEAD + told + STEPS.format(code="`RB-HANDOFF-001`") + _steps()


def _steps() -> str:
    possible = POSSIBLE[Profile.RUIMBAAN].values()
    return "".join(
        f"| `{step.begin}` | `{step.end}` | {', '.join(sorted(step.by))} |\n" for step in possible
    )
