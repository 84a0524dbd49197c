# SPDX-License-Identifier: EUPL-1.2
"""Boundaries into the database, by an administrator and when a demo begins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.utils import timezone

from ruimbaan.core.directory.geography.plan import Kind
from ruimbaan.integrations.geojson import Choice
from ruimbaan.integrations.geojson.errors import NoAreas
from ruimbaan.integrations.regions import UnknownRegion
from ruimbaan.parts.directory.geography import queries, services, store

FIELD = [[160_000, 534_000], [161_000, 534_000], [161_000, 535_000], [160_000, 535_000]]


@pytest.fixture
def field(tmp_path: Path) -> Path:
    path = tmp_path / "field.geojson"
    shape = {"type": "Polygon", "coordinates": [FIELD]}
    feature = {"type": "Feature", "properties": {"naam": "Het Veld"}, "geometry": shape}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


def test_what_was_loaded_comes_back_and_other_kinds_stay(field: Path):
    before = store.get("waalstad")
    version = store.version_of("waalstad")

    loaded = services.load("waalstad", field, Choice(), source="CBS", at=timezone.now())
    after = store.get("waalstad")

    assert after.districts == loaded.districts
    assert after.of(Kind.POSTCODE) == before.of(Kind.POSTCODE)
    assert after.source == "CBS"
    assert store.version_of("waalstad") != version
    assert queries.town("waalstad").plan == after


def test_what_is_wrong_changes_nothing(field: Path):
    before = store.get("waalstad")

    with pytest.raises(NoAreas):
        services.load(
            "waalstad", field, Choice(where=("naam", "Elders")), source="", at=timezone.now()
        )
    with pytest.raises(UnknownRegion):
        services.load("nergens", field, Choice(), source="", at=timezone.now())

    assert store.get("waalstad") == before


def test_the_demo_fills_its_plan_once_and_never_over_that_of_an_administrator(field: Path):
    services.load("waalstad", field, Choice(), source="", at=timezone.now())

    assert not services.fill_from_files("waalstad", timezone.now())
    assert [area.name for area in store.get("waalstad").districts] == ["Het Veld"]


def test_a_region_without_a_plan_still_has_its_addresses():
    assert store.get("nergens").areas == ()
    assert queries.town("nergens").addresses == ()


def test_a_postcode_without_an_area_is_where_its_addresses_are(field: Path):
    store.put("waalstad", store.get("nergens"), timezone.now())

    assert queries.place_of("waalstad", "8795 QJ") is not None
    assert queries.place_of("waalstad", "9999") is None
    found = queries.place_of("waalstad", "lindeveld")
    assert found is not None
    assert found[0] == "Lindeveld"
    assert queries.place_of("waalstad", "Nergenshuizen") is None
