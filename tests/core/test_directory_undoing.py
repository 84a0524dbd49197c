# SPDX-License-Identifier: EUPL-1.2
"""A change taken back gives what was there before, whatever the change was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.records.changes import change_between, fields_of
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.directory.records.undoing import ChangedSince, before

SCALARS = st.one_of(st.text(max_size=3), st.integers(0, 3), st.booleans())
NAMES = st.sampled_from(["name", "url", "status"])
PLANNING = st.dictionaries(st.sampled_from(["gate", "wait"]), SCALARS, max_size=2)
PROFILES = st.one_of(
    SCALARS,
    st.fixed_dictionaries({}, optional={"code": SCALARS, "planning": st.one_of(PLANNING, SCALARS)}),
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    values: dict[str, Json] = {"id": "s1", **draw(st.dictionaries(NAMES, SCALARS, max_size=3))}
    if draw(st.booleans()):
        profile: Json = draw(PROFILES)  # type: ignore[assignment]  # any JSON
        values["ruimbaan"] = profile
    return Record("service", "s1", values)


@given(st.none() | records(), st.none() | records())
def test_undoing_a_change_gives_what_was_there(was: Record | None, became: Record | None):
    change = change_between(was, became) if was or became else None
    if change is None:
        return

    found = before(change, became)

    assert fields_of(found) == fields_of(was)
    assert (found is None) is (was is None)


@given(records(), records(), st.sampled_from(["extra", "url"]))
def test_what_others_changed_meanwhile_stays(was: Record, became: Record, name: str):
    change = change_between(was, became)
    if change is None or name in change.fields or name in became.values:
        return
    now = Record("service", "s1", {**became.values, name: "later"})

    found = before(change, now)

    assert found is not None
    assert fields_of(found) == fields_of(was) | {name: "later"}


@given(records(), records(), records())
def test_a_field_that_was_changed_again_is_never_overwritten(
    was: Record, became: Record, later: Record
):
    change = change_between(was, became)
    again = change_between(became, later)
    if change is None or again is None or not change.fields.keys() & again.fields.keys():
        return

    with pytest.raises(ChangedSince):
        before(change, later)


def test_what_was_added_and_told_more_about_since_is_not_thrown_away():
    added = Record("service", "s1", {"id": "s1"})
    change = change_between(None, added)
    assert change is not None

    with pytest.raises(ChangedSince):
        before(change, Record("service", "s1", {"id": "s1", "url": "https://brug.example"}))
    with pytest.raises(ChangedSince):
        before(change, None)
