# SPDX-License-Identifier: EUPL-1.2
"""What an import refused: told, judged again with what was lacking filled in, or thrown away."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ruimbaan.core.directory.records.flattening import content_of
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.integrations.hsds.reading import read_files
from ruimbaan.integrations.own_list import Mapping
from ruimbaan.integrations.own_list.reading import read_content
from ruimbaan.parts.directory.exchange.errors import NotWaiting, UnknownRegion
from ruimbaan.parts.directory.exchange.models import ImportBatch, Quarantined
from ruimbaan.parts.directory.exchange.own_list import preview_list
from ruimbaan.parts.directory.exchange.quarantine import (
    PUT_BACK_WITHIN,
    Waiting,
    accept,
    drop,
    find_waiting,
    forget_left,
    list_waiting,
    look_again,
)
from ruimbaan.parts.directory.exchange.services import apply, preview
from ruimbaan.parts.directory.models import Listing, StoredRecord
from ruimbaan.parts.directory.store.reading import region_package

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
REGION = "waalstad"
INLOOP: dict[str, Any] = {"id": "inloop", "name": "Inloop", "status": "open", "wachtlijst": "nee"}
LIST = "Nr;Naam;Dienst van;Tel;Wijk\n1;Soep;Kade;0241234567;W7\n2;;Kade;0247654321;W8\n"
NAMED = Mapping({"organisation": "Dienst van"}, "mapping.yaml")


def imported(*services: dict[str, Any], source: str = "hsds.json") -> tuple[Waiting, ...]:
    content = content_of({"service": [*services]}, Place(source, path="$"))
    apply(preview(REGION, content, source=source, today=TODAY), NOW)
    return list_waiting(REGION)


def imported_list(text: str, *, replace: bool = False) -> tuple[Waiting, ...]:
    own = read_content(text.encode(), "lijst.csv", REGION, TODAY, mapping=NAMED)
    found = preview_list(REGION, own, source="lijst.csv", today=TODAY, replace_all=replace)
    apply(found, NOW)
    return list_waiting(REGION)


def accepted(one: Waiting, **filled: str) -> None:
    again = look_again(one, filled, TODAY)
    assert again.preview is not None, [finding.kind.code for finding in again.findings]
    accept(one, again.preview, NOW, mended=bool(filled))


def test_what_waits_is_told_with_its_reasons():
    (one,) = imported(INLOOP)

    assert (one.table, one.uid, one.name, one.source) == (
        "service",
        "inloop",
        "Inloop",
        "hsds.json",
    )
    assert one.content == INLOOP
    told = [finding.explain("nl") for finding in one.findings if finding.refuses]
    assert [told_one.code for told_one in told] == ["RB-KRT-023"]
    assert "open" in told[0].cause
    assert find_waiting(REGION, one.number) == one


def test_it_comes_in_with_what_was_lacking_filled_in():
    (one,) = imported(INLOOP)

    accepted(one, status="active")

    stored = StoredRecord.objects.get(table="service", uid="inloop")
    assert (stored.values["status"], stored.values["wachtlijst"]) == ("active", "nee")
    assert stored.provenance["status"]["source"] == "coordinator"
    assert Listing.objects.filter(uid="inloop", region=REGION).exists()
    assert list_waiting(REGION) == ()


def test_what_is_refused_again_stays_where_it_is():
    (one,) = imported(INLOOP)
    batches = ImportBatch.objects.count()

    again = look_again(one, {"status": "gesloten"}, TODAY)

    assert again.preview is None
    assert "RB-KRT-023" in {finding.kind.code for finding in again.findings}
    assert list_waiting(REGION) == (one,)
    assert ImportBatch.objects.count() == batches


def test_a_code_that_was_taken_can_be_given_inside_the_profile():
    taken = {"id": "a", "name": "A", "status": "active", "ruimbaan": {"code": "zelfde"}}
    imported(taken)
    (one,) = imported(taken | {"id": "b", "name": "B"})

    accepted(one, **{"ruimbaan.code": "anders"})

    assert Listing.objects.get(uid="b").code == "anders"


def test_a_line_of_a_list_is_read_again_with_the_columns_it_had():
    (one,) = imported_list(LIST)
    assert one.is_line
    assert one.content == {"Nr": "2", "Dienst van": "Kade", "Tel": "0247654321", "Wijk": "W8"}

    accepted(one, Naam="Brood")

    services = [r for r in region_package(REGION).of("service") if r.text("name") == "Brood"]
    (service,) = services
    assert service.values["own_list"]["Wijk"] == "W8"  # type: ignore[index, call-overload]
    organisation = region_package(REGION).find("organization", service.text("organization_id"))
    assert organisation is not None
    assert organisation.text("name") == "Kade"
    assert list_waiting(REGION) == ()


def test_a_line_may_be_filled_in_by_our_names_too():
    (one,) = imported_list(LIST)

    accepted(one, name="Brood")

    assert StoredRecord.objects.filter(table="service", values__name="Brood").exists()


def test_a_line_with_cells_too_many_keeps_them_and_stays():
    (one,) = imported_list("Nr;Naam;Dienst van;Tel\n1;Soep;Kade;024;nog;meer\n")

    assert look_again(one, {}, TODAY).preview is None
    assert one.content == {
        "values": {"Nr": "1", "Naam": "Soep", "Dienst van": "Kade", "Tel": "024"},
        "surplus": ["nog", "meer"],
    }


def test_what_never_was_a_row_has_nothing_to_fill_in():
    content = content_of([1, "x"], Place("hsds.json", path="$"))
    apply(preview(REGION, content, source="hsds.json", today=TODAY), NOW)

    again = [look_again(one, {"name": "X"}, TODAY) for one in list_waiting(REGION)]

    assert [one.preview for one in again] == [None, None]
    assert all(one.findings for one in again)


def test_the_same_refused_again_waits_once():
    (first,) = imported(INLOOP)
    (again,) = imported(INLOOP)

    assert again.number != first.number
    assert len(imported(INLOOP, source="buren.json")) == 2


def test_what_came_in_at_last_no_longer_waits():
    imported(INLOOP)
    assert imported(INLOOP | {"status": "active"}) == ()

    imported_list(LIST.replace("2;;", "2;Brood;").replace("0247654321", "2,41E+08"))
    assert [one.name for one in list_waiting(REGION)] == ["Brood"]
    assert imported_list(LIST.replace("2;;", "2;Brood;")) == ()


def test_a_line_that_is_refused_leaves_what_it_had_alone():
    whole = LIST.replace("2;;", "2;Brood;")
    imported_list(whole)
    before = region_package(REGION).records

    imported_list(whole.replace("0247654321", "2,41E+08"), replace=True)

    brood = {key for key in before if key[0] in ("service", "phone")}
    left = {key for key in region_package(REGION).records if key[0] in ("service", "phone")}
    names = [one.text("name") for one in region_package(REGION).of("service")]
    assert sorted(names) == ["Brood", "Soep"]
    assert len(left & brood) == 4


def test_dropped_all_or_none_and_thrown_away_after_a_month():
    one, other = imported(INLOOP, INLOOP | {"id": "dag"})

    with pytest.raises(NotWaiting):
        drop(REGION, [one.number, 0], NOW)
    assert len(list_waiting(REGION)) == 2
    drop(REGION, [one.number, other.number], NOW)

    assert list_waiting(REGION) == ()
    assert forget_left(NOW + PUT_BACK_WITHIN) == 0
    assert forget_left(NOW + PUT_BACK_WITHIN + timedelta(seconds=1)) == 2
    assert not Quarantined.objects.exists()


def test_somebody_else_was_first():
    (one,) = imported(INLOOP)
    again = look_again(one, {"status": "active"}, TODAY)
    drop(REGION, [one.number], NOW)

    assert again.preview is not None
    with pytest.raises(NotWaiting):
        accept(one, again.preview, NOW, mended=True)
    assert not StoredRecord.objects.filter(uid="inloop").exists()


def test_another_region_does_not_see_it():
    (one,) = imported(INLOOP)

    assert list_waiting("grachtstad") == ()
    with pytest.raises(NotWaiting):
        find_waiting("grachtstad", one.number)
    with pytest.raises(NotWaiting):
        drop("grachtstad", [one.number], NOW)
    with pytest.raises(UnknownRegion):
        list_waiting("atlantis")


def test_a_row_of_a_table_with_half_a_character_can_be_told():
    table = b'[{"id": "x", "name": "Dag\\ud800", "status": "active"}]'
    apply(preview(REGION, read_files({"services.json": table}), source="x", today=TODAY), NOW)

    (one,) = list_waiting(REGION)

    assert one.name == "Dag\ud800"
    accepted(one, name="Dag")
    assert StoredRecord.objects.get(uid="x").values["name"] == "Dag"
