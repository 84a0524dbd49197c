# SPDX-License-Identifier: EUPL-1.2
"""Karim en Wim: hun dagen uit `tests/data/journeys.csv`, gebeurtenis na gebeurtenis, zonder pagina's.

Wat wacht is een overdracht; wie afhoudt zegt nee met een reden; wat lukt eindigt in een ontmoeting.
De rest schrijft hij voor zichzelf op. Na elke gebeurtenis opent iedereen die meespeelt het hele
bestand, en ziet precies wat die dag mag; op de laatste dag met elk doel dat er is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Step, has_ended
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.journey.kept_route_moments import Moment, MomentKind
from ruimbaan.core.journey.kept_route_moments import begin as begin_moment
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.parties import Actor, Party, PartyKind, Role
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.handoff.answering import answer, seen
from ruimbaan.parts.handoff.models import HandoffRecord, NudgeRecord, Receipt
from ruimbaan.parts.handoff.own_moves import mine, something_else, we_met
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.services import Composed, Said, send, tell
from ruimbaan.parts.handoff.wanting import SHOWN_FOR
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.route.store import keep_own_side, own_side_of
from ruimbaan.parts.trust import services as trust
from tests.journeys import DAY_0, Event, events_of

pytestmark = pytest.mark.django_db

QUARTER = timedelta(days=91)
ASKS = {
    "schuldhulp": Ask.DEBT_TALK,
    "ggz": Ask.TREATMENT_TALK,
    "verslavingszorg": Ask.TREATMENT_TALK,
    "clientondersteuner": Ask.SUPPORT,
}
REASONS = {
    "F04": Reason.PAPER_MISSING,
    "F08": Reason.AREA,
    "F09": Reason.OTHER_HELP_FITS,
    "F19": Reason.AREA,
    "F25": Reason.HOURS,
}
"""Wat er bij een knelpunt achter de nee zit; anders is het een regel."""


@dataclass(frozen=True, slots=True)
class Reader:
    actor: Actor
    party: Party
    usual: Purpose


@dataclass
class Journey:
    """`sees`: wie welk deel ziet, en tot wanneer. `chains`: wat in één levensgebied sinds één dag op
    een antwoord wacht, is dezelfde vraag."""

    person: str
    account: UUID
    id: UUID
    readers: dict[str, Reader] = field(default_factory=dict)
    sees: dict[tuple[str, Part], datetime] = field(default_factory=dict)
    chains: dict[tuple[str, int], UUID] = field(default_factory=dict)
    buddy: str = ""

    @property
    def actor(self) -> Actor:
        return actor_for(self.account)

    # --- wie er meespelen

    def place(self, organisation: str, role: Role = Role.WORKER) -> str:
        """Iemand die daar werkt, al een jaar."""
        if organisation not in self.readers:
            account = _account(f"{self.person} {organisation}")
            where = Organisation.objects.create(name=organisation)
            work = MembershipRecord.objects.create(
                account=account, organisation=where, role=role, starts=DAY_0 - timedelta(days=365)
            )
            party, usual = Party(PartyKind.ORGANISATION, where.pk), Purpose.HANDOFF
            if role is Role.EXPERIENCE_EXPERT:
                party, usual = Party(PartyKind.MEMBERSHIP, work.pk), Purpose.SUPPORT
            self.readers[organisation] = Reader(actor_for(account.pk), party, usual)
        return organisation

    def close_one(self, name: str) -> str:
        """Ook een vreemde heeft een account, en verder niets."""
        account = _account(f"{self.person} {name}")
        party = Party(PartyKind.ACCOUNT, account.pk)
        self.readers[name] = Reader(actor_for(account.pk), party, Purpose.NEARNESS)
        return name

    # --- wat hij doet

    def writes(self, part: Part, at: datetime, **values: str) -> None:
        with self._open({part}, Action.CHANGE, at) as opening:
            entries.add(opening, OF_PART[part], uuid4(), values, at)

    def keeps_to_himself(self, words: str, at: datetime) -> None:
        with self._open({Part.OWN}, Action.CHANGE, at) as opening:
            today = timezone.localdate(at)
            moment = Moment(uuid4(), MomentKind.HARD, today, words=words)
            keep_own_side(opening, begin_moment(own_side_of(opening), moment), at)

    def shows(self, who: str, parts: Iterable[Part], purpose: Purpose, at: datetime) -> None:
        reader, ends = self.readers[who], at + QUARTER
        trust.acquaint(self.id, reader.party, at)
        for part in parts:
            with self._open({part}, Action.SHARE, at) as opening:
                wanted = trust.Wanted(uuid4(), part, reader.party, purpose, ends)
                trust.give(opening, [wanted], at)
            self.sees[who, part] = ends

    def asks(self, organisation: str, event: Event, after: HandoffRecord | None) -> HandoffRecord:
        """Hij vraagt het zelf; wie hem kent, wordt gebeld als het stil blijft."""
        receiver = self.readers[self.place(organisation)].party
        myself = Party(PartyKind.ACCOUNT, self.account)
        named = self.readers[self.buddy].party if self.buddy else myself
        composed = Composed(
            form=uuid4(),
            said=Said(event.what[:60], event.what),
            to=receiver,
            stays=myself,
            named=named,
            ask=ASKS.get(organisation, Ask.SUPPORT),
            after=after.pk if after is not None and has_ended(as_handoff(after)) else None,
        )
        sent = send(self.actor, self.id, composed, event.at)
        self.sees[organisation, Part.HANDOFF] = event.at + SHOWN_FOR
        return self.row(sent.id)

    def is_refused(self, organisation: str, row: HandoffRecord, event: Event) -> None:
        reason = REASONS.get(event.friction, Reason.RULE)
        self._answer(organisation, row, Step(State.REJECTED, By.RECEIVER, event.at, reason))
        self._ends(organisation, row)

    def meets(self, organisation: str, row: HandoffRecord, event: Event) -> None:
        day = timezone.localdate(event.at)
        self._answer(organisation, row, Step(State.ACCEPTED, By.RECEIVER, event.at, day=day))
        we_met(self.actor, self.row(row.pk), event.at)

    def chooses_another(self, row: HandoffRecord, event: Event) -> None:
        """Zonder reden: dat mag altijd."""
        something_else(self.actor, row, event.at)
        receiver = next(n for n, one in self.readers.items() if one.party.id == row.receiver)
        self._ends(receiver, row)

    def _answer(self, organisation: str, row: HandoffRecord, step: Step) -> None:
        actor = self.readers[organisation].actor
        seen(actor, row, step.at)
        answer(actor, row.pk, step)

    def _ends(self, organisation: str, row: HandoffRecord) -> None:
        """Wie nog iets anders voor hem doet, ziet dat nog."""
        others = HandoffRecord.objects.filter(receiver=row.receiver).exclude(pk=row.pk)
        if all(has_ended(as_handoff(one)) for one in others):
            self.sees.pop((organisation, Part.HANDOFF), None)

    def row(self, handoff: UUID) -> HandoffRecord:
        row = mine(self.id, handoff)
        assert row is not None
        return row

    def _open(self, parts: set[Part], action: Action, at: datetime):
        return trust.open_file(self.actor, self.id, frozenset(parts), action=action, now=at)

    # --- één gebeurtenis

    def plays(self, event: Event) -> None:
        if event.organisation == "eigen" and "terugval" in event.what:
            self.keeps_to_himself(event.what, event.at)
        elif event.organisation == "eigen":
            self.writes(Part.STORY, event.at, words=event.what)
        elif event.waits_since is None:
            self.writes(Part.ME_NOW, event.at, domain=event.domain, words=event.what)
        else:
            self._hands_over(event, (event.domain, event.waits_since))

    def _hands_over(self, event: Event, chain: tuple[str, int]) -> None:
        before = self.row(self.chains[chain]) if chain in self.chains else None
        going_on = before if before is not None and _waits(before) else None
        receiver = self.readers[self.place(event.organisation)].party.id
        if going_on is not None and going_on.receiver != receiver:
            self.chooses_another(going_on, event)
            before, going_on = self.row(going_on.pk), None
        row = going_on or self.asks(event.organisation, event, before)
        self.chains[chain] = row.pk
        if event.status in {"geblokkeerd", "afgehouden"}:
            self.is_refused(event.organisation, row, event)
        elif event.status == "gedaan":
            self.meets(event.organisation, row, event)

    # --- wat iedereen ziet

    def found(self, now: datetime, *purposes: Purpose) -> dict[str, set[Part]]:
        """Met deze doelen; zonder doel met dat waarvoor iemand gewoonlijk kijkt."""
        return {
            name: set().union(*(self._opened(one, why, now) for why in purposes or (one.usual,)))
            for name, one in self.readers.items()
        }

    def expected(self, now: datetime) -> dict[str, set[Part]]:
        return {
            name: {part for (who, part), until in self.sees.items() if who == name and now < until}
            for name in self.readers
        }

    def _opened(self, reader: Reader, purpose: Purpose, now: datetime) -> frozenset[Part]:
        whole = frozenset(Part)
        try:
            with trust.open_file(reader.actor, self.id, whole, purpose=purpose, now=now) as opening:
                return frozenset(part for part in whole if opening.covers(part))
        except trust.Refused:
            return frozenset()


def begins(person: str) -> Journey:
    account = _account(person)
    journey = Journey(person, account.pk, trust.begin(account.pk, events_of(person)[0].at))
    journey.close_one("vreemde")
    journey.place(f"{person} gemeente", Role.STEWARD)
    return journey


def _account(name: str) -> Account:
    return Account.objects.create_account(name.replace(" ", "-"), called=name.title())


def _waits(row: HandoffRecord) -> bool:
    handoff = as_handoff(row)
    return handoff.met is None and not has_ended(handoff)


@pytest.mark.parametrize(
    ("person", "buddy", "near"),
    [
        ("karim", ("karim-13", "straatwerk"), "vriend"),
        ("wim", ("wim-20", "maatjesproject"), "dochter"),
    ],
)
def test_het_verhaal_van_karim_en_dat_van_wim(person: str, buddy: tuple[str, str], near: str):
    journey, events = begins(person), events_of(person)
    journey.close_one(near)
    for number, event in enumerate(events):
        journey.plays(event)
        if number == 0:
            journey.shows(near, {Part.APPOINTMENTS}, Purpose.NEARNESS, event.at)
        if event.id == buddy[0]:
            journey.buddy = journey.place(f"{person} {buddy[1]}", Role.EXPERIENCE_EXPERT)
            journey.shows(journey.buddy, {Part.WISHES, Part.ME_NOW}, Purpose.SUPPORT, event.at)

        assert journey.found(event.at) == journey.expected(event.at), event
        assert journey.sees.keys().isdisjoint({(name, Part.OWN) for name in journey.readers})
        assert tell(event.at).without_owner == (), event

    rows = [as_handoff(row) for row in HandoffRecord.objects.filter(journey=journey.id)]
    last = {
        (one.domain, one.waits_since): one.status for one in events if one.waits_since is not None
    }
    left = [chain for chain, row in journey.chains.items() if _waits(journey.row(row))]
    assert left == [chain for chain in journey.chains if last.get(chain) == "wacht"]
    assert NudgeRecord.objects.exists()
    outcomes = list(Receipt.objects.values_list("outcome", flat=True))
    assert outcomes.count(State.MET) == sum(one.met is not None for one in rows)
    assert State.REJECTED in outcomes
    assert journey.found(events[-1].at, *Purpose) == journey.expected(events[-1].at)
    assert journey.found(events[-1].at + QUARTER) == {name: set() for name in journey.readers}


def test_ook_wie_alles_mocht_zien_ziet_nooit_wat_van_hemzelf_is():
    wim, event = begins("wim"), events_of("wim")[0]
    wim.close_one("dochter")
    wim.keeps_to_himself("Dinsdag niet gegaan.", event.at)

    wim.shows("dochter", SHAREABLE, Purpose.NEARNESS, event.at)

    assert wim.found(event.at, *Purpose)["dochter"] == set(SHAREABLE)
