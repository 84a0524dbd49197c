# SPDX-License-Identifier: EUPL-1.2
"""The sample directory of Ohana API comes in whole: no row refused, no cell lost."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ruimbaan.core.directory.records.record import Json, Package, package_of
from ruimbaan.core.directory.validation.judging import Judged, judge
from ruimbaan.core.directory.validation.references import missing_keys
from ruimbaan.integrations.hsds.errors import NothingKnown
from ruimbaan.integrations.ohana import is_ohana, read_ohana
from ruimbaan.integrations.ohana.hours import date_of, time_of, weekday
from ruimbaan.integrations.ohana.reading import read_files

HERE = Path(__file__).parent
SAMPLE = HERE / "sample"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def judged() -> Judged:
    return judge(read_ohana(SAMPLE, "smc"), TODAY)


@pytest.fixture(scope="module")
def package(judged: Judged) -> Package:
    return package_of(judged.records)


def rows_of(name: str) -> list[dict[str, str]]:
    text = (SAMPLE / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(keepends=True)))


def texts_in(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
    elif value is not None:
        yield str(value)


def test_the_folder_is_recognised():
    assert is_ohana(SAMPLE)
    assert not is_ohana(HERE / "oe-slice.json")


def test_no_row_is_refused_and_every_line_is_a_record(judged, package):
    lines = {name.name: len(rows_of(name.name)) for name in SAMPLE.glob("*.csv")}

    assert judged.refused == ()
    assert len(package.of("organization")) == lines["organizations.csv"]
    assert len(package.of("location")) == lines["locations.csv"]
    assert len(package.of("service")) == lines["services.csv"]
    assert len(package.of("contact")) == lines["contacts.csv"]
    assert len(package.of("phone")) == lines["phones.csv"]
    assert len(package.of("program")) == lines["programs.csv"]
    assert len(package.of("taxonomy_term")) == lines["taxonomy.csv"]
    addresses = lines["addresses.csv"] + lines["mail_addresses.csv"]
    assert len(package.of("address")) == addresses
    schedules = lines["regular_schedules.csv"] + lines["holiday_schedules.csv"]
    assert len(package.of("schedule")) == schedules


@pytest.mark.parametrize("name", sorted(file.name for file in SAMPLE.glob("*.csv")))
def test_every_cell_is_in_the_record_of_its_line(judged, name):
    found: dict[int, list[str]] = {}
    for record in judged.records:
        place = judged.places[record.key]
        if place.file == name and place.row:
            found.setdefault(place.row, []).extend(texts_in(dict(record.values)))
    where = sorted(found)

    for row, cells in zip(where, rows_of(name), strict=True):
        for cell in filter(None, cells.values()):
            assert cell in found[row], (name, row, cell)


def test_nothing_points_to_what_is_not_there(package, judged):
    codes = {row["taxonomy_id"] for row in rows_of("taxonomy.csv")}
    named = {
        code.strip()
        for row in rows_of("services.csv")
        for code in row["taxonomy_ids"].split(",")
        if code.strip()
    }

    assert named <= codes
    assert missing_keys(judged.records) == set()


def test_a_service_belongs_to_the_organisation_of_its_place(package):
    (service,) = [one for one in package.of("service") if one.text("name") == "Passport Photos"]

    organisation = package.find("organization", service.text("organization_id"))

    assert organisation is not None
    assert organisation.text("name") == "Example Agency"
    assert package.belonging_to(service.key, "service_at_location")
    assert len(package.belonging_to(service.key, "schedule")) == 4


def test_hours_and_holidays_are_as_hsds_has_them(package):
    schedules = {
        (one.text("byday"), one.text("opens_at"), one.text("closes_at"), one.text("valid_from"))
        for one in package.of("schedule")
    }

    assert ("MO", "14:00", "16:00", "") in schedules
    assert ("WE", "10:00", "15:00", "") in schedules
    assert ("", "10:00", "16:00", "2015-12-24") in schedules


def test_post_goes_to_its_own_address(package):
    kinds = [one.text("address_type") for one in package.of("address")]

    assert kinds.count("postal") == len(rows_of("mail_addresses.csv"))


def test_a_second_import_gives_the_same_and_another_directory_its_own():
    first = read_ohana(SAMPLE, "smc")

    assert read_ohana(SAMPLE, "smc") == first
    ids = {row.values["id"] for row in first.rows}
    assert not ids & {row.values["id"] for row in read_ohana(SAMPLE, "other").rows}


def test_the_tree_of_open_eligibility_keeps_its_branches():
    content = read_ohana(HERE / "oe-slice.json", "smc")

    found = package_of(judge(content, TODAY).records)

    by_code = {term.text("code"): term for term in found.of("taxonomy_term")}
    child = by_code["101-02-01"]
    assert child.text("name") == "Help Pay for Food"
    assert child.text("parent_id") == by_code["101-02"].id
    assert "parent_id" not in by_code["101"].values
    tree = json.loads((HERE / "oe-slice.json").read_text(encoding="utf-8"))
    assert set(texts_in(tree)) <= {
        text for term in by_code.values() for text in texts_in(dict(term.values))
    }


def test_what_is_no_branch_and_what_is_no_table_is_kept():
    files = {
        "oe.json": b'{"taxonomy": {"top_level": [{"@title": "no id"}, 7]}}',
        "visits.csv": b"id,when\n1,today\n",
    }

    content = read_files(files, "smc")

    assert [loose.content for loose in content.loose] == [{"@title": "no id"}, 7]
    assert content.foreign == {"visits.csv": "id,when\n1,today\n"}


def test_a_line_without_id_waits_in_quarantine_and_the_rest_comes_in():
    files = {"organizations.csv": b"id,name\n1,Bridge\n,Nameless\n2,Harbour,too,much\n"}

    judged = judge(read_files(files, "smc"), TODAY)

    assert [record.text("name") for record in judged.records] == ["Bridge"]
    assert [refused.place.row for refused in judged.refused] == [3, 4]


def test_an_empty_folder_is_told(tmp_path):
    with pytest.raises(NothingKnown):
        read_ohana(tmp_path, "smc")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("4:00 PM", "16:00"),
        ("9am", "09:00"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("noon", "noon"),
        ("25:00", "25:00"),
    ],
)
def test_times(written, read):
    assert time_of(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12/24/15", "2015-12-24"),
        ("June 01, 2020", "2020-06-01"),
        ("June 01, 0001", ""),
        ("soon", ""),
    ],
)
def test_dates(written, read):
    assert date_of(written) == read


@pytest.mark.parametrize(
    ("written", "read"), [("Monday", "MO"), ("7", "SU"), ("weds", "WE"), ("someday", "someday")]
)
def test_weekdays(written, read):
    assert weekday(written) == read
