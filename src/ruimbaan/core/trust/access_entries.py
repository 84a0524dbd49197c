# SPDX-License-Identifier: EUPL-1.2
"""One row of the access log: who did what with which part of whose file, when, from where, for what
and with which outcome. NEN 7513 and BIO2 8.15.01 say what belongs in it; contents never do."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Role
from ruimbaan.core.trust.purposes import Purpose

ALLOWED = frozenset({Because.OWNER, Because.GRANT, Because.IN_PERSON, Because.OWN_WISH})
VERSION = 1  # of the form of a row; a later form gets a number of its own


@dataclass(frozen=True, slots=True)
class Entry:
    """`journey` is the file that was asked for, also when it does not exist. `part` is None when it
    was about the file as a whole. `origin` is a keyed hash of where it came from, another each
    month; `request` binds the rows of one request."""

    at: datetime
    journey: UUID
    action: Action
    outcome: Because
    part: Part | None = None
    actor: UUID | None = None
    link: UUID | None = None
    on_behalf_of: UUID | None = None
    organisation: UUID | None = None
    membership: UUID | None = None
    role: Role | None = None
    purpose: Purpose | None = None
    grant: UUID | None = None
    origin: str = ""
    request: str = ""

    @property
    def allowed(self) -> bool:
        return self.outcome in ALLOWED

    def body(self) -> str:
        """The same entry always gives the same text; this is what is chained."""
        return json.dumps(
            {
                "v": VERSION,
                "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "journey": str(self.journey),
                "part": self.part,
                "action": self.action,
                "outcome": self.outcome,
                "allowed": self.allowed,
                "actor": _text(self.actor),
                "link": _text(self.link),
                "on_behalf_of": _text(self.on_behalf_of),
                "organisation": _text(self.organisation),
                "membership": _text(self.membership),
                "role": self.role,
                "purpose": self.purpose,
                "grant": _text(self.grant),
                "emergency": False,  # there is no such button; NEN 7513 asks that the row says so
                "origin": self.origin,
                "request": self.request,
            },
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=True,
        )


def read(body: str) -> Entry:
    """The entry that gave this text. Raises ValueError or KeyError when it is none of ours."""
    found = json.loads(body)
    if found["v"] != VERSION:
        raise ValueError(f"A row of form {found['v']} is unknown.")
    return Entry(
        at=datetime.fromisoformat(found["at"]),
        journey=UUID(found["journey"]),
        action=Action(found["action"]),
        outcome=Because(found["outcome"]),
        part=None if found["part"] is None else Part(found["part"]),
        actor=_uuid(found["actor"]),
        link=_uuid(found["link"]),
        on_behalf_of=_uuid(found["on_behalf_of"]),
        organisation=_uuid(found["organisation"]),
        membership=_uuid(found["membership"]),
        role=None if found["role"] is None else Role(found["role"]),
        purpose=None if found["purpose"] is None else Purpose(found["purpose"]),
        grant=_uuid(found["grant"]),
        origin=found["origin"],
        request=found["request"],
    )


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)


def _uuid(value: str | None) -> UUID | None:
    return None if value is None else UUID(value)
