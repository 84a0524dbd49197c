# SPDX-License-Identifier: EUPL-1.2
"""Files of boundaries: what comes in, and what is refused with a reason one can act on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.geography.plan import Kind
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.integrations.geojson import Choice, read_boundaries, reading
from ruimbaan.integrations.geojson import errors as wrong

SQUARE = [[160_000, 534_000], [161_000, 534_000], [161_000, 535_000], [160_000, 534_000]]
BOW = [
    [160_000, 534_000],
    [161_000, 535_500],
    [161_000, 534_000],
    [160_000, 535_000],
    [160_000, 534_000],
]
RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}


def feature(ring: Any, kind: str = "Polygon", **properties: Any) -> dict[str, Any]:
    coordinates = [[ring]] if kind == "MultiPolygon" else [ring] if kind == "Polygon" else ring
    geometry = {"type": kind, "coordinates": coordinates}
    return {
        "type": "Feature",
        "properties": {"naam": "Lindeveld", **properties},
        "geometry": geometry,
    }


def collection(*features: Any, crs: Any = RD) -> dict[str, Any]:
    return {"type": "FeatureCollection", "crs": crs, "features": list(features)}


def written(folder: Path, content: Any) -> Path:
    path = folder / "wijken.geojson"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_cbs_comes_in_with_its_water_and_only_the_own_municipality(tmp_path):
    content = collection(
        feature(SQUARE, wijknaam="Centrum", naam="", gemeentenaam="Waalstad", water="NEE"),
        feature(
            SQUARE, "MultiPolygon", wijknaam="De plas", naam="", gemeentenaam="Waalstad", water="JA"
        ),
        feature(SQUARE, wijknaam="Elders", naam="", gemeentenaam="Grachtstad"),
        crs=None,
    )
    plan = read_boundaries(
        written(tmp_path, content), Choice(where=("gemeentenaam", "Waalstad")), "CBS"
    )

    assert [(area.kind, area.name) for area in plan.areas] == [
        (Kind.DISTRICT, "Centrum"),
        (Kind.WATER, "De plas"),
    ]
    assert plan.source == "CBS"
    assert plan.areas[0].holds(plan.areas[0].point)


def test_a_postcode_area_is_kept_as_a_point(tmp_path):
    content = collection(feature(SQUARE, pc4_code=8791.0, naam=""))
    plan = read_boundaries(written(tmp_path, content), Choice(Kind.POSTCODE))

    assert (plan.areas[0].name, plan.areas[0].polygons) == ("8791", ())


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("geen json", wrong.BoundariesUnreadable),
        ("[" * 100_000, wrong.NotGeoJson),
        ({"type": "Feature"}, wrong.NotGeoJson),
        ([], wrong.NotGeoJson),
        (collection(7), wrong.NotGeoJson),
        (collection(feature(SQUARE, kind="eiland")), wrong.NotGeoJson),
        (collection(feature([160_000, 534_000], "Point")), wrong.NotGeoJson),
        (collection(feature([["x", 1]])), wrong.NotGeoJson),
        (collection(feature([[10**400, 1]])), wrong.NotGeoJson),
        (collection(feature(SQUARE), crs={"type": "name"}), wrong.WrongGrid),
        (
            collection(feature(SQUARE), crs={"type": "name", "properties": {"name": "EPSG:3857"}}),
            wrong.WrongGrid,
        ),
        (collection(feature([[5.85, 51.84]] * 4)), wrong.InDegrees),
        (collection(feature([[651_000, 6_780_000]] * 4)), wrong.WrongGrid),
        (collection(feature(BOW)), wrong.InvalidArea),
        (collection(feature(SQUARE[:2])), wrong.InvalidArea),
        (collection(feature(SQUARE, naam="")), wrong.NamelessArea),
        (collection(feature(SQUARE), feature(SQUARE)), wrong.AreaTwice),
        (collection(), wrong.NoAreas),
    ],
)
def test_what_is_wrong_is_refused_with_advice(tmp_path, content, error):
    with pytest.raises(error) as refused:
        read_boundaries(written(tmp_path, content))

    for language in ("nl", "en"):
        told = refused.value.explain(language)
        assert "wijken.geojson" in told.cause
        assert told.advice


def test_a_huge_file_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 100)

    with pytest.raises(wrong.BoundariesTooLarge):
        read_boundaries(written(tmp_path, collection(feature(SQUARE))))


def test_too_many_areas_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_FEATURES", 1)

    with pytest.raises(wrong.BoundariesTooLarge):
        read_boundaries(written(tmp_path, collection(feature(SQUARE), feature(SQUARE, naam="b"))))


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(wrong.BoundariesUnreadable):
        read_boundaries(tmp_path / "wijken.geojson")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "features", "crs", "properties", "geometry", "coordinates", "name"]
            )
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)
NUMBERS = st.sampled_from([160_000, 161_000.5, 534_000, 535_000, 5.8, 51.8, -1, None, "x", 1e300])
FEATURES = st.builds(
    lambda kind, rings, name: (
        feature(None, "Polygon", naam=name) | {"geometry": {"type": kind, "coordinates": rings}}
    ),
    st.sampled_from(["Polygon", "MultiPolygon", "Point", "x"]),
    st.lists(st.lists(st.lists(NUMBERS, max_size=3), max_size=6), max_size=3),
    st.text(max_size=5),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JSON | st.lists(FEATURES | JSON, max_size=3).map(lambda some: collection(*some)))
def test_any_json_is_read_or_refused_and_nothing_else_happens(tmp_path, content):
    path = written(tmp_path, json.dumps(content))

    try:
        found: object = read_boundaries(path).areas
    except DomainError as error:
        found = error.explain("nl").cause

    assert found
