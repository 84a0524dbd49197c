# SPDX-License-Identifier: EUPL-1.2
"""Every look, change and refusal is on disk before the answer; when that fails there is no answer."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ruimbaan.core.trust.access_entries import Entry, read
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Basis, Given
from ruimbaan.core.trust.parties import Actor, PartyKind, Role
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.core.trust.verifying import Report, verify
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.trust.files.models import GrantRecord, Journey
from ruimbaan.parts.trust.log import connecting, rows, services, tables, writer
from ruimbaan.parts.trust.log.context import Asked, asked
from ruimbaan.parts.trust.services import Refused, open_file
from tests.parts.access_logs import begin_empty

FIVE_YEARS = timedelta(days=1827)
PATIENCE = 20  # seconds, of a test that waits for a thread


@pytest.fixture
def sterre() -> Journey:
    account = Account.objects.create_account(f"sterre-{uuid4().hex[:8]}")
    return Journey.objects.create(owner=account, opened=timezone.now())


@pytest.fixture
def noor() -> MembershipRecord:
    return MembershipRecord.objects.create(
        account=Account.objects.create_account(f"noor-{uuid4().hex[:8]}"),
        organisation=Organisation.objects.create(name="Buurtteam Veenland"),
        role=Role.WORKER,
        starts=timezone.now() - timedelta(days=9),
    )


@pytest.fixture
def empty(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    """An empty log."""
    begin_empty(settings, tmp_path)
    yield
    services.close()


def owner_of(journey: Journey) -> Actor:
    assert journey.owner_id is not None
    return actor_for(journey.owner_id)


def share(journey: Journey, work: MembershipRecord, part: Part = Part.ROUTE) -> GrantRecord:
    now = timezone.now()
    return GrantRecord.objects.create(
        journey=journey,
        part=part,
        party_kind=PartyKind.MEMBERSHIP,
        party=work.id,
        purpose=Purpose.SUPPORT,
        starts=now - timedelta(days=1),
        ends=now + timedelta(days=30),
        words="1",
        given=Given.SELF,
        basis=Basis.CONSENT,
    )


def logged(journey: UUID) -> list[Entry]:
    """What the log on disk says of this file, as another connection reads it."""
    own = connecting.own_connection()
    try:
        found = [read(row.body) for row in rows.every_row(own) if row.journey == str(journey)]
    finally:
        own.close()
    return sorted(found, key=lambda entry: (entry.at, entry.part or ""))


def verified() -> Report:
    own = connecting.own_connection()
    try:
        return verify(rows.every_row(own), keep_for=FIVE_YEARS)
    finally:
        own.close()


def one_look(journey: UUID, number: int = 0) -> Entry:
    return Entry(timezone.now(), journey, Action.LOOK, Because.OWNER, Part.OWN, request=f"{number}")


def test_a_look_is_on_disk_before_the_file_is_open(sterre: Journey, noor: MembershipRecord):
    grant = share(sterre, noor)
    now = timezone.now()

    with (
        asked(Asked("request-1", lambda: "hash-of-a-place")),
        open_file(
            actor_for(noor.account_id),
            sterre.id,
            frozenset(Part),
            purpose=Purpose.SUPPORT,
            now=now,
        ) as opening,
    ):
        found = logged(sterre.id)

    assert opening.parts == {Part.ROUTE}
    assert found == [
        Entry(
            at=now,
            journey=sterre.id,
            action=Action.LOOK,
            outcome=Because.GRANT,
            part=Part.ROUTE,
            actor=noor.account_id,
            organisation=noor.organisation_id,
            membership=noor.id,
            role=Role.WORKER,
            purpose=Purpose.SUPPORT,
            grant=grant.id,
            origin="hash-of-a-place",
            request="request-1",
        )
    ]


def test_a_change_by_the_owner_is_logged_for_each_part(sterre: Journey):
    owner = owner_of(sterre)
    parts = frozenset({Part.WISHES, Part.STORY})

    with open_file(owner, sterre.id, parts, action=Action.CHANGE, now=timezone.now()):
        found = logged(sterre.id)

    assert [(entry.action, entry.part, entry.outcome) for entry in found] == [
        (Action.CHANGE, Part.STORY, Because.OWNER),
        (Action.CHANGE, Part.WISHES, Because.OWNER),
    ]


def test_a_refusal_is_logged_with_its_reason(sterre: Journey, noor: MembershipRecord):
    worker = actor_for(noor.account_id)

    with (
        pytest.raises(Refused),
        open_file(worker, sterre.id, frozenset({Part.STORY}), now=timezone.now()),
    ):
        pass

    (entry,) = logged(sterre.id)
    assert (entry.part, entry.outcome, entry.role) == (Part.STORY, Because.NO_GRANT, Role.WORKER)
    assert not entry.allowed


def test_a_refusal_of_a_whole_page_is_one_row_a_reason(sterre: Journey, noor: MembershipRecord):
    worker = actor_for(noor.account_id)

    with pytest.raises(Refused), open_file(worker, sterre.id, frozenset(Part), now=timezone.now()):
        pass

    assert {(entry.part, entry.outcome) for entry in logged(sterre.id)} == {
        (None, Because.NEVER_SHARED),
        (None, Because.NO_GRANT),
    }


@pytest.mark.parametrize(
    ("known", "outcome"), [(True, Because.NO_SUCH_FILE), (False, Because.NOT_SIGNED_IN)]
)
def test_a_look_at_a_file_that_does_not_exist_is_logged(
    noor: MembershipRecord, known: bool, outcome: Because
):
    nowhere = uuid4()
    actor = actor_for(noor.account_id) if known else Actor()

    with (
        pytest.raises(Refused),
        open_file(actor, nowhere, frozenset({Part.ROUTE}), now=timezone.now()),
    ):
        pass

    (entry,) = logged(nowhere)
    assert entry.outcome is outcome


# --- many at once ------------------------------------------------------------------------------
def test_fifty_at_once_share_their_writes_and_no_row_is_lost():
    journey = uuid4()
    together = threading.Barrier(50)
    own = writer.Writer()

    def look(number: int) -> None:
        together.wait(PATIENCE)
        for _ in range(10):
            own.write([one_look(journey, number)])

    with ThreadPoolExecutor(50) as pool:
        list(pool.map(look, range(50)))
    own.close()

    found = logged(journey)
    assert len(found) == 500
    assert sorted({int(entry.request) for entry in found}) == list(range(50))
    assert own.batches < 250


def test_the_chain_of_many_at_once_fits(empty: None):
    own = writer.Writer()
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda number: own.write([one_look(uuid4(), number)] * 3), range(40)))
    own.close()

    report = verified()

    assert report.faults == ()
    assert report.rows >= 120


def test_a_forked_process_has_a_chain_of_its_own():
    journey = uuid4()
    services.write([one_look(journey, 1)])

    child = os.fork()
    if child == 0:
        code = 1
        try:
            services.write([one_look(journey, 2)])
            services.close()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    services.write([one_look(journey, 3)])

    assert os.waitstatus_to_exitcode(status) == 0
    own = connecting.own_connection()
    found = [row for row in rows.every_row(own) if row.journey == str(journey)]
    own.close()
    assert sorted(read(row.body).request for row in found) == ["1", "2", "3"]
    assert len({row.writer for row in found}) == 2


# --- the log does not work ---------------------------------------------------------------------
BREAK = {
    "sqlite": "CREATE TRIGGER broken BEFORE INSERT ON trust_access "
    "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    "postgresql": "ALTER TABLE trust_access ADD CONSTRAINT broken CHECK (false) NOT VALID",
}
MEND = {
    "sqlite": "DROP TRIGGER broken",
    "postgresql": "ALTER TABLE trust_access DROP CONSTRAINT broken",
}


class Log:
    """The log's table, which takes no row while it is broken."""

    broken = False

    def _do(self, statements: dict[str, str]) -> None:
        own = connecting.own_connection()
        with own.cursor() as cursor:
            cursor.execute(statements[connection.vendor])
        own.close()

    def breaks(self) -> None:
        self._do(BREAK)
        self.broken = True

    def mends(self) -> None:
        self._do(MEND)
        self.broken = False


