# SPDX-License-Identifier: EUPL-1.2
"""Two files with a mark in every part, and everybody who might look at them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from ruimbaan.core.journey import kept_route_file, kept_route_moments_file
from ruimbaan.core.journey.kept_route import KeptRoute, KeptStep, StepKind
from ruimbaan.core.journey.kept_route_moments import Moment, MomentKind, PrivateSide
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.discretion.noting import own_room
from ruimbaan.parts.discretion.noting.own_room import Held
from ruimbaan.parts.discretion.noting.own_room import Kind as RoomKind
from ruimbaan.parts.handoff.services import Composed, Said, send
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.kinds import KINDS, OWN_SIDE, ROUTE, Kind, Shape
from ruimbaan.parts.trust.services import begin, open_file
from tests.trust.people import account
from tests.trust.visiting import visitor

LONG_AGO = timedelta(days=1000)
COMES_FROM: dict[str, str] = {}  # how each browser arrives: `walking` comes through a proxy


def somebody_new() -> Client:
    return Client(**COMES_FROM)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Job:
    membership: UUID
    organisation: UUID
    role: Role


@dataclass(frozen=True, slots=True)
class Somebody:
    """`jobs` as they are at the beginning of each run."""

    name: str
    account: UUID | None
    browser: Client
    jobs: tuple[Job, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    journey: UUID
    owner: Somebody
    marks: dict[Part, str]
    handoff: UUID | None = None
    asked: str = ""  # the mark in the words of that handoff, which went to the first organisation


@dataclass(frozen=True, slots=True)
class World:
    files: tuple[File, ...]
    everybody: tuple[Somebody, ...]
    organisations: tuple[UUID, ...]


def build() -> World:
    now = timezone.now()
    organisations = [Organisation.objects.create(name=f"Organisatie {name}") for name in "PQ"]
    p, q = organisations
    owners = [_person(f"owner-{name}") for name in "ab"]
    files = tuple(_with_handoff(_file(owner, now), p, now) for owner in owners)
    others = (
        Somebody("stranger", None, visitor()),
        _person("close-one"),
        _person("other-close-one"),
        _works("worker-p", (p, Role.WORKER)),
        _works("expert-p", (p, Role.EXPERIENCE_EXPERT)),
        _works("worker-q", (q, Role.WORKER)),
        _works("steward-p", (p, Role.STEWARD)),
        _works("worker-p-steward-q", (p, Role.WORKER), (q, Role.STEWARD)),
        _works("administrator-q", (q, Role.ADMINISTRATOR)),
    )
    return World(files, (*owners, *others), tuple(one.id for one in organisations))


def route_with(mark: str, day: date) -> str:
    step = KeptStep(uuid4(), StepKind.OWN, Text(mark), apply=day, start=day)
    return kept_route_file.to_text(KeptRoute("waalstad", day, (), (step,)))


def own_side_with(mark: str, day: date) -> str:
    moment = Moment(uuid4(), MomentKind.HARD, day, words=mark)
    return kept_route_moments_file.to_text(PrivateSide(moments=(moment,)))


def _with_handoff(file: File, to: Organisation, now: datetime) -> File:
    """Its own grants go when a run begins; the handoff itself stays."""
    assert file.owner.account is not None
    mark = f"Merk-{file.owner.name}-overdracht-{uuid4().hex[:6]}"
    myself = Party(PartyKind.ACCOUNT, file.owner.account)
    receiver = Party(PartyKind.ORGANISATION, to.id)
    composed = Composed(uuid4(), Said(mark, mark, along=mark), receiver, myself, myself)
    sent = send(actor_for(file.owner.account), file.journey, composed, now)
    return replace(file, handoff=sent.id, asked=mark)


def _person(name: str) -> Somebody:
    one = account(f"{name}-{uuid4().hex[:8]}")
    return Somebody(name, one.id, visitor(one))


def _works(name: str, *jobs: tuple[Organisation, Role]) -> Somebody:
    one = account(f"{name}-{uuid4().hex[:8]}")
    made = tuple(_job(one, organisation, role) for organisation, role in jobs)
    return Somebody(name, one.id, visitor(one), made)


def _job(one: Account, organisation: Organisation, role: Role) -> Job:
    row = MembershipRecord.objects.create(
        account=one, organisation=organisation, role=role, starts=timezone.now() - LONG_AGO
    )
    return Job(row.id, organisation.id, role)


def _file(owner: Somebody, now: datetime) -> File:
    assert owner.account is not None
    journey = begin(owner.account, now)
    marks: dict[Part, str] = {}
    actor = actor_for(owner.account)
    with open_file(
        actor, journey, frozenset(kind.part for kind in KINDS), action=Action.CHANGE, now=now
    ) as opening:
        for kind in KINDS:
            made = f"Merk-{owner.name}-{kind.part.value.replace('_', '-')}-{uuid4().hex[:6]}"
            mark = marks.get(kind.part, made)  # one for a part with more than one table
            entries.add(opening, kind, uuid4(), values_of(kind, mark, now), now)
            marks[kind.part] = mark
        kept = Held(uuid4(), RoomKind.GIVEN, timezone.localdate(now), marks[Part.OWN])
        own_room.add(opening, uuid4(), kept, now)
    return File(journey, owner, marks)


def values_of(kind: Kind, mark: str, now: datetime) -> dict[str, str]:
    """The mark in every field that takes words."""
    fixed = {
        Shape.DAY: timezone.localdate(now).isoformat(),
        Shape.TIME: "10:00",
        Shape.DOMAIN: "WON",
    }
    if kind is ROUTE:
        return {"route": route_with(mark, timezone.localdate(now))}
    if kind is OWN_SIDE:
        return {"own": own_side_with(mark, timezone.localdate(now))}
    return {
        field.name: next(iter(field.answers), fixed.get(field.shape, mark)) for field in kind.fields
    }
