# SPDX-License-Identifier: EUPL-1.2
"""What a person composes: what it is about, whom to ask, who stays, and what goes along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Party
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.trust.services import LinkMade

SHOWN_FOR = timedelta(days=91)  # what goes along; the person may stop or extend it


@dataclass(frozen=True, slots=True)
class ByLink:
    """A place without account. `mail` may be empty: then the person gives the link away."""

    mail: str = ""


@dataclass(frozen=True, slots=True)
class Anyone:
    """Open for whichever place in the region is able. Nothing of the person is shown until one
    steps forward and the person says yes to that one."""

    region: str
    service_type: int


Receiver = Party | ByLink | Anyone


@dataclass(frozen=True, slots=True)
class Composed:
    """`form` is made once for each form that was shown: sending it twice sends once. `stays` is who
    stays until they met, `named` who is called when it stays silent; both may be the person.
    `parts` is what goes along beside the words themselves, nothing with an open question; `goal_id` and `step_id` are the wish and
    the step of the kept route that it is about."""

    form: UUID
    said: Said
    to: Receiver
    stays: Party
    named: Party
    ask: Ask = Ask.SUPPORT
    parts: tuple[Part, ...] = ()
    after: UUID | None = None
    goal_id: UUID | None = None
    step_id: UUID | None = None
    region: str = ""
    service_type: int | None = None

    def id_in(self, journey: UUID) -> UUID:
        return uuid5(journey, f"handoff:{self.form}")

    @property
    def shown(self) -> tuple[Part, ...]:
        """Every part that the receiver gets to see."""
        return (Part.HANDOFF, *(part for part in self.parts if part is not Part.HANDOFF))


@dataclass(frozen=True, slots=True)
class Sent:
    """`link` is here now and nowhere else: its address and its spoken code are shown once."""

    id: UUID
    link: LinkMade | None = None
    again: bool = False
