# SPDX-License-Identifier: EUPL-1.2
"""Getting back in without a phone, a mail or a paper: two workers who each saw the person.

Asked (one worker) → confirmed (two: a code on paper) → used. It can be stopped until it is used,
and it runs out by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Actor, Membership

NEEDED = 2
ASKED_LASTS = timedelta(hours=24)  # that the second worker has
CODE_LASTS = timedelta(hours=24)  # from the second worker on


class State(StrEnum):
    ASKED = "asked"
    CONFIRMED = "confirmed"
    USED = "used"
    STOPPED = "stopped"
    RUN_OUT = "run_out"


class WorkersOnly(DomainError):
    code = "RB-ACCOUNT-001"
    cause = Text(
        "Dit kan alleen wie nu ergens werkt als hulpverlener of ervaringsdeskundige.",
        "Only who works somewhere now as a worker or an experience expert can do this.",
    )
    advice = Text("Vraag een collega die dat doet.", "Ask a colleague who does.")


class SecondMustBeAnother(DomainError):
    code = "RB-ACCOUNT-002"
    cause = Text(
        "Je hebt dit zelf al bevestigd. De tweede is iemand anders.",
        "You have confirmed this yourself. The second one is somebody else.",
    )
    advice = Text(
        "Vraag een collega, of iemand van een andere plek, om ook te bevestigen.",
        "Ask a colleague, or somebody of another place, to confirm as well.",
    )


class NotForYourself(DomainError):
    code = "RB-ACCOUNT-003"
    cause = Text("Voor jezelf kun je dit niet bevestigen.", "You cannot confirm this for yourself.")
    advice = Text("Vraag twee anderen.", "Ask two others.")


class RecoveryOver(DomainError):
    code = "RB-ACCOUNT-004"
    cause = Text("Dit is al klaar, gestopt of te oud.", "This is done, stopped or too old already.")
    advice = Text("Begin opnieuw, samen met de persoon.", "Begin again, together with the person.")


class SawNobody(DomainError):
    code = "RB-ACCOUNT-015"
    cause = Text(
        "Dit kan alleen met de persoon erbij.", "This is only possible with the person present."
    )
    advice = Text("Zie je de persoon, vink dat dan aan.", "When you see the person, tick the box.")


class WrongCode(DomainError):
    code = "RB-ACCOUNT-005"
    cause = Text("Deze code past niet, of is al gebruikt.", "This code does not fit, or was used.")
    advice = Text(
        "Kijk of de codenaam en de code kloppen. Een code werkt één keer, 24 uur lang.",
        "Check the code name and the code. A code works once, for 24 hours.",
    )


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That this worker saw the person, in this membership."""

    worker: UUID
    membership: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Recovery:
    """`person` is None when nobody has the code name that was given: then everything goes the same
    way, and the code opens nothing. So a worker never learns who has an account."""

    person: UUID | None
    confirmations: tuple[Confirmation, ...] = ()
    used: datetime | None = None
    stopped: datetime | None = None

    def state(self, now: datetime) -> State:
        if self.used is not None:
            return State.USED
        if self.stopped is not None:
            return State.STOPPED
        if self.runs_until is not None and now >= self.runs_until:
            return State.RUN_OUT
        return State.CONFIRMED if len(self.confirmations) >= NEEDED else State.ASKED

    @property
    def runs_until(self) -> datetime | None:
        """Not included. None before the first worker."""
        if not self.confirmations:
            return None
        if len(self.confirmations) >= NEEDED:
            return self.confirmations[NEEDED - 1].at + CODE_LASTS
        return self.confirmations[0].at + ASKED_LASTS


def confirm(recovery: Recovery, by: Actor, now: datetime) -> Recovery:
    """Raises WorkersOnly, NotForYourself, SecondMustBeAnother or RecoveryOver."""
    membership = membership_to_confirm(by, now)
    if membership is None or by.account is None:
        raise WorkersOnly
    if by.account == recovery.person:
        raise NotForYourself
    if recovery.state(now) is not State.ASKED:
        raise RecoveryOver
    if by.account in {one.worker for one in recovery.confirmations}:
        raise SecondMustBeAnother
    confirmation = Confirmation(by.account, membership.id, now)
    return replace(recovery, confirmations=(*recovery.confirmations, confirmation))


def use(recovery: Recovery, now: datetime) -> Recovery:
    """The code came back. Raises WrongCode when it is not, or no longer, good."""
    if recovery.person is None or recovery.state(now) is not State.CONFIRMED:
        raise WrongCode
    return replace(recovery, used=now)


def stop(recovery: Recovery, now: datetime) -> Recovery:
    """The person says: this was not me. Raises RecoveryOver when there is nothing to stop."""
    if recovery.state(now) not in {State.ASKED, State.CONFIRMED}:
        raise RecoveryOver
    return replace(recovery, stopped=now)


def membership_to_confirm(by: Actor, now: datetime) -> Membership | None:
    """In which of their memberships somebody may confirm: the oldest one in force."""
    living = (m for m in by.memberships if m.role in MAY_BE_SHOWN and m.in_force(now))
    return min(living, key=lambda membership: membership.starts, default=None)
