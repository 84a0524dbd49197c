# SPDX-License-Identifier: EUPL-1.2
"""How each side of a handoff is called, on the page of the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import Called, names_of
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.records import named_of, receiver_of, sender_of
from ruimbaan.parts.handoff.wording import ANYBODY, GONE, MYSELF, SOMEWHERE
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.journey.services import capital
from ruimbaan.parts.trust.queries import names_of_owners, shown_to
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Names:
    """Looked up once for all rows of a page."""

    called: dict[Party, Called]
    owners: dict[UUID, str]
    now: datetime

    @classmethod
    def of(cls, rows: Iterable[HandoffRecord], now: datetime) -> Names:
        found = tuple(rows)
        parties = {party for row in found for party in _parties(row)}
        return cls(names_of(parties, now), names_of_owners(row.journey_id for row in found), now)

    def person(self, row: HandoffRecord) -> str:
        """Whom it is about."""
        return _owner(row.journey_id, self.owners)

    def receiver(
        self, row: HandoffRecord, said: Said | None = None, without_name: Text = SOMEWHERE
    ) -> str:
        """`said` holds the name of a place without account, when the file was opened."""
        receiver = receiver_of(row)
        if receiver is None:
            return in_words(ANYBODY)
        if receiver.kind is PartyKind.LINK:
            return said.place if said and said.place else in_words(without_name)
        found = self.called.get(receiver)
        return found.name if found else in_words(GONE)

    def via(self, row: HandoffRecord) -> str:
        """Through which organisation it came; empty when through none with a name here."""
        found = self.called.get(Party(PartyKind.ORGANISATION, row.via)) if row.via else None
        return found.name if found else ""

    def sender(self, row: HandoffRecord) -> str:
        """For others than the person: with where somebody works."""
        return self._worker(sender_of(row), row)

    def stays(self, row: HandoffRecord) -> str:
        """For the person, who may be the one that stays."""
        sender = sender_of(row)
        return in_words(MYSELF) if sender.kind is PartyKind.ACCOUNT else self._worker(sender, row)

    def named(self, row: HandoffRecord) -> str:
        named = named_of(row)
        return in_words(MYSELF) if named.kind is PartyKind.ACCOUNT else self._worker(named, row)

    def left(self, row: HandoffRecord) -> str:
        """How the colleague was called who left; of a person who stayed alone nothing is said."""
        sender = sender_of(row)
        found = self.called.get(named_of(row) if sender.kind is PartyKind.ACCOUNT else sender)
        return found.name if found else in_words(GONE)

    def _worker(self, party: Party, row: HandoffRecord) -> str:
        return worker_called(party, self.called, self.person(row))


def worker_called(party: Party, called: Mapping[Party, Called], person: str) -> str:
    """For who is asked: with where somebody works. `person` is who asks, and may be the one that
    stays."""
    found = called.get(party)
    if found is None:
        return in_words(GONE)
    if party.kind is PartyKind.ACCOUNT:
        return person
    if not found.organisation:
        return found.name
    return _("{name} van {organisation}").format(name=found.name, organisation=found.organisation)


def person_of(row: HandoffRecord) -> str:
    return called_owner(row.journey_id)


def called_owner(journey: UUID) -> str:
    """How who was asked reads whose question it is."""
    return _owner(journey, names_of_owners([journey]))


def _owner(journey: UUID, owners: Mapping[UUID, str]) -> str:
    found = owners.get(journey)
    return in_words(GONE) if found is None else capital(found)


def shown_files(actor: Actor, now: datetime) -> frozenset[tuple[UUID, Party]]:
    """Of which files this actor may see the words of handoffs now, and as whom."""
    return frozenset(
        (grant.journey, grant.party)
        for grant in shown_to(actor, now)
        if grant.part is Part.HANDOFF and grant.purpose is Purpose.HANDOFF
    )


def _parties(row: HandoffRecord) -> tuple[Party, ...]:
    receiver = receiver_of(row)
    via = (Party(PartyKind.ORGANISATION, row.via),) if row.via else ()
    known = (sender_of(row), named_of(row), *via)
    if receiver is None or receiver.kind is PartyKind.LINK:
        return known
    return (*known, receiver)