@pytest.fixture
def log() -> Iterator[Log]:
    services.write([one_look(uuid4())])  # the writer is there, with a connection
    found = Log()
    yield found
    if found.broken:
        found.mends()


def test_without_a_row_nothing_opens_and_it_heals_by_itself(sterre: Journey, log: Log):
    owner = owner_of(sterre)
    opened = []

    def look() -> None:
        with open_file(owner, sterre.id, frozenset({Part.WISHES}), now=timezone.now()) as opening:
            opened.append(opening)

    log.breaks()
    for _ in range(3):
        with pytest.raises(services.LogDown):
            look()
    assert opened == []

    log.mends()
    look()

    assert len(opened) == 1
    assert len(logged(sterre.id)) == 1


def test_everybody_who_waits_hears_that_it_failed(log: Log):
    log.breaks()

    def outcome(number: int) -> str:
        try:
            services.write([one_look(uuid4(), number)])
        except services.LogDown:
            return "down"
        return "written"

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(outcome, range(40))) == {"down"}


def test_after_a_failure_the_chains_still_fit(empty: None, log: Log):
    log.breaks()
    with pytest.raises(services.LogDown):
        services.write([one_look(uuid4())])
    log.mends()
    services.write([one_look(uuid4())])

    assert verified().faults == ()


def refused_by_sqlite(statement: str) -> None:
    own = connecting.own_connection()
    with own.cursor() as cursor, pytest.raises(DatabaseError, match="only grows"):
        cursor.execute(statement)
    own.close()


def refused_by_postgresql(statement: str) -> None:
    """As the role of the site, which is not the owner of the tables."""
    role = f"site_{uuid4().hex[:8]}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role}")
        tables.only_adding(connection, role)
        cursor.execute(f"SET LOCAL ROLE {role}")
        cursor.execute("SELECT count(*) FROM trust_access")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trust_access SET actor = ''",
        "DELETE FROM trust_access",
        "UPDATE trust_anchor SET digest = ''",
        "DELETE FROM trust_anchor",
    ],
)
def test_the_site_can_only_add(statement: str):
    services.write([one_look(uuid4())])
    with connecting.reading().cursor() as cursor:
        cursor.execute(
            "INSERT INTO trust_anchor (nr, at, previous, digest) "
            "SELECT count(*) + 1000, 0, '', '' FROM trust_anchor"
        )

    if connection.vendor == "sqlite":
        refused_by_sqlite(statement)
    else:
        refused_by_postgresql(statement)
