# SPDX-License-Identifier: EUPL-1.2
"""Very many files in PostgreSQL, fast: rows as the site writes them, each sealed with the key of its own
file, brought in by COPY. Everything but the names of people is the same in each; nobody exists.

python -m tests.bulk_files COUNT DATA KEYS    addresses of both databases, as their superuser

Says a line for each piece that is there. Several at once do no harm.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from uuid import UUID, uuid4

import django

django.setup()

import psycopg  # noqa: E402
from django.conf import settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from ruimbaan.core.trust.deciding import Action  # noqa: E402
from ruimbaan.core.trust.file_parts import Part  # noqa: E402
from ruimbaan.core.trust.parties import Party, PartyKind, Role  # noqa: E402
from ruimbaan.core.trust.purposes import Purpose  # noqa: E402
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation  # noqa: E402
from ruimbaan.parts.accounts.queries import actor_for  # noqa: E402
from ruimbaan.parts.handoff.services import Composed, Said, send  # noqa: E402
from ruimbaan.parts.journey import entries  # noqa: E402
from ruimbaan.parts.journey.kinds import KINDS  # noqa: E402
from ruimbaan.parts.trust.files.models import Journey  # noqa: E402
from ruimbaan.parts.trust.keys import sealing  # noqa: E402
from ruimbaan.parts.trust.keys.wrapping import MasterKeys  # noqa: E402
from ruimbaan.parts.trust.log import services as log  # noqa: E402
from ruimbaan.parts.trust.services import acquaint, begin, open_file  # noqa: E402
from tests.bulk_patterns import LOG_COLUMNS, Connection, File, as_text, quoted, read_file  # noqa: E402
from tests.trust.leaks.world import values_of  # noqa: E402
from tests.trust.people import account, give  # noqa: E402

PIECE = 500  # files in one transaction
ENTRIES = 3  # in each part of a file
SHARED_WITH_ONE = 40  # files that one worker may see something of
WORKERS_IN_ONE = 50  # of an organisation
SHARES = 4  # one file in so many shares parts with a worker
ASKS = 50  # one file in so many asks an organisation for help now
SHARED = (Part.WISHES, Part.APPOINTMENTS, Part.ME_NOW)


def fill(count: int, data: str, keys: str) -> None:
    members = cycle(_workers(max(1, count // SHARES // SHARED_WITH_ONE)))
    first = next(members)
    with psycopg.connect(data) as rows, psycopg.connect(keys) as wrapped:
        plain, shares, asks = (_pattern(rows, first, **how) for how in HOW)
        rows.execute("SET session_replication_role = replica")  # no look at each reference
        for begun in range(0, count, PIECE):
            numbers = range(begun, min(count, begun + PIECE))
            piece = Piece(MasterKeys(settings.MASTER_KEYS))
            for number in numbers:
                member = next(members) if number % SHARES == 0 else first
                file = asks if number % ASKS == 0 else shares if number % SHARES == 0 else plain
                others = {first.id: member.id, first.organisation_id: member.organisation_id}
                piece.add(file, others)
            piece.copy_to(rows, wrapped)
            sys.stdout.write(f"{numbers.stop}\n")
            sys.stdout.flush()


HOW: tuple[dict[str, bool], ...] = ({}, {"shares": True}, {"shares": True, "asks": True})


def _pattern(
    data: Connection, member: MembershipRecord, *, shares: bool = False, asks: bool = False
) -> File:
    """Made by the site itself, some days ago."""
    owner, now = account(), timezone.now() - timedelta(days=3)
    journey, actor = begin(owner.id, now), actor_for(owner.id)
    with open_file(actor, journey, frozenset(Part), action=Action.CHANGE, now=now) as opening:
        for kind in KINDS:
            for number in range(1 if kind.single else ENTRIES):
                words = f"Woorden {number} van iemand, een paar regels lang. " * 3
                entries.add(opening, kind, uuid4(), values_of(kind, words.strip(), now), now)
    if shares:
        acquaint(journey, Party(PartyKind.MEMBERSHIP, member.id), now)
        for part in SHARED:
            give(
                Journey.objects.get(pk=journey),
                part,
                (PartyKind.MEMBERSHIP, member.id),
                starts=now,
            )
        works = actor_for(member.account_id)
        with open_file(works, journey, frozenset(SHARED), purpose=Purpose.SUPPORT, now=now):
            pass  # a look, so that the log tells of one by somebody else
    if asks:
        myself = Party(PartyKind.ACCOUNT, owner.id)
        to = Party(PartyKind.ORGANISATION, member.organisation_id)
        said = Said("Weer thuis wonen", "Kunnen jullie meedenken?", along="mijn zus")
        send(actor, journey, Composed(uuid4(), said, to, myself, myself), now)
    return read_file(data, journey, owner.id)


class Piece:
    """Files that are brought in together."""

    def __init__(self, masters: MasterKeys) -> None:
        self._masters = masters
        self._lines: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        self._keys: list[str] = []
        self._files: defaultdict[int, tuple[File, list[tuple[UUID, UUID]]]] = defaultdict()

    def add(self, file: File, others: dict[UUID, UUID]) -> None:
        key, name = sealing.new_key(), f"naam-{uuid4().hex[:16]}"
        journey, lines = file.clone(key, name, others)
        columns = {one.table: one.columns for one in file.patterns}
        owner = None
        for table, line in lines:
            self._lines[table, columns[table]].append(line)
            if table == Account._meta.db_table:
                owner = UUID(line.split("\t")[columns[table].index("id")])
        assert owner is not None
        wrapped = self._masters.wrap(journey, key)
        self._keys.append("\t".join((str(journey), wrapped.master, as_text(wrapped.secret))) + "\n")
        self._files.setdefault(id(file), (file, []))[1].append((journey, owner))

    def copy_to(self, data: Connection, keys: Connection) -> None:
        _copy(keys, "data_keys", ("owner", "master", "secret"), iter(self._keys))
        for (table, columns), lines in self._lines.items():
            _copy(data, table, columns, iter(lines))
        for file, clones in self._files.values():
            _copy(data, "trust_access", LOG_COLUMNS, file.log_rows(clones))
        keys.commit()
        data.commit()


def _copy(to: Connection, table: str, columns: tuple[str, ...], lines: Iterator[str]) -> None:
    statement = f"COPY {table} ({quoted(columns)}) FROM STDIN"
    with to.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write("".join(lines))


def _workers(count: int) -> list[MembershipRecord]:
    """In organisations of some size."""
    since = timezone.now() - timedelta(days=100)
    places = Organisation.objects.bulk_create(
        Organisation(name=f"Organisatie {uuid4().hex[:6]}")
        for _ in range(1 + count // WORKERS_IN_ONE)
    )
    people = [Account(code_name=f"werkt-{uuid4().hex[:12]}", password="!") for _ in range(count)]
    Account.objects.bulk_create(people, batch_size=1000)
    return MembershipRecord.objects.bulk_create(
        (
            MembershipRecord(account=one, organisation=place, role=Role.WORKER, starts=since)
            for one, place in zip(people, cycle(places), strict=False)
        ),
        batch_size=1000,
    )


if __name__ == "__main__":
    fill(int(sys.argv[1]), sys.argv[2], sys.argv[3])
    log.close()
