# SPDX-License-Identifier: EUPL-1.2
"""May this actor do this with that part? One function for pages, API, links, exports and mails.

Deny by default. There is no key that opens a file without its owner, not even in an emergency: the
person may make an emergency card for that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Actor, Membership, Party, PartyKind
from ruimbaan.core.trust.purposes import OPENS, Purpose


class Action(StrEnum):
    LOOK = "look"
    CHANGE = "change"
    SHARE = "share"
    TAKE_ALONG = "take_along"  # download, print, export
    ERASE = "erase"
    SEE_LOG = "see_log"
    RECOVER = "recover"  # a worker saw the person, who wants to sign in again
    STEP_BACK = "step_back"  # who was known to the person wants to see nothing any more


class Because(StrEnum):
    """Why it was allowed (the first four) or refused. The page "waarom?" has a sentence for each."""

    OWNER = "owner"
    GRANT = "grant"
    IN_PERSON = "in_person"  # the person was there; decide never says this, recovery does
    OWN_WISH = "own_wish"  # it takes only from who does it; decide never says this
    NOT_SIGNED_IN = "not_signed_in"
    NO_SUCH_FILE = "no_such_file"
    RESTRICTED = "restricted"
    ONLY_OWNER = "only_owner"
    NEVER_SHARED = "never_shared"
    ROLE_SEES_NO_FILES = "role_sees_no_files"
    NO_GRANT = "no_grant"
    OTHER_PURPOSE = "other_purpose"
    NOT_YET = "not_yet"
    ENDED = "ended"
    REVOKED = "revoked"
    MEMBERSHIP_ENDED = "membership_ended"


@dataclass(frozen=True, slots=True)
class Subject:
    """One part of one file. `owner` is None when there is no such file, or it was erased;
    `restricted`: the owner closed the whole file for everyone else, for now (AVG art. 18)."""

    journey: UUID
    owner: UUID | None
    part: Part
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """`grant` and `via` (the membership in which it was seen) are set when a grant allowed it;
    `grant` also when exactly one grant came near and was no longer good."""

    allowed: bool
    because: Because
    grant: Grant | None = None
    via: Membership | None = None


def decide(
    actor: Actor,
    action: Action,
    subject: Subject,
    grants: Iterable[Grant],
    now: datetime,
    purpose: Purpose | None = None,
) -> Decision:
    """The owner may everything. Others may only look, at a part that is in force for them, for the
    purpose it was given for, as long as the file is not closed for all. `grants` may hold those of
    other files and parties."""
    if actor.is_anonymous:
        return _no(Because.NOT_SIGNED_IN)
    if subject.owner is None:
        return _no(Because.NO_SUCH_FILE)
    if actor.account == subject.owner:
        return Decision(allowed=True, because=Because.OWNER)
    if subject.restricted:
        return _no(Because.RESTRICTED)
    if action is not Action.LOOK:
        return _no(Because.ONLY_OWNER)
    if subject.part not in SHAREABLE:
        return _no(Because.NEVER_SHARED)
    return _by_grant(actor, subject, tuple(grants), now, purpose)


def _by_grant(
    actor: Actor,
    subject: Subject,
    grants: tuple[Grant, ...],
    now: datetime,
    purpose: Purpose | None,
) -> Decision:
    about = [g for g in grants if g.journey == subject.journey and g.part == subject.part]
    mine = [(grant, via) for grant in about for via in _ways(actor, grant.party)]
    reasons = [(_fault(grant, via, now, purpose), grant, via) for grant, via in mine]
    for fault, grant, via in reasons:
        if fault is None:
            return Decision(allowed=True, because=Because.GRANT, grant=grant, via=via)
    if not reasons:
        return _no(Because.NO_GRANT)
    fault, grant, via = min(reasons, key=lambda reason: _NEARNESS[reason[0] or Because.NO_GRANT])
    return Decision(
        allowed=False,
        because=fault or Because.NO_GRANT,
        grant=grant if len(reasons) == 1 else None,
        via=via,
    )


def _ways(actor: Actor, party: Party) -> tuple[Membership | None, ...]:
    """Every way in which this actor is that party: by a membership, or (None) without one."""
    match party.kind:
        case PartyKind.ACCOUNT:
            return (None,) if actor.account == party.id else ()
        case PartyKind.LINK:
            return (None,) if actor.link == party.id else ()
        case PartyKind.MEMBERSHIP:
            return tuple(m for m in actor.memberships if m.id == party.id)
        case PartyKind.ORGANISATION:
            return tuple(m for m in actor.memberships if m.organisation == party.id)


def _fault(
    grant: Grant, via: Membership | None, now: datetime, purpose: Purpose | None
) -> Because | None:
    if via is not None and via.role not in MAY_BE_SHOWN:
        return Because.ROLE_SEES_NO_FILES
    if via is not None and not via.in_force(now):
        return Because.MEMBERSHIP_ENDED
    if grant.is_revoked(now):
        return Because.REVOKED
    if now < grant.starts:
        return Because.NOT_YET
    if now >= grant.ends:
        return Because.ENDED
    if purpose is None or grant.purpose is not purpose or grant.part not in OPENS[purpose]:
        return Because.OTHER_PURPOSE
    return None


_NEARNESS = {
    because: place
    for place, because in enumerate(
        (
            Because.OTHER_PURPOSE,
            Because.NOT_YET,
            Because.ENDED,
            Because.REVOKED,
            Because.MEMBERSHIP_ENDED,
            Because.ROLE_SEES_NO_FILES,
            Because.NO_GRANT,
        )
    )
}
"""Of several refusals the one that came nearest to a yes is told."""


def _no(because: Because) -> Decision:
    return Decision(allowed=False, because=because)
