# SPDX-License-Identifier: EUPL-1.2
"""Which activity of a log plays which part in a course: what was asked, else names that logs use.

An activity has one part at most. Where options name the activities of a part, no others are looked
for; elsewhere the first pattern that fits its name decides, from specific to general.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from ruimbaan.analytics.events.columns import listed
from ruimbaan.analytics.measures.errors import ActivityNotFound, TwoSteps
from ruimbaan.core.kernel.texts import Text


class Step(StrEnum):
    """What an activity is in a course. The value is its option on the command line."""

    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MET = "met"
    REPORTED = "reported"
    WITHDRAWN = "withdrawn"
    INTAKE = "intake"
    GOAL = "goal"
    CLOSED = "closed"
    LIFTED = "lifted"
    DETOX = "detox"

    @property
    def option(self) -> str:
        return f"--{self.value}"


SAID: Mapping[Step, Text] = {
    Step.SENT: Text("een verwijzing is verstuurd", "a referral was sent"),
    Step.ACCEPTED: Text("de ontvanger neemt aan", "the receiver accepts"),
    Step.REJECTED: Text("de ontvanger wijst af", "the receiver refuses"),
    Step.MET: Text("eerste contact bij de ontvanger", "first contact at the receiver"),
    Step.REPORTED: Text("terug gemeld aan de verwijzer", "reported back to the sender"),
    Step.WITHDRAWN: Text(
        "iemand stopt, verhuist of overlijdt", "somebody stops, moves away or dies"
    ),
    Step.INTAKE: Text("een intake", "an intake"),
    Step.GOAL: Text("een doel is bereikt", "a goal was reached"),
    Step.CLOSED: Text("volgens afspraak afgesloten", "closed as agreed"),
    Step.LIFTED: Text("er is ruimte gemaakt in een regel", "room was made in a rule"),
    Step.DETOX: Text("ontgifting", "detoxification"),
}
# From specific to general; compared without capitals, with one space for each sign.
NAMES: Mapping[Step, str] = {
    Step.REPORTED: r"terugkoppel|teruggekoppeld|terug ?gemeld|terugmelding|report(ed)? back",
    Step.REJECTED: r"afgewezen|afwijzing|geweigerd|reject|declined|refused",
    Step.ACCEPTED: r"geaccepteerd|aangenomen|accept",
    Step.WITHDRAWN: r"ingetrokken|teruggetrokken|overleden|verhuisd|withdr|deceased|moved away",
    Step.LIFTED: r"vrije ruimte|ruimte gemaakt|uitzondering|discretion|exception made|room made",
    Step.GOAL: r"doel(en)? bereikt|goals? reached",
    Step.CLOSED: r"afgesloten|afsluiting|afronding|uitgeschreven|\bclosed\b|discharged?\b",
    Step.DETOX: r"detox|ontgifting",
    Step.MET: r"eerste (contact|gesprek|afspraak)|kennismaking|first (contact|meeting|appointment)",
    Step.INTAKE: r"\bintake",
    Step.SENT: r"^(door)?(verwijzing|verwezen)( verstuurd| gestuurd)?$|^refer(ral|red)( sent)?$",
}
# Notes in a file: nobody was seen.
ON_PAPER = (
    *(Step.SENT, Step.ACCEPTED, Step.REJECTED, Step.REPORTED),
    *(Step.WITHDRAWN, Step.GOAL, Step.CLOSED, Step.LIFTED),
)
KNOWN_ENDS = (Step.GOAL, Step.CLOSED, Step.WITHDRAWN)


def resolve(
    asked: Mapping[Step, Sequence[str]], activities: Sequence[str]
) -> dict[Step, tuple[str, ...]]:
    """The activities of each part that has any. Raises ActivityNotFound or TwoSteps."""
    parts: dict[str, Step] = {}
    for step, names in asked.items():
        for name in names:
            if name not in activities:
                raise ActivityNotFound(name=name, option=step.option, there=listed(activities))
            if parts.setdefault(name, step) is not step:
                raise TwoSteps(name=name, one=parts[name].option, other=step.option)
    for name in activities:
        found = _part_of(name)
        if name not in parts and found is not None and not asked.get(found):
            parts[name] = found
    found_of = {step: tuple(n for n in activities if parts.get(n) is step) for step in Step}
    return {step: names for step, names in found_of.items() if names}


def _part_of(name: str) -> Step | None:
    plain = re.sub(r"[\W_]+", " ", name).strip().lower()
    return next((step for step, pattern in NAMES.items() if re.search(pattern, plain)), None)
