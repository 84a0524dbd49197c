# SPDX-License-Identifier: EUPL-1.2
"""10,000 services: how long a question takes, and how long it takes to put them all in.

On PostgreSQL: `pg_virtualenv -t sh -c 'RUIMBAAN_DATABASE=... pytest tests/bench/bench_search.py'`.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from itertools import cycle
from time import perf_counter, process_time

import django
import pytest

django.setup()

from django.db import connection  # noqa: E402

from ruimbaan.core.directory.records.changes import Origin, Source  # noqa: E402
from ruimbaan.core.directory.records.record import Record  # noqa: E402
from ruimbaan.parts.directory.search.filters import Filters  # noqa: E402
from ruimbaan.parts.directory.search.finding import find, listings_of, why  # noqa: E402
from ruimbaan.parts.directory.search.near import Near  # noqa: E402
from ruimbaan.parts.directory.search.shelf import shelf_of  # noqa: E402
from ruimbaan.parts.directory.services import write  # noqa: E402
from tests.bench.many_services import many_services  # noqa: E402

REGION = "meetstad"
SERVICES = 10_000
P95 = 50  # milliseconds of work: on a machine that does nothing else, that is how long it takes
PAGE = 20  # places on one page
WORDS = """ik slaap op de bank bij een vriend|geen geld voor eten|mijn man drinkt|schulden|sgulden
    |deurwarder aan de deur|ik wil stoppen met drinken en ik weet niet hoe|eenzam|werk|hulp
    |dakloos en nergens heen|mijn zoon gebruikt drugs|i need a place to sleep tonight|my husband drinks
    |detox|uitkeering aanvragen|postadres|ik durf mijn post niet open te maken|stemmen in mijn hoofd
    |begelijding thuis|verslaafd aan gokken online|huurachterstand|maatje om mee te wandelen|xyzzy
    |schuldhulpverlening|daklozenopvang|psigose|verweisbrief|koffie|praten met iemand die het snapt
    |taalcafe voor nieuwkomers|budgetcursus|tandarts|kleding voor mijn baby|ik kom net uit de gevangenis
    |wiet|jeugdteam|gratis eten in de buurt|herstelgroep voor vrouwen|nachtopvang met mijn hond
    """.replace("\n", "").split("|")  # fmt: skip
FILTERS = (
    Filters(),
    Filters(walk_in=True),
    Filters(free=True, domain="WON"),
    Filters(open_at=datetime(2026, 11, 23, 10, 30, tzinfo=UTC)),
    Filters(no_letter=True, language="ar"),
    Filters(near=Near((170_000, 420_000), 5_000)),
    Filters(women_only=True, payer="municipal-support"),
)
QUERIES = [
    (words.strip(), filters) for words, filters in zip(WORDS * 5, cycle(FILTERS), strict=False)
]


@pytest.mark.django_db
def test_search_among_many_services():
    started = perf_counter()
    records = list(many_services(REGION, SERVICES))
    made = perf_counter() - started
    origin = Origin(Source.IMPORT, date(2026, 11, 22))
    write(REGION, records, origin=origin, at=datetime(2026, 11, 22, tzinfo=UTC))
    stored = perf_counter() - started - made
    started = perf_counter()
    terms = len(shelf_of(REGION).terms)
    assert find(REGION, "sgulden", Filters()).question.mended
    ready = perf_counter() - started

    one = next(record for record in records if record.table == "service")
    changed = Record("service", one.id, {**one.values, "description": "zonnewijzer"})
    write(REGION, [changed], origin=origin, at=datetime(2026, 11, 22, tzinfo=UTC))
    started = process_time()
    assert find(REGION, "zonnewijzer", Filters()).listings
    sys.stdout.write(
        f"\nfirst question after a write: {(process_time() - started) * 1000:.0f} ms\n"
    )

    times, worked, empty = [], [], 0
    for words, filters in QUERIES:
        started, work = perf_counter(), process_time()
        answer = find(REGION, words, filters)
        page = answer.listings[:PAGE]
        listings_of(page)
        why(answer, page)
        times.append((perf_counter() - started) * 1000)
        worked.append((process_time() - work) * 1000)
        empty += not page

    slowest = sorted(zip(times, QUERIES, strict=True), key=lambda one: -one[0])[:3]
    times.sort()
    worked.sort()
    sys.stdout.write(
        f"\n{connection.vendor}: {len(records)} records stored in {stored:.0f} s (made in {made:.0f}),"
        f" {terms} terms, ready after a change in {ready * 1000:.0f} ms\n"
        f"{len(times)} questions ({empty} without result): p50 {times[len(times) // 2]:.1f} ms,"
        f" p95 {times[int(len(times) * 0.95)]:.1f} ms, most {times[-1]:.1f} ms;"
        f" of work p50 {worked[len(worked) // 2]:.1f} ms, p95 {worked[int(len(worked) * 0.95)]:.1f} ms\n"
    )
    for took, (words, filters) in slowest:
        sys.stdout.write(f"  {took:.1f} ms: {words!r} {filters.chosen}\n")
    assert len(QUERIES) == 200
    assert worked[int(len(worked) * 0.95)] <= P95
