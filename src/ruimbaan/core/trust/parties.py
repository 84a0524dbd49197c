# SPDX-License-Identifier: EUPL-1.2
"""Who acts, and to whom a part can be given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What somebody does in an organisation. A person and a close one have no role: they have a
    file, or a part of one that was given to them."""

    WORKER = "worker"
    EXPERIENCE_EXPERT = "experience_expert"
    STEWARD = "steward"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


MAY_BE_SHOWN = frozenset({Role.WORKER, Role.EXPERIENCE_EXPERT})
"""The roles in which somebody can see a part at all. A steward sees audited figures only."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A role of one account in one organisation, in force on `starts <= now < ends`."""

    id: UUID
    organisation: UUID
    role: Role
    starts: datetime
    ends: datetime | None = None

    def in_force(self, now: datetime) -> bool:
        return self.starts <= now and (self.ends is None or now < self.ends)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. Nobody signed in: no `account` and no `link`. A receiver who came by a signed link
    has a `link` and nothing else."""

    account: UUID | None = None
    memberships: tuple[Membership, ...] = ()
    link: UUID | None = None
    on_behalf_of: UUID | None = None

    @property
    def is_anonymous(self) -> bool:
        return self.account is None and self.link is None


class PartyKind(StrEnum):
    ACCOUNT = "account"  # one person, as a close one
    MEMBERSHIP = "membership"  # one worker, as long as that work lasts
    ORGANISATION = "organisation"  # all workers there
    LINK = "link"  # whoever holds this signed link and its spoken code


@dataclass(frozen=True, slots=True)
class Party:
    kind: PartyKind
    id: UUID
