# SPDX-License-Identifier: EUPL-1.2
"""What stands on a page is so: made up only where it is, moved where it moved, and an answer also
when counting fails."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation

from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory.duplicates.services import make_one
from ruimbaan.parts.directory.models import DirectoryState, Listing
from ruimbaan.parts.directory.presentation.hours import hours_words
from ruimbaan.parts.directory.search.models import Posting
from ruimbaan.parts.directory.services import reindex, write

pytestmark = pytest.mark.django_db
REGION, MADE_UP = "waalstad", "verzonnen"
AT = datetime(2026, 11, 22, tzinfo=UTC)


def put(code: str, name: str) -> None:
    values = {"id": code, "organization_id": "o", "name": name, "status": "active",
              NAME: {"region": REGION, "code": code}}  # fmt: skip
    record = Record("service", code, values)  # type: ignore[arg-type]
    write(REGION, [record], origin=Origin(Source.IMPORT, AT.date()), at=AT)


@pytest.mark.parametrize("path", ["/steun", "/kaart", f"/steun/{REGION}"])
def test_only_a_demo_says_that_its_places_are_made_up(client: Client, path: str):
    assert MADE_UP in client.get(path).content.decode().split("<footer")[0]

    put("echt", "Het Taalhuis")
    assert MADE_UP not in client.get(path).content.decode().split("<footer")[0]


def test_a_place_that_went_up_in_another_leads_there(client: Client):
    put("oud", "Taalhuis Oost")
    put("nieuw", "Het Taalhuis Oost")
    make_one(REGION, "nieuw", "oud", AT)

    for prefix in ("", "/en"):
        answer = client.get(f"{prefix}/steun/{REGION}/oud")
        assert (answer.status_code, answer["Location"]) == (301, f"{prefix}/steun/{REGION}/nieuw")
    assert client.get(f"/steun/{REGION}/nergens").status_code == 404


def test_an_answer_comes_also_when_a_gap_cannot_be_counted(client: Client):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE directory_search_gap RENAME TO gone")
    answer = client.get(f"/steun/{REGION}", {"zoek": "xyzzyplof"})
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE gone RENAME TO directory_search_gap")

    assert answer.status_code == 200


@pytest.mark.parametrize(("language", "hours"), [("nl", "9.00"), ("en", "9:00")])
def test_hours_are_written_as_the_language_writes_them(language: str, hours: str):
    values = {"id": "h", "service_id": "s", "freq": "WEEKLY", "byday": "MO",
              "opens_at": "09:00", "closes_at": "17:00"}  # fmt: skip
    with translation.override(language):
        (line,) = hours_words([Record("schedule", "h", values)])

    assert hours in line


def test_a_region_is_listed_anew_as_it_was():
    before = sorted(Posting.objects.values_list("listing__code", "term__stem", "in_name"))
    version = DirectoryState.objects.get(pk=REGION).version
    Posting.objects.filter(listing__region=REGION).delete()

    assert reindex(REGION) == Listing.objects.filter(region=REGION).count()
    assert sorted(Posting.objects.values_list("listing__code", "term__stem", "in_name")) == before
    assert DirectoryState.objects.get(pk=REGION).version != version
