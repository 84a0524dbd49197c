# SPDX-License-Identifier: EUPL-1.2
"""What others may ask about trust, without opening a file."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper

from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.trust.backup.age import TOO_OLD as BACKUP_AT_MOST
from ruimbaan.parts.trust.backup.age import last_backup
from ruimbaan.parts.trust.files import row_policies
from ruimbaan.parts.trust.files.explaining import shown_to, why
from ruimbaan.parts.trust.files.models import Acquaintance
from ruimbaan.parts.trust.files.reading import grants_on, journey_of, journey_row, names_of_owners
from ruimbaan.parts.trust.keys.keyring import Status as KeyStatus
from ruimbaan.parts.trust.keys.services import keyring
from ruimbaan.parts.trust.links.finding import Link, links_of, links_with
from ruimbaan.parts.trust.links.finding import find as find_link
from ruimbaan.parts.trust.links.models import LinkKind
from ruimbaan.parts.trust.log.anchoring import OLDEST as ANCHORS_AT_MOST
from ruimbaan.parts.trust.log.anchoring import newest_anchor
from ruimbaan.parts.trust.log.looks import Look, Looks, looks_at
from ruimbaan.parts.trust.log.outside import cannot_be_written, has_places, log_without_anchor
from ruimbaan.parts.trust.rights.retention_age import TOO_OLD as RETENTION_AT_MOST
from ruimbaan.parts.trust.rights.retention_age import last_retention
from ruimbaan.parts.trust.rights.retention_rules import rules as retention_rules

__all__ = [
    "ANCHORS_AT_MOST",
    "BACKUP_AT_MOST",
    "RETENTION_AT_MOST",
    "KeyStatus",
    "Link",
    "LinkKind",
    "Look",
    "Looks",
    "acquaintances_of",
    "cannot_be_written",
    "file_of",
    "files_that_know",
    "find_link",
    "grants_on",
    "has_places",
    "is_closed",
    "key_status",
    "known_to",
    "last_backup",
    "last_retention",
    "links_of",
    "links_with",
    "log_without_anchor",
    "looks_at",
    "names_of_owners",
    "newest_anchor",
    "owner_of",
    "retention_rules",
    "running_grants",
    "shown_to",
    "tables_without_wall",
    "why",
]


def key_status() -> KeyStatus:
    """How many keys there are, and how many wait for a newer master key."""
    return keyring().status()


def file_of(account: UUID) -> UUID | None:
    """The file of this account, when it has one."""
    found = journey_of(account)
    return found.id if found else None


def owner_of(journey: UUID) -> UUID | None:
    """None also when there is no such file, or it was erased."""
    found = journey_row(journey)
    return found.owner_id if found else None


def is_closed(journey: UUID) -> bool:
    """Whether its owner closed it for everyone else (AVG art. 18)."""
    found = journey_row(journey)
    return found is not None and found.restricted is not None


def running_grants(journey: UUID, now: datetime) -> tuple[Grant, ...]:
    """In force now, also while the file is closed; the soonest to end first."""
    found = (grant for grant in grants_on(journey) if grant.in_force(now))
    return tuple(sorted(found, key=lambda grant: (grant.ends, grant.id)))


def known_to(journey: UUID) -> tuple[Party, ...]:
    """Whom the person can show a part to by name, the longest known first."""
    return tuple(acquaintances_of(journey).values())


def files_that_know(party: Party) -> tuple[UUID, ...]:
    """The files whose owner this party is known to; of an erased file nobody is known."""
    rows = Acquaintance.objects.filter(party_kind=party.kind, party=party.id)
    return tuple(rows.order_by("since", "id").values_list("journey", flat=True))


def acquaintances_of(journey: UUID) -> dict[UUID, Party]:
    """The same, by the id of knowing each other: in an address it says nothing of who it is."""
    rows = Acquaintance.objects.filter(journey=journey).order_by("since", "id")
    return {row.id: Party(PartyKind(row.party_kind), row.party) for row in rows}


def tables_without_wall(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """Tables of parts of files that PostgreSQL does not guard."""
    return row_policies.without_wall(connection)
