# SPDX-License-Identifier: EUPL-1.2
"""The page with addresses and map: by district, nearest first, without a trace of who looked."""

from __future__ import annotations

import gzip
import re
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.profile import NAME, ServiceProfile, made_id, written
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory import queries as directory
from ruimbaan.parts.directory.geography import queries
from ruimbaan.parts.directory.geography.presentation.words import distance_words
from ruimbaan.parts.directory.services import write
from tests.parts.reading import blocks, length, sentences

REGIONS = sorted(directory.list_names())
LONGEST = 12  # words a sentence
LIGHT = 60_000  # bytes a page, compressed
DISTRICTS = (
    "Overwaal,De Bongerd,Uiterwaarden,Lindeveld,Waalkade,Oude Stad,Zandheuvel,Stationsbuurt".split(
        ","
    )
)
LINK = re.compile(r'href="(/steun/[^"#?]*)"')


def page(client: Client, path: str, **asked: str) -> str:
    response = client.get(path, asked)
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


@pytest.mark.parametrize("region", REGIONS)
def test_every_address_is_in_the_list_on_the_map_and_in_the_table(client: Client, region: str):
    html = page(client, f"/steun/{region}/kaart")
    town = queries.town(region)

    assert len(town.addresses) > 15
    for one in town.addresses:
        assert html.count(one.street) >= 4  # list, table, and the stories of both drawings
        assert f">{one.number}</text>" in html
    assert {f"/steun/{region}/{code}" for code in town.listings} <= set(LINK.findall(html))
    assert [one for one in sentences(html) if length(one) > LONGEST] == []
    assert len(gzip.compress(html.encode())) < LIGHT


def test_the_districts_come_in_order_and_what_has_no_address_is_told_apart(client: Client):
    text = blocks(page(client, "/steun/waalstad/kaart"))

    list_begins = text.index("Alle adressen, per wijk")
    titles = [one for one in text[list_begins:] if one in DISTRICTS]

    assert titles == sorted(DISTRICTS, key=str.casefold)
    assert text.index("Straatwerk", text.index("Zonder adres"))


def test_from_a_district_the_nearest_comes_first_with_its_distance(client: Client):
    html = page(client, "/steun/waalstad/kaart", wijk="Lindeveld")
    text = blocks(html)
    metres = [
        one for one in text if re.fullmatch(r"(minder dan 100|\d+) meter|[\d,]+ kilometer", one)
    ]

    assert "Dichtbij Lindeveld" in text
    assert text.index("400 meter") < text.index("2,2 kilometer")
    assert len(metres) >= len(queries.town("waalstad").addresses)
    assert '<option value="Lindeveld" selected>' in html


@pytest.mark.parametrize("asked", ["8795", "8795 QV", " 8795qv "])
def test_from_a_postcode_the_nearest_comes_first(client: Client, asked: str):
    text = blocks(page(client, "/steun/waalstad/kaart", postcode=asked, wijk="Overwaal"))

    assert "Dichtbij 8795" in text


@pytest.mark.parametrize("asked", ["1234", "Nergens", '"><script>', "0" * 400, "\0"])
def test_an_unknown_place_is_said_and_shows_everything(client: Client, asked: str):
    html = page(client, "/steun/waalstad/kaart", postcode=asked)

    assert ("Deze plek kennen we niet." in html) == bool(asked.strip("\0"))
    assert "Alle adressen, per wijk" in html
    assert "<script>" not in html


def test_where_someone_looks_from_is_kept_nowhere(client: Client):
    asked = client.get("/steun/waalstad/kaart", {"wijk": "Lindeveld"})
    plain = client.get("/steun/waalstad/kaart")

    assert asked.headers["Cache-Control"] == "no-store"
    assert "ETag" not in asked.headers
    assert asked.cookies == {}
    assert plain.headers["Cache-Control"] == "public, no-cache"
    assert "http" not in "".join(re.findall(r'(?:src|href)="(http[^"]*)"', plain.content.decode()))


def test_english_is_whole(client: Client):
    text = "\n".join(blocks(page(client, "/en/steun/waalstad/kaart", wijk="Lindeveld")))

    assert "Where is support in Waalstad?" in text
    assert "Close to Lindeveld" in text
    assert "1.2 kilometres" in text
    assert "Bus 4, stop Lindeplein." in text
    assert "Street doctor" in text


@pytest.mark.parametrize("path", ["/steun/nergens/kaart", "/en/steun/nergens/kaart"])
def test_no_such_region_is_an_ordinary_not_found(client: Client, path: str):
    assert client.get(path).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (None, ""),
        (0, "minder dan 100 meter"),
        (449, "400 meter"),
        (960, "1 kilometer"),
        (1_240, "1,2 kilometer"),
        (12_700, "13 kilometer"),
    ],
)
def test_a_distance_is_told_as_people_say_it(metres, words):
    assert distance_words(metres) == words


def listed(region: str, number: int) -> tuple[Record, ...]:
    """A place from elsewhere: it has latitude and longitude, and no district."""
    code = f"X{number}"
    service, organisation = made_id(region, "service", code), made_id(region, "organization", code)
    location = made_id(region, "location", code)
    profile = ServiceProfile(region, code, {"label": {"nl": f"Plek {number}"}, "type": 34})
    return (
        Record(
            "organization",
            organisation,
            {"id": organisation, "name": code, NAME: {"region": region}},
        ),
        Record(
            "service",
            service,
            {
                "id": service,
                "organization_id": organisation,
                "name": code,
                "status": "active",
                NAME: written(profile),
            },
        ),
        Record(
            "location",
            location,
            {
                "id": location,
                "name": f"Kade {number}",
                "latitude": 52.79 + number % 17 / 1000,
                "longitude": 5.46 + number % 19 / 1000,
            },
        ),
        Record(
            "service_at_location",
            made_id(region, "service_at_location", code),
            {
                "id": made_id(region, "service_at_location", code),
                "service_id": service,
                "location_id": location,
            },
        ),
    )


def put(count: int) -> None:
    records = [record for number in range(count) for record in listed("waalstad", number)]
    origin = Origin(Source.IMPORT, timezone.now().date())
    write("waalstad", records, origin=origin, at=timezone.now())


def test_a_place_of_others_gets_its_district_from_its_degrees():
    put(1)

    found = next(one for one in queries.town("waalstad").addresses if one.street == "Kade 0")

    assert found.district in {area.name for area in queries.town("waalstad").plan.districts}


def test_too_many_addresses_become_districts_that_lead_to_the_nearest(client: Client):
    put(250)
    html = page(client, "/steun/waalstad/kaart")
    near = page(client, "/steun/waalstad/kaart", wijk="Lindeveld")

    assert 'href="/steun/waalstad/kaart?wijk=Lindeveld"' in html
    assert "Kade 1<" not in html
    assert "Hoeveel steun er is, per wijk" in html
    assert near.count('<li class="rb-card">') == 50
