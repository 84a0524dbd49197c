# SPDX-License-Identifier: EUPL-1.2
"""Which activity of a log plays which part in a course: what was asked, else names that logs use.

An activity has one part at most. Where options name the activities of a part, no others are looked
for; elsewhere the first of the names that fits decides, from specific to general.
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
# From specific to general. A name fits when one of its words begins one of these; of a referral the
# whole name has to be one. Compared without capitals, with one space for each sign.
NAMES: Mapping[Step, tuple[str, ...]] = {
    Step.REPORTED: ("terugkoppel", "teruggekoppeld", "teruggemeld", "reported back"),
    Step.REJECTED: (
        *("afgewezen", "afwijzing", "geweigerd", "niet geaccepteerd", "niet aangenomen"),
        *("reject", "refused", "declined", "not accepted"),
    ),
    Step.ACCEPTED: ("geaccepteerd", "aangenomen", "accept"),
    Step.WITHDRAWN: (
        *("ingetrokken", "teruggetrokken", "overleden", "verhuisd"),
        *("withdr", "died", "deceased", "moved away"),
    ),
    Step.LIFTED: ("vrije ruimte", "ruimte gemaakt", "uitzondering", "room made", "exception made"),
    Step.GOAL: ("doel bereikt", "doelen bereikt", "goal reached", "goals reached"),
    Step.CLOSED: ("afgesloten", "afsluiting", "afronding", "uitgeschreven", "closed", "discharge"),
    Step.DETOX: ("ontgifting", "detox"),
    Step.MET: (
        *("eerste contact", "eerste gesprek", "eerste afspraak", "kennismaking"),
        *("first contact", "first meeting", "first appointment"),
    ),
    Step.INTAKE: ("intake",),
    Step.SENT: (
        *("verwijzing", "verwezen", "verwijzing verstuurd", "doorverwijzing", "doorverwezen"),
        *("referral", "referred", "referral sent"),
    ),
}
WHOLE = (Step.SENT,)
NOT = {"niet", "geen", "not", "no"}  # "doel niet bereikt" is no goal reached
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
    return next((step for step, names in NAMES.items() if _fits(step, plain, names)), None)


def _fits(step: Step, plain: str, names: Sequence[str]) -> bool:
    if step in WHOLE:
        return plain in names
    said = NOT.intersection(plain.split())
    return any(f" {one}" in f" {plain}" and said <= set(one.split()) for one in names)
