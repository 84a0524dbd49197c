# SPDX-License-Identifier: EUPL-1.2
"""Two files with a mark in every part, and everybody who might look at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.kinds import KINDS, Kind, Shape
from ruimbaan.parts.trust.services import begin, open_file
from tests.trust.people import account
from tests.trust.visiting import visitor

LONG_AGO = timedelta(days=1000)


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
    files = tuple(_file(owner, now) for owner in owners)
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
            mark = f"Merk-{owner.name}-{kind.part.value.replace('_', '-')}-{uuid4().hex[:6]}"
            entries.add(opening, kind, uuid4(), values_of(kind, mark, now), now)
            marks[kind.part] = mark
    return File(journey, owner, marks)


def values_of(kind: Kind, mark: str, now: datetime) -> dict[str, str]:
    """The mark in every field that takes words."""
    fixed = {
        Shape.DAY: timezone.localdate(now).isoformat(),
        Shape.TIME: "10:00",
        Shape.DOMAIN: "WON",
    }
    return {field.name: fixed.get(field.shape, mark) for field in kind.fields}
