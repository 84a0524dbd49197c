# SPDX-License-Identifier: EUPL-1.2
"""Who may see what now, worked out apart from the product: from the promises, as one loop.

It shares no line with `core.trust.deciding`; a fault would have to be made twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import PartyKind, Role
from ruimbaan.core.trust.purposes import Purpose
from tests.trust.leaks.world import File, Job, Somebody

CARE = {
    Part.ROUTE,
    Part.ME_NOW,
    Part.PEOPLE,
    Part.WISHES,
    Part.APPOINTMENTS,
    Part.STORY,
    Part.EMERGENCY_CARD,
}
NEEDED = {
    Purpose.SUPPORT: CARE,
    Purpose.HANDOFF: CARE,
    Purpose.NEARNESS: CARE,
    Purpose.APPLICATION: {Part.ROUTE, Part.WISHES, Part.APPOINTMENTS},
    Purpose.EMERGENCY: {Part.EMERGENCY_CARD},
    Purpose.FUNDING: set(),
}
WITH_PEOPLE = {Role.WORKER, Role.EXPERIENCE_EXPERT}


@dataclass
class Given:
    """Days are counted from the start of the run; the grant holds from `first` until `end`."""

    row: UUID
    file: int
    part: Part
    kind: PartyKind
    party: UUID
    purpose: Purpose
    first: float
    end: float
    stopped: bool = False


@dataclass
class Promises:
    """What was done so far, as a person would remember it."""

    today: float = 0.0
    given: list[Given] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)
    left: set[UUID] = field(default_factory=set)  # memberships that ended
    ended: set[int] = field(default_factory=set)  # files whose handoff ended
    refused: set[int] = field(default_factory=set)  # those of them that ended with a no

    def stop(self, given: Given) -> None:
        """Stopping one stops whatever of the same is still to run, for the same party."""
        for one in self.given:
            same = (one.file, one.part, one.kind, one.party, one.purpose) == (
                given.file,
                given.part,
                given.kind,
                given.party,
                given.purpose,
            )
            one.stopped = one.stopped or (same and self.today < one.end)

    def jobs(self, one: Somebody) -> list[Job]:
        return [job for job in one.jobs if job.membership not in self.left]

    def seen(self, one: Somebody, number: int, file: File, purpose: Purpose | None) -> set[Part]:
        if one.account is None:
            return set()
        if one is file.owner:
            return set(file.marks)
        if number in self.closed:
            return set()
        shown = set()
        for given in self.given:
            if given.file != number or given.purpose is not purpose or given.stopped:
                continue
            if given.part not in file.marks:  # nothing stands in it yet
                continue
            running = given.first <= self.today < given.end
            if running and self._is(one, given) and given.part in NEEDED[given.purpose]:
                shown.add(given.part)
        return shown

    def seen_for_anything(self, one: Somebody, number: int, file: File) -> set[Part]:
        everything = (self.seen(one, number, file, purpose) for purpose in Purpose)
        return set().union(*everything)

    def reads_handoff(self, one: Somebody, number: int, file: File, receiver: UUID) -> bool:
        """The person, and who works with people at the organisation that was asked, as long as that
        is shown to them for this."""
        if one is file.owner:
            return True
        works = any(
            job.organisation == receiver and job.role in WITH_PEOPLE for job in self.jobs(one)
        )
        return (
            works
            and number not in self.closed | self.ended
            and any(
                (given.file, given.part, given.purpose) == (number, Part.HANDOFF, Purpose.HANDOFF)
                and not given.stopped
                and given.first <= self.today < given.end
                and self._is(one, given)
                for given in self.given
            )
        )

    def _is(self, one: Somebody, given: Given) -> bool:
        if given.kind is PartyKind.ACCOUNT:
            return one.account == given.party
        for job in self.jobs(one):
            mine = job.membership if given.kind is PartyKind.MEMBERSHIP else job.organisation
            if mine == given.party and job.role in WITH_PEOPLE:
                return given.kind is not PartyKind.LINK
        return False
