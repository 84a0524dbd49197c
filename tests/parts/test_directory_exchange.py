# SPDX-License-Identifier: EUPL-1.2
"""Directories of others come in: looked at first, then all of it or nothing, and nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from ruimbaan.core.directory.records.changes import Kind, Origin, Source
from ruimbaan.core.directory.records.flattening import content_of
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Json, Package, package_of
from ruimbaan.core.directory.records.rows import Content, Place
from ruimbaan.core.directory.validation.judging import Refused
from ruimbaan.integrations.hsds.reading import read_files, read_path
from ruimbaan.integrations.hsds.writing import FORMS
from ruimbaan.parts.directory.exchange.errors import ChangedMeanwhile, UnknownRegion
from ruimbaan.parts.directory.exchange.models import ForeignTable, ImportBatch, Quarantined
from ruimbaan.parts.directory.exchange.services import Preview, apply, preview, sending
from ruimbaan.parts.directory.models import Listing, RecordChange, StoredRecord
from ruimbaan.parts.directory.services import write
from ruimbaan.parts.directory.store.reading import region_package
from tests.contract.hsds.directories import directories

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
REGION = "waalstad"
EXAMPLES = Path(__file__).parents[1] / "contract" / "hsds" / "official" / "examples"
KADE: dict[str, Any] = {"id": "kade", "name": "Stichting Kade", "description": "Helpt."}
INLOOP: dict[str, Any] = {
    "id": "inloop",
    "organization_id": "kade",
    "name": "Inloop",
    "status": "active",
    "wachtlijst": "nee",
}


def content(**tables: Any) -> Content:
    return content_of(dict(tables), Place("hsds.json", path="$"))


def look(found: Content, region: str = REGION, **options: Any) -> Preview:
    return preview(region, found, source="hsds.json", today=TODAY, **options)


def codes(found: Preview) -> set[str]:
    return {finding.kind.code for finding in found.findings}


def test_a_preview_stores_nothing():
    before = StoredRecord.objects.count()

    found = look(content(organization=[KADE], service=[INLOOP]))

    assert found.count(Kind.ADDED) == 2
    assert StoredRecord.objects.count() == before
    assert not ImportBatch.objects.exists()


def test_an_import_is_on_the_map_with_where_it_came_from():
    batch = apply(look(content(organization=[KADE], service=[INLOOP])), NOW)

    stored = StoredRecord.objects.get(table="service", uid="inloop")
    assert (batch.added, batch.changed, batch.refused) == (2, 0, 0)
    assert stored.values["wachtlijst"] == "nee"
    assert stored.provenance["name"] == {
        "source": "import",
        "on": "2026-11-22",
        "note": "hsds.json",
    }
    assert Listing.objects.get(uid="inloop").region == REGION
    assert RecordChange.objects.filter(uid="inloop", source="import").count() == 1


def test_the_same_import_again_changes_nothing():
    offered = content(organization=[KADE], service=[INLOOP])
    apply(look(offered), NOW)

    assert look(offered).changes == ()


def test_a_change_is_told_field_by_field():
    apply(look(content(organization=[KADE], service=[INLOOP])), NOW)

    (change,) = look(content(service=[INLOOP | {"name": "Uitloop"}])).changes

    assert change.kind is Kind.CHANGED
    assert {name: (f.before, f.after) for name, f in change.fields.items()} == {
        "name": ("Inloop", "Uitloop")
    }


def test_what_is_refused_waits_in_quarantine_word_for_word():
    odd: Any = {"id": "dag", "name": "Dag\0opvang", "status": "open", "uren": [1, {"a": "\ud800"}]}

    batch = apply(look(content(organization=[KADE], service=[INLOOP, odd])), NOW)

    kept = Quarantined.objects.get(batch=batch)
    assert json.loads(kept.content) == odd
    assert {found["code"] for found in kept.findings} >= {"RB-KRT-023", "RB-KRT-025"}
    assert kept.place == "hsds.json $.service[1]"
    assert not StoredRecord.objects.filter(uid="dag").exists()
    assert batch.refused == 1


def test_tables_of_others_are_kept_and_given_back():
    apply(look(content(service=[INLOOP], vacatures=[{"uur": 8}])), NOW)
    apply(look(content(service=[INLOOP], vacatures=[{"uur": 9}])), NOW)

    assert sending(REGION).foreign == {"vacatures": [{"uur": 9}]}
    assert ForeignTable.objects.count() == 1


def test_replace_takes_out_what_is_not_there_but_not_what_was_refused():
    apply(look(content(organization=[KADE], service=[INLOOP, INLOOP | {"id": "dag"}])), NOW)
    offered = content(organization=[KADE], service=[INLOOP | {"status": "open"}])

    found = look(offered, replace=True)
    apply(found, NOW)

    assert ("service", "dag") in found.removed
    assert ("service", "inloop") not in found.removed
    assert set(region_package(REGION).records) == {("organization", "kade"), ("service", "inloop")}


def test_without_replace_nothing_is_taken_out():
    before = set(region_package(REGION).records)

    apply(look(content(organization=[KADE])), NOW)

    assert set(region_package(REGION).records) == before | {("organization", "kade")}


def test_records_without_our_profile_do_not_wipe_it_out():
    profile: dict[str, Json] = {"region": REGION, "code": "W-inloop", "women_only": True}
    apply(look(content(service=[INLOOP | {"ruimbaan": profile}])), NOW)

    apply(look(content(service=[INLOOP | {"name": "Uitloop"}])), NOW)

    stored = region_package(REGION).records["service", "inloop"]
    assert stored.values["ruimbaan"] == profile
    assert stored.values["name"] == "Uitloop"


def test_a_record_of_another_region_stays_there():
    apply(look(content(service=[INLOOP])), NOW)

    found = look(content(service=[INLOOP | {"name": "Van ons"}]), region="grachtstad")

    assert "RB-KRT-029" in codes(found)
    assert [one.uid for one in found.refused] == ["inloop"]
    assert found.changes == ()


def test_a_profile_that_names_another_region_moves_and_is_told():
    found = look(content(service=[INLOOP | {"ruimbaan": {"region": "veenland"}}]))

    assert "RB-KRT-078" in codes(found)
    assert profile_of(found.records[0]).region == REGION


def test_a_code_that_is_taken():
    one, other = (
        INLOOP | {"id": uid, "ruimbaan": {"region": REGION, "code": "zelfde"}} for uid in "ab"
    )
    apply(look(content(service=[one])), NOW)

    found = look(content(service=[one, other]))

    assert [refused.uid for refused in found.refused] == ["b"]
    assert "RB-KRT-030" in codes(found)


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        ({}, "x" * 301),
        ({"planning": {"frame": "x" * 121}}, "Inloop"),
        ({"planning": {"type": 40_000}}, "Inloop"),
        ({"planning": {"wait": {"days": -1}}}, "Inloop"),
        ({"planning": {"wait": {"days": 10**12}}}, "Inloop"),
    ],
)
def test_what_the_list_of_services_has_no_room_for(profile: dict[str, Json], name: str):
    found = look(content(service=[INLOOP | {"name": name, "ruimbaan": profile}]))

    assert [refused.uid for refused in found.refused] == ["inloop"]
    assert "RB-KRT-031" in codes(found)


@pytest.mark.parametrize(
    "planning",
    [
        {"label": "Inloop", "type": 34, "needs": [{"fact": "geen_feit"}]},
        {"label": "Inloop", "type": 34, "colour": "red"},
        {"label": "Inloop", "type": 34, "needs": [{"rule": "R99"}]},
    ],
)
def test_what_the_planner_cannot_read_is_told_and_kept(planning: dict[str, Json]):
    profile = {"region": REGION, "code": "W-inloop", "planning": planning}

    found = look(content(service=[INLOOP | {"ruimbaan": profile}]))

    (told,) = (one for one in found.findings if one.kind.code == "RB-KRT-082")
    assert str(told.place) == "hsds.json $.service[0].ruimbaan.planning"
    assert told.explain("nl").advice
    assert found.refused == ()


def test_a_key_that_is_in_the_directory_does_not_dangle():
    apply(look(content(organization=[KADE])), NOW)

    assert "RB-KRT-041" not in codes(look(content(service=[INLOOP])))


def test_a_directory_that_changed_meanwhile_is_left_alone():
    found = look(content(service=[INLOOP]))
    kade = content_of({"organization": [KADE]}, Place("x"))
    apply(look(kade), NOW)

    with pytest.raises(ChangedMeanwhile):
        apply(found, NOW)

    assert not StoredRecord.objects.filter(uid="inloop").exists()


def test_a_region_that_is_not_there():
    with pytest.raises(UnknownRegion):
        look(content(service=[INLOOP]), region="atlantis")
    with pytest.raises(UnknownRegion):
        sending("atlantis")


class Stopped(tuple[Refused, ...]):
    """Ctrl-C while the last thing is written: what was refused."""

    __slots__ = ()

    def __iter__(self) -> Any:
        raise KeyboardInterrupt


def test_nothing_is_half_stored_when_somebody_stops_it():
    found = look(content(organization=[KADE], service=[INLOOP, {"id": "x"}]))
    before = StoredRecord.objects.count()

    with pytest.raises(KeyboardInterrupt):
        apply(replace(found, refused=Stopped(found.refused)), NOW)

    assert StoredRecord.objects.count() == before
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("form", FORMS)
def test_the_official_examples_and_a_region_of_ours_go_out_as_they_are(form: Any):
    apply(look(read_path(EXAMPLES / "csv")), NOW)
    before = region_package(REGION).records
    out = sending(REGION)

    found = look(read_files(FORMS[form](out.package, out.foreign)), replace=True)

    assert len(before) > 100
    assert found.changes == ()
    assert found.refused == ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(package=directories)
def test_any_directory_through_the_database_and_out_again(package: Package):
    """Whatever comes in is in the directory or in quarantine."""
    write(REGION, [], removed=region_package(REGION).records, origin=ORIGIN, at=NOW)
    found = look(read_files(FORMS["csv"](package, {})))

    apply(found, NOW)

    after = region_package(REGION).records
    refused = {(one.table, one.uid) for one in found.refused}
    assert after.keys() | refused == package.records.keys()
    out = read_files(FORMS["json"](package_of(after.values()), {}))
    assert look(out, replace=True).changes == ()


ORIGIN = Origin(Source.IMPORT, TODAY)
