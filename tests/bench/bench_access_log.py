# SPDX-License-Identifier: EUPL-1.2
"""The access log: rows of many that wait together against one write a row, a person's own page in a
log of a million rows, and looking the whole log through."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.chain import Row, chained, start
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.verifying import columns
from ruimbaan.parts.trust.log import auditing, connecting, rows, services
from ruimbaan.parts.trust.log.looks import looks_at
from ruimbaan.parts.trust.log.writer import Writer
from tests.parts.access_logs import begin_empty

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 1, tzinfo=UTC)
USERS, EACH = 20, 25
MILLION = 1_000_000
JOURNEYS = 5_000
AT_ONCE = 5_000  # rows in one statement
MOST_MS = 50


@pytest.fixture(autouse=True)
def own_log(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    begin_empty(settings, tmp_path)
    yield
    services.close()


def entry(number: int, journey: UUID | None = None) -> Entry:
    return Entry(
        at=START + timedelta(seconds=number),
        journey=journey or UUID(int=number % JOURNEYS),
        action=Action.LOOK,
        outcome=Because.GRANT,
        part=Part.ROUTE,
        actor=UUID(int=number % 97),
        request=f"{number:032x}",
    )


def test_rows_that_wait_together_share_a_write():
    def inline(_: int) -> None:
        own = connecting.own_connection()
        for number in range(EACH):
            one = entry(number, uuid4())
            body = one.body()
            (digest,) = chained(start(uuid4().hex), [body])
            rows.add(own, [Row(uuid4().hex, 1, *columns(one), body, digest)])
        own.close()

    writer = Writer()

    def together(_: int) -> None:
        for number in range(EACH):
            writer.write([entry(number, uuid4())])

    alone, shared = (_seconds(work) for work in (inline, together))
    writer.close()

    total = USERS * EACH
    print(f"\n{USERS} at once, one write a row:  {total / alone:8,.0f} rows/s")
    print(
        f"{USERS} at once, shared writes:   {total / shared:8,.0f} rows/s, {writer.batches} writes"
    )
    print(f"shared is {alone / shared:.1f} times as quick")
    assert writer.batches < total / 2


def _seconds(work: object) -> float:
    begin = time.perf_counter()
    with ThreadPoolExecutor(USERS) as pool:
        list(pool.map(work, range(USERS)))  # type: ignore[arg-type]
    return time.perf_counter() - begin


def test_the_page_of_one_person_in_a_million_rows():
    own = connecting.own_connection()
    writer = uuid4().hex
    previous = start(writer)
    for first in range(0, MILLION, AT_ONCE):
        entries = [entry(number) for number in range(first, first + AT_ONCE)]
        bodies = [one.body() for one in entries]
        digests = chained(previous, bodies)
        previous = digests[-1]
        batch = zip(entries, bodies, digests, strict=True)
        rows.add(
            own,
            [
                Row(writer, first + place, *columns(one), body, digest)
                for place, (one, body, digest) in enumerate(batch, 1)
            ],
        )
    own.close()
    period = (START, START + timedelta(days=30))

    took = []
    for number in range(50):
        begin = time.perf_counter()
        found = looks_at(UUID(int=number), UUID(int=3), *period)
        took.append((time.perf_counter() - begin) * 1_000)
    begin = time.perf_counter()
    report = auditing.look_through(())
    whole = time.perf_counter() - begin

    took.sort()
    print(f"\none person, {MILLION:,} rows: median {took[25]:.1f} ms, p95 {took[47]:.1f} ms")
    print(f"looked through: {report.rows / whole:,.0f} rows/s")
    assert len(found.by_others) + found.own_count == MILLION / JOURNEYS
    assert took[47] < MOST_MS
    assert report.faults == ()
