# SPDX-License-Identifier: EUPL-1.2
"""The metro map as a page: kept once it is laid out, with one plan over it, and corrected by typing."""

from __future__ import annotations

import csv
import re

import pytest
from django.test import Client

from ruimbaan.core.directory.metro.boxes import Side
from ruimbaan.parts.directory.network import queries, services
from ruimbaan.parts.directory.network.models import Correction, KeptMap
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.directory.regions import Region

PATH = "/kaart/waalstad"


@pytest.fixture
def region() -> Region:
    return list_regions()["waalstad"]


def read(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def drawing(html: str) -> str:
    return html.partition('role="img"')[2].partition("</svg>")[0]


def test_every_place_is_on_the_map_in_the_table_and_in_the_lists(client: Client, region: Region):
    html = read(client, PATH)

    network = queries.sheets(region).overview
    assert len(network.stations) > 30
    for station in network.stations:
        assert f'href="/steun/waalstad/{station.id}"' in html
        assert html.count(station.name.nl.split()[0]) >= 2


def test_the_map_is_laid_out_once_and_kept(client: Client):
    KeptMap.objects.all().delete()
    first = read(client, PATH)
    kept = KeptMap.objects.get(region="waalstad", part="")

    assert kept.layout["places"]
    assert read(client, PATH) == first
    assert KeptMap.objects.get(region="waalstad", part="").layout == kept.layout


def test_a_layout_of_another_version_is_laid_out_again(client: Client):
    read(client, PATH)
    KeptMap.objects.update(layout={"version": 0})

    read(client, PATH)

    assert KeptMap.objects.get(region="waalstad", part="").layout["version"] == 1


def test_a_deadlock_that_many_meet_is_a_loop_with_its_sentence(client: Client, region: Region):
    loops = queries.sheets(region).overview.loops

    assert 1 <= len(loops) <= queries.MOST_LOOPS
    assert all(len(loop.stations) > 1 for loop in loops)
    assert loops[0].sentences[0].nl in re.sub(r"<[^>]+>", " ", read(client, f"{PATH}/tabel.csv"))


def test_one_plan_lies_over_the_map(client: Client, region: Region):
    html = read(client, f"{PATH}?route=sterre")

    assert "De route van Sterre op de kaart" in html
    assert html != read(client, PATH)
    steps = queries.plan_of(region, "sterre")
    on_map = [step for step in steps if step in queries.sheets(region).overview.station_of]
    assert len(on_map) > 3


@pytest.mark.parametrize("asked", ["?route=niemand", "?deel=nergens", "?deel=%00&route=%3Cb%3E"])
def test_what_is_not_there_is_no_reason_to_show_nothing(client: Client, asked: str):
    assert drawing(read(client, f"{PATH}{asked}")) == drawing(read(client, PATH))


def test_a_region_that_is_not_there_is_not_found(client: Client):
    assert client.get("/kaart/nergens").status_code == 404


def test_the_table_can_be_taken_along(client: Client, region: Region):
    response = client.get(f"{PATH}/tabel.csv")
    rows = list(csv.reader(response.content.decode("utf-8-sig").splitlines()))

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert len(rows) > len(queries.sheets(region).overview.stations)


def test_a_coordinator_puts_a_station_elsewhere_by_typing(region: Region):
    before = queries.find_map(region)
    assert before is not None

    after = services.place_station(region, "W25", column=3, row=0, side=Side.S)

    assert after.layout.places["W25"] == (3, 0)
    assert after.layout.sides["W25"] is Side.S
    assert queries.find_map(region).layout.places["W25"] == (3, 0)  # type: ignore[union-attr]
    services.place_station(region, "W25")
    assert not Correction.objects.exists()


def test_what_cannot_be_done_is_said(region: Region):
    with pytest.raises(services.NoStation):
        services.place_station(region, "W999", column=1, row=1)
    with pytest.raises(services.HalfAPlace):
        services.place_station(region, "W25", column=1)
