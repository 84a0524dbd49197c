# SPDX-License-Identifier: EUPL-1.2
"""The made-up places of the three regions: whole, sound, in their district, and no news to the
planner."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from ruimbaan.core.directory.geography.grid import distance, to_grid
from ruimbaan.core.directory.geography.plan import Kind
from ruimbaan.core.directory.records.profile import day_verified, profile_of
from ruimbaan.core.directory.records.record import Package, Record, package_of
from ruimbaan.core.directory.records.rows import Content, Place, Row
from ruimbaan.core.directory.records.summary import summary_of
from ruimbaan.core.directory.records.translations import text_of
from ruimbaan.core.directory.validation.judging import judge
from ruimbaan.integrations.directory import load_world_of_directory, records_of_region
from ruimbaan.integrations.directory.places import PlacesInvalid
from ruimbaan.integrations.geojson import read_boundaries
from ruimbaan.integrations.regions import REPOSITORY, list_regions, load_region

REGIONS = list_regions()
FOLDER = REPOSITORY / "demo" / "kaart"
KINDS = 42
LONGEST = 12  # words a sentence
SENTENCE = re.compile(r"[^.?!]+")
PACKAGES = {region: package_of(records_of_region(region)) for region in REGIONS}
YEAR = timedelta(days=365)


def places(package: Package) -> list[Record]:
    return [one for one in package.of("service") if "type" in profile_of(one).planning]


@pytest.mark.parametrize("region", REGIONS)
def test_every_kind_of_support_says_what_people_want_to_know(region):
    package = PACKAGES[region]
    found = places(package)

    assert len(found) == KINDS
    for service in found:
        for column in ("description", "eligibility_description"):
            text = text_of(service, column)
            assert text.nl
            assert text.en
        for table in ("schedule", "language", "cost_option", "funding"):
            assert package.belonging_to(service.key, table), (service.id, table)
        organisation = package.find("organization", service.text("organization_id"))
        assert organisation is not None
        assert organisation.text("website").endswith(".example")
        assert organisation.text("email").endswith(".example")
        assert package.belonging_to(organisation.key, "phone")


@pytest.mark.parametrize("region", REGIONS)
def test_the_records_are_in_order_and_hang_together(region):
    package = PACKAGES[region]
    rows = tuple(Row(one.table, one.values, Place(one.id)) for one in package.records.values())
    judged = judge(Content(rows), date(2026, 11, 23))

    assert [(one.kind.code, one.table, one.place) for one in judged.findings] == []
    assert judged.refused == ()
    assert package.dangling() == ()


@pytest.mark.parametrize("region", REGIONS)
def test_the_planner_reads_the_same_world_with_and_without_places(region):
    services = PACKAGES[region].of("service")
    loaded = load_world_of_directory(region, services)

    assert loaded.left_out == {}
    assert loaded.loaded.world == load_region(region).world


@pytest.mark.parametrize("region", REGIONS)
def test_a_place_lies_in_its_district_near_its_postcode_and_on_dry_land(region):
    plan = read_boundaries(FOLDER / f"{region}.geojson")
    package = PACKAGES[region]
    seen = set()
    for address in package.of("address"):
        location = package.find("location", address.text("location_id"))
        assert location is not None
        profile: Any = location.values["ruimbaan"]
        point: Any = tuple(profile["rd"])
        postcode = plan.find(Kind.POSTCODE, address.text("postal_code")[:4])
        assert plan.district_of(point) == profile["district"]
        assert postcode is not None
        assert plan.district_of(postcode.point) == profile["district"]
        assert not any(water.holds(point) for water in plan.of(Kind.WATER))
        degrees: Any = location.values["latitude"], location.values["longitude"]
        assert distance(to_grid(*degrees), point) < 1
        seen.add(profile["district"])

    assert seen == {area.name for area in plan.districts}


@pytest.mark.parametrize("region", REGIONS)
def test_money_ends_on_the_day_on_which_the_planner_says_so(region):
    loaded = load_region(region)
    files = yaml.safe_load((REPOSITORY / "demo" / region / "region.yaml").read_text("utf-8"))
    start, horizon = loaded.world.as_of, int(files["region"]["horizon"].removesuffix("d"))
    ends = {
        fact["fact"].removeprefix("subsidie-loopt."): start + timedelta(days=fact["until"])
        for fact in files["region_facts"]
        if fact["fact"].startswith("subsidie-loopt.") and fact["until"] < horizon
    }
    told = {
        profile_of(one).code: profile_of(one).fragility.funding_until
        for one in places(PACKAGES[region])
    }

    assert ends
    assert {code: told[code] for code in ends} == ends


@pytest.mark.parametrize("region", REGIONS)
def test_as_in_any_directory_some_entries_are_fresh_some_old_and_some_never_seen(region):
    today = load_region(region).world.as_of
    days = [day_verified(one) for one in places(PACKAGES[region])]
    seen = [day for day in days if day]

    assert len(seen) < len(days)
    assert any(today - day > YEAR for day in seen)
    assert sum(today - day < YEAR / 3 for day in seen) > len(days) / 4
    assert max(seen) <= today


@pytest.mark.parametrize("region", REGIONS)
def test_some_initiatives_are_loose_some_fragile_and_who_works_together_is_there(region):
    profiles = {profile_of(one).code: profile_of(one) for one in places(PACKAGES[region])}
    loose = [p for p in profiles.values() if p.wants_to_work_with and not p.works_with]

    assert loose
    assert all(profile.is_initiative for profile in loose)
    assert any(profile.fragility.one_key_person for profile in profiles.values())
    for profile in profiles.values():
        assert {*profile.works_with, *profile.wants_to_work_with} <= profiles.keys()
        for other in loose:
            assert other.code not in profile.works_with


def test_the_filters_have_something_to_find():
    found = [summary_of(package, one) for package in PACKAGES.values() for one in places(package)]

    assert any(one.women_only for one in found)
    assert any(one.with_children for one in found)
    assert {one.is_free for one in found} == {True, False}
    assert len({language for one in found for language in one.languages}) >= 5
    assert {one.point is None for one in found} == {True, False}


@pytest.mark.parametrize("region", REGIONS)
def test_dutch_is_in_short_sentences_and_nothing_can_be_dialled_or_visited(region):
    text = (FOLDER / f"{region}.yaml").read_text("utf-8")
    dutch = re.findall(r'nl: "([^"]+)"', text)
    long = [one for told in dutch for one in SENTENCE.findall(told) if len(one.split()) > LONGEST]

    assert len(dutch) > 100
    assert long == []
    assert set(re.findall(r"phone: \"(\d+ \d+)", text)) == {"085 000"}
    assert all(code.endswith(" Q") for code in re.findall(r"postcode: \"(\d{4} \w)", text))
    assert {host.rsplit(".", 1)[-1] for host in re.findall(r"https://(\S+)", text)} == {"example"}


def broken(tmp_path: Path, before: str, after: str) -> Path:
    """A copy of the data, with one thing else in the places of Waalstad."""
    for name in ("demo", "regels"):
        target = tmp_path / name
        target.mkdir()
        for found in (REPOSITORY / name).iterdir():
            if found.name != "kaart":
                (target / found.name).symlink_to(found)
    (tmp_path / "demo" / "kaart").mkdir()
    text = (FOLDER / "waalstad.yaml").read_text("utf-8")
    assert before in text
    (tmp_path / "demo" / "kaart" / "waalstad.yaml").write_text(text.replace(before, after, 1))
    return tmp_path


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("region: waalstad", "region: grachtstad", "region"),
        ("  De Kribbe:", "  De Krib:", "organisations/De Krib"),
        ("    at: kribbe", "    at: krib", "organisations/De Kribbe/at"),
        ("  W34:", "  W99:", "services/W99"),
        ("works_with: [W03", "works_with: [W93", "services/W01/works_with"),
        ('opens: "08:00"', 'opens: "8 uur"', "services/W01/hours/0/opens"),
        ("rd: [158400, 534000]", "rd: [158400, 5]", "places/waalkade/rd/1"),
        ("rd: [158400, 534000]", "rd: [158400]", "places/waalkade/rd"),
        ("places:", "places: [", "-"),
        ("town: Waalstad", "town: ''", "town"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place(tmp_path, before, after, where):
    data = broken(tmp_path, before, after)

    with pytest.raises(PlacesInvalid) as error:
        records_of_region("waalstad", data)

    assert error.value.details["where"] == where
    assert error.value.explain("en").advice
